"""Obligations keep in step with their facts, and reach whom the plan means or a person chooses."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_unit
from tests.movements.conftest import Place
from tests.movements.factories import PLAN, confirmed, fact_of, make_open, make_version, plan
from thidua.base.models import Event
from thidua.movements.actions import facts, opening
from thidua.movements.models import Version
from thidua.obligations import actions
from thidua.obligations.actions import Choice
from thidua.obligations.models import Obligation, Part, Reach


@pytest.fixture
def version(place: Place) -> Version:
    return make_version(place.commune, place.clerk)


def of_kind(version: Version, kind: str) -> Obligation:
    return Obligation.objects.get(version=version, kind=kind)


def parts(obligation: Obligation) -> set[tuple[str, str, str, str]]:
    return {(row.part, str(row.unit), row.reach, row.kind) for row in obligation.assignments.select_related("unit")}


def test_an_obligation_stands_as_long_as_its_fact_is_confirmed(place: Place, version: Version) -> None:
    fact = fact_of(version, "obligations")
    assert not Obligation.objects.exists()
    facts.confirm(fact, by=place.head)
    assert Obligation.objects.get().fact == fact
    facts.undo(fact, by=place.head)
    assert not Obligation.objects.exists()
    facts.correct(fact, {**fact.values, "kind": "publicity", "due": "2027-Q1"}, by=place.head)
    assert (Obligation.objects.get().kind, Obligation.objects.get().due) == ("publicity", "2027-Q1")
    facts.reject(fact, reason="không phải việc", by=place.head)
    assert not Obligation.objects.exists()


def test_its_words_are_those_of_the_plan(place: Place) -> None:
    version = make_open(place.commune, place.head)
    report = of_kind(version, "annual_report")
    assert report.clause == "V.2"
    assert "15/11 hằng năm" in report.words
    assert report.due == "yearly-11-15"


def test_units_are_matched_by_the_words_of_the_plan(place: Place) -> None:
    version = make_open(place.commune, place.head)
    assert ("owes", "Phòng Văn hóa - Xã hội", "itself", "") in parts(of_kind(version, "inspection"))
    report = parts(of_kind(version, "annual_report"))
    assert ("owes", "Ủy ban nhân dân xã Suối Trúc", "children", "") in report
    assert ("receives", "Phòng Văn hóa - Xã hội", "itself", "") in report


def test_confirming_all_asks_the_same_however_many(place: Place, django_assert_max_num_queries: object) -> None:
    version = make_version(place.commune, place.clerk)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        facts.confirm_sure(version, by=place.head)
    assert Obligation.objects.count() >= 3


def test_a_person_chooses_who_owes_in_place_of_the_match(place: Place) -> None:
    obligation = of_kind(make_open(place.commune, place.head), "inspection")
    chosen = [Choice(place.commune), Choice(place.commune, Reach.BELOW, "school")]
    actions.assign(obligation, Part.OWES, chosen, by=place.head)
    assert {row for row in parts(obligation) if row[0] == "owes"} == {
        ("owes", "Ủy ban nhân dân xã Suối Trúc", "itself", ""),
        ("owes", "Ủy ban nhân dân xã Suối Trúc", "below", "school"),
    }
    assert {row.chosen_by for row in obligation.assignments.filter(part="owes")} == {place.head}
    event = Event.objects.order_by("id").last()
    assert event is not None
    assert (event.name, event.data["before"]) == ("obligation.assign", ["Phòng Văn hóa - Xã hội"])


def test_a_unit_that_the_issuer_cannot_bind_is_refused(place: Place) -> None:
    obligation = of_kind(make_open(place.commune, place.head), "inspection")
    before = parts(obligation)
    with pytest.raises(actions.OutOfReach):
        actions.assign(obligation, Part.OWES, [Choice(place.neighbour)], by=place.head)
    assert parts(obligation) == before


@pytest.mark.parametrize("who", ["clerk", "stranger", "auditor"])
def test_who_may_not_choose_changes_nothing(place: Place, who: str) -> None:
    obligation = of_kind(make_open(place.commune, place.head), "inspection")
    before = parts(obligation)
    with pytest.raises(PermissionDenied):
        actions.assign(obligation, Part.OWES, [Choice(place.commune)], by=getattr(place, who))
    assert parts(obligation) == before


def test_a_choice_is_carried_into_the_next_version(place: Place) -> None:
    live = make_open(place.commune, place.head)
    old = of_kind(live, "inspection")
    actions.assign(old, Part.OWES, [Choice(place.commune)], by=place.head)
    amended = confirmed(opening.amend(live.movement, plan(PLAN + "\n"), by=place.clerk), place.head)
    new = of_kind(amended, "inspection")
    assert (new.follows, new.pk != old.pk) == (old, True)
    assert ("owes", "Ủy ban nhân dân xã Suối Trúc", "itself", "") in parts(new)
    assert old.assignments.filter(chosen_by=place.head).exists()


def test_a_name_that_two_units_bear_is_left_to_a_person(place: Place) -> None:
    make_unit("Phòng Văn hóa - Xã hội", under=place.commune, kind="office", level="commune")
    version = make_open(place.commune, place.head)
    assert not {row for row in parts(of_kind(version, "inspection")) if row[0] == "owes"}


def test_a_unit_that_has_ended_is_not_matched(place: Place) -> None:
    place.office.ends_on = dt.date(2025, 7, 1)
    place.office.save(update_fields=["ends_on"])
    version = make_open(place.commune, place.head)
    assert not {row for row in parts(of_kind(version, "inspection")) if row[0] == "owes"}


def test_whom_a_person_chose_outlives_a_correction_of_the_fact(place: Place, version: Version) -> None:
    fact = facts.confirm(fact_of(version, "obligations"), by=place.head)
    actions.assign(Obligation.objects.get(fact=fact), Part.OWES, [Choice(place.office)], by=place.head)
    facts.correct(fact, {"due": "2027-Q1"}, by=place.head)
    (row,) = Obligation.objects.get(fact=fact).assignments.filter(part=Part.OWES)
    assert (row.unit, row.chosen_by) == (place.office, place.head)


def test_what_was_asked_under_a_replaced_version_stays(place: Place) -> None:
    version = make_open(place.commune, place.head)
    old = of_kind(version, "inspection")
    confirmed(opening.amend(version.movement, plan(), by=place.clerk), place.head)
    before = parts(old)
    with pytest.raises(actions.Past):
        actions.assign(Obligation.objects.get(pk=old.pk), Part.OWES, [Choice(place.commune)], by=place.head)
    assert parts(old) == before
