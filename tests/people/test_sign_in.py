"""Sign-in by password: what opens, what locks, what is written down, and that nobody signs up."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.factories import PASSWORD, make_unit, make_user, with_password
from thidua.base.models import Event
from thidua.people.models import User

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


@pytest.fixture
def user(settings) -> User:
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; argon2 has its own test
    return with_password(make_user(role="unit_head"))


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def sign_in(client: Client, user: User, password: str = PASSWORD, **more: str):
    return client.post(LOGIN, {"login": user.email, "password": password, **more})


def test_the_right_password_opens_a_session_and_is_written_down(client: Client, user: User) -> None:
    answer = sign_in(client, user, next="/don-vi/")
    assert (answer.status_code, answer["Location"]) == (302, "/don-vi/")
    assert signed_in(client)
    assert Event.objects.order_by("id").last().name == "user.sign_in"


def test_capitals_in_the_address_do_not_matter(client: Client, user: User) -> None:
    client.post(LOGIN, {"login": user.email.upper(), "password": PASSWORD})
    assert signed_in(client)


def test_a_page_behind_the_door_leads_through_sign_in_and_back(client: Client, user: User) -> None:
    answer = client.get("/don-vi/?q=x")
    assert answer["Location"] == "/accounts/login/?next=/don-vi/%3Fq%3Dx"


def test_sign_in_never_leads_to_another_site(client: Client, user: User) -> None:
    assert sign_in(client, user, next="https://example.com/")["Location"] == "/"


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(client: Client, user: User) -> None:
    for _ in range(5):
        sign_in(client, user, "sai")
    sign_in(client, user)
    assert not signed_in(client)


def test_the_lock_is_counted_by_account_and_not_by_machine_alone(user: User) -> None:
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"10.0.0.{number}"), user, "sai")
    other = Client(REMOTE_ADDR="10.0.0.99")
    sign_in(other, user)
    assert not signed_in(other)
    neighbour = with_password(make_user())
    sign_in(other, neighbour)
    assert signed_in(other)


def test_a_user_who_was_switched_off_does_not_come_in(client: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    sign_in(client, user)
    assert not signed_in(client)


def test_a_switched_off_user_loses_the_open_session(client: Client, user: User) -> None:
    sign_in(client, user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/don-vi/").status_code == 302


def test_sign_out_ends_the_session_and_is_written_down(client: Client, user: User) -> None:
    sign_in(client, user)
    client.post("/accounts/logout/")
    assert not signed_in(client)
    assert Event.objects.order_by("id").last().name == "user.sign_out"


def test_nobody_signs_up(client: Client) -> None:
    words = {"email": "moi@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert client.get("/accounts/signup/").status_code == 200
    client.post("/accounts/signup/", words)
    assert not User.objects.exists()


def test_a_forgotten_password_is_chosen_anew_by_the_link_in_the_mail(client: Client, user: User) -> None:
    client.post("/accounts/password/reset/", {"email": user.email})
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[0].body)
    assert link
    page = client.get(link[1], follow=True)
    new = "mat-khau-moi-rat-dai-2027"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    user.refresh_from_db()
    assert user.check_password(new)
    assert Event.objects.get(name="user.choose_password").item == f"people.user:{user.pk}"


def test_the_reset_page_does_not_tell_who_has_an_account(client: Client, user: User) -> None:
    known = client.post("/accounts/password/reset/", {"email": user.email})
    unknown = client.post("/accounts/password/reset/", {"email": "khong-co@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_changed_password_keeps_this_session_and_ends_the_others(client: Client, user: User) -> None:
    elsewhere = Client()
    sign_in(elsewhere, user)
    sign_in(client, user)
    new = "mat-khau-moi-rat-dai-2027"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/don-vi/").status_code == 200
    assert elsewhere.get("/don-vi/").status_code == 302


def test_pages_speak_vietnamese_whatever_the_browser_prefers_until_the_switch(client: Client, user: User) -> None:
    assert client.get(LOGIN, headers={"accept-language": "en"})["Content-Language"] == "vi"
    client.post("/ngon-ngu/", {"language": "en", "next": LOGIN})
    assert client.get(LOGIN)["Content-Language"] == "en"


def test_a_signed_in_user_keeps_the_chosen_language_on_another_machine(client: Client, user: User) -> None:
    make_unit()
    sign_in(client, user)
    client.post("/ngon-ngu/", {"language": "en"})
    other = Client()
    sign_in(other, user)
    assert other.get("/don-vi/")["Content-Language"] == "en"
