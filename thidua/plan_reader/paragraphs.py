"""The clause tree as plain data beside the text, and the document as paragraphs whose words know their facts. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.reading import Clause, Passage

Spans = Sequence[tuple[int, int]]


def pack(clause: Clause) -> dict[str, Any]:
    """A clause and all below it as plain data: a passage is the runs of offsets its letters stand at."""
    return {
        "path": clause.path,
        "label": clause.label,
        "kind": clause.kind,
        "paragraphs": [_runs(passage) for passage in clause.paragraphs],
        "children": [pack(child) for child in clause.children],
        "tail": [_runs(passage) for passage in clause.tail],
    }


def unpack(data: dict[str, Any], text: str) -> Clause:
    """The clause again, over its text."""
    return Clause(
        data["path"],
        data["label"],
        tuple(_passage(runs, text) for runs in data["paragraphs"]),
        tuple(unpack(child, text) for child in data["children"]),
        tuple(_passage(runs, text) for runs in data["tail"]),
        data["kind"],
    )


def _runs(passage: Passage) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in passage.at:
        if runs and runs[-1][1] == place:
            runs[-1][1] += 1
        else:
            runs.append([place, place + 1])
    return runs


def _passage(runs: list[list[int]], text: str) -> Passage:
    letters = "".join(text[start:end] for start, end in runs)
    return Passage(
        "".join(" " if letter.isspace() else letter for letter in letters),
        tuple(place for start, end in runs for place in range(start, end)),
    )


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that belong to the same facts; `begins` are those whose first words they are."""

    start: int
    text: str
    facts: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()

    @property
    def keys(self) -> str:
        """The facts, for an attribute."""
        return " ".join(map(str, self.facts))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the document as shown; `kind` loose: header, footnote, recipients, page number."""

    kind: str
    path: str
    depth: int
    label: str
    pieces: tuple[tuple[Segment, ...], ...]


def blocks(text: str, outline: dict[str, Any], marks: Iterable[tuple[int, Spans]]) -> list[Block]:
    """The whole text as paragraphs in printed order, cut where a fact begins or ends."""
    cut = _Cutter(text, marks)
    owned = list(_paragraphs(outline, 0)) if outline else []
    taken = _with_line_starts(text, owned)
    shown = [(pieces[0][0], kind, path, depth, label, pieces) for kind, path, depth, label, pieces in taken if pieces]
    loose = ((start, "loose", "", 0, "", [(start, end)]) for start, end in _left_over(text, [one[5] for one in shown]))
    return [
        Block(kind, path, depth, label, tuple(tuple(cut(start, end)) for start, end in pieces))
        for _, kind, path, depth, label, pieces in sorted([*shown, *loose], key=lambda one: one[0])
    ]


def quoted(text: str, spans: Iterable[Sequence[int]]) -> str:
    """The words of some spans, whitespace collapsed."""
    return " ".join(" ".join(text[start:end] for start, end in spans).split())


def find_words(text: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand, whatever white space lies between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []


def clause_at(outline: dict[str, Any], offset: int) -> str:
    """The clause in which an offset stands, or the empty one."""
    best = ("", -1)
    for _, path, _, _, pieces in _paragraphs(outline, 0) if outline else ():
        if pieces and best[1] < pieces[0][0] <= offset:
            best = (path, pieces[0][0])
    return best[0]


_Paragraph = tuple[str, str, int, str, list[tuple[int, int]]]


def _paragraphs(data: dict[str, Any], depth: int) -> Iterator[_Paragraph]:
    """Kind, path, depth, label still to print, pieces; short holes (line ends) do not part a piece."""
    for number, runs in enumerate(data["paragraphs"]):
        label, kind = (data["label"], data["kind"]) if number == 0 else ("", "more")
        yield kind, data["path"], depth, label, _joined(runs)
    for child in data["children"]:
        yield from _paragraphs(child, depth + 1)
    for runs in data["tail"]:
        yield "tail", data["path"], depth, "", _joined(runs)


def _joined(runs: list[list[int]], hole: int = 8) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for start, end in runs:
        if pieces and 0 <= start - pieces[-1][1] <= hole:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def _with_line_starts(text: str, owned: list[_Paragraph]) -> list[_Paragraph]:
    """Let each piece begin where its line's own words begin, so that printed labels and footnote marks are shown."""
    ends = sorted(end for *_, pieces in owned for _, end in pieces)
    found = []
    for kind, path, depth, label, pieces in owned:
        grown = []
        for start, end in pieces:
            before = ends[bisect_right(ends, start) - 1] if bisect_right(ends, start) else 0
            line = max(text.rfind("\n", 0, start) + 1, before)
            grown.append((line + len(text[line:start]) - len(text[line:start].lstrip()), end))
        printed = bool(grown) and label and label in text[grown[0][0] : grown[0][1]][: len(label) + 8]
        found.append((kind, path, depth, "" if printed else label, grown))
    return found


def _left_over(text: str, taken: list[list[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Lines, or parts of lines, that no paragraph holds."""
    at = 0
    for start, end in [*sorted(piece for pieces in taken for piece in pieces), (len(text), len(text))]:
        yield from _lines(text, at, start)
        at = max(at, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        words = text[start:stop]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = stop + 1


class _Cutter:
    """Cuts a run of text where the facts that cover it change."""

    def __init__(self, text: str, marks: Iterable[tuple[int, Spans]]) -> None:
        self.text = text
        self.spans = sorted((start, end, fact) for fact, spans in marks for start, end in spans if start < end)
        self.begins = {}
        for start, _, fact in reversed(self.spans):
            self.begins[fact] = start
        self.edges = sorted({edge for start, end, _ in self.spans for edge in (start, end)})
        self.covers = self._sweep()

    def _sweep(self) -> dict[int, tuple[int, ...]]:
        """The facts that hold from each edge on."""
        opening: dict[int, list[int]] = {}
        closing: dict[int, list[int]] = {}
        for start, end, fact in self.spans:
            opening.setdefault(start, []).append(fact)
            closing.setdefault(end, []).append(fact)
        covers: dict[int, tuple[int, ...]] = {}
        held: list[int] = []
        for edge in self.edges:
            for fact in closing.get(edge, ()):
                held.remove(fact)
            held.extend(opening.get(edge, ()))
            covers[edge] = tuple(sorted(set(held)))
        return covers

    def __call__(self, start: int, end: int) -> Iterator[Segment]:
        first = bisect_right(self.edges, start)
        inner = [edge for edge in self.edges[first : bisect_right(self.edges, end - 1)] if start < edge < end]
        facts = self.covers[self.edges[first - 1]] if first else ()
        for place, stop in zip([start, *inner], [*inner, end], strict=True):
            facts = self.covers.get(place, facts)
            begins = tuple(fact for fact in facts if place <= self.begins[fact] < stop)
            yield Segment(place, self.text[place:stop], facts, begins)
