"""Sent twice is one act, also when both arrive together."""

import threading

import pytest
from django.db import connection, transaction

from tests.factories import DAY, make_user
from thidua.base.models import Once
from thidua.base.once import NoKey, fresh_key, once
from thidua.people.actions import users
from thidua.people.models import User


def enrol() -> User:
    return users.enrol("moi@example.org", name="Người Mới", on=DAY)


@pytest.mark.django_db
def test_the_second_sending_finds_what_the_first_made() -> None:
    by, key = make_user(), fresh_key()
    first = once(key, enrol, by=by)
    assert once(key, enrol, by=by) == first
    assert User.objects.filter(name="Người Mới").count() == 1


@pytest.mark.django_db
def test_keys_of_two_users_do_not_meet() -> None:
    one, two, key = make_user(), make_user(), fresh_key()
    once(key, lambda: one, by=one)
    assert once(key, lambda: two, by=two) == two


@pytest.mark.django_db
def test_an_act_that_fails_leaves_its_key_for_the_next_try() -> None:
    by, key = make_user(), fresh_key()

    def fail() -> User:
        enrol()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once(key, fail, by=by)
    assert not Once.objects.exists()
    assert once(key, enrol, by=by).name == "Người Mới"


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "x" * 81])
def test_a_form_without_its_key_does_nothing(key: str) -> None:
    with pytest.raises(NoKey):
        once(key, enrol, by=make_user())
    assert not User.objects.filter(name="Người Mới").exists()


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_one_act() -> None:
    by, key = make_user(), fresh_key()
    together, made, acts = threading.Barrier(2), [], []

    def act() -> User:
        acts.append(1)
        return enrol()

    def send() -> None:
        try:
            together.wait(10)
            made.append(once(key, act, by=by).pk)
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)
    assert len(acts) == 1
    assert len(made) == 2
    assert set(made) == {User.objects.get(name="Người Mới").pk}


@pytest.mark.django_db(transaction=True)
def test_a_sending_that_waits_for_one_that_fails_acts_itself() -> None:
    """The second holds on the first's key; when the first falls, the act is still done once."""
    by, key, claimed, waiting = make_user(), fresh_key(), threading.Event(), threading.Event()
    made: list[int] = []

    def fall() -> User:
        claimed.set()
        waiting.wait(10)
        raise ZeroDivisionError

    def first() -> None:
        try:
            with pytest.raises(ZeroDivisionError), transaction.atomic():
                once(key, fall, by=by)
        finally:
            connection.close()

    def second() -> None:
        try:
            claimed.wait(10)
            waiting.set()
            made.append(once(key, enrol, by=by).pk)
        finally:
            connection.close()

    senders = [threading.Thread(target=first), threading.Thread(target=second)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)
    assert made == [User.objects.get(name="Người Mới").pk]
