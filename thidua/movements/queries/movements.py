"""Movements and versions that a user may see."""

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from thidua.movements.lifecycle import PENDING, Stage, State
from thidua.movements.models import Movement, Version
from thidua.people.access import can, units_with
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.models.units import STEP
from thidua.people.permissions import Permission, roles_with
from thidua.viet.text import words_sought

HEAVY = ("text", "outline")


def visible_to(user: User) -> QuerySet[Movement]:
    """Movements of the user's units and of those below, and open ones of the units above, whose plans bind his own."""
    roles = roles_with(Permission.MOVEMENT_VIEW)
    held = RoleHolding.objects.on(localdate()).filter(user=user, role__in=roles, user__is_active=True)
    paths = held.values_list("unit__path", flat=True)
    above = {path[:end] for path in paths for end in range(STEP, len(path), STEP)}
    own = Q(unit__in=units_with(user, Permission.MOVEMENT_VIEW))
    return (
        Movement.objects.filter(own | Q(state=State.OPEN, unit__path__in=above))
        .exclude(state=State.DISCARDED)
        .select_related("unit")
    )


def found_by(movements: QuerySet[Movement], words: str, state: str = "") -> QuerySet[Movement]:
    """Narrow to a state, and to the movements whose name or unit has all these words, marks or no marks."""
    for word in words_sought(words):
        movements = movements.filter(Q(folded__contains=word) | Q(unit__folded__contains=word))
    return movements.filter(state=state) if state in State.values else movements


def _shown(movement: Movement, user: User) -> QuerySet[Version]:
    """Versions that were not put away; what is still to be confirmed only to who sees the issuer's own work."""
    shown = movement.versions.exclude(state=Stage.DISCARDED)
    inside = can(user, Permission.MOVEMENT_VIEW, at=movement.unit)
    return shown if inside else shown.exclude(state__in=PENDING)


def versions_of(movement: Movement, *, to: User) -> QuerySet[Version]:
    """The versions that the user sees, the newest first, without their long texts."""
    shown = _shown(movement, to).order_by("-ordinal")
    return shown.defer(*HEAVY).select_related("file", "handed_in_by", "accepted_by")


def version_of(movement: Movement, ordinal: int | None = None, *, to: User) -> Version | None:
    """The version of that number, or else the one in force, or else the newest, if the user sees it."""
    versions = _shown(movement, to).select_related("movement__unit", "movement__parent", "file")
    if ordinal is not None:
        return versions.filter(ordinal=ordinal).first()
    return versions.filter(state=Stage.LIVE).first() or versions.order_by("-ordinal").first()


def pending_of(movement: Movement, *, to: User) -> Version | None:
    """The version that is being read or confirmed, if the user sees it."""
    return _shown(movement, to).filter(state__in=PENDING).select_related("movement__unit", "follows").first()


def units_for(user: User) -> QuerySet[Unit]:
    """The units in which the user himself may open plans: his own, not the thousands below them."""
    roles = roles_with(Permission.PLAN_OPEN)
    held = RoleHolding.objects.on(localdate()).filter(user=user, role__in=roles, user__is_active=True)
    return Unit.objects.on(localdate()).filter(pk__in=held.values("unit")).order_by("sort_key", "pk")


def parents_for(user: User) -> QuerySet[Movement]:
    """Open movements that the user sees, which a plan of his may carry down."""
    return visible_to(user).filter(state=State.OPEN).order_by("sort_key", "pk")
