"""The lineage of two plans: what of A stands in B the same, adapted, missing or new, and how much was copied."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import product
from typing import Any, Literal

from thidua.plan_reader.assign import best_pairs
from thidua.plan_reader.reading import Fact, PlanReading
from thidua.viet.text import tone

Status = Literal["same", "adapted", "missing", "new"]
Pair = tuple[int, int]
PARTS = {"contents": "contents", "criteria": "criteria_items", "duties": "duties"}  # awards are matched by form
RUN = 8  # words in a row that count as copied
LEAST = 0.5  # likeness below which two texts are two texts
MANY = 40_000  # pairs beyond which only texts that begin alike are looked at
LONG = 1_000_000  # words of one side times words of the other, beyond which no words are told apart
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one plan; `span` holds them all, `spans` the pieces."""

    clause: str | None
    text: str
    span: Pair
    spans: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words taken out of A and put into B, with their places; None where there are none."""

    removed: str
    added: str
    a: Pair | None
    b: Pair | None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of A and what became of it in B."""

    part: str
    a: Side | None
    b: Side | None
    status: Status
    likeness: float
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """All rows; the share of A's words that stand in B in runs of `RUN` or more, and of B's in A."""

    rows: tuple[Row, ...]
    copied: float
    borrowed: float


def compare(a: PlanReading, b: PlanReading) -> Lineage:
    """Match contents, criteria, awards and duties of A with those of B, best first, each at most once."""
    rows: list[Row] = []
    for part, field in PARTS.items():
        rows += _related(part, [_Item(a, fact) for fact in a.of(field)], [_Item(b, fact) for fact in b.of(field)])
    rows += _awards(a, b)
    return Lineage(tuple(rows), _copied(a, b), _copied(b, a))


def as_json(lineage: Lineage) -> dict[str, Any]:
    """The lineage in the words of the contract."""
    return {"rows": [asdict(row) for row in lineage.rows], "copied": lineage.copied, "borrowed": lineage.borrowed}


class _Item:
    """A fact with its words, made comparable: small letters, one tone placement, no punctuation."""

    def __init__(self, reading: PlanReading, fact: Fact) -> None:
        self.fact, self.source = fact, reading.source.text
        self.group = str(fact.values.get("audience") or "")
        self.actor = str(fact.values.get("actor") or "")

    @cached_property
    def places(self) -> list[Pair]:
        """Where each word stands."""
        return [hit.span() for span in self.fact.spans for hit in _WORD.finditer(self.source, span.start, span.end)]

    @cached_property
    def words(self) -> list[str]:
        return [tone(self.source[start:end].lower()) for start, end in self.places]

    @cached_property
    def grams(self) -> Counter[str]:
        """Words and pairs of words, counted: a cheap likeness."""
        return Counter(self.words) + Counter(map(" ".join, zip(self.words, self.words[1:], strict=False)))

    @property
    def names_actor(self) -> bool:
        """Whether the words themselves say who acts, so that a change of actor shows in them."""
        return _plain(self.actor) in " ".join(self.words)

    @property
    def side(self) -> Side:
        spans = tuple((span.start, span.end) for span in self.fact.spans)
        text = str(self.fact.values.get("text") or " ".join(self.source[start:end] for start, end in spans))
        return Side(self.fact.clause, " ".join(text.split()), _hull(spans), spans)

    def words_between(self, first: int, last: int) -> tuple[str, Pair | None]:
        """The printed words from `first` up to `last` and where they stand."""
        if first >= last:
            return "", None
        words = " ".join(self.source[start:end] for start, end in self.places[first:last])
        return words, (self.places[first][0], self.places[last - 1][1])


def _hull(spans: Sequence[Pair]) -> Pair:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


def _related(part: str, old: list[_Item], new: list[_Item]) -> Iterator[Row]:
    scores = {(i, j): _near(old[i], new[j]) for i, j in _candidates(old, new)}
    pairs = best_pairs({pair: score for pair, score in scores.items() if score >= LEAST / 2})
    matched = {i: row for i, j in pairs.items() if (row := _row(part, old[i], new[j]))}
    taken = {pairs[i] for i in matched}
    for i, item in enumerate(old):
        yield matched.get(i) or Row(part, item.side, None, "missing", 0.0)
    for j, item in enumerate(new):
        if j not in taken:
            yield Row(part, None, item.side, "new", 0.0)


def _candidates(old: list[_Item], new: list[_Item]) -> Iterator[Pair]:
    if len(old) * len(new) <= MANY:
        yield from product(range(len(old)), range(len(new)))
        return
    begins: dict[tuple[str, ...], list[int]] = {}
    for j, item in enumerate(new):
        begins.setdefault(tuple(item.words[:4]), []).append(j)
    for i, item in enumerate(old):
        yield from ((i, j) for j in begins.get(tuple(item.words[:4]), ())[:20])


