"""Handing in a plan: what it makes and logs, what it refuses, who may not."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, make_open, make_version, plan
from thidua.base.models import Event, StoredFile
from thidua.movements.actions import opening, versions
from thidua.movements.intake import take
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Fact, Movement, Version
from thidua.plan_reader.reading import NotReadable


def test_a_plan_makes_a_movement_that_waits_for_its_facts_to_be_confirmed(place: Place) -> None:
    version = make_version(place.commune, place.clerk)

    movement = version.movement
    assert (movement.name, movement.state, movement.unit) == ("Suối Trúc làm theo dữ liệu", State.DRAFT, place.commune)
    assert (version.state, version.ordinal, version.handed_in_by) == (Stage.DRAFT, 1, place.clerk)
    assert version.facts.filter(field="contents").count() == 2
    assert set(version.facts.values_list("verdict", flat=True)) == {"read"}
    (event,) = Event.objects.filter(item=f"movements.movement:{movement.pk}")
    assert (event.name, event.actor_words) == ("movement.prepare", str(place.clerk))


def test_every_fact_quotes_the_text_at_its_spans(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    content = version.facts.filter(field="contents").first()
    assert content is not None
    words = "".join(version.text[start:end] for start, end in content.spans)
    assert " ".join(words.split()).endswith(content.values["text"].rstrip(".")) or content.values["text"] in words
    assert all(0 <= start < end <= len(version.text) for fact in version.facts.all() for start, end in fact.spans)


def test_the_faults_of_the_plan_are_kept_beside_it(place: Place) -> None:
    text = PLAN.replace("2. Thi đua phổ biến", "4. Thi đua phổ biến")
    version = make_version(place.commune, place.clerk, text=text)
    fault = version.faults.filter(kind__contains="number").first() or version.faults.first()
    assert fault is not None
    assert fault.quote
    assert " ".join(version.text[fault.start : fault.end].split()) == fault.quote


def test_a_clerk_of_the_neighbour_may_not_open_here(place: Place) -> None:
    with pytest.raises(PermissionDenied):
        make_version(place.commune, place.stranger)
    assert (Movement.objects.count(), Version.objects.count()) == (0, 0)


def test_an_auditor_opens_nothing(place: Place) -> None:
    with pytest.raises(PermissionDenied):
        make_version(place.commune, place.auditor)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 500, b"%PDF-1.7 broken", b"Chi mot dong chu."])
def test_what_is_no_plan_is_refused_with_a_sentence_and_nothing_is_kept(place: Place, content: bytes) -> None:
    with pytest.raises(NotReadable) as caught:
        take(content, "tep.pdf")
    assert len(str(caught.value)) > 20
    assert (Movement.objects.count(), StoredFile.objects.count(), Fact.objects.count()) == (0, 0, 0)


def test_the_same_bytes_again_say_where_they_already_are(place: Place) -> None:
    first = opening.open_plan(plan(fresh=False), at=place.commune, by=place.clerk)
    with pytest.raises(opening.AlreadyHere) as caught:
        opening.open_plan(plan(fresh=False), at=place.commune, by=place.head)
    assert caught.value.version == first
    assert Movement.objects.count() == 1


def test_the_same_bytes_in_a_unit_that_one_does_not_see_are_no_obstacle(place: Place) -> None:
    opening.open_plan(plan(fresh=False), at=place.commune, by=place.clerk)
    other = opening.open_plan(plan(fresh=False), at=place.neighbour, by=place.stranger)
    assert other.movement.unit == place.neighbour


def test_what_was_put_away_may_be_handed_in_again(place: Place) -> None:
    first = opening.open_plan(plan(fresh=False), at=place.commune, by=place.clerk)
    versions.discard(first, by=place.clerk)
    first.movement.refresh_from_db()
    assert first.movement.state == State.DISCARDED
    assert opening.open_plan(plan(fresh=False), at=place.commune, by=place.clerk).pk != first.pk


def test_an_amended_plan_waits_beside_the_one_in_force(place: Place) -> None:
    live = make_open(place.commune, place.head)
    amended = opening.amend(live.movement, plan(PLAN.replace("từng thôn", "từng bản")), by=place.clerk)
    live.refresh_from_db()
    assert (live.state, amended.state, amended.ordinal, amended.follows) == (Stage.LIVE, Stage.DRAFT, 2, live)


def test_a_second_amendment_waits_until_the_first_is_settled(place: Place) -> None:
    live = make_open(place.commune, place.head)
    opening.amend(live.movement, plan(), by=place.clerk)
    with pytest.raises(opening.StillPending):
        opening.amend(live.movement, plan(), by=place.clerk)
    assert live.movement.versions.count() == 2


def test_a_word_file_is_read_like_a_text(place: Place, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in PLAN.splitlines():
        if line.strip():
            document.add_paragraph(line.strip())
    document.save(str(tmp_path / "plan.docx"))
    version = opening.open_plan(take((tmp_path / "plan.docx").read_bytes(), "a.docx"), at=place.commune, by=place.head)
    assert version.origin == "docx"
    assert version.facts.filter(field="contents").count() == 2
