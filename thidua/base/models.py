"""Columns of the log of acts, of kept files and of acts sent twice."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from thidua.base.fields import KeyField


class AppendOnly(TypeError):
    """The log is only ever added to."""


class EventQuerySet(models.QuerySet["Event"]):
    def update(self, **kwargs: Any) -> int:
        """Refuse."""
        raise AppendOnly("an event is never changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnly("an event is never removed")


class Event(models.Model):
    """One act, told by keys and words: no foreign keys, so that the log never blocks and never breaks."""

    name = KeyField(max_length=80)
    at = models.DateTimeField()
    actor = KeyField(max_length=80)
    actor_words = models.CharField(max_length=200)
    role = KeyField(max_length=200, blank=True)
    unit = KeyField(max_length=80, blank=True)
    unit_words = models.CharField(max_length=300, blank=True)
    item = KeyField(max_length=80)
    item_words = models.CharField(max_length=500)
    why = models.TextField(blank=True)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["item", "id"], name="event_of_item"),
            models.Index(fields=["actor", "id"], name="event_of_actor"),
            models.Index(fields=["unit", "id"], name="event_of_unit"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.item}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new event; refuse to change one."""
        if not self._state.adding:
            raise AppendOnly("an event is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnly("an event is never removed")


class FileKind(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    TXT = "txt", "TXT"


class StoredFile(models.Model):
    """A name under which somebody handed in some bytes; equal bytes are kept once."""

    sha256 = KeyField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=FileKind.choices)
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sha256", "name"], name="file_once_per_name"),)

    def __str__(self) -> str:
        return self.name


class Once(models.Model):
    """What came of an act that was sent under this key."""

    actor = KeyField(max_length=80)
    key = KeyField(max_length=80)
    at = models.DateTimeField()
    item = KeyField(max_length=80, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["actor", "key"], name="act_once_per_key"),)

    def __str__(self) -> str:
        return self.key
