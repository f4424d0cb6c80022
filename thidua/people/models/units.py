"""Units of the tree, each row one unit as it was from a day to a day.

A unit that is renamed, moved, merged or split ends, and another row begins; what was done under the old row keeps its
old name for ever.
"""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.base.constraints import ordered_days
from thidua.base.fields import KeyField
from thidua.people.models.dated import DatedQuerySet

STEP = 4  # characters of one step of a path: 36**4 units under one parent
AFTER_ALL = "~"  # sorts after every path that begins alike


class UnitKind(models.TextChoices):
    COMMITTEE = "committee", _("People's Committee")
    DEPARTMENT = "department", _("Department")
    OFFICE = "office", _("Office of a commune")
    FRONT = "front", _("Fatherland Front or mass organisation")
    PARTY = "party", _("Party body")
    SCHOOL = "school", _("School")
    FORCES = "forces", _("Police or military body")
    SERVICE = "service", _("Public service unit")
    ENTERPRISE = "enterprise", _("Enterprise")
    COOPERATIVE = "cooperative", _("Co-operative")
    OTHER = "other", _("Other body")


class Level(models.TextChoices):
    NATION = "nation", _("National")
    PROVINCE = "province", _("Provincial")
    DISTRICT = "district", _("District (until 30 June 2025)")
    COMMUNE = "commune", _("Commune")


class UnitQuerySet(DatedQuerySet["Unit"]):
    def within(self, paths: Iterable[str]) -> Self:
        """Keep the units at these paths and all below them: ranges of the index, never a pattern."""
        tops: list[str] = []
        for path in sorted(set(paths)):
            if not tops or not path.startswith(tops[-1]):
                tops.append(path)
        ranges = [Q(path__gte=top, path__lt=top + AFTER_ALL) for top in tops]
        return self.filter(reduce(or_, ranges)) if ranges else self.none()

    def held_by(self, user: models.Model, *, on: dt.date) -> Self:
        """Keep the units in which this user himself holds a role on that day, the highest first."""
        held = apps.get_model("people", "RoleHolding").objects.on(on).filter(user=user)
        return self.filter(pk__in=held.values("unit")).order_by("path")

    def above(self, unit: "Unit") -> Self:
        """Keep the units over this one, the root first."""
        return self.filter(path__in=unit.lineage()[:-1]).order_by("path")


class Unit(models.Model):
    name = models.CharField(_("name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    locality = models.CharField(_("locality"), max_length=200, blank=True)  # the land that a committee governs
    folded = models.CharField(max_length=700, editable=False)
    sort_key = KeyField(max_length=1500, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=UnitKind)
    level = models.CharField(_("level"), max_length=16, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", db_index=False
    )  # the index `unit_of_parent` begins with it
    path = KeyField(max_length=64, editable=False)
    code = KeyField(_("organisation code"), max_length=40, blank=True)
    tax_code = KeyField(_("tax code"), max_length=14, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        constraints = (
            ordered_days(name="unit_days_in_order"),
            models.UniqueConstraint(fields=["path"], name="unit_place_in_tree"),
        )
        indexes = (
            models.Index(fields=["parent", "sort_key"], name="unit_of_parent"),
            models.Index(fields=["code"], name="unit_by_code"),
            models.Index(fields=["tax_code"], name="unit_by_tax_code"),
        )

    def __str__(self) -> str:
        return self.name

    def lineage(self) -> list[str]:
        """Give the paths from the root down to this unit."""
        return [self.path[:end] for end in range(STEP, len(self.path) + 1, STEP)]

    def covers(self, other: "Unit") -> bool:
        """Say whether the other is this unit or below it."""
        return other.path.startswith(self.path)
