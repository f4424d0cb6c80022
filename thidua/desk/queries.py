"""What stands on a person's desk: plans to confirm, then obligations by how pressing they are."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.movements.lifecycle import Stage
from thidua.movements.models import Version
from thidua.obligations.queries import Owed, When, obligations_of
from thidua.people.access import units_with
from thidua.people.models import User
from thidua.people.permissions import Permission

YEAR = 250  # working days
TONES = {When.OVERDUE: "late", When.THIS_WEEK: "soon"}
HINTS: dict[str, str | Promise] = {
    When.OVERDUE: _("The day has passed. Do it now, or tell the movement's agency why not."),
    When.WAITING: _("Others act; your unit joins in, receives or passes on."),
    When.NO_DATE: _("The plan names no day for these."),
}


@dataclass(frozen=True)
class Group:
    """Obligations that are equally pressing."""

    key: str
    title: str
    hint: str | Promise
    tone: str
    rows: list[Owed]
    far: list[Owed]  # not due within a year of working days: folded away

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.rows) + len(self.far)


@dataclass(frozen=True)
class Step:
    """What to do next when nothing is owed."""

    title: str | Promise
    text: str | Promise
    action: str | Promise
    href: str


def groups_of(user: User, *, on: dt.date) -> list[Group]:
    """Obligations of the user's units, the most pressing group first; a group without any is left out."""
    owed = obligations_of(user, on=on)
    return [_group(when, rows) for when in When if (rows := [row for row in owed if row.state == when])]


def _group(when: When, rows: list[Owed]) -> Group:
    far = [row for row in rows if row.left is not None and row.left > YEAR]
    near = [row for row in rows if row not in far]
    shown, folded = (near, far) if near else (far, [])
    return Group(when.value, str(when.label), HINTS.get(when, ""), TONES.get(when, ""), shown, folded)


def plans_before(user: User) -> list[Version]:
    """Plans that wait for the user's word, or for another's after he handed them in; the oldest first."""
    seen = units_with(user, Permission.MOVEMENT_VIEW)  # who handed it in may have left since
    his = Q(movement__unit__in=units_with(user, Permission.PLAN_CONFIRM)) | Q(
        handed_in_by=user, movement__unit__in=seen
    )
    waiting = Version.objects.filter(his, state__in=(Stage.READING, Stage.FAILED, Stage.DRAFT))
    return list(waiting.select_related("movement", "handed_in_by").defer("text", "outline").order_by("handed_in_at"))


def next_step(allowed: frozenset[str]) -> Step:
    """Say what a person can do whose desk is empty."""
    if Permission.PLAN_OPEN in allowed:
        return Step(
            _("Nothing to do yet"),
            _("Open a movement from a signed plan. Its deadlines and duties then stand here, each with its clause."),
            _("Open a movement from a plan"),
            reverse("movements:open"),
        )
    if Permission.MOVEMENT_VIEW in allowed:
        return Step(
            _("Nothing to do yet"),
            _("What the open movements ask of your unit will stand here."),
            _("See the movements"),
            reverse("movements:index"),
        )
    return Step(
        _("Nothing to do yet"),
        _("This account looks after units and accounts. It takes no part in the movements."),
        _("See the units"),
        reverse("people:units"),
    )
