"""Who holds which role in which unit, from a day to a day."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.base.constraints import ordered_days, paired
from thidua.base.fields import KeyField
from thidua.people.models.dated import DatedQuerySet
from thidua.people.permissions import Role


class RoleHolding(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="holdings", db_index=False)
    role = KeyField(_("role"), max_length=40)
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="holdings")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("ended on"), null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DatedQuerySet["RoleHolding"].as_manager()

    class Meta:
        verbose_name = _("role held")
        constraints = (
            ordered_days(name="role_days_in_order"),
            paired("taken", name="role_taken_at_and_by"),
        )
        indexes = (models.Index(fields=["user", "role"], name="role_of_user"),)

    def __str__(self) -> str:
        return f"{self.user} · {self.role_words} · {self.unit}"

    @property
    def role_words(self) -> str:
        """Say the role on the screen."""
        return str(Role(self.role).label)
