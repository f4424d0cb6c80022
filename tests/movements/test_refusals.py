"""What comes too late, twice or malformed is answered in words, never by a crash."""

import pytest
from django.urls import reverse

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, confirmed, fact_of, make_version
from tests.movements.test_views import sent, signed_in
from thidua.additions import actions as additions
from thidua.additions.actions import Addition
from thidua.base.once import once
from thidua.movements.actions import facts, opening
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact


@pytest.mark.parametrize("name", ["ready", "confirm_sure"])
def test_nothing_is_put_in_force_while_it_is_read(place: Place, name: str) -> None:
    version = opening.open_plan(opening.Plan(PLAN.encode(), "quet.pdf", None), at=place.commune, by=place.clerk)
    address, client = reverse(f"movements:{name}", args=[version.movement_id]), signed_in(place.head)
    assert client.get(address).url == reverse("movements:confirm", args=[version.movement_id])
    assert client.post(address, sent()).url == reverse("movements:confirm", args=[version.movement_id])
    version.refresh_from_db()
    assert version.state == Stage.READING


def test_a_form_sent_again_after_its_fact_was_taken_away_finds_nothing(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    new = Addition(field="solutions", values={"text": "Việc thêm"}, reason="Họp ngày 2/3")
    added = once("key", lambda: additions.add(version, new, by=place.head), by=place.head)
    facts.undo(added, by=place.head)
    said = {"once": "key", "field": "solutions", "said-text": "Việc thêm", "reason": "Họp ngày 2/3"}
    answer = signed_in(place.head).post(reverse("additions:add", args=[version.movement_id]), said)
    assert (answer.status_code, Fact.objects.filter(verdict="added").count()) == (404, 0)


@pytest.mark.parametrize("day", ["2026-02-30", "2026", "hôm qua"])
def test_a_day_of_no_calendar_is_shown_and_corrected(place: Place, day: str) -> None:
    version = make_version(place.commune, place.clerk)
    fact = fact_of(version, "date")
    Fact.objects.filter(pk=fact.pk).update(values={"value": day}, read_values={"value": day})
    client = signed_in(place.head)
    assert client.get(reverse("movements:correct", args=[fact.pk])).status_code == 200
    page = reverse("movements:confirm", args=[version.movement_id])
    assert day in client.get(page + "?group=heading").content.decode()


@pytest.mark.parametrize("question", ["?after=" + "9" * 5000, "?q=%00", "?q=" + "a+" * 2000, "?state=x&before=²"])
def test_odd_questions_to_the_lists_are_answered(place: Place, question: str) -> None:
    client = signed_in(place.head)
    for name in ("movements:index", "people:units"):
        assert client.get(reverse(name) + question).status_code == 200


def test_odd_keys_find_nothing(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    client, key = signed_in(place.head), version.movement_id
    long = "9" * 5000
    for question in ("?words=500,3", f"?words={10**17},{10**18}", f"?fact={long}", "?at=²", f"?page={long}"):
        for name in ("document", "confirm"):
            assert client.get(reverse(f"movements:{name}", args=[key]) + question).status_code == 200, question
    assert client.get(reverse("lineage:changes", args=[key]) + f"?ordinal={long}").status_code == 404
    assert client.post(f"/phong-trao/dieu/{long}/confirm/", sent()).status_code == 404
    assert client.post(reverse("people:act_for"), {"unit": long}).status_code == 404
    assert client.post(reverse("movements:ready", args=[key]), {"once": "a\0b"}).status_code == 400


def test_a_reason_with_a_null_byte_is_kept_without_it(place: Place) -> None:
    fact = fact_of(make_version(place.commune, place.clerk), "title")
    said = sent(**{"said-value": "Tên khác", "reason": "a\0b"})
    signed_in(place.head).post(reverse("movements:correct", args=[fact.pk]), said)
    fact.refresh_from_db()
    assert (fact.values["value"], fact.reason) == ("Tên khác", "ab")


def test_a_long_number_of_a_plan_opens_all_the_same(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    facts.correct(fact_of(version, "number"), {"value": "9" * 900}, by=place.head)
    assert confirmed(version, place.head).state == Stage.LIVE