def _near(a: _Item, b: _Item) -> float:
    """Shared words and pairs of words; the same audience goes before another."""
    total = a.grams.total() + b.grams.total()
    if not total:
        return 1.0  # two texts without a word
    smaller, larger = sorted((a.grams, b.grams), key=len)
    shared = sum(min(count, larger[gram]) for gram, count in smaller.items())
    contained = 0.7 * shared / smaller.total() if len(smaller) >= 2 * RUN else 0.0
    return max(2 * shared / total, contained) * (1.0 if a.group == b.group else 0.8)


def _row(part: str, a: _Item, b: _Item) -> Row | None:
    """The row of a pair; None where the words are too far apart after all."""
    same_actor = _plain(a.actor) == _plain(b.actor)
    if "".join(a.words) == "".join(b.words) and same_actor:  # words that an extractor broke are no change
        return Row(part, a.side, b.side, "same", 1.0)
    likeness, changes = _diff(a, b)
    if likeness < LEAST:
        return None
    if not same_actor and not (a.names_actor and b.names_actor):
        changes = (Change(a.actor, b.actor, None, None), *changes)
    likeness = min(likeness, 0.99) * (1.0 if same_actor else 0.95)
    return Row(part, a.side, b.side, "adapted", round(likeness, 3), changes)


def _diff(a: _Item, b: _Item) -> tuple[float, tuple[Change, ...]]:
    """How alike two texts are, and the words that differ; one held whole in a longer one is still alike."""
    if len(a.words) * len(b.words) > LONG:
        return _near(a, b), ()
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    alike = sum(block.size for block in matcher.get_matching_blocks())
    shorter = min(len(a.words), len(b.words))
    changes = []
    for name, i, i_end, j, j_end in matcher.get_opcodes():
        if name != "equal" and "".join(a.words[i:i_end]) != "".join(b.words[j:j_end]):
            removed, a_span = a.words_between(i, i_end)
            added, b_span = b.words_between(j, j_end)
            changes.append(Change(removed, added, a_span, b_span))
    contained = 0.75 * alike / shorter if shorter >= 1.5 * RUN else 0.0
    return max(matcher.ratio(), contained), tuple(changes)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(tone(words.lower())))


_KINDS = ("flag", "certificate", "order")


def _awards(a: PlanReading, b: PlanReading) -> Iterator[Row]:
    """Awards by occasion and form; the same kind on the same occasion from another giver is adapted."""
    old, new = _forms(a), _forms(b)
    pairs = {key: key for key in old if key in new}
    for key in old:
        free = (one for one in new if one not in pairs.values() and one not in old)
        like = next(
            (one for one in free if key not in pairs and one[0] == key[0] and _kind(one[1]) == _kind(key[1])), None
        )
        if like:
            pairs[key] = like
    for key, side in old.items():
        other = pairs.get(key)
        if other is None:
            yield Row("awards", side, None, "missing", 0.0)
        elif other == key:
            yield Row("awards", side, new[other], "same", 1.0)
        else:
            change = Change(side.text, new[other].text, side.span, new[other].span)
            yield Row("awards", side, new[other], "adapted", 0.5, (change,))
    for key, side in new.items():
        if key not in pairs.values():
            yield Row("awards", None, side, "new", 0.0)


def _forms(reading: PlanReading) -> dict[tuple[str, str], Side]:
    """The first place of each form on each occasion."""
    found: dict[tuple[str, str], Side] = {}
    for fact in reading.of("awards"):
        forms = tuple(fact.values.get("forms") or ())
        spans = tuple((span.start, span.end) for span in fact.spans)
        for index, form in enumerate(forms):
            own = spans[index : index + 1] if len(spans) == len(forms) else spans
            text = " ".join(" ".join(reading.source.text[start:end].split()) for start, end in own)
            found.setdefault((str(fact.values.get("occasion")), str(form)), Side(fact.clause, text, _hull(own), own))
    return found


def _kind(form: str) -> str:
    return next((kind for kind in _KINDS if kind in form), form)


def _copied(a: PlanReading, b: PlanReading) -> float:
    """Share of A's words in paragraphs of B, in runs; shorter paragraphs count when B has them whole."""
    runs: set[tuple[str, ...]] = set()
    for words in _paragraphs(b):
        runs.add(tuple(words))
        runs.update(zip(*(words[shift:] for shift in range(RUN)), strict=False))
    total = copied = 0
    for words in _paragraphs(a):
        total += len(words)
        if tuple(words) in runs:
            copied += len(words)
            continue
        until = 0
        for at, run in enumerate(zip(*(words[shift:] for shift in range(RUN)), strict=False)):
            if run in runs:
                copied += at + RUN - max(until, at)
                until = at + RUN
    return round(copied / total, 4) if total else 0.0


def _paragraphs(reading: PlanReading) -> Iterator[list[str]]:
    for clause in reading.root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            yield _WORD.findall(tone(passage.text.lower()))
