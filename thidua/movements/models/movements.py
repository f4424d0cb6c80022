"""A movement, the versions of its plan, and the other papers that stand behind added facts."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.base.constraints import paired
from thidua.base.fields import KeyField
from thidua.movements.lifecycle import MOVEMENT, PENDING, VERSION, Stage, State
from thidua.people.models import Unit
from thidua.viet.sort import sort_key
from thidua.viet.text import fold


class Movement(models.Model):
    """What a plan launches; it belongs to the unit that issued the plan."""

    LIFECYCLE = MOVEMENT

    name = models.CharField(_("name"), max_length=1000)
    folded = models.CharField(max_length=2000, editable=False)
    sort_key = KeyField(max_length=600, editable=False)  # an index of PostgreSQL holds no more
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="movements")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("movement")
        indexes = (
            models.Index(fields=["unit", "state"], name="movement_of_unit"),
            models.Index(fields=["sort_key", "id"], name="movement_by_name"),
        )

    def __str__(self) -> str:
        return self.name

    def call(self, name: str) -> None:
        """Take a name, and what it is searched and sorted by; the caller saves."""
        self.name = name[:1000]
        self.folded, self.sort_key = fold(self.name), sort_key(self.name)[:600]


class Version(models.Model):
    """One signed state of a movement's plan: its file, the text that spans point into, and how far it got."""

    LIFECYCLE = VERSION

    movement = models.ForeignKey(Movement, models.PROTECT, related_name="versions")
    ordinal = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=16, choices=Stage)
    file = models.ForeignKey("base.StoredFile", models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")
    origin = models.CharField(max_length=8, blank=True)
    text = models.TextField(blank=True)
    outline = models.JSONField(default=dict)  # the clause tree, as offsets into the text
    number = models.CharField(_("number"), max_length=100, blank=True)
    dated_on = models.DateField(_("date"), null=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages_all = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(null=True)  # the last sign of life of whoever reads
    error = models.TextField(blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("version of a plan")
        constraints = (
            models.UniqueConstraint(fields=["movement", "ordinal"], name="version_once_per_ordinal"),
            models.UniqueConstraint(fields=["movement"], condition=Q(state=Stage.LIVE), name="version_one_live"),
            models.UniqueConstraint(fields=["movement"], condition=Q(state__in=PENDING), name="version_one_pending"),
            paired("accepted", name="version_accepted_at_and_by"),
        )

    def __str__(self) -> str:
        return f"{self.movement} · {self.ordinal}"

    @property
    def unit(self) -> Unit:
        """The unit at which one may act on this version."""
        return self.movement.unit


class Document(models.Model):
    """Another paper of a movement (công văn, hướng dẫn), the source of facts that the plan does not state."""

    movement = models.ForeignKey(Movement, models.PROTECT, related_name="documents")
    file = models.ForeignKey("base.StoredFile", models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=500)
    number = models.CharField(_("number"), max_length=100, blank=True)
    dated_on = models.DateField(_("date"), null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("document of a movement")

    def __str__(self) -> str:
        return f"{self.number} · {self.title}" if self.number else self.title

    @property
    def unit(self) -> Unit:
        """The unit at which one may act on this document."""
        return self.movement.unit
