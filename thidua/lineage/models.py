"""What of a parent plan stands in its child."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lineage(models.Model):
    """Two plans as compared once: rows of what is the same, adapted, missing and new."""

    child = models.OneToOneField("movements.Version", models.PROTECT, related_name="lineage")
    parent = models.ForeignKey("movements.Version", models.PROTECT, related_name="+")
    rows = models.JSONField(default=list)
    copied = models.FloatField()  # the share of the parent's text that stands in the child word for word
    dropped = models.PositiveIntegerField()
    compared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lineage")

    def __str__(self) -> str:
        return f"{self.child} ← {self.parent}"
