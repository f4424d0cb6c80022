"""The log of acts is added to, in the act's own transaction, and never changed."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils.timezone import now

from tests.factories import make_unit, make_user
from thidua.base.log import NotInTransaction, events_of, key_of, record, thing
from thidua.base.models import AppendOnly, Event, Once

pytestmark = pytest.mark.django_db


def test_an_event_tells_who_in_which_role_where_what_and_why() -> None:
    unit = make_unit("Sở Nội vụ")
    head = make_user("Lê Thị Hoa", role="unit_head", at=unit)
    data = {"name": "a", "before": dt.date(2026, 1, 2), "after": Decimal("1.50")}
    record("unit.try", unit, by=head, at=unit, why="để thử", **data)
    event = Event.objects.get(name="unit.try")
    assert (event.actor, event.actor_words, event.role) == (f"people.user:{head.pk}", "Lê Thị Hoa", "unit_head")
    assert (event.unit, event.unit_words) == (f"people.unit:{unit.pk}", "Sở Nội vụ")
    assert (event.item, event.item_words, event.why) == (f"people.unit:{unit.pk}", "Sở Nội vụ", "để thử")
    assert event.data == {"name": "a", "before": "2026-01-02", "after": "1.50"}


def test_the_role_told_is_the_one_held_at_that_unit() -> None:
    mine, other = make_unit(), make_unit()
    user = make_user(role="unit_clerk", at=mine)
    assert record("unit.try", other, by=user, at=other).role == ""
    assert record("unit.try", mine, by=user, at=make_unit(under=mine)).role == "unit_clerk"


def test_an_event_names_things_by_words_when_they_are_gone() -> None:
    user, gone = make_user(), Once.objects.create(actor="x", key="Sẽ mất", at=now())
    record("once.try", gone, by=user)
    key = key_of(gone)
    gone.delete()
    assert Event.objects.get(item=key).item_words == "Sẽ mất"


def test_an_event_is_never_changed_nor_removed() -> None:
    user = make_user()
    event = record("user.try", user, by=user)
    with pytest.raises(AppendOnly):
        event.save()
    with pytest.raises(AppendOnly):
        event.delete()
    with pytest.raises(AppendOnly):
        Event.objects.filter(pk=event.pk).update(name="x")
    with pytest.raises(AppendOnly):
        Event.objects.all().delete()
    assert Event.objects.get(pk=event.pk).name == "user.try"


def test_events_of_a_gonecome_in_the_order_of_the_acts() -> None:
    user, other = make_user(), make_user()
    for name, item in (("user.one", user), ("user.else", other), ("user.two", user)):
        record(name, item, by=user)
    assert [event.name for event in events_of(user)] == ["user.one", "user.two"]


def test_a_key_leads_back_to_its_thing() -> None:
    unit = make_unit()
    assert thing(key_of(unit)) == unit


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused_and_one_inside_falls_with_its_act() -> None:
    user = make_user()
    with pytest.raises(NotInTransaction):
        record("user.try", user, by=user)

    @transaction.atomic
    def fail() -> None:
        record("user.try", user, by=user)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not Event.objects.filter(name="user.try").exists()
