"""What the reader passes from stage to stage: frozen data that knows nobody.

Every offset counts characters of `Source.text`, the normalised text made once at the door; no later stage
changes it. A place in it is a `Span`; words that a footnote or page number interrupts have several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


class NotReadable(Exception):
    """The one documented error: the file cannot be read as a plan.

    `str(error)` is one Vietnamese sentence that says what is wrong and what to do; `code` is a stable key.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of the normalised text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, as far as the source knows it. Lengths are in points; None where the source cannot tell."""

    start: int
    end: int
    page: int = 1
    left: float | None = None
    right: float | None = None
    gap: float | None = None  # empty space above the line
    size: float | None = None  # type size
    bold: bool | None = None
    begins: bool | None = None  # True: surely begins a paragraph (Word); False: surely goes on; None: not known
    cells: bool = False  # a table row: its cells are parted by tabs


@dataclass(frozen=True, slots=True)
class Source:
    """A file as one clean text (NFC, `\\n` line ends) with what is known of its lines.

    `origin` is txt, docx, pdf or scan. `altered` are the places where the file's letters were not NFC.
    """

    text: str
    lines: tuple[Line, ...]
    origin: str
    altered: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A joined paragraph: whitespace collapsed, line and page breaks gone, each letter knowing where it stood.

    `at[i]` is the offset of `text[i]` in the source text, so `len(at) == len(text)`. `breaks` are the offsets before
    which something was left out: a page number, a running head, the cells beside.
    """

    text: str
    at: tuple[int, ...]
    breaks: tuple[int, ...] = ()

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Places of `text[start:end]` in the source; more than one where other words stand in between."""
        return pieces(self.at[start:end], self.breaks)


def pieces(at: tuple[int, ...], breaks: tuple[int, ...] = (), gap: int = 8) -> tuple[Span, ...]:
    """Fold a run of offsets into spans, a break or a hole of more than `gap` characters starting a new one.

    A smaller hole is white space: a line end with its indent.
    """
    found: list[Span] = []
    for position in at:
        if found and 0 <= position - found[-1].end <= gap and position not in breaks:
            found[-1] = Span(found[-1].start, position + 1)
        else:
            found.append(Span(position, position + 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the clause tree: a phần, mục, khoản, điểm, dash or table row.

    `path` is the id by the contract (`V.2.b`, empty for the document itself), `label` the printed label as it
    stands (`b)`, `-`, empty), `paragraphs` its own words without the label (the first one is its heading or first
    sentence), `tail` paragraphs that stand after its last child (the closing paragraph).
    """

    path: str
    label: str
    paragraphs: tuple[Passage, ...] = ()
    children: tuple[Clause, ...] = ()
    tail: tuple[Passage, ...] = ()
    kind: str = "item"  # root, part (I., A.), item, dash, table (its rows are children), row, appendix, cover, note

    @property
    def heading(self) -> str:
        """The first paragraph's words, empty where there is none."""
        return self.paragraphs[0].text if self.paragraphs else ""

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing read: its field in the contract, its values, the clause and the exact places of its words.

    `confidence` runs from 0 to 1; below 0.6 a person should look first. `about` is free for the finder to say in
    one Vietnamese sentence why it doubts.
    """

    field: str
    values: Mapping[str, Any]
    clause: str | None
    spans: tuple[Span, ...]
    confidence: float = 1.0
    about: str = ""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The whole reading of one file: source, tree, facts in the contract's fields."""

    source: Source
    root: Clause
    facts: tuple[Fact, ...] = field(default=())

    def of(self, name: str) -> tuple[Fact, ...]:
        """The facts of one field, in printed order."""
        return tuple(fact for fact in self.facts if fact.field == name)
