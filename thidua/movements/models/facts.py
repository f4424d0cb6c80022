"""What was read in a version, what a person said of it, and the plan's own faults."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.base.constraints import paired
from thidua.base.fields import KeyField
from thidua.people.models import Unit

DOUBT = 0.6  # below it a person looks first


class Verdict(models.TextChoices):
    """What a person said of a fact; only `read` is undecided."""

    READ = "read", _("To be decided")
    CONFIRMED = "confirmed", _("Confirmed")
    CORRECTED = "corrected", _("Corrected")
    ADDED = "added", _("Added")
    REJECTED = "rejected", _("Rejected")


STANDING = (Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.ADDED)


class Fact(models.Model):
    """One thing the plan says: as read, and as a person confirmed it."""

    version = models.ForeignKey("movements.Version", models.PROTECT, related_name="facts")
    field = KeyField(max_length=24)
    position = models.PositiveIntegerField()
    clause = models.CharField(max_length=200, blank=True)
    start = models.PositiveIntegerField(null=True)  # of the first span
    spans = models.JSONField(default=list)
    confidence = models.FloatField(default=1.0)
    about = models.TextField(blank=True)
    read_values = models.JSONField(null=True)
    values = models.JSONField(default=dict)
    verdict = models.CharField(max_length=12, choices=Verdict, default=Verdict.READ)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    document = models.ForeignKey("movements.Document", models.PROTECT, null=True, related_name="facts")
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="followed_by")

    class Meta:
        verbose_name = _("fact")
        constraints = (
            paired("judged", name="fact_judged_at_and_by"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.READ, judged_by__isnull=True)
                | (~Q(verdict=Verdict.READ) & Q(judged_by__isnull=False)),
                name="fact_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.ADDED)
                | Q(start__isnull=False)
                | Q(document__isnull=False)
                | ~Q(reason=""),
                name="fact_added_with_a_source",
            ),
        )
        indexes = (
            models.Index(fields=["version", "field", "position"], name="fact_of_version"),
            models.Index(fields=["version", "verdict"], name="fact_by_verdict"),
        )
        ordering = (F("start").asc(nulls_last=True), "position")

    def __str__(self) -> str:
        return f"{self.field} {self.clause}".strip()

    @property
    def unit(self) -> Unit:
        """The unit at which one may act on this fact."""
        return self.version.movement.unit

    @property
    def doubtful(self) -> bool:
        """Whether the reader itself was not sure."""
        return self.read_values is not None and self.confidence < DOUBT

    @property
    def decided(self) -> bool:
        """Whether a person has said anything of it."""
        return self.verdict != Verdict.READ


class Fault(models.Model):
    """What is wrong in the plan itself, with its quote and what to do; it blocks nothing."""

    version = models.ForeignKey("movements.Version", models.PROTECT, related_name="faults")
    position = models.PositiveIntegerField()
    kind = KeyField(max_length=60)
    severity = KeyField(max_length=20)
    clause = models.CharField(max_length=200, blank=True)
    quote = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    message = models.TextField()
    advice = models.TextField(blank=True)

    class Meta:
        verbose_name = _("fault of a plan")
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.kind} {self.clause}".strip()
