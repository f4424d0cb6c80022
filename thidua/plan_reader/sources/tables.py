"""Word tables: their cells, and whether a table holds rows or only sets blocks side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.sources.package import W
from thidua.plan_reader.sources.styles import Styles
from thidua.viet.text import clean, fold

MOST_COLUMNS = 60
_BLOCKS = re.compile(r"cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do|dang cong san viet nam|noi nhan\s*:")
_WRAPS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row; `goes_on` where it belongs to the merged cell above."""

    element: Any
    column: int
    span: int
    goes_on: bool


def rows_of(table: Any) -> Iterator[list[Cell]]:
    """The rows of a table; deleted ones are left out."""
    for row in _under(table, W + "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        cells = []
        for element in _under(row, W + "tc"):
            span = _number(element.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            cells.append(Cell(element, column, span, merge is not None and merge.get(W + "val") != "restart"))
            column += span
        yield cells


def lefts_of(table: Any) -> list[float]:
    """Where each column begins, in points."""
    lefts, left = [], 0.0
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        lefts.append(left)
        width = column.get(W + "w") or ""
        left += int(width) / 20 if width.isdigit() and len(width) < 7 else 0.0
    return lefts


def is_layout(table: Any, rows: list[list[Cell]], styles: Styles) -> bool:
    """Whether the table only sets blocks side by side: the head of a paper, its foot, or a frame around the text."""
    if all(len(row) <= 1 for row in rows):
        return True
    if len(rows) > 8 or max(len(row) for row in rows) > 4:
        return False
    words = fold(clean(" ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in table.iter(W + "p"))))
    return bool(_BLOCKS.search(words)) or (len(rows) <= 2 and not _has_borders(table, styles))


def _has_borders(table: Any, styles: Styles) -> bool:
    name: Any = table.find(f"{W}tblPr/{W}tblStyle")
    places = [table.find(f"{W}tblPr/{W}tblBorders"), *table.iter(W + "tcBorders")]
    chain = styles.chain(None if name is None else name.get(W + "val"))
    places += [style.find(f"{W}tblPr/{W}tblBorders") for style in chain]
    return any(_is_drawn(edge) for place in places if place is not None for edge in place)


def _is_drawn(edge: Any) -> bool:
    return edge.get(W + "val") not in (None, "none", "nil")


def _under(element: Any, tag: str) -> Iterator[Any]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPS:
            yield from _under(child, tag)


def _number(element: Any | None, otherwise: int) -> int:
    value = "" if element is None else element.get(W + "val") or ""
    return min(int(value), MOST_COLUMNS) if value.isdigit() and len(value) < 5 else otherwise
