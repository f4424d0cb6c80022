"""Every page says who may open it: `@requires`, `@public`, or a name on the short list of allauth's own."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories import make_unit, make_user
from thidua.people.permissions import ROLES, Permission, Role

SIGNED_IN_ONLY = "allauth sends whoever is not signed in to sign in"
ALLAUTH = {
    "account_login": "the door itself",
    "account_logout": "leaving needs no leave",
    "account_inactive": "tells a user who was switched off why the door stays shut",
    "account_signup": "closed: says that an administrator adds users",
    "account_reauthenticate": SIGNED_IN_ONLY,
    "account_change_password": SIGNED_IN_ONLY,
    "account_set_password": SIGNED_IN_ONLY,
    "account_reset_password": "whoever forgot the password cannot sign in",
    "account_reset_password_done": "whoever forgot the password cannot sign in",
    "account_reset_password_from_key": "the key in the mail is the leave",
    "account_reset_password_from_key_done": "whoever forgot the password cannot sign in",
}


def pages(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    space = f"{before}{resolver.namespace}:" if resolver.namespace else before
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, space)
        else:
            yield f"{space}{entry.name or entry.pattern}", entry


PAGES = dict(pages(get_resolver()))
OURS = {name: page for name, page in PAGES.items() if name not in ALLAUTH}


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_page_says_who_may_open_it(name: str) -> None:
    assert hasattr(OURS[name].callback, "permission"), f"{name} has neither @requires nor @public"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_has_a_name(name: str) -> None:
    assert PAGES[name].name


def test_the_list_of_pages_that_are_not_ours_has_no_leftover() -> None:
    assert set(ALLAUTH) <= set(PAGES)
    assert all(PAGES[name].callback.__module__.startswith("allauth.") for name in ALLAUTH)


def plain(name: str) -> str | None:
    """The address of a page that needs nothing but its name and answers to a look."""
    page = OURS[name]
    return None if page.pattern.converters or page.pattern.regex.groups else "/" + address(name)


def address(name: str) -> str:
    from django.urls import reverse

    return reverse(name).lstrip("/")


GUARDED = sorted(name for name, page in OURS.items() if getattr(page.callback, "permission", None) and plain(name))


@pytest.mark.django_db
@pytest.mark.parametrize("name", GUARDED)
def test_a_guarded_page_sends_strangers_to_sign_in(client: Client, name: str) -> None:
    answers = [client.get(plain(name)), client.post(plain(name))]
    assert {answer.status_code for answer in answers} <= {302, 405}
    assert 302 in {answer.status_code for answer in answers}
    assert all(answer["Location"].startswith("/accounts/login/") for answer in answers if answer.status_code == 302)


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("name", GUARDED)
def test_a_guarded_page_opens_to_the_roles_that_have_the_permission_and_to_no_other(
    client: Client, name: str, role: str
) -> None:
    client.force_login(make_user(role=role, at=make_unit()))
    status = client.get(plain(name)).status_code
    if status != 405:
        assert (status == 403) is (OURS[name].callback.permission not in ROLES[role]), status


def test_every_role_has_its_permissions_and_every_permission_a_role() -> None:
    assert set(ROLES) == set(Role)
    assert {permission for allowed in ROLES.values() for permission in allowed} == set(Permission)


def test_the_administrator_decides_nothing_of_the_work() -> None:
    own = {Permission.UNIT_VIEW, Permission.UNIT_ADD, Permission.USER_ADD, Permission.ROLE_GIVE}
    assert ROLES[Role.ADMINISTRATOR] == own
    assert all(
        not (allowed & own) - {Permission.UNIT_VIEW} for role, allowed in ROLES.items() if role != "administrator"
    )
