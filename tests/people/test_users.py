"""Users are added by an administrator and set their own password and language."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from tests.factories import DAY, PASSWORD, make_unit, make_user
from thidua.base.models import Event
from thidua.people.access import can
from thidua.people.actions import founding, users
from thidua.people.actions.units import UnitDetails
from thidua.people.models import Level, Unit, UnitKind, User
from thidua.people.permissions import Permission

from .conftest import Tree

ROOT = UnitDetails(name="Ủy ban nhân dân tỉnh", kind=UnitKind.COMMITTEE, level=Level.PROVINCE)


def test_a_user_is_added_without_a_password_and_told_to_the_log(tree: Tree) -> None:
    administrator = make_user(role="administrator", at=tree.province)
    user = users.add(" Moi@Example.org ", name="Đỗ  Văn Mới", at=tree.home, on=DAY, by=administrator)
    assert (user.email, user.has_usable_password(), user.joined_on) == ("moi@example.org", False, DAY)
    event = Event.objects.get(name="user.add")
    assert (event.item_words, event.unit_words, event.actor_words) == (str(user), "Sở Nội vụ", str(administrator))


def test_two_users_do_not_share_an_address_whatever_its_capitals(tree: Tree) -> None:
    administrator = make_user(role="administrator", at=tree.province)
    with pytest.raises(ValidationError):
        users.add(administrator.email.upper(), name="Khác", at=tree.home, on=DAY, by=administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=administrator.pk).update(email="Large@Example.org")


def test_only_an_administrator_of_the_unit_adds_users(tree: Tree) -> None:
    for by in (make_user(role="unit_head", at=tree.home), make_user(role="administrator", at=tree.finance)):
        with pytest.raises(PermissionDenied):
            users.add("moi@example.org", name="Mới", at=tree.home, on=DAY, by=by)
    assert not User.objects.filter(email="moi@example.org").exists()


def test_a_password_is_strong_and_never_in_the_log(db: None) -> None:
    user = make_user()
    with pytest.raises(ValidationError):
        users.choose_password(user, "ngan-qua")
    users.choose_password(user, PASSWORD)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert user.password.startswith("argon2")
    assert PASSWORD not in str(list(Event.objects.values()))
    assert Event.objects.filter(name="user.choose_password").count() == 1


def test_a_language_is_remembered_once(db: None) -> None:
    user = make_user()
    for _ in range(2):
        users.choose_language(user, "en")
    assert User.objects.get(pk=user.pk).language == "en"
    assert Event.objects.filter(name="user.choose_language").count() == 1


def test_a_language_that_the_site_does_not_speak_is_refused(db: None) -> None:
    with pytest.raises(ValidationError):
        users.choose_language(make_user(), "xx")


def test_the_first_act_plants_the_tree_and_makes_its_administrator(db: None) -> None:
    holding = founding.found(ROOT, email="a@example.org", name="Trần Thị An", on=DAY)
    assert can(holding.user, Permission.UNIT_ADD, at=holding.unit, on=DAY)
    assert [event.name for event in Event.objects.order_by("id")] == ["role.give", "unit.found"]


def test_the_first_act_comes_only_once(db: None) -> None:
    make_unit()
    with pytest.raises(founding.AlreadyFounded):
        founding.found(ROOT, email="a@example.org", name="Trần Thị An", on=DAY)
    assert not User.objects.exists()


def test_a_first_act_that_fails_leaves_nothing(db: None) -> None:
    with pytest.raises(ValidationError):
        founding.found(ROOT, email="no address", name="Trần Thị An", on=DAY)
    assert (Unit.objects.count(), Event.objects.count()) == (0, 0)


def test_the_command_founds_and_its_link_leads_to_the_first_password(client, capsys, db: None) -> None:
    words = ["found", "Ủy ban nhân dân tỉnh", "--level=province", "--email=a@example.org", "--name=Trần Thị An"]
    call_command(*words)
    link = re.search(r"/accounts/password/reset/key/\S+", capsys.readouterr().out)
    assert link
    page = client.get(link[0], follow=True)
    client.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get().check_password(PASSWORD)
    with pytest.raises(CommandError):
        call_command(*words)


def test_the_command_says_what_is_wrong_with_the_address(db: None) -> None:
    with pytest.raises(CommandError):
        call_command("found", "Ủy ban", "--level=province", "--email=x", "--name=An")
