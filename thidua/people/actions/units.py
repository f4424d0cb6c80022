"""Add units to the tree."""

import datetime as dt
from dataclasses import asdict, dataclass, replace

from django.db import transaction

from thidua.base.log import record
from thidua.people.access import allow
from thidua.people.models import Level, Unit, UnitKind, User
from thidua.people.models.units import STEP
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.viet.sort import sort_key
from thidua.viet.text import clean, fold

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class TreeFull(Exception):
    """The tree has no place left here: too deep, or too many units under one parent."""


@dataclass(frozen=True, kw_only=True)
class UnitDetails:
    """What is known of a new unit."""

    name: str
    kind: UnitKind
    level: Level
    short_name: str = ""
    locality: str = ""
    code: str = ""
    tax_code: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@transaction.atomic
def add(parent: Unit, details: UnitDetails, *, by: User) -> Unit:
    """Add a unit under another."""
    allow(by, Permission.UNIT_ADD, at=parent)
    unit = place(details, under=hold(parent))  # the next free path is a count: one newcomer at a time
    record("unit.add", unit, by=by, at=unit, **asdict(details))
    return unit


def place(details: UnitDetails, *, under: Unit | None) -> Unit:
    """Write the row at the next free path, for the acts of this room."""
    path = _next_path(under)
    details = replace(details, name=clean(details.name).strip(), short_name=clean(details.short_name).strip())
    names = {"folded": fold(f"{details.name} {details.short_name} {details.code}"), "sort_key": sort_key(details.name)}
    unit = Unit(parent=under, path=path, **names, **asdict(details))
    unit.full_clean()
    unit.save(force_insert=True)
    return unit


def _next_path(under: Unit | None) -> str:
    last = Unit.objects.filter(parent=under).order_by("path").values_list("path", flat=True).last()
    number = int(last[-STEP:], 36) + 1 if last else 0
    path = (under.path if under else "") + _step(number)
    if number >= 36**STEP or len(path) > Unit._meta.get_field("path").max_length:
        raise TreeFull(path)
    return path


def _step(number: int) -> str:
    digits = ""
    for _ in range(STEP):
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits
