"""What a fault is, and the plan as the finders of faults see it: every word with its clause and its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal

from thidua.plan_reader.reading import Clause, Fact, Passage, PlanReading, Span
from thidua.viet.text import tone

Severity = Literal["error", "warning", "note"]
LONGEST = 160  # characters of a quote; a longer one is cut at a space


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in the plan itself. `quote` stands word for word at `span`, white space collapsed."""

    kind: str
    severity: Severity
    clause: str | None
    quote: str
    spans: tuple[Span, ...]
    message: str
    advice: str

    @property
    def span(self) -> Span:
        return self.spans[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with the clause it stands in; `running` where it is prose and no row of a table."""

    clause: Clause
    passage: Passage
    running: bool = True

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def low(self) -> str:
        return low(self.passage.text)

    @property
    def path(self) -> str | None:
        return self.clause.path or None


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+|[\w-]{1,64}\.(?:vn|com|gov|org|net)\S*", re.IGNORECASE)


def in_address(text: str, at: int) -> bool:
    """Whether a letter belongs to an address of the Web or of mail."""
    return any(start <= at < end for start, end in _addresses(text))


@lru_cache(maxsize=64)
def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(hit.span() for hit in _ADDRESS.finditer(text)) if "." in text or "@" in text else ()


@lru_cache(maxsize=4096)
def low(text: str) -> str:
    """Small letters with the tone in its one place, for searching. Position n in is position n out."""
    return tone("".join(small if len(small := letter.lower()) == 1 else letter for letter in text))


class Plan:
    """A reading with what several finders ask of it, each worked out once."""

    def __init__(self, reading: PlanReading) -> None:
        self.reading = reading
        self.text = reading.source.text

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All paragraphs of the body in printed order."""
        return tuple(_places(self.reading.root))

    @cached_property
    def parents(self) -> dict[int, Clause]:
        """The clause that each clause (by identity) stands in."""
        return {id(child): clause for clause in self.reading.root.walk() for child in clause.children}

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """The first clause of each path."""
        return {clause.path: clause for clause in reversed(tuple(self.reading.root.walk()))}

    @cached_property
    def flat(self) -> str:
        """The whole text with white space collapsed."""
        return " ".join(self.text.split())

    @cached_property
    def day(self) -> dt.date | None:
        """The plan's own date; None where it is blank or not read for sure."""
        for fact in self.reading.of("date"):
            try:
                return dt.date.fromisoformat(str(fact.values.get("value")))
            except ValueError:
                return None
        return None

    def value(self, name: str) -> Any:
        """The plain value of a heading's fact, None where there is none."""
        return next((fact.values.get("value") for fact in self.reading.of(name)), None)

    @property
    def level(self) -> str | None:
        value = self.value("level")
        return str(value) if value else None

    @property
    def scanned(self) -> bool:
        """Whether the words came by OCR, so that a slip may be the machine's."""
        return self.reading.source.origin == "scan"

    def above(self, clause: Clause) -> Iterator[Clause]:
        """The clauses that hold this one, the nearest first."""
        parent = self.parents.get(id(clause))
        while parent is not None:
            yield parent
            parent = self.parents.get(id(parent))

    def context(self, path: str | None) -> str:
        """All words of a clause and the headings above it, for asking whether something is said there."""
        clause = self.clauses.get(path or "")
        if clause is None:
            return ""
        own = [passage.text for passage in (*clause.paragraphs, *clause.tail)]
        return " ".join([*own, *(above.heading for above in self.above(clause) if above.path)])

    def low_context(self, path: str | None) -> str:
        """The context in small letters."""
        return low(self.context(path))

    @staticmethod
    def low_words(words: object) -> str:
        """Words of a fact in small letters, empty where there are none."""
        return low(" ".join(str(words).split())) if words else ""

    def quote(self, spans: Iterable[Span]) -> tuple[str, tuple[Span, ...]]:
        """The longest unbroken piece of these places and its words, cut where it runs on."""
        longest = max(spans, key=lambda span: span.end - span.start)
        words = self.text[longest.start : longest.end]
        start = longest.start + len(words) - len(words.lstrip())
        end = longest.start + len(words.rstrip())
        if end - start > LONGEST:
            cut = re.compile(r"\s").search(self.text, start + LONGEST, end)
            end = cut.start() if cut else end
        return " ".join(self.text[start:end].split()), (Span(start, end),)

    def fault(
        self,
        kind: str,
        severity: Severity,
        at: Place | Fact,
        *,
        span: tuple[int, int] | None = None,
        says: tuple[str, str],
    ) -> Fault:
        """A fault at a paragraph's letters `span` (all of them by default) or at a fact's words."""
        if isinstance(at, Fact):
            quote, spans = self.quote(at.spans)
            return Fault(kind, severity, at.clause, quote, spans, *says)
        quote, spans = self.quote(at.passage.spans(*(span or (0, None))))
        return Fault(kind, severity, at.path, quote, spans, *says)


def _places(clause: Clause) -> Iterator[Place]:
    running = clause.kind not in ("row", "table")
    for passage in clause.paragraphs:
        yield Place(clause, passage, running)
    for child in clause.children:
        yield from _places(child)
    for passage in clause.tail:
        yield Place(clause, passage, running)
