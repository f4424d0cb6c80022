"""The one door through which a state changes."""

from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model

from thidua.base.log import NotInTransaction, record
from thidua.people.access import allow
from thidua.people.models import User
from thidua.people.permissions import Permission

T = TypeVar("T", bound=Model)


def hold(item: T) -> T:
    """Lock a thing for the rest of the caller's transaction and give it as it now stands."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(f"hold {item}")
    return type(item)._base_manager.select_for_update().get(pk=item.pk)


def move(item: T, name: str, *, by: User, **data: Any) -> T:
    """Lock, check, change and log, in the caller's transaction."""
    locked: Any = hold(item)
    step = locked.LIFECYCLE.find(name, locked.state)
    allow(by, Permission(step.permission), at=locked.unit)
    before, locked.state = locked.state, step.target
    locked.save(update_fields=["state"])
    record(f"{locked._meta.model_name}.{name}", locked, by=by, before=before, after=locked.state, **data)
    return locked
