"""What a person says of a fact: confirm, correct, reject, add, take back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from thidua.base.log import record
from thidua.movements.actions.following import judged
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact, Verdict, Version
from thidua.movements.models.facts import DOUBT
from thidua.people.access import allow
from thidua.people.models import User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.rules.matching import same_values


class NotToBeConfirmed(Exception):
    """This version is in force or gone: what was confirmed in it stays."""


class NoReason(ValueError):
    """A rejection, or an addition without words and document, says why."""


def _held(fact: Fact, by: User) -> Fact:
    """Lock the version first, as every act on it does, then take the fact as it now stands."""
    hold_draft(fact.version, by)
    return hold(fact)


def hold_draft(version: Version, by: User) -> Version:
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
    held = hold_draft(version, by)
    facts = list(held.facts.filter(verdict=Verdict.READ, confidence__gte=DOUBT))
    now = timezone.now()
    for fact in facts:
        fact.verdict, fact.judged_at, fact.judged_by = Verdict.CONFIRMED, now, by
    Fact.objects.bulk_update(facts, ["verdict", "judged_at", "judged_by"], batch_size=200)
    judged(held, facts)
    record("version.confirm_sure", held, by=by, facts=[fact.pk for fact in facts])
    return held
