"""The log of acts: every act writes one event, in its own transaction."""

from typing import Any, Protocol

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from thidua.base.models import Event


class Actor(Protocol):
    """Who acts: a user, seen from below."""

    pk: Any

    def capacity(self, at: Model | None) -> str:
        """Name the roles in which he acts at this unit."""
        ...


class NotInTransaction(RuntimeError):
    """An event outside its act's transaction could tell of what never happened."""


def key_of(item: Model) -> str:
    """Name a thing for ever: `movements.movement:12`."""
    return f"{item._meta.label_lower}:{item.pk}"


def thing(key: str) -> Model:
    """Find the thing that a key names."""
    label, pk = key.rsplit(":", 1)
    return apps.get_model(label)._base_manager.get(pk=pk)


def record(name: str, item: Model, /, *, by: Actor, at: Model | None = None, why: str = "", **data: Any) -> Event:
    """Write who did what to which thing, in which role and unit (`at`, or the thing's own)."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(name)
    unit = at if at is not None else getattr(item, "unit", None)
    return Event.objects.create(
        name=name,
        at=timezone.now(),
        actor=f"people.user:{by.pk}",
        actor_words=str(by),
        role=by.capacity(unit),
        unit=key_of(unit) if unit is not None else "",
        unit_words=str(unit) if unit is not None else "",
        item=key_of(item),
        item_words=str(item)[:500],
        why=why,
        data=data,
    )


def events_of(item: Model) -> QuerySet[Event]:
    """Tell the history of one thing, first act first."""
    return Event.objects.filter(item=key_of(item)).order_by("id")
