"""What holds from a day to a day."""

import datetime as dt
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

M = TypeVar("M", bound=models.Model)


class DatedQuerySet(models.QuerySet[M]):
    """Rows in force from `starts_on` (empty: since before memory) until the day before `ends_on` (empty: still)."""

    def on(self, day: dt.date) -> Self:
        """Keep what is in force on that day."""
        began, goes_on = Q(starts_on__isnull=True) | Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gt=day)
        return self.filter(began, goes_on)
