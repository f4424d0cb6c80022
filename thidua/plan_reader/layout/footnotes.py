"""Footnotes taken out of the running text: the notes under a page, wherever the source put them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua.plan_reader.layout.joining import Width
from thidua.plan_reader.layout.labels import label_of
from thidua.plan_reader.layout.noise import footnote_mark, is_superscript
from thidua.plan_reader.layout.rows import Row, passage_of
from thidua.plan_reader.reading import Passage

_GLUED = re.compile(
    r"(?<=[^\W\d_]{2})[”\")]?(\d{1,2})(?=[\s,;.:)]|$)|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})|\[(\d{1,2})\]|(\(\*{1,3}\)|\*{1,3})"
)


def part_footnotes(rows: Sequence[Row], width: Width) -> tuple[tuple[Row, ...], tuple[Passage, ...]]:
    """The rows of the text, and the notes that stood between them."""
    marks = _marks(rows)
    kept: list[Row] = []
    notes: list[list[Row]] = []
    noting = False
    for row in rows:
        found = footnote_mark(row.text)
        if found and _is_note(row, found[0], marks, kept):
            notes.append([row])
            noting = True
        elif noting and _goes_on(notes[-1][-1], row, kept, width):
            notes[-1].append(row)
        else:
            noting = False
            kept.append(row)
    return tuple(kept), tuple(passage_of(note) for note in notes)


def _marks(rows: Sequence[Row]) -> set[str]:
    """The marks that stand glued to words anywhere in the text."""
    back = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
    return {
        next(part for part in found.groups() if part).translate(back).strip("()")
        for row in rows
        for found in _GLUED.finditer(row.text)
        if found.start() > 0
    }


def _is_note(row: Row, mark: str, marks: set[str], kept: Sequence[Row]) -> bool:
    if mark.strip("()") not in marks or row.cells:
        return False
    if is_superscript(row.text) or row.text[0] in "[(*":
        return True
    small = bool(row.line.size and kept and kept[-1].line.size and row.line.size < kept[-1].line.size - 0.5)
    return small or (
        label_of(row.text) is None
        and bool(kept)
        and not (kept[-1].text[-1:].isalpha() and row.text[:1].isdigit() and len(mark) > 1)
    )


def _goes_on(before: Row, row: Row, kept: Sequence[Row], width: Width) -> bool:
    """Whether a note goes on with this row: not past its page, its end, or a label."""
    if row.line.page != before.line.page or row.line.begins:
        return False
    if before.line.size and row.line.size and row.line.size > before.line.size + 0.5:
        return False
    if before.ends:
        return False
    return width.wrapped and not label_of(row.text) and (row.text[0].islower() or width.full(before, row))
