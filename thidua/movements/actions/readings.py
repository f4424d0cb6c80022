"""What was read in a file becomes facts of its version; a scan is read by a task, with a sign of life on each page."""

import datetime as dt
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from thidua.base.files import path_of
from thidua.movements.actions.following import judged
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Fact, Fault, Movement, Verdict, Version
from thidua.people.models import User
from thidua.people.moves import hold, move
from thidua.plan_reader import paragraphs
from thidua.plan_reader.faults import Fault as PlanFault
from thidua.plan_reader.isolated import examine_isolated
from thidua.plan_reader.reading import NotReadable, PlanReading
from thidua.rules.matching import POSITIONAL, Saying, match, same_values
from thidua.terms.fields import FIELDS

STALE = dt.timedelta(minutes=3)  # one page takes half a minute at the very worst
TRIES = 3
MEGABYTES = 1024  # of addresses; what is truly used stays far below
logger = logging.getLogger(__name__)


def name_in(reading: PlanReading | None) -> str:
    """The movement's name as read, or the plan's title."""
    named = (*reading.of("movement"), *reading.of("title")) if reading else ()
    return next((str(fact.values["value"]) for fact in named if fact.values.get("value")), "")


def store(version: Version, reading: PlanReading, faults: Sequence[PlanFault]) -> None:
    """Write text, clause tree, facts and faults, for the acts of this room."""
    version.text, version.outline = reading.source.text, paragraphs.pack(reading.root)
    version.origin = reading.source.origin
    version.save(update_fields=["text", "outline", "origin"])
    _carry_over(version, _facts(version, reading))
    Fault.objects.bulk_create(
        Fault(version=version, position=position, kind=fault.kind, severity=fault.severity, clause=fault.clause or "",
              quote=fault.quote, start=fault.span.start if fault.span else None,
              end=fault.span.end if fault.span else None, message=fault.message, advice=fault.advice)
        for position, fault in enumerate(faults)
    )  # fmt: skip


def _facts(version: Version, reading: PlanReading) -> list[Fact]:
    return [
        Fact(
            version=version,
            field=fact.field,
            position=position,
            clause=fact.clause or "",
            start=fact.spans[0].start if fact.spans else None,
            spans=[[span.start, span.end] for span in fact.spans],
            confidence=fact.confidence,
            about=fact.about,
            read_values=_plain(fact.values),
            values=_plain(fact.values),
        )
        for position, fact in enumerate(reading.facts)
        if fact.field in FIELDS
    ]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the database keeps them, so that read and kept compare equal."""
    return {
        key: list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, dt.date) else value
        for key, value in values.items()
    }


def _carry_over(version: Version, facts: list[Fact]) -> None:
    """Pair the facts with those of the version before; what a person said of the same fact holds again."""
    before = list(version.follows.facts.all()) if version.follows else []
    old = {fact.pk: fact for fact in before}
    read = [_saying(fact.pk, fact) for fact in before if fact.read_values is not None]
    pairs = match(read, [_saying(number, fact) for number, fact in enumerate(facts)])
    for number, key in pairs.items():
        _follow(facts[number], old[key])
    again = [_added_again(version, fact) for fact in before if fact.verdict == Verdict.ADDED]
    kept = Fact.objects.bulk_create([*facts, *(fact for fact in again if fact)])
    judged(version, kept)


def _saying(key: int, fact: Fact) -> Saying:
    return Saying(key, fact.field, fact.clause, fact.read_values or {}, FIELDS[fact.field].single)


def _follow(fact: Fact, old: Fact) -> None:
    fact.follows = old
    if old.verdict != Verdict.READ and same_values(fact.values, old.read_values or {}):
        printed = {key: fact.values[key] for key in POSITIONAL if key in fact.values}
        fact.verdict, fact.values, fact.reason = old.verdict, {**old.values, **printed}, old.reason
        fact.judged_at, fact.judged_by_id = old.judged_at, old.judged_by_id


def _added_again(version: Version, old: Fact) -> Fact | None:
    """An added fact in the new version: at its words where they still stand, or by its document or reason."""
    words = paragraphs.quoted(old.version.text, old.spans)
    place = next(iter(paragraphs.find_words(version.text, words)), None)
    if place is None and not old.document_id and not old.reason:
        return None
    fact = Fact(version=version, field=old.field, position=old.position, values=old.values, follows=old)
    fact.verdict, fact.reason, fact.document_id = Verdict.ADDED, old.reason, old.document_id
    fact.judged_at, fact.judged_by_id = old.judged_at, old.judged_by_id
    if place:
        fact.start, fact.spans = place[0], [list(place)]
        fact.clause = paragraphs.clause_at(version.outline, place[0])
    return fact


@task()
def read_scan(key: int, user: int) -> None:
    """Read a version's scanned pages for whoever asked for it; run twice, the second finds nothing left to do."""
    version = Version.objects.filter(pk=key, state=Stage.READING).select_related("file").first()
    if version is None:
        return
    beat(key)
    by = User.objects.get(pk=user)
    try:
        path, tell = path_of(version.file), lambda done, of: beat(key, done, of)
        told = examine_isolated(path, seconds=STALE.total_seconds(), megabytes=MEGABYTES, progress=tell)
    except NotReadable as error:
        fail(key, str(error), by=by)
        return
    finish(key, *told, by=by)


