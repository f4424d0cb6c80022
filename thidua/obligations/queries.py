"""What is owed: by the units of a user, and in one version of a plan."""

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Version
from thidua.movements.queries.plans import next_due
from thidua.obligations.models import Assignment, Obligation, Part, Reach
from thidua.people.models import Unit, User
from thidua.people.queries import own_units
from thidua.rules.dues import comes_back
from thidua.terms.fields import Duty


class When(TextChoices):
    """Where an obligation stands on a day."""

    OVERDUE = "overdue", _("Overdue")
    THIS_WEEK = "this_week", _("This week")
    LATER = "later", _("Later")
    WAITING = "waiting", _("Waiting for others")
    NO_DATE = "no_date", _("Without a date")


@dataclass(frozen=True)
class Owed:
    """One line of somebody's work."""

    what: str
    words: str
    movement: str
    day: dt.date | None
    state: When
    left: int | None
    clause: str
    link: str
    href: str
    part: Part
    who: str


def obligations_of(user: User, *, on: dt.date) -> list[Owed]:
    """What the user's own units owe or wait for on that day, the most pressing first."""
    units = own_units(user)
    if not units:
        return []
    rows = (
        Assignment.objects.filter(reduce(or_, map(_means, units)))
        .filter(obligation__version__state=Stage.LIVE, obligation__version__movement__state=State.OPEN)
        .select_related("obligation__version__movement", "obligation__fact__document")
        .defer("obligation__version__text", "obligation__version__outline")
    )
    first: dict[int, Assignment] = {}
    for row in rows:
        known = first.get(row.obligation_id)
        if known is None or row.part == Part.OWES:
            first[row.obligation_id] = row
    owed = [_owed(row.obligation, row.part, on) for row in first.values()]
    return sorted((one for one in owed if one), key=_pressing)


def _means(unit: Unit) -> Q:
    kinds = ("", unit.kind)
    under = Q(reach=Reach.CHILDREN, unit=unit.parent_id, kind__in=kinds)
    below = Q(reach=Reach.BELOW, unit__path__in=unit.lineage()[:-1], kind__in=kinds)
    return Q(reach=Reach.ITSELF, unit=unit) | under | below


def _owed(one: Obligation, part: str, on: dt.date) -> Owed | None:
    movement = one.version.movement
    day, left = next_due(one.due, movement, on=on)
    if day is None and comes_back(one.due):
        return None  # it has ended with the movement
    document = reverse("movements:document", args=[movement.pk, one.version.ordinal])
    return Owed(
        what=str(Duty(one.kind).label) if one.kind in Duty.values else one.kind,
        words=one.words or one.fact.reason,
        movement=movement.name,
        day=day,
        state=_state(part, day, on),
        left=left,
        clause=one.clause,
        link=reverse("movements:page", args=[movement.pk]) + f"#obligation-{one.fact_id}",
        href=f"{document}?fact={one.fact_id}#fact-{one.fact_id}" if one.fact.spans else "",
        part=Part(part),
        who=one.actor,
    )


def _state(part: str, day: dt.date | None, on: dt.date) -> When:
    if part != Part.OWES:
        return When.WAITING
    if day is None:
        return When.NO_DATE
    if day < on:
        return When.OVERDUE
    sunday = on + dt.timedelta(days=6 - on.weekday())
    return When.THIS_WEEK if day <= sunday else When.LATER


def _pressing(one: Owed) -> tuple[int, dt.date, str, str]:
    return list(When).index(one.state), one.day or dt.date.max, one.movement, one.clause


def assigned(version: Version, *, on: dt.date) -> list[Obligation]:
    """The obligations of a version with whoever has a part in each, and whether a unit of that day owes it."""
    rows = version.obligations.select_related("fact__document").prefetch_related("assignments__unit")
    found = list(rows.order_by(F("fact__start").asc(nulls_last=True), "pk"))
    for row in found:
        row.owed = any(
            one.part == Part.OWES and (one.unit.ends_on is None or one.unit.ends_on > on)
            for one in row.assignments.all()
        )
    return found
