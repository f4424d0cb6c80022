"""What is owed by a plan, and by whom.

What a unit owes is never copied into a row for each unit and period: it is computed from obligation × assignment ×
unit × due rule.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.base.constraints import paired
from thidua.base.fields import KeyField
from thidua.people.models import Unit, UnitKind


class Obligation(models.Model):
    """An act with an actor that can be tracked; it stands exactly as long as its fact stands."""

    version = models.ForeignKey("movements.Version", models.PROTECT, related_name="obligations")
    fact = models.OneToOneField("movements.Fact", models.CASCADE, related_name="obligation")
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="followed_by")
    kind = KeyField(max_length=24)
    actor = models.TextField(blank=True)
    to = models.TextField(blank=True)
    via = models.TextField(blank=True)
    partners = models.TextField(blank=True)  # who joins (phối hợp)
    due = KeyField(max_length=24, blank=True)
    clause = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)

    owed: bool  # whether anybody owes it, where a query has asked

    class Meta:
        verbose_name = _("obligation")
        indexes = (models.Index(fields=["version", "kind"], name="obligation_of_version"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.clause}".strip()

    @property
    def unit(self) -> Unit:
        """The unit at which one may act on this obligation."""
        return self.version.movement.unit


class Part(models.TextChoices):
    """What a unit has to do with an obligation."""

    OWES = "owes", _("owes it")
    JOINS = "joins", _("joins in")
    RECEIVES = "receives", _("receives it")
    PASSES = "passes", _("passes it on")


class Reach(models.TextChoices):
    """Which units an assignment means, seen from the one it names."""

    ITSELF = "itself", _("this unit")
    CHILDREN = "children", _("units directly under it")
    BELOW = "below", _("all units under it")


class Assignment(models.Model):
    """Who has a part in an obligation: one unit, or all of a kind under it."""

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="assignments")
    part = models.CharField(max_length=12, choices=Part)
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    reach = models.CharField(max_length=12, choices=Reach, default=Reach.ITSELF)
    kind = models.CharField(max_length=16, choices=UnitKind, blank=True)  # empty: of every kind
    chosen_at = models.DateTimeField(null=True)  # empty: matched by the words of the plan
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("assignment")
        constraints = (
            paired("chosen", name="assignment_chosen_at_and_by"),
            models.UniqueConstraint(fields=["obligation", "part", "unit", "reach", "kind"], name="assignment_once"),
        )
        indexes = (models.Index(fields=["unit", "reach", "part"], name="assignment_of_unit"),)

    def __str__(self) -> str:
        return f"{self.part}: {self.unit}"
