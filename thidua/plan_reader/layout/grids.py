"""Tables that plain text holds: cells parted by bars, by wide spaces, or printed one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua.plan_reader.layout.labels import label_of, roman_value
from thidua.plan_reader.layout.noise import TABLE_HEAD
from thidua.plan_reader.layout.rows import Row, split_cells

_COLUMN = re.compile(r"\S+(?: {1,2}\S+)*")
_SUM = re.compile(r"(?:tổng|cộng|tổng cộng|tổng điểm)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-ZĐ])\.?$")
_MOST_CELL_LINES = 40


def with_tables(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the lines of each table made into rows with cells."""
    found: list[Row] = []
    index = 0
    while index < len(rows):
        for read in (_barred, _aligned, _stacked):
            table, end = read(rows, index)
            if table:
                found += table
                index = end
                break
        else:
            found.append(rows[index])
            index += 1
    return tuple(found)


def _barred(rows: Sequence[Row], start: int) -> tuple[list[Row], int]:
    """A table whose cells bars part, with a bar at either end of each line (Markdown) or none."""
    bars = rows[start].text.count("|")
    framed = rows[start].text.startswith("|")
    table: list[Row] = []
    index = start
    while bars > 1 and index < len(rows) and _in_bars(rows[index].text, framed, bars):
        row = rows[index]
        cells = split_cells(row, "|")
        table.append(replace(row, cells=cells[1 : -1 if row.text.endswith("|") else None] if framed else cells))
        index += 1
    return (table, index) if len(table) > 1 else ([], start)


def _in_bars(text: str, framed: bool, bars: int) -> bool:
    return text.startswith("|") and text.count("|") > 2 if framed else text.count("|") == bars


def _aligned(rows: Sequence[Row], start: int) -> tuple[list[Row], int]:
    """A table whose columns wide spaces hold apart, a long cell wrapped in its own column."""
    lefts = _lefts(rows[start])
    if len(lefts) < 3 and not (len(lefts) == 2 and TABLE_HEAD.match(rows[start].text.split(" ")[0])):
        return [], start
    table: list[list[list[Row]]] = []
    index = start
    while index < len(rows) and _fits(rows[index], lefts):
        pieces = _pieces(rows[index], lefts)
        if not table or 0 in pieces or _SUM.match(rows[index].text):
            table.append([[] for _ in lefts])
        for column, piece in pieces.items():
            table[-1][column].append(piece)
        index += 1
    return ([_row(cells) for cells in table], index) if len(table) > 1 else ([], start)


def _lefts(row: Row) -> list[int]:
    """Where the columns of a line begin, in characters of the printed line."""
    return [row.indent + found.start() for found in _COLUMN.finditer(row.text)] if not row.cells else []


def _fits(row: Row, lefts: Sequence[int]) -> bool:
    """Whether every stretch of a line stands in a column, and the line is no running text."""
    own = _lefts(row)
    if not own or any(all(abs(left - column) > 1 for column in lefts) for left in own):
        return False
    return len(own) > 1 or own[0] > lefts[0] + 1


def _pieces(row: Row, lefts: Sequence[int]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for stretch in _COLUMN.finditer(row.text):
        left = row.indent + stretch.start()
        column = min(range(len(lefts)), key=lambda at: abs(lefts[at] - left))
        found[column] = Row(stretch[0], row.start + stretch.start(), row.line, left)
    return found


def _row(cells: Sequence[Sequence[Row]]) -> Row:
    first = next(piece for cell in cells for piece in cell)
    return replace(first, cells=tuple(tuple(cell) for cell in cells))


def _stacked(rows: Sequence[Row], start: int) -> tuple[list[Row], int]:
    """A table printed one cell a line: a head that begins with STT, then rows that begin with a number."""
    if not TABLE_HEAD.match(rows[start].text):
        return [], start
    first = next((at for at in range(start + 2, min(start + 12, len(rows))) if _NUMBER.match(rows[at].text)), None)
    if first is None:
        return [], start
    width = first - start
    table = [_row([[cell] for cell in rows[start:first]])]
    index = first
    for begin, end in _stretches(rows, first, width):
        table.append(_row(_fitted(rows[begin:end], width)))
        index = end
    return (table, index) if len(table) > 1 else ([], start)


def _stretches(rows: Sequence[Row], first: int, width: int) -> Iterator[tuple[int, int]]:
    """Where each row of such a table begins and ends; the last one ends where its columns are full."""
    begin = first
    while begin < len(rows) and (_NUMBER.match(rows[begin].text) or _SUM.match(rows[begin].text)):
        end = begin + 1
        while end < min(len(rows), begin + _MOST_CELL_LINES) and not _begins_row(rows, end, begin, width):
            end += 1
        yield begin, end
        begin = end


def _begins_row(rows: Sequence[Row], at: int, begin: int, width: int) -> bool:
    text = rows[at].text
    if _NUMBER.match(text) and _follows(rows[begin].text, text) and at - begin > 1:
        return True
    if _SUM.match(text) and at - begin >= 2:
        return True
    label = label_of(text)
    if label and len(text) > len(label.printed) and not label.dash:
        return True
    cells = len(_merged(rows[begin:at]))
    return cells >= width and not text[0].islower() and not _NUMBER.match(text)


def _follows(before: str, text: str) -> bool:
    """Whether a number opens the row after the one that `before` opens."""
    one, two = before.rstrip("."), text.rstrip(".")
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if not two.isdigit():
        return bool(roman_value(two) or two.isalpha())
    return two == "1"


def _merged(cells: Sequence[Row]) -> list[list[Row]]:
    """Cells, a line that goes on from the one before put with it."""
    found: list[list[Row]] = []
    for cell in cells:
        if len(found) > 1 and cell.text[0].islower() and not found[-1][-1].ends:
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def _fitted(cells: Sequence[Row], width: int) -> list[list[Row]]:
    """The cells of one row in the columns of its table; too many are put into the last but one they fit."""
    found = _merged(cells)
    if _SUM.match(found[0][0].text):
        found.insert(0, [])
    while len(found) > width:
        found[-2:] = [[*found[-2], *found[-1]]]
    if len(found) < width and len(found) > 1:
        found[-1:-1] = [[] for _ in range(width - len(found))]
    return found