@task()
def watch(key: int) -> None:
    """Look after a reading until it has ended: one whose worker died is queued again."""
    sweep(now=timezone.now())
    if Version.objects.filter(pk=key, state=Stage.READING).exists():
        watch.using(run_after=timezone.now() + STALE).enqueue(key)


def begin(version: Version) -> None:
    """Queue a reading, and somebody to look after it."""
    key = version.pk
    read_scan.enqueue(key, version.handed_in_by_id)
    watch.using(run_after=timezone.now() + STALE).enqueue(key)


def beat(key: int, done: int = 0, of: int = 0) -> None:
    """Give a sign of life, with how far the reading is."""
    Version.objects.filter(pk=key, state=Stage.READING).update(read_at=timezone.now(), pages_done=done, pages_all=of)


@transaction.atomic
def finish(key: int, reading: PlanReading, faults: Sequence[PlanFault] = (), *, by: User) -> None:
    """Take in what a task has read, unless another run was quicker."""
    movement = hold(Movement.objects.get(versions=key))
    version = hold(Version(pk=key))
    if version.state != Stage.READING:
        return
    if movement.state == State.DRAFT and (name := name_in(reading)):
        movement.call(name)
        movement.save(update_fields=["name", "folded", "sort_key"])
    store(move(version, "read", by=by, facts=len(reading.facts)), reading, faults)


@transaction.atomic
def fail(key: int, sentence: str, *, by: User) -> None:
    """Note why a file could not be read."""
    version = hold(Version(pk=key))
    if version.state == Stage.READING:
        version.error = sentence
        version.save(update_fields=["error"])
        move(version, "fail", by=by, why=sentence)


@transaction.atomic
def retry(version: Version, *, by: User) -> Version:
    """Read a file again."""
    Version.objects.filter(pk=version.pk).update(error="", read_at=timezone.now(), pages_done=0, pages_all=0)
    again = move(version, "retry", by=by)
    transaction.on_commit(lambda: read_scan.enqueue(version.pk, by.pk))
    return again


def is_stale(version: Version) -> bool:
    """Whether whoever reads it has given no sign of life for too long."""
    return (version.read_at or version.handed_in_at) < timezone.now() - STALE


def sweep(*, now: dt.datetime) -> int:
    """Queue again what stopped giving signs of life; give up after some tries."""
    silent = Version.objects.annotate(alive=Coalesce("read_at", "handed_in_at")).filter(
        state=Stage.READING, alive__lt=now - STALE
    )
    swept = 0
    for version in silent.select_related("handed_in_by"):
        try:
            swept += _revive(version, now)
        except PermissionDenied:  # who handed it in may no longer: it waits for somebody who may
            logger.warning("version %s waits: its reader stopped, and who handed it in has left", version.pk)
    return swept


@transaction.atomic
def _revive(version: Version, now: dt.datetime) -> bool:
    held = hold(version)
    if held.state != Stage.READING or (held.read_at or held.handed_in_at) >= now - STALE:
        return False
    if held.tries + 1 >= TRIES:
        fail(
            held.pk,
            _("Reading stopped several times. Hand in a clearer scan or the original file."),
            by=held.handed_in_by,
        )
        return False
    held.tries += 1
    held.save(update_fields=["tries"])
    retry(held, by=held.handed_in_by)
    return True
