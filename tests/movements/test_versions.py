"""Accepting a version opens a movement or replaces the one before; an amended plan keeps what was said."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, confirmed, fact_of, make_open, make_version, plan
from thidua.additions import actions
from thidua.base.models import Event
from thidua.lineage.queries import changes
from thidua.movements.actions import facts, opening, versions
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Version
from thidua.obligations.models import Obligation
from thidua.rules.lifecycle import MoveRefused


def test_opening_waits_until_every_fact_is_decided(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    with pytest.raises(versions.Undecided) as caught:
        versions.accept(version, by=place.head)
    assert caught.value.count == version.facts.count()
    version.refresh_from_db()
    assert (version.state, version.movement.state) == (Stage.DRAFT, State.DRAFT)
    assert not Event.objects.filter(name__in=("version.accept", "movement.open")).exists()


def test_opening_puts_the_plan_in_force_and_its_names_into_columns(place: Place) -> None:
    version = make_open(place.commune, place.head)
    version.refresh_from_db()
    movement = version.movement
    assert (version.state, movement.state) == (Stage.LIVE, State.OPEN)
    assert (version.number, version.dated_on) == ("12/KH-UBND", dt.date(2026, 1, 5))
    assert (movement.first_year, movement.last_year) == (2026, 2030)
    assert (version.accepted_by, version.accepted_at is not None) == (place.head, True)
    names = set(Event.objects.values_list("name", flat=True))
    assert {"movement.open", "version.accept"} <= names


def test_a_corrected_name_is_the_movements_name(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    facts.correct(fact_of(version, "movement"), {"value": "Suối Trúc đi trước"}, by=place.head)
    confirmed(version, place.head)
    version.movement.refresh_from_db()
    assert (version.movement.name, version.movement.folded) == ("Suối Trúc đi trước", "suoi truc di truoc")


def test_a_clerk_does_not_open_and_a_neighbour_neither(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    facts.confirm_sure(version, by=place.head)
    for by in (place.clerk, place.stranger, place.auditor):
        with pytest.raises(PermissionDenied):
            versions.accept(version, by=by)
    version.refresh_from_db()
    assert version.state == Stage.DRAFT


def test_the_version_in_force_cannot_be_put_away(place: Place) -> None:
    version = make_open(place.commune, place.head)
    with pytest.raises(MoveRefused):
        versions.discard(version, by=place.head)


REWORDED = (
    ("từng hộ gia đình", "từng hộ dân"),
    ("tối đa 03 tập thể", "tối đa 04 tập thể"),
    ("2. Thi đua phổ biến", "3. Thi đua phổ biến"),
    ("1. Thi đua đưa hồ sơ", "1. Thi đua giữ rừng đầu nguồn, trồng cây bản địa.\n\n2. Thi đua đưa hồ sơ"),
)


@pytest.fixture
def amended(place: Place) -> Version:
    """A second version: a content added, one moved, one reworded, a quota raised; persons had their say before."""
    first, by = make_version(place.commune, place.clerk), place.head
    said = {"text": "Hoàn thành mọi nhiệm vụ."}
    facts.correct(fact_of(first, "criteria_items"), said, by=by, reason="theo bản ký")
    facts.reject(fact_of(first, "criteria_items", 1), reason="không phải tiêu chí", by=by)
    actions.add(first, actions.Addition(field="solutions", values={"text": "Tập huấn"}, reason="Họp giao ban"), by=by)
    start = first.text.index("Phát huy tinh thần thi đua")
    words = (start, start + 26)
    actions.add(first, actions.Addition(field="solutions", values={"text": "Phát huy"}, words=words), by=by)
    live = confirmed(first, by)
    text = PLAN
    for old, new in REWORDED:
        assert old in text
        text = text.replace(old, new)
    return opening.amend(live.movement, plan(text), by=place.clerk)


def test_what_a_person_said_of_the_same_fact_holds_again(place: Place, amended: Version) -> None:
    corrected = amended.facts.get(field="criteria_items", verdict="corrected")
    assert corrected.values["text"] == "Hoàn thành mọi nhiệm vụ."
    assert (corrected.judged_by, corrected.reason) == (place.head, "theo bản ký")
    assert amended.facts.get(field="criteria_items", verdict="rejected").reason == "không phải tiêu chí"
    assert {fact.values["text"] for fact in amended.facts.filter(verdict="added")} == {"Tập huấn", "Phát huy"}
    (words,) = amended.facts.get(verdict="added", reason="").spans
    assert amended.text[words[0] : words[1]] == "Phát huy tinh thần thi đua"


def test_what_changed_waits_for_a_word_and_knows_what_it_was(amended: Version) -> None:
    waiting = {(fact.field, fact.follows is not None) for fact in amended.facts.filter(verdict="read")}
    assert ("contents", False) in waiting
    assert ("quotas", True) in waiting
    quota = amended.facts.get(field="quotas", verdict="read")
    assert (quota.values["collectives"], quota.follows.values["collectives"]) == (4, 3)
    reworded = next(fact for fact in amended.facts.filter(field="contents") if "hộ dân" in fact.values["text"])
    assert "hộ gia đình" in reworded.follows.values["text"]


def test_a_content_that_only_moved_is_the_same_content(amended: Version) -> None:
    moved = next(fact for fact in amended.facts.filter(field="contents") if "hồ sơ" in fact.values["text"])
    assert (moved.verdict, moved.clause, moved.follows.clause) == ("confirmed", "II.2", "II.1")
    assert moved.values["label"] == "2"


def test_accepting_replaces_the_old_version_and_leaves_what_was_under_it(place: Place, amended: Version) -> None:
    old = amended.follows
    assert old is not None
    under_it = set(Obligation.objects.filter(version=old).values_list("pk", flat=True))
    confirmed(amended, place.head)
    old.refresh_from_db()
    amended.refresh_from_db()
    assert (old.state, amended.state) == (Stage.REPLACED, Stage.LIVE)
    assert set(Obligation.objects.filter(version=old).values_list("pk", flat=True)) == under_it
    assert old.text
    assert old.facts.get(field="quotas").values["collectives"] == 3
    follows = Obligation.objects.filter(version=amended).values_list("follows", flat=True)
    assert set(follows) == under_it


def test_an_amendment_put_away_leaves_the_movement_open(place: Place, amended: Version) -> None:
    versions.discard(amended, by=place.clerk)
    amended.movement.refresh_from_db()
    assert amended.movement.state == State.OPEN
    assert opening.amend(amended.movement, plan(), by=place.clerk).ordinal == 3


def test_an_added_fact_whose_words_are_gone_is_told_and_not_carried(place: Place) -> None:
    first = make_version(place.commune, place.clerk)
    start = first.text.index("Phát huy tinh thần thi đua")
    new = actions.Addition(field="solutions", values={"text": "Phát huy"}, words=(start, start + 26))
    actions.add(first, new, by=place.head)
    live = confirmed(first, place.head)
    text = PLAN.replace("Phát huy tinh thần thi đua", "Khơi dậy quyết tâm")
    amended = opening.amend(live.movement, plan(text), by=place.clerk)
    assert not amended.facts.filter(verdict="added").exists()
    assert "gone" in {
        change.status for change in changes(amended) if change.before and change.before.verdict == "added"
    }
