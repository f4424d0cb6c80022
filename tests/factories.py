"""Units, users and roles for tests: plain functions, no surprises."""

import datetime as dt
import itertools
from typing import Any

from django.db import transaction

from thidua.people.actions import roles, units, users
from thidua.people.actions.units import UnitDetails
from thidua.people.models import Level, Unit, UnitKind, User
from thidua.people.permissions import Role

DAY = dt.date(2026, 3, 2)
LONG_AGO = dt.date(2020, 1, 1)
PASSWORD = "mot-mat-khau-du-dai-2026"
_numbers = itertools.count(1)


@transaction.atomic
def make_unit(
    name: str = "",
    *,
    under: Unit | None = None,
    kind: str = UnitKind.DEPARTMENT,
    level: str = Level.PROVINCE,
    **more: Any,
) -> Unit:
    """A unit under another, or a new root."""
    named = name or f"Đơn vị {next(_numbers)}"
    details = UnitDetails(name=named, kind=UnitKind(kind), level=Level(level), **more)
    return units.place(details, under=under)


@transaction.atomic
def make_user(name: str = "", *, role: str = "", at: Unit | None = None, since: dt.date = LONG_AGO) -> User:
    """A user; with a role in a unit (a new root when none is given) if a role is named."""
    number = next(_numbers)
    user = users.enrol(f"user{number}@example.org", name=name or f"Nguyễn Văn {number}", on=since)
    if role:
        roles.grant(user, Role(role), at=at or make_unit(), on=since, by=user)
    return user


def with_password(user: User) -> User:
    """Give a user the password of the tests, for a sign-in through the page (slow: argon2)."""
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user
