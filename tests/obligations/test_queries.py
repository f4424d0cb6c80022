"""What a person's units owe on a day."""

import datetime as dt

import pytest

from tests.factories import make_unit, make_user
from tests.movements.conftest import Place
from tests.movements.factories import make_open, make_version
from thidua.obligations.queries import Owed, When, assigned, obligations_of
from thidua.people.models import Unit, User

DAY = dt.date(2026, 3, 27)  # a Friday


@pytest.fixture
def officer(place: Place) -> User:
    """Somebody of the office below the commune."""
    return make_user(role="unit_clerk", at=place.office)


def told(user: User, on: dt.date = DAY) -> dict[str, Owed]:
    return {row.what: row for row in obligations_of(user, on=on)}


def by_kind(user: User, when: When, on: dt.date = DAY) -> set[str]:
    return {row.clause for row in obligations_of(user, on=on) if row.state == when}


def test_nothing_is_owed_before_the_movement_is_open(place: Place, officer: User) -> None:
    make_version(place.commune, place.clerk)
    assert obligations_of(officer, on=DAY) == []


def test_what_is_due_is_sorted_by_how_pressing_it_is(place: Place, officer: User) -> None:
    make_open(place.commune, place.head)
    rows = obligations_of(officer, on=DAY)
    assert [row.state for row in rows] == sorted((row.state for row in rows), key=list(When).index)
    plan = next(row for row in rows if row.day == dt.date(2026, 3, 30))
    assert (plan.state, plan.left, plan.clause, plan.movement) == (When.LATER, 1, "V.2", "Suối Trúc làm theo dữ liệu")
    assert plan.href.endswith(plan.href.split("#")[0].rsplit("=", 1)[1])
    assert "#obligation-" in plan.link


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (dt.date(2026, 3, 27), When.LATER),
        (dt.date(2026, 3, 30), When.THIS_WEEK),
        (dt.date(2026, 3, 31), When.OVERDUE),
    ],
)
def test_a_plan_due_on_monday_is_late_on_tuesday(place: Place, officer: User, on: dt.date, state: When) -> None:
    make_open(place.commune, place.head)
    (row,) = [row for row in obligations_of(officer, on=on) if row.day == dt.date(2026, 3, 30)]
    assert row.state == state


def test_what_comes_back_ends_with_the_movement(place: Place, officer: User) -> None:
    make_open(place.commune, place.head)
    assert any(row.day == dt.date(2030, 11, 15) for row in obligations_of(officer, on=dt.date(2030, 6, 1)))
    assert all(
        row.day is None or row.day < dt.date(2031, 1, 1) for row in obligations_of(officer, on=dt.date(2031, 1, 2))
    )


def test_who_receives_waits_for_others(place: Place) -> None:
    elsewhere = make_unit("Trạm Y tế", under=place.commune, kind="service", level="commune")
    officer, nurse = make_user(role="unit_clerk", at=place.office), make_user(role="unit_clerk", at=elsewhere)
    make_open(place.commune, place.head)
    report = [row for row in obligations_of(nurse, on=DAY) if row.day == dt.date(2026, 11, 15)]
    assert [row.state for row in report] == [When.LATER]
    assert officer is not None


def test_a_neighbour_and_the_province_owe_nothing_of_a_communes_plan(place: Place) -> None:
    make_open(place.commune, place.head)
    assert obligations_of(place.stranger, on=DAY) == []
    assert obligations_of(place.standing, on=DAY) == []


def test_a_person_without_a_role_owes_nothing(place: Place) -> None:
    make_open(place.commune, place.head)
    assert obligations_of(make_user(), on=DAY) == []


@pytest.mark.parametrize("movements", [1, 3])
def test_the_desk_asks_the_same_number_of_questions(
    place: Place, officer: User, movements: int, django_assert_num_queries: object
) -> None:
    for _ in range(movements):
        make_open(place.commune, place.head)
    with django_assert_num_queries(2):  # type: ignore[operator]
        rows = obligations_of(officer, on=DAY)
    assert len({row.link for row in rows}) == len(rows)


@pytest.mark.parametrize("due", ["2026-02-30", "9999-12-31", "khi có yêu cầu"])
def test_a_due_that_no_calendar_has_stays_on_the_desk(place: Place, officer: User, due: str) -> None:
    version = make_open(place.commune, place.head)
    version.obligations.filter(kind="inspection").update(due=due)
    clause = version.obligations.get(kind="inspection").clause
    assert clause in by_kind(officer, When.NO_DATE)


def test_a_unit_that_has_ended_owes_nothing_any_more(place: Place) -> None:
    version = make_open(place.commune, place.head)
    kind = "inspection"
    assert {row.kind: row.owed for row in assigned(version, on=DAY)}[kind]
    Unit.objects.filter(pk=place.office.pk).update(ends_on=DAY)
    assert not {row.kind: row.owed for row in assigned(version, on=DAY)}[kind]
