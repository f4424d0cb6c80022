"""Add to a plan what it does not state: a fact with its source, another document, an obligation later on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from thidua.base.files import keep
from thidua.base.log import record
from thidua.movements.actions.facts import NoReason, NotToBeConfirmed, hold_draft
from thidua.movements.actions.following import judged
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Document, Fact, Movement, Verdict, Version
from thidua.people.access import allow
from thidua.people.models import User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.plan_reader.paragraphs import clause_at


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
    return _add(hold_draft(version, by), new, by)


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
