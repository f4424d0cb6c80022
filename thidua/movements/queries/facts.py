"""Facts of a version: how many are decided, which stand where, what differs from the version before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from thidua.movements.models import Fact, Verdict, Version
from thidua.movements.models.facts import DOUBT
from thidua.plan_reader.paragraphs import Block, blocks
from thidua.terms.fields import FIELDS

DOUBTFUL = Q(confidence__lt=DOUBT, read_values__isnull=False)
PAGE = 40


@dataclass(frozen=True)
class Group:
    """A field of a plan, and how far its facts are decided."""

    name: str
    label: str
    total: int
    undecided: int
    doubtful: int


def groups(version: Version) -> list[Group]:
    """The fields of a version in the order of a plan: one question."""
    waits = Q(verdict=Verdict.READ)
    counted = version.facts.order_by().values_list("field").annotate(
        Count("pk"), Count("pk", filter=waits), Count("pk", filter=waits & DOUBTFUL)
    )  # fmt: skip
    counts = {name: numbers for name, *numbers in counted}
    return [Group(name, str(field.label), *counts[name]) for name, field in FIELDS.items() if name in counts]


def in_group(version: Version, name: str) -> QuerySet[Fact]:
    """The facts of one field; of `doubtful` those that a person should look at first, of `undecided` all that wait."""
    facts = version.facts.select_related("judged_by", "document").order_by(F("start").asc(nulls_last=True), "position")
    if name in FIELDS:
        return facts.filter(field=name)
    waiting = facts.filter(verdict=Verdict.READ)
    return waiting.filter(DOUBTFUL) if name == "doubtful" else waiting


def at_words(version: Version, keys: Sequence[int]) -> QuerySet[Fact]:
    """Some facts of a version by key."""
    return version.facts.filter(pk__in=list(keys)[:PAGE]).select_related("judged_by", "document")


def first_group(found: Sequence[Group]) -> str:
    """Where to begin: at the doubtful, then at the first field with undecided facts."""
    if any(group.doubtful for group in found):
        return "doubtful"
    return next((group.name for group in found if group.undecided), found[0].name if found else "undecided")


def counts(found: Sequence[Group]) -> dict[str, int]:
    """How many facts there are in all, wait, are doubtful, are sure but not confirmed."""
    total, undecided = sum(group.total for group in found), sum(group.undecided for group in found)
    doubtful = sum(group.doubtful for group in found)
    return {"total": total, "undecided": undecided, "doubtful": doubtful, "sure": undecided - doubtful}


def doubted(version: Version) -> frozenset[int]:
    """The facts that a person should look at first."""
    return frozenset(version.facts.order_by().filter(DOUBTFUL, verdict=Verdict.READ).values_list("pk", flat=True))


def paper(version: Version, *, only: Sequence[int] | None = None) -> list[Block]:
    """The document as paragraphs, the words of all facts marked, or of some."""
    marked = version.facts.exclude(start=None).order_by()
    marked = marked.exclude(verdict=Verdict.REJECTED) if only is None else marked.filter(pk__in=only)
    return blocks(version.text, version.outline, list(marked.values_list("pk", "spans")))
