"""Facts of a version: how many are decided, which stand where, what differs from the version before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from thidua.movements.models import Fact, Verdict, Version
from thidua.movements.models.facts import DOUBT
from thidua.plan_reader.paragraphs import Block, blocks
from thidua.terms.fields import FIELDS

DOUBTFUL = Q(confidence__lt=DOUBT, read_values__isnull=False)
HEADING = tuple(name for name, field in FIELDS.items() if field.single)
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
    counted = (
        version.facts.order_by()
        .values_list("field")
        .annotate(total=Count("pk"), undecided=Count("pk", filter=waits), doubtful=Count("pk", filter=waits & DOUBTFUL))
    )
    counts = {name: numbers for name, *numbers in counted}
    heads = [counts[name] for name in HEADING if name in counts]
    head = [Group("heading", _("Head of the plan"), *map(sum, zip(*heads, strict=True)))] if heads else []
    rest = [Group(name, str(field.label), *counts[name]) for name, field in FIELDS.items() if name in counts]
    return [*head, *(group for group in rest if group.name not in HEADING)]


def in_group(version: Version, name: str) -> QuerySet[Fact]:
    """The facts of one field; of `doubtful` those that a person should look at first, of `undecided` all that wait."""
    facts = version.facts.select_related("judged_by", "document").order_by(F("start").asc(nulls_last=True), "position")
    if name == "heading" or name in FIELDS:
        return facts.filter(field__in=HEADING if name in HEADING or name == "heading" else (name,))
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


def paper(version: Version, *, only: Sequence[int] | None = None, words: Sequence[int] = ()) -> list[Block]:
    """The document as paragraphs, the words of all facts marked, or of some; words from-to as those of a fact 0."""
    marked = version.facts.exclude(start=None).order_by()
    marked = marked.exclude(verdict=Verdict.REJECTED) if only is None else marked.filter(pk__in=only)
    marks = list(marked.values_list("pk", "spans"))
    if len(words) == 2:
        marks.append((0, [(words[0], min(words[1], len(version.text)))]))
    return blocks(version.text, version.outline, marks)
