"""What a person says of a fact: confirm, correct, reject, add, take back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from thidua.base.files import keep
from thidua.base.log import record
from thidua.movements.actions.following import judged
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Document, Fact, Movement, Verdict, Version
from thidua.movements.models.facts import DOUBT
from thidua.people.access import allow
from thidua.people.models import User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.plan_reader.paragraphs import clause_at
from thidua.rules.matching import same_values


class NotToBeConfirmed(Exception):
    """This version is in force or gone: what was confirmed in it stays."""


class NoReason(ValueError):
    """A rejection, or an addition without words and document, says why."""


def _held(fact: Fact, by: User) -> Fact:
    """Lock the version first, as every act on it does, then take the fact as it now stands."""
    _draft(fact.version, by)
    return hold(fact)


def _draft(version: Version, by: User) -> Version:
    allow(by, Permission.PLAN_CONFIRM, at=version.unit)
    held = hold(version)
    if held.state != Stage.DRAFT:
        raise NotToBeConfirmed
    return held


@transaction.atomic
def confirm(fact: Fact, *, by: User) -> Fact:
    """Say that a fact is as it was read."""
    held = _held(fact, by)
    if held.read_values is None:
        return held  # an added fact is its author's word already
    return _judge(held, Verdict.CONFIRMED, by=by, values=held.read_values)


@transaction.atomic
def correct(fact: Fact, values: Mapping[str, Any], *, by: User, reason: str = "") -> Fact:
    """Say what a fact should say; what was read is kept beside it."""
    held = _held(fact, by)
    if held.read_values is None:
        return _judge(held, Verdict.ADDED, by=by, values=values, reason=reason or held.reason)
    if same_values({**held.read_values, **values}, held.read_values, ignoring=()):
        return _judge(held, Verdict.CONFIRMED, by=by, values=held.read_values)
    return _judge(held, Verdict.CORRECTED, by=by, values={**held.read_values, **values}, reason=reason)


@transaction.atomic
def reject(fact: Fact, *, reason: str, by: User) -> Fact:
    """Say that the plan does not say this, and why."""
    if not reason.strip():
        raise NoReason
    return _judge(_held(fact, by), Verdict.REJECTED, by=by, reason=reason.strip())


@transaction.atomic
def undo(fact: Fact, *, by: User) -> Fact | Version:
    """Take back what was said of a fact; one that was added goes, and its version is what stays."""
    held = _held(fact, by)
    if held.read_values is None:
        record("fact.remove", held, by=by, before=held.values)
        held.delete()
        return held.version
    return _judge(held, Verdict.READ, by=by, values=held.read_values)


def _judge(
    fact: Fact, verdict: Verdict, *, by: User, values: Mapping[str, Any] | None = None, reason: str = ""
) -> Fact:
    before = {"verdict": fact.verdict, "values": fact.values}
    fact.verdict, fact.reason = verdict, reason
    fact.values = dict(values) if values is not None else fact.values
    fact.judged_at, fact.judged_by = (None, None) if verdict == Verdict.READ else (timezone.now(), by)
    fact.save(update_fields=["verdict", "reason", "values", "judged_at", "judged_by"])
    judged(fact.version, [fact])
    after = {"verdict": fact.verdict, "values": fact.values}
    record(f"fact.{_VERBS[verdict]}", fact, by=by, why=reason, before=before, after=after)
    return fact


_VERBS = {
    Verdict.READ: "undo",
    Verdict.CONFIRMED: "confirm",
    Verdict.CORRECTED: "correct",
    Verdict.ADDED: "add",
    Verdict.REJECTED: "reject",
}


@transaction.atomic
def confirm_sure(version: Version, *, by: User) -> Version:
    """Confirm every undecided fact that the reader did not doubt."""
    held = _draft(version, by)
    facts = list(held.facts.filter(verdict=Verdict.READ, confidence__gte=DOUBT))
    now = timezone.now()
    for fact in facts:
        fact.verdict, fact.judged_at, fact.judged_by = Verdict.CONFIRMED, now, by
    Fact.objects.bulk_update(facts, ["verdict", "judged_at", "judged_by"], batch_size=200)
    judged(held, facts)
    record("version.confirm_sure", held, by=by, facts=[fact.pk for fact in facts])
    return held


@dataclass(frozen=True, kw_only=True)
class Addition:
    """A fact that the reader did not find, with where it comes from: words, another document, or a reason."""

    field: str
    values: Mapping[str, Any]
    words: tuple[int, int] | None = None
    document: Document | None = None
    reason: str = ""


@transaction.atomic
def add(version: Version, new: Addition, *, by: User) -> Fact:
    """Add a fact to a version that is still to be confirmed."""
    return _add(_draft(version, by), new, by)


@transaction.atomic
def add_obligation(movement: Movement, new: Addition, *, by: User) -> Fact:
    """Add an obligation to a movement that is open, as its standing agency."""
    allow(by, Permission.OBLIGATION_ADD, at=movement.unit)
    version = hold(movement).versions.filter(state=Stage.LIVE).first()
    if version is None or new.field != "obligations":
        raise NotToBeConfirmed
    return _add(version, new, by)


def _add(version: Version, new: Addition, by: User) -> Fact:
    if new.words is None and new.document is None and not new.reason.strip():
        raise NoReason
    last = version.facts.filter(field=new.field).aggregate(last=Max("position"))["last"]
    fact = Fact(
        version=version,
        field=new.field,
        position=0 if last is None else last + 1,
        clause=clause_at(version.outline, new.words[0]) if new.words else "",
        start=new.words[0] if new.words else None,
        spans=[list(new.words)] if new.words else [],
        values={key: value for key, value in new.values.items() if value not in (None, "", [])},
        document=new.document,
    )
    fact.verdict, fact.judged_at, fact.judged_by, fact.reason = Verdict.ADDED, timezone.now(), by, new.reason.strip()
    fact.save()
    judged(version, [fact])
    record("fact.add", fact, by=by, why=fact.reason, after=fact.values, words=new.words)
    return fact


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Another document as handed in."""

    content: bytes
    name: str
    title: str
    number: str = ""
    dated_on: Any = None


@transaction.atomic
def add_document(movement: Movement, paper: Paper, *, by: User) -> Document:
    """Keep another document beside a movement, as a source of facts."""
    allow(by, Permission.PLAN_CONFIRM, at=movement.unit)
    document = Document.objects.create(
        movement=hold(movement),
        file=keep(paper.content, name=paper.name),
        title=paper.title,
        number=paper.number,
        dated_on=paper.dated_on,
        added_at=timezone.now(),
        added_by=by,
    )
    record("document.add", document, by=by, title=paper.title, number=paper.number)
    return document
