"""What a user may see of units and roles."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from thidua.base.pages import Page, page_of
from thidua.people.access import units_with
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.models.units import UnitQuerySet
from thidua.people.permissions import Permission
from thidua.viet.text import words_sought


def visible_to(user: User) -> UnitQuerySet:
    """Units that the user may see."""
    return units_with(user, Permission.UNIT_VIEW)


def own_units(user: User) -> UnitQuerySet:
    """Units in which the user himself holds a role today, the highest first."""
    return Unit.objects.held_by(user, on=localdate())


def found_by(units: UnitQuerySet, words: str) -> UnitQuerySet:
    """Narrow to the units whose name, short name or code has all these words, marks or no marks."""
    for word in words_sought(words):
        units = units.filter(folded__contains=word)
    return units


def tops_or_found(user: User, words: str, *, on: dt.date, cursor: Mapping[str, str]) -> Page[Unit]:
    """Page the units that have the words, of any day; without words the tops of the user's own branches."""
    units = found_by(visible_to(user), words) if words else own_units(user).on(on)
    return _page(units, cursor)


def told_of(unit: Unit, *, among: UnitQuerySet, on: dt.date, cursor: Mapping[str, str]) -> dict[str, Any]:
    """Gather what the page of a unit shows: the units above in sight, who holds which role, those below."""
    return {
        "above": list(among.above(unit)),
        "holdings": list(holdings_in(unit, on=on)),
        "page": _page(unit.children.on(on), cursor),
    }


def holdings_in(unit: Unit, *, on: dt.date) -> QuerySet[RoleHolding]:
    """Who holds which role in this unit on that day."""
    return RoleHolding.objects.on(on).filter(unit=unit).select_related("user").order_by("role", "user__sort_key")


def _page(units: QuerySet[Unit], cursor: Mapping[str, str]) -> Page[Unit]:
    return page_of(units, by="sort_key", after=cursor.get("after", ""), before=cursor.get("before", ""))
