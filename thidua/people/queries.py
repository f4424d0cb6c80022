"""What a user may see of units and roles."""

import datetime as dt

from django.db.models import QuerySet

from thidua.people.access import units_with
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.models.units import UnitQuerySet
from thidua.people.permissions import Permission
from thidua.viet.text import fold


def visible_to(user: User) -> UnitQuerySet:
    """Units that the user may see."""
    return units_with(user, Permission.UNIT_VIEW)


def found_by(units: UnitQuerySet, words: str) -> UnitQuerySet:
    """Narrow to the units whose name, short name or code has all these words, marks or no marks."""
    for word in fold(words).split():
        units = units.filter(folded__contains=word)
    return units


def holdings_in(unit: Unit, *, on: dt.date) -> QuerySet[RoleHolding]:
    """Who holds which role in this unit on that day."""
    return RoleHolding.objects.on(on).filter(unit=unit).select_related("user").order_by("role", "user__sort_key")
