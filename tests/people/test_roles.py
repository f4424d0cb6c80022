"""Roles are given and taken with their days, by whoever administers there."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from tests.factories import DAY, make_user
from thidua.base.models import Event
from thidua.people import queries
from thidua.people.access import can
from thidua.people.actions import roles
from thidua.people.models import RoleHolding
from thidua.people.permissions import Permission, Role

from .conftest import Tree

NEXT = DAY + dt.timedelta(days=1)


@pytest.fixture
def administrator(tree: Tree):
    return make_user(role="administrator", at=tree.province)


def test_give_lets_the_user_act_and_tells_the_log(tree: Tree, administrator) -> None:
    user = make_user()
    holding = roles.give(user, Role.UNIT_HEAD, at=tree.home, on=DAY, by=administrator)
    assert can(user, Permission.PLAN_CONFIRM, at=tree.home, on=DAY)
    assert not can(user, Permission.PLAN_CONFIRM, at=tree.home, on=DAY - dt.timedelta(days=1))
    event = Event.objects.filter(name="role.give").last()
    assert (event.item, event.unit_words, event.data["user"], event.data["on"]) == (
        f"people.roleholding:{holding.pk}",
        "Sở Nội vụ",
        user.pk,
        "2026-03-02",
    )


def test_a_role_given_until_a_day_ends_by_itself(tree: Tree, administrator) -> None:
    user = make_user()
    roles.give(user, Role.UNIT_HEAD, at=tree.home, on=DAY, until=NEXT, by=administrator)
    assert can(user, Permission.PLAN_CONFIRM, at=tree.home, on=DAY)
    assert not can(user, Permission.PLAN_CONFIRM, at=tree.home, on=NEXT)


def test_what_is_held_already_is_not_given_again(tree: Tree, administrator) -> None:
    user = make_user(role="unit_head", at=tree.home)
    with pytest.raises(ValidationError):
        roles.give(user, Role.UNIT_HEAD, at=tree.home, on=DAY, by=administrator)
    assert user.holdings.count() == 1


def test_a_role_that_is_none_is_refused(tree: Tree, administrator) -> None:
    with pytest.raises(ValueError, match="emperor"):
        roles.give(make_user(), "emperor", at=tree.home, on=DAY, by=administrator)


def test_whoever_does_not_administer_there_gives_and_takes_nothing(tree: Tree) -> None:
    neighbour, head = make_user(role="administrator", at=tree.home), make_user(role="unit_head", at=tree.finance)
    before = RoleHolding.objects.count()
    for by in (neighbour, head):
        with pytest.raises(PermissionDenied):
            roles.give(make_user(), Role.UNIT_CLERK, at=tree.finance, on=DAY, by=by)
        with pytest.raises(PermissionDenied):
            roles.take(head.holdings.get(), on=DAY, by=by)
    assert RoleHolding.objects.filter(ends_on__isnull=True).count() == before


def test_take_ends_the_role_from_that_day_and_says_why(tree: Tree, administrator) -> None:
    user = make_user(role="unit_head", at=tree.home)
    held = roles.take(user.holdings.get(), on=DAY, by=administrator, why="nghỉ hưu")
    assert not can(user, Permission.PLAN_OPEN, at=tree.home, on=DAY)
    assert (held.ends_on, held.taken_by) == (DAY, administrator)
    event = Event.objects.get(name="role.take")
    assert (event.why, event.data) == ("nghỉ hưu", {"before": None, "after": "2026-03-02"})


def test_a_role_that_has_ended_is_not_taken_again(tree: Tree, administrator) -> None:
    holding = make_user(role="unit_head", at=tree.home).holdings.get()
    roles.take(holding, on=DAY, by=administrator)
    with pytest.raises(ValidationError):
        roles.take(holding, on=NEXT, by=administrator)
    assert Event.objects.filter(name="role.take").count() == 1


def test_a_role_taken_before_it_begins_never_held(tree: Tree, administrator) -> None:
    user = make_user(role="unit_head", at=tree.home, since=NEXT)
    held = roles.take(user.holdings.get(), on=DAY, by=administrator)
    assert held.starts_on == held.ends_on
    assert not can(user, Permission.PLAN_OPEN, at=tree.home, on=NEXT)


def test_the_moment_and_the_person_of_a_taking_stand_together(tree: Tree, administrator) -> None:
    holding = make_user(role="unit_head", at=tree.home).holdings.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.filter(pk=holding.pk).update(taken_by=administrator)


def test_holdings_of_a_unit_are_those_of_that_day(tree: Tree, administrator) -> None:
    head, old = make_user("A", role="unit_head", at=tree.home), make_user("B", role="unit_clerk", at=tree.home)
    roles.take(old.holdings.get(), on=DAY, by=administrator)
    assert [holding.user for holding in queries.holdings_in(tree.home, on=DAY)] == [head]
    assert str(head.holdings.get()).startswith("A · ")
