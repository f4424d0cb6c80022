"""What a plan says, gathered for the page of its movement."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse

from thidua.base.timeline import laid_out
from thidua.movements.models import Fact, Movement, Version
from thidua.movements.models.facts import STANDING
from thidua.plan_reader.paragraphs import quoted
from thidua.rules import dues
from thidua.terms.fields import FIELDS, Occasion
from thidua.terms.wording import clause_words

LONGEST = 120  # characters of a phase's words on the time line


@dataclass(frozen=True)
class Phase:
    """One phase as the time line draws it: places in percent of the whole."""

    text: str
    cite: str
    href: str
    when: str
    left: float
    width: float | None
    tone: str


@dataclass(frozen=True)
class Due:
    """An obligation as the plan states it, with its next day."""

    fact: Fact
    day: dt.date | None
    left: int | None


@dataclass(frozen=True)
class PlanPage:
    """All that a confirmed plan says; `said` holds the scalars by name, `rows` the lists."""

    said: dict[str, Fact]
    heading: list[Fact]
    rows: dict[str, list[Fact]]
    criteria: list[tuple[Fact | None, list[Fact]]]
    awards: list[tuple[str, list[Fact], list[Fact]]]
    phases: list[Phase]
    today: float | None
    obligations: list[Due]


def page_of(version: Version, *, on: dt.date) -> PlanPage:
    """Read everything of one version: one question, however long the plan."""
    rows: dict[str, list[Fact]] = defaultdict(list)
    for fact in version.facts.filter(verdict__in=STANDING).select_related("document", "judged_by"):
        rows[fact.field].append(fact)
    said = {name: facts[0] for name, facts in rows.items() if FIELDS[name].single}
    phases, today = _phases(version, rows["phases"], on)
    awards = _awards(rows["awards"], rows["quotas"])
    owed = [Due(fact, *next_due(fact.values.get("due"), version.movement, on=on)) for fact in rows["obligations"]]
    heading = [fact for name, fact in said.items() if name not in ("movement", "level")]
    heading.sort(key=lambda fact: list(FIELDS).index(fact.field))
    return PlanPage(said, heading, rows, _criteria(rows), awards, phases, today, owed)


def next_due(rule: str | None, movement: Movement, *, on: dt.date) -> tuple[dt.date | None, int | None]:
    """The day on which a rule of this movement is due next, and the working days to it."""
    since = dt.date(movement.first_year, 1, 1) if movement.first_year else None
    until = dt.date(movement.last_year, 12, 31) if movement.last_year else None
    try:
        day = dues.next_day(rule, on=on, since=since, until=until) if rule else None
    except dues.NotADue:  # a date that no calendar has, such as 30 February, read as it is printed
        day = None
    return day, dues.working_days_left(day, on=on) if day else None


def _criteria(rows: dict[str, list[Fact]]) -> list[tuple[Fact | None, list[Fact]]]:
    items: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in rows["criteria_items"]:
        items[fact.values.get("audience") or "", fact.values.get("group") or ""].append(fact)
    grouped: list[tuple[Fact | None, list[Fact]]] = [
        (head, items.pop((head.values.get("audience") or "", head.clause), [])) for head in rows["criteria"]
    ]
    left = [fact for facts in items.values() for fact in facts]
    return [*grouped, (None, left)] if left else grouped


def _awards(awards: list[Fact], quotas: list[Fact]) -> list[tuple[str, list[Fact], list[Fact]]]:
    found = []
    for occasion in Occasion:
        given = [fact for fact in awards if fact.values.get("occasion") == occasion]
        counted = [fact for fact in quotas if fact.values.get("occasion") == occasion]
        if given or counted:
            found.append((str(occasion.label), given, counted))
    return found


def _phases(version: Version, facts: list[Fact], on: dt.date) -> tuple[list[Phase], float | None]:
    rows, today = laid_out([(_day(fact, "start", 0), _day(fact, "end", 1)) for fact in facts], on=on)
    told = [(_heading(version, fact), clause_words(fact.clause), href_of(version, fact), _when(fact)) for fact in facts]
    return [Phase(*words, *row) for words, row in zip(told, rows, strict=True)], today


def _heading(version: Version, fact: Fact) -> str:
    """The first words of the phase as the plan prints them."""
    words = quoted(version.text, fact.spans)
    words = words if words.count("(") == words.count(")") else words.rsplit("(", 1)[0].strip()
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def href_of(version: Version, fact: Fact) -> str:
    """Where a fact's words are lit in the document; empty where it has none."""
    if fact.start is None:
        return ""
    document = reverse("movements:document", args=[version.movement_id, version.ordinal])
    return f"{document}?fact={fact.pk}#fact-{fact.pk}"


def _day(fact: Fact, key: str, side: int) -> dt.date | None:
    try:
        span = dues.span_of(str(fact.values.get(key) or ""))
    except dues.NotADue:
        return None
    return span[side] if span else None


def _when(fact: Fact) -> str:
    return " – ".join(str(fact.values[key]) for key in ("start", "end") if fact.values.get(key))
