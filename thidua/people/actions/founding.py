"""The first act of an installation: its root unit and its first administrator."""

import datetime as dt

from django.db import transaction

from thidua.base.log import record
from thidua.people.actions import roles, units, users
from thidua.people.actions.units import UnitDetails
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.permissions import Role


class AlreadyFounded(Exception):
    """Units stand already: whoever administers them adds the next ones."""


@transaction.atomic
def found(details: UnitDetails, *, email: str, name: str, on: dt.date) -> RoleHolding:
    """Plant the tree of units and make its first administrator, who needs nobody's leave."""
    if Unit.objects.exists() or User.objects.exists():
        raise AlreadyFounded
    unit, first = units.place(details, under=None), users.enrol(email, name=name, on=on)
    holding = roles.grant(first, Role.ADMINISTRATOR, at=unit, on=on, by=first)
    record("unit.found", unit, by=first, at=unit, name=unit.name)
    return holding
