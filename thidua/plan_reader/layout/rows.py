"""Printed lines as the layout works on them: their words, where they stand, what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thidua.plan_reader.reading import Line, Passage, Source
from thidua.viet.text import fold

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_WORD = re.compile(r"\S+")
_WHITE = 4  # characters between two lines that are white space and nothing else
_CELL_GAP = re.compile(r"\t| {4,}")
_ENDS = re.compile(r"[.;:!?…][\"”’')\]¹²³⁴⁵⁶⁷⁸⁹⁰]*$|/\.$")
_BROKEN_NUMBER = re.compile(r"(?:\d|/[A-ZĐ]+|[A-ZĐ]{2,})[-–/]$")
_NUMBER_GOES_ON = re.compile(r"[A-ZĐ]{2,}|QĐ|\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One line without its outer white space. `indent` counts the spaces that stood before it.

    A row of a table has `cells`, each of one or more pieces: a long cell runs over several lines.
    """

    text: str
    start: int
    line: Line
    indent: int = 0
    number: int = -1  # its place among the lines; -1 for a piece of one
    cells: tuple[tuple[Row, ...], ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def capitals(self) -> bool:
        """Whether the line is printed in capitals."""
        return is_capitals(self.text)

    @property
    def ends(self) -> bool:
        """Whether the line closes a sentence or an entry."""
        return bool(_ENDS.search(self.text[-12:]))


def is_capitals(text: str) -> bool:
    """Whether the letters of a text are capitals (one slip in seven is forgiven: a misread letter)."""
    letters = [letter for letter in text[:300] if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.86 * len(letters)


def loose(words: str) -> str:
    """A pattern for folded words that a reading may have broken by spaces or by a 1 for an i."""
    return " ?".join("[i1l]" if letter == "i" else re.escape(letter) for letter in fold(words) if letter != " ")


def rows_of(source: Source) -> tuple[Row, ...]:
    """The lines of a source that hold any word."""
    return tuple(_rows(source))


def _rows(source: Source) -> Iterator[Row]:
    for number, line in enumerate(source.lines):
        words = source.text[line.start : line.end]
        margin = " \n" if line.cells else None  # an empty first cell keeps its tab
        bare = words.lstrip(margin)
        indent = len(words) - len(bare)
        bare = bare.rstrip(margin)
        if bare:
            row = Row(bare, line.start + indent, line, indent, number)
            yield replace(row, cells=split_cells(row, "\t")) if line.cells else row


def segments(row: Row) -> tuple[Row, ...]:
    """The columns of a row that lie beside each other: cells, or words parted by a wide space."""
    found: list[Row] = []
    place = 0
    for gap in _CELL_GAP.finditer(row.text):
        found += _piece(row, place, gap.start())
        place = gap.end()
    found += _piece(row, place, len(row.text))
    return tuple(found)


def _piece(row: Row, start: int, end: int) -> Iterator[Row]:
    words = row.text[start:end]
    bare = words.strip()
    if bare:
        yield Row(bare, row.start + start + words.index(bare[0]), row.line, start or row.indent)


def split_cells(row: Row, mark: str) -> tuple[tuple[Row, ...], ...]:
    """The cells of a row that a mark parts; an empty one has no piece, so that a column keeps its place."""
    cells: list[tuple[Row, ...]] = []
    place = 0
    for words in row.text.split(mark):
        cells.append(tuple(_piece(row, place, place + len(words))))
        place += len(words) + len(mark)
    return tuple(cells)


def passage_of(rows: Iterable[Row]) -> Passage:
    """Rows joined to one running text: white space collapsed, a broken document number made whole."""
    parts: list[str] = []
    at: list[int] = []
    breaks: list[int] = []
    before = -1
    for row in rows:
        if parts and row.number != before + 1:
            breaks.append(row.start)
        before = row.number
        if parts and not splits_number(parts[-1], row.text):
            parts.append(" ")
            at.append(at[-1] + 1)
        _lay(row, parts, at)
    return Passage("".join(parts), tuple(at), tuple(breaks))


def _lay(row: Row, parts: list[str], at: list[int]) -> None:
    first = True
    for word in _WORD.finditer(row.text):
        if not first:
            parts.append(" ")
            at.append(row.start + word.start() - 1)
        parts.append(word[0])
        at.extend(range(row.start + word.start(), row.start + word.end()))
        first = False


def splits_number(before: str, after: str) -> bool:
    """Whether a document's number was broken between two lines: `57-` and `NQ/TW`."""
    return bool(_BROKEN_NUMBER.search(before[-12:]) and _NUMBER_GOES_ON.match(after))


def part_of(passage: Passage, start: int = 0, end: int | None = None) -> Passage:
    """A stretch of a passage without outer white space."""
    words = passage.text[start:end]
    lead = len(words) - len(words.lstrip())
    start, words = start + lead, words.strip()
    return Passage(words, passage.at[start : start + len(words)], passage.breaks)


def joined(first: Passage, second: Passage) -> Passage:
    """Two passages as one, a space between."""
    if not first.text or not second.text:
        return first if first.text else second
    between = second.at[0] - first.at[-1] > _WHITE
    breaks = (*first.breaks, *second.breaks, *second.at[: int(between)])
    if splits_number(first.text, second.text):
        return Passage(first.text + second.text, first.at + second.at, breaks)
    return Passage(f"{first.text} {second.text}", (*first.at, first.at[-1] + 1, *second.at), breaks)
