"""The menu of every page: the rooms that a person may enter."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from thidua.people.models import User
from thidua.people.permissions import ROLES, Permission

ROOMS = (
    ("desk:index", _("My work"), Permission.UNIT_VIEW, ("desk",)),
    ("movements:index", _("Movements"), Permission.MOVEMENT_VIEW, ("movements", "obligations", "lineage", "additions")),
    ("people:units", _("Units"), Permission.UNIT_VIEW, ("people",)),
)


@dataclass(frozen=True)
class Entry:
    """A line of the menu."""

    text: str
    href: str
    current: bool


def permissions_of(user: User, *, on: dt.date) -> frozenset[Permission]:
    """What the user may do somewhere on that day: one question."""
    held = user.holdings.on(on).values_list("role", flat=True)
    return frozenset[Permission]().union(*(ROLES[role] for role in held))


def entries(request: HttpRequest) -> list[Entry]:
    """List the rooms that the person may enter, the present one marked."""
    if not isinstance(request.user, User):
        return []
    allowed = permissions_of(request.user, on=localdate())
    here = request.resolver_match.namespace if request.resolver_match else ""
    return [
        Entry(str(text), reverse(name), here in spaces)
        for name, text, permission, spaces in ROOMS
        if permission in allowed
    ]


def rooms(request: HttpRequest) -> dict[str, Any]:
    """Give every page its menu, asked of the database only where a template uses it."""
    return {"rooms": SimpleLazyObject(lambda: entries(request))}
