"""What a person says of a fact: what it changes and logs, what it refuses, who may not."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.movements.conftest import Place
from tests.movements.factories import fact_of, make_open, make_version
from thidua.additions import actions
from thidua.base.models import Event
from thidua.movements.actions import facts
from thidua.movements.models import Fact, Verdict, Version


@pytest.fixture
def version(place: Place) -> Version:
    return make_version(place.commune, place.clerk)


def last_event() -> Event:
    event = Event.objects.order_by("id").last()
    assert event is not None
    return event


def test_confirm_keeps_what_was_read_with_who_and_when(place: Place, version: Version) -> None:
    fact = facts.confirm(fact_of(version, "contents"), by=place.head)
    assert (fact.verdict, fact.judged_by, fact.values) == (Verdict.CONFIRMED, place.head, fact.read_values)
    assert fact.judged_at is not None
    assert last_event().name == "fact.confirm"


def test_correct_keeps_what_was_read_and_what_the_person_said(place: Place, version: Version) -> None:
    fact = fact_of(version, "quotas")
    corrected = facts.correct(fact, {**fact.values, "individuals": 7}, by=place.head, reason="Bản ký ghi 07")
    corrected.refresh_from_db()
    assert corrected.verdict == Verdict.CORRECTED
    assert corrected.values["individuals"] == 7
    assert corrected.read_values["individuals"] == 5
    event = last_event()
    assert (event.name, event.why) == ("fact.correct", "Bản ký ghi 07")
    assert event.data["before"]["values"]["individuals"] == 5
    assert event.data["after"]["values"]["individuals"] == 7


def test_a_correction_that_changes_nothing_is_a_confirmation(place: Place, version: Version) -> None:
    fact = fact_of(version, "contents")
    assert facts.correct(fact, {"text": f" {fact.values['text']} "}, by=place.head).verdict == Verdict.CONFIRMED
    assert facts.correct(fact, {"label": "9"}, by=place.head).verdict == Verdict.CORRECTED


def test_reject_says_why(place: Place, version: Version) -> None:
    fact = fact_of(version, "contents")
    with pytest.raises(facts.NoReason):
        facts.reject(fact, reason="  ", by=place.head)
    fact.refresh_from_db()
    assert fact.verdict == Verdict.READ
    rejected = facts.reject(fact, reason="Đây là lời dẫn", by=place.head)
    assert (rejected.verdict, rejected.reason) == (Verdict.REJECTED, "Đây là lời dẫn")


def test_undo_makes_a_fact_wait_again_as_it_was_read(place: Place, version: Version) -> None:
    fact = facts.correct(fact_of(version, "contents"), {"text": "Khác"}, by=place.head)
    undone = facts.undo(fact, by=place.head)
    assert isinstance(undone, Fact)
    assert (undone.verdict, undone.values, undone.judged_by, undone.judged_at) == ("read", fact.read_values, None, None)


def test_confirm_sure_leaves_the_doubtful_and_the_decided(place: Place, version: Version) -> None:
    doubtful, rejected = fact_of(version, "contents", 0), fact_of(version, "contents", 1)
    Fact.objects.filter(pk=doubtful.pk).update(confidence=0.4)
    facts.reject(rejected, reason="Không phải nội dung", by=place.head)
    waiting = version.facts.filter(verdict="read", confidence__gte=0.6).count()

    facts.confirm_sure(version, by=place.head)

    assert version.facts.get(pk=doubtful.pk).verdict == Verdict.READ
    assert version.facts.get(pk=rejected.pk).verdict == Verdict.REJECTED
    assert version.facts.filter(verdict="confirmed").count() == waiting
    event = last_event()
    assert (event.name, len(event.data["facts"])) == ("version.confirm_sure", waiting)


@pytest.mark.parametrize("who", ["clerk", "stranger", "auditor"])
def test_who_may_not_confirm_changes_nothing(place: Place, version: Version, who: str) -> None:
    fact, by = fact_of(version, "contents"), getattr(place, who)
    events = Event.objects.count()
    for act in (
        lambda: facts.confirm(fact, by=by),
        lambda: facts.correct(fact, {"text": "x"}, by=by),
        lambda: facts.reject(fact, reason="x", by=by),
        lambda: facts.undo(fact, by=by),
        lambda: facts.confirm_sure(version, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()
    fact.refresh_from_db()
    assert (fact.verdict, Event.objects.count()) == (Verdict.READ, events)


def test_what_is_in_force_is_no_longer_judged(place: Place) -> None:
    version = make_open(place.commune, place.head)
    fact = fact_of(version, "contents")
    for act in (
        lambda: facts.confirm(fact, by=place.head),
        lambda: facts.undo(fact, by=place.head),
        lambda: facts.confirm_sure(version, by=place.head),
    ):
        with pytest.raises(facts.NotToBeConfirmed):
            act()
    fact.refresh_from_db()
    assert fact.verdict == Verdict.CONFIRMED


def test_an_added_fact_is_its_authors_word_and_may_be_mended(place: Place, version: Version) -> None:
    new = actions.Addition(field="solutions", values={"text": "Thêm"}, reason="Họp giao ban")
    fact = actions.add(version, new, by=place.head)
    assert facts.confirm(fact, by=place.head).verdict == Verdict.ADDED
    mended = facts.correct(fact, {"text": "Thêm nữa"}, by=place.head)
    assert (mended.verdict, mended.values, mended.reason) == (Verdict.ADDED, {"text": "Thêm nữa"}, "Họp giao ban")
