"""Say which movement a movement carries down, and compare their plans."""

from django.db import transaction
from django.utils import timezone

from thidua.base.log import record
from thidua.lineage.models import Lineage
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact, Movement, Verdict, Version
from thidua.people.access import allow
from thidua.people.models import Unit, User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.plan_reader.compare import as_json, compare
from thidua.plan_reader.paragraphs import unpack
from thidua.plan_reader.reading import Fact as ReadFact
from thidua.plan_reader.reading import PlanReading, Source, Span


class Circle(ValueError):
    """A movement would be carried down from itself."""


@transaction.atomic
def set_parent(movement: Movement, parent: Movement | None, *, by: User) -> Movement:
    """Say which movement this one carries down; a movement above cannot stand below itself."""
    allow(by, Permission.PLAN_CONFIRM, at=movement.unit)
    hold(Unit.objects.get(path=movement.unit.lineage()[0]))  # two at once could close a circle between them
    held = hold(movement)
    above = Movement.objects.get(pk=parent.pk) if parent else None
    while above is not None:
        if above.pk == held.pk:
            raise Circle
        above = above.parent
    before, held.parent = held.parent_id, parent
    held.save(update_fields=["parent"])
    record("movement.set_parent", held, by=by, before=before, after=parent.pk if parent else None)
    return held


def trace(version: Version, *, by: User) -> Lineage | None:
    """Compare a plan with its parent's version in force; before the transaction, as it takes a while."""
    parent = version.movement.parent
    above = parent.versions.filter(state=Stage.LIVE).first() if parent else None
    if above is None:
        return None
    return _keep(version, above, as_json(compare(as_reading(above), as_reading(version))), by)


@transaction.atomic
def _keep(version: Version, above: Version, found: dict, by: User) -> Lineage:
    allow(by, Permission.PLAN_OPEN, at=version.unit)
    hold(version)
    dropped = sum(row["status"] == "missing" for row in found["rows"])
    values = {"parent": above, "rows": found["rows"], "copied": found["copied"], "dropped": dropped}
    values["compared_at"] = timezone.now()
    lineage, _new = Lineage.objects.update_or_create(child=version, defaults=values)
    record("version.trace", version, by=by, parent=above.pk, copied=found["copied"], dropped=dropped)
    return lineage


def as_reading(version: Version) -> PlanReading:
    """A version as the reader would give it, with what the persons said in place of what was read."""
    facts = version.facts.exclude(verdict=Verdict.REJECTED).order_by("position")
    root = unpack(version.outline, version.text)
    return PlanReading(Source(version.text, (), version.origin), root, tuple(_read(fact) for fact in facts))


def _read(fact: Fact) -> ReadFact:
    spans = tuple(Span(start, end) for start, end in fact.spans)
    return ReadFact(fact.field, fact.values, fact.clause or None, spans, fact.confidence)
