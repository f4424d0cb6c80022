"""Keep obligations in step with confirmed facts, and say who has a part in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from thidua.base.log import record
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact, Version
from thidua.movements.models.facts import STANDING
from thidua.obligations.models import Assignment, Obligation, Part, Reach
from thidua.people.access import allow
from thidua.people.models import Unit, UnitKind, User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.plan_reader.paragraphs import quoted
from thidua.rules.addressing import addressees, keys_of

PARTS = {Part.OWES: "actor", Part.RECEIVES: "to", Part.PASSES: "via", Part.JOINS: "partners"}


def settle(version: Version, facts: Iterable[Fact]) -> None:
    """Let each obligation stand exactly as long as its fact stands, for the acts of this room."""
    facts = [fact for fact in facts if fact.field == "obligations"]
    if not facts:
        return
    standing = [fact for fact in facts if fact.verdict in STANDING]
    before, chosen = _chosen_before(standing), _chosen_here(standing)
    Obligation.objects.filter(fact__in=facts).delete()
    made = Obligation.objects.bulk_create([_obligation(version, fact, before) for fact in standing])
    names = names_around(version.unit)
    Assignment.objects.bulk_create([row for one in made for row in _assigned(one, names, chosen.get(one.fact_id, ()))])


def _chosen_before(facts: list[Fact]) -> dict[int, Obligation]:
    """Obligations of the version before, by the fact that follows theirs."""
    followed = {fact.follows_id: fact.pk for fact in facts if fact.follows_id}
    return {followed[row.fact_id]: row for row in Obligation.objects.filter(fact__in=followed)}


def _chosen_here(facts: list[Fact]) -> dict[int, list[Assignment]]:
    """What a person chose for these facts, or else for those of the version before that they follow."""
    own = {fact.pk: fact.pk for fact in facts}
    followed = {fact.follows_id: fact.pk for fact in facts if fact.follows_id}
    found: dict[int, list[Assignment]] = {}
    for source in (followed, own):
        rows: dict[int, list[Assignment]] = {}
        chosen = Assignment.objects.filter(obligation__fact__in=source, chosen_by__isnull=False)
        for row in chosen.select_related("obligation"):
            rows.setdefault(source[row.obligation.fact_id], []).append(row)
        found |= rows
    return found


def _obligation(version: Version, fact: Fact, before: dict[int, Obligation]) -> Obligation:
    said = {key: value or "" for key, value in fact.values.items()}
    return Obligation(
        version=version,
        fact=fact,
        follows=before.get(fact.pk),
        kind=said.get("kind", ""),
        actor=said.get("actor", ""),
        to=said.get("to", ""),
        via=said.get("via", ""),
        partners=said.get("with", ""),
        due=said.get("due", ""),
        clause=fact.clause,
        words=quoted(version.text, fact.spans),
    )


def names_around(unit: Unit) -> dict[str, list[int]]:
    """Names by which a plan of this unit may call bodies: itself, those under it, and those over and beside it."""
    near = Q(pk=unit.pk) | Q(parent=unit) | Q(pk=unit.parent_id)
    beside = Q(parent=unit.parent_id, parent__isnull=False) & ~Q(kind=UnitKind.COMMITTEE)
    over = unit.parent.locality if unit.parent else ""
    names: dict[str, list[int]] = {}
    for one in Unit.objects.on(timezone.localdate()).filter(near | beside).select_related("parent"):
        locality = one.locality or (one.parent.locality if one.parent_id else "") or over
        committee = one.kind == UnitKind.COMMITTEE and one.pk != unit.pk
        for key in keys_of((one.name, one.short_name), locality=locality, plain=not committee):
            if one.pk not in names.setdefault(key, []):
                names[key].append(one.pk)
    return names


def _assigned(one: Obligation, names: dict[str, list[int]], kept: Iterable[Assignment]) -> list[Assignment]:
    rows = [
        Assignment(obligation=one, part=row.part, unit_id=row.unit_id, reach=row.reach, kind=row.kind,
                   chosen_at=row.chosen_at, chosen_by_id=row.chosen_by_id)
        for row in kept
    ]  # fmt: skip
    chosen = {row.part for row in kept}
    for part, column in PARTS.items():
        for found in addressees(getattr(one, column), names) if part not in chosen else ():
            unit = found.unit or one.version.movement.unit_id
            rows.append(Assignment(obligation=one, part=part, unit_id=unit, reach=found.reach, kind=found.kind))
    return rows


@dataclass(frozen=True)
class Choice:
    """Units that a person says have a part."""

    unit: Unit
    reach: str = Reach.ITSELF
    kind: str = ""


class Past(Exception):
    """The version was replaced or put away: what was asked under it stays as it was."""


class OutOfReach(Exception):
    """A unit that the plan's issuer cannot bind."""


@transaction.atomic
def assign(obligation: Obligation, part: Part, choices: Iterable[Choice], *, by: User) -> Obligation:
    """Say who has this part in an obligation, in place of what was matched or chosen before."""
    allow(by, Permission.PLAN_CONFIRM, at=obligation.unit)
    if hold(obligation.version).state not in (Stage.DRAFT, Stage.LIVE):
        raise Past
    held = hold(obligation)
    choices = list(dict.fromkeys(choices))
    if part == Part.OWES and any(not held.unit.covers(choice.unit) for choice in choices):
        raise OutOfReach
    now = timezone.now()
    rows = Assignment.objects.filter(obligation=held, part=part)
    before = [str(row.unit) for row in rows.select_related("unit")]
    rows.delete()
    Assignment.objects.bulk_create(
        Assignment(obligation=held, part=part, unit=choice.unit, reach=choice.reach, kind=choice.kind,
                   chosen_at=now, chosen_by=by)
        for choice in choices
    )  # fmt: skip
    after = [f"{choice.unit} ({choice.reach} {choice.kind})".replace(" )", ")") for choice in choices]
    record("obligation.assign", held, by=by, part=part, before=before, after=after)
    return held
