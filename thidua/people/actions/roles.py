"""Give roles and take them back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.base.log import record
from thidua.people.access import allow
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.moves import hold
from thidua.people.permissions import Permission, Role


@transaction.atomic
def give(user: User, role: Role, *, at: Unit, on: dt.date, by: User, until: dt.date | None = None) -> RoleHolding:
    """Let a user hold a role in a unit from a day; giving what he already holds is refused."""
    allow(by, Permission.ROLE_GIVE, at=at)
    hold(user)
    return grant(user, role, at=at, on=on, until=until, by=by)


def grant(user: User, role: Role, *, at: Unit, on: dt.date, by: User, until: dt.date | None = None) -> RoleHolding:
    """Write the row and its event, for the acts of this room."""
    if RoleHolding.objects.on(on).filter(user=user, role=role, unit=at).exists():
        raise ValidationError(_("%(user)s already holds this role in this unit.") % {"user": user})
    holding = RoleHolding(
        user=user, role=Role(role), unit=at, starts_on=on, ends_on=until, given_at=timezone.now(), given_by=by
    )
    holding.full_clean()
    holding.save(force_insert=True)
    record("role.give", holding, by=by, user=user.pk, role=holding.role, on=on, until=until)
    return holding


@transaction.atomic
def take(holding: RoleHolding, *, on: dt.date, by: User, why: str = "") -> RoleHolding:
    """End a role from a day; a role already ended by then is refused."""
    allow(by, Permission.ROLE_GIVE, at=holding.unit)
    held = hold(holding)
    if held.ends_on is not None and held.ends_on <= on:
        raise ValidationError(_("This role has already ended."))
    before, held.ends_on = held.ends_on, max(on, held.starts_on)
    held.taken_at, held.taken_by = timezone.now(), by
    held.full_clean()
    held.save(update_fields=["ends_on", "taken_at", "taken_by"])
    record("role.take", held, by=by, why=why, before=before, after=held.ends_on)
    return held
