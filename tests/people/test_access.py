"""Who may what, where, and on which day; at the same price however large the tree is."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from tests.factories import LONG_AGO, make_unit, make_user
from thidua.people.access import allow, can, units_with
from thidua.people.actions import roles
from thidua.people.models import Unit, User
from thidua.people.permissions import ROLES, Permission, Role

from .conftest import Tree

OPEN, VIEW = Permission.PLAN_OPEN, Permission.UNIT_VIEW


def test_a_role_reaches_the_unit_and_all_below_it_and_nothing_else(tree: Tree) -> None:
    user = make_user(role="unit_head", at=tree.commune)
    assert set(units_with(user, OPEN)) == {tree.commune, tree.office}
    assert [can(user, OPEN, at=unit) for unit in (tree.commune, tree.office, tree.home, tree.province)] == [
        True,
        True,
        False,
        False,
    ]


def test_roles_in_several_units_add_up_without_doubles(tree: Tree) -> None:
    user = make_user(role="unit_clerk", at=tree.commune)
    for unit in (tree.office, tree.home):
        give(user, unit)
    assert sorted(unit.pk for unit in units_with(user, VIEW)) == sorted(
        unit.pk for unit in (tree.commune, tree.office, tree.home)
    )


def give(user: User, unit: Unit) -> None:
    roles.grant(user, Role.UNIT_CLERK, at=unit, on=LONG_AGO, by=user)


def test_a_unit_whose_path_only_begins_alike_is_not_below(db: None) -> None:
    roots = [make_unit() for _ in range(37)]
    user = make_user(role="unit_head", at=roots[1])
    make_unit(under=roots[36])
    assert list(units_with(user, OPEN)) == [roots[1]]
    assert len({root.path for root in roots}) == 37


@pytest.mark.parametrize(
    ("day", "may"), [("2026-01-31", False), ("2026-02-01", True), ("2026-02-27", True), ("2026-02-28", False)]
)
def test_a_role_holds_from_its_first_day_until_the_day_it_ends(tree: Tree, day: str, may: bool) -> None:
    user = make_user(role="unit_head", at=tree.home, since=dt.date(2026, 2, 1))
    user.holdings.update(ends_on=dt.date(2026, 2, 28))
    on = dt.date.fromisoformat(day)
    assert can(user, OPEN, at=tree.home, on=on) is may
    assert units_with(user, OPEN, on=on).exists() is may


def test_a_role_gives_only_its_own_permissions(tree: Tree) -> None:
    for role in Role:
        user = make_user(role=role, at=tree.province)
        assert {p for p in Permission if can(user, p, at=tree.office)} == ROLES[role]


def test_nobody_and_whoever_was_switched_off_may_nothing(tree: Tree) -> None:
    user = make_user(role="administrator", at=tree.province)
    user.is_active = False
    for stranger in (user, make_user(), AnonymousUser()):
        assert not units_with(stranger, VIEW).exists()
        assert not can(stranger, VIEW, at=tree.province)


def test_allow_passes_or_raises(tree: Tree) -> None:
    user = make_user(role="unit_clerk", at=tree.home)
    allow(user, OPEN, at=tree.home)
    with pytest.raises(PermissionDenied):
        allow(user, OPEN, at=tree.finance)


def test_an_ended_unit_stays_in_sight_of_whoever_stands_above(tree: Tree) -> None:
    Unit.objects.filter(pk=tree.office.pk).update(ends_on=dt.date(2025, 7, 1))
    assert tree.office in units_with(make_user(role="auditor", at=tree.province), VIEW)


@pytest.mark.parametrize("more", [0, 30])
def test_the_answers_cost_the_same_however_many_units_and_roles(
    tree: Tree, django_assert_num_queries, more: int
) -> None:
    user = make_user(role="unit_head", at=tree.home)
    for _ in range(more):
        give(user, make_unit(under=tree.commune))
    with django_assert_num_queries(2):
        list(units_with(user, OPEN))
    with django_assert_num_queries(1):
        can(user, OPEN, at=tree.office)
