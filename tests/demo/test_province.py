"""The invented province: made by acts only, each told in the log, with one person for every role."""

import datetime as dt

import pytest

from thidua.base.models import Event
from thidua.demo import actions, pack
from thidua.people.access import can
from thidua.people.actions.founding import AlreadyFounded
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.permissions import ROLES, Permission, Role

DAY = dt.date(2025, 7, 1)
PASSWORD = "mot-mat-khau-du-dai-2026"

pytestmark = pytest.mark.django_db


def test_the_pack_names_each_unit_once_and_after_the_one_above() -> None:
    seen: set[str] = {""}
    for row in pack.units():
        assert row.key not in seen
        assert row.under in seen
        seen.add(row.key)
    assert {person.unit for person in pack.people()} <= seen
    assert {person.role for person in pack.people()} == set(Role)


def test_the_province_stands_with_its_units_and_a_person_for_each_role() -> None:
    made = actions.make_province(password=PASSWORD, on=DAY)
    accounts = {person.role: made.people[person.key] for person in pack.people()}

    assert set(accounts) == set(ROLES)
    assert Unit.objects.count() == len(pack.units()) == len(made.units)
    assert all(user.check_password(PASSWORD) for user in accounts.values())
    root = Unit.objects.get(parent=None)
    commune = made.units["suoi_truc"]
    assert can(accounts[Role.STANDING_OFFICER], Permission.PLAN_CONFIRM, at=root, on=DAY)
    assert can(accounts[Role.UNIT_CLERK], Permission.PLAN_OPEN, at=commune, on=DAY)
    assert not can(accounts[Role.UNIT_CLERK], Permission.PLAN_OPEN, at=root, on=DAY)


def test_the_city_ended_when_the_two_tier_government_began() -> None:
    actions.make_province(password=PASSWORD, on=DAY)
    district = Unit.objects.filter(level="district")
    assert list(district.on(dt.date(2025, 6, 30))) == list(district) != []
    assert list(district.on(dt.date(2025, 7, 1))) == []


def test_every_act_is_told_in_the_log() -> None:
    actions.make_province(password=PASSWORD, on=DAY)
    told = list(Event.objects.values_list("name", flat=True))
    assert told.count("unit.add") == len(pack.units()) - 1
    assert told.count("user.choose_password") == User.objects.count() == len(pack.people())
    assert told.count("role.give") == RoleHolding.objects.count()


def test_a_second_province_is_refused_and_leaves_nothing() -> None:
    actions.make_province(password=PASSWORD, on=DAY)
    before = Event.objects.count()
    with pytest.raises(AlreadyFounded):
        actions.make_province(password=PASSWORD, on=DAY)
    assert Event.objects.count() == before
