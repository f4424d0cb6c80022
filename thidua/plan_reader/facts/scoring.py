"""The points that each criterion is worth, from a table or from a list with points behind its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.phrases.sections import Topic, sections
from thidua.plan_reader.phrases.tables import Row, Table, tables
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Clause, Fact, Span
from thidua.viet.numbers import number_of

_POINTS = re.compile(r"(?:toi da )?(\d{1,4}(?:[.,]\d{1,2})?)(?: ?diem)?\W*$")
_BEHIND = re.compile(r"\s*[(:,-]?\s*\(?(?:toi da |diem toi da:? ?)?(\d{1,4}(?:[.,]\d{1,2})?) ?diem\)?\W*$")
_INSIDE = re.compile(r"\s*\((?:toi da )?(\d{1,4}(?:[.,]\d{1,2})?) ?diem\)")


def find_scoring(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """One row a criterion; a group whose points are those of its parts is left to them."""
    for table in tables(root):
        if "points" in table.roles and not {"form", "actor"} & set(table.roles):
            yield from _rows(table)
    for clause, topics in sections(root):
        if topics & {Topic.SCORING, Topic.CRITERIA} and clause.kind not in ("row", "table", "part", "appendix"):
            yield from _listed(clause)


def _rows(table: Table) -> Iterator[Fact]:
    column, text = table.column("points"), table.column("text")
    for row in table.rows:
        points, words = _points(row, column), row.cell(text)
        if points is None or words is None or row.is_total:
            continue
        if _is_group(row, table, column) or _is_step(row, table, column):
            continue
        yield _fact(row.clause, words.passage.text, points, (*words.spans(), *_cell_spans(row, column)))


def _cell_spans(row: Row, column: int | None) -> tuple[Span, ...]:
    cell = row.cell(column)
    return cell.spans() if cell else ()


def _points(row: Row, column: int | None) -> int | float | None:
    cell = row.cell(column)
    found = _POINTS.match(cell.text.strip()) if cell else None
    return number_of(found[1]) if found else None


def _is_group(row: Row, table: Table, column: int | None) -> bool:
    """Whether the parts below are worth what the row is; steps of one criterion are not parts of it."""
    parts = [points for child in row.clause.children if (points := _worth_of(child, table, column)) is not None]
    return bool(parts) and abs(sum(parts) - (_points(row, column) or 0)) < 0.01


def _is_step(row: Row, table: Table, column: int | None) -> bool:
    above = next((one for one in table.rows if row.clause in one.clause.children), None)
    return above is not None and _points(above, column) is not None and not _is_group(above, table, column)


def _worth_of(clause: Clause, table: Table, column: int | None) -> int | float | None:
    row = next((one for one in table.rows if one.clause is clause), None)
    return _points(row, column) if row and not row.is_total else None


def _listed(clause: Clause) -> Iterator[Fact]:
    if not clause.paragraphs or any(_worth(child) for child in clause.children):
        return
    words = wording(clause.paragraphs[0])
    worth = _worth(clause)
    if worth:
        text = words.quote(0, worth[1]).strip(" :;,.-(") or words.passage.text
        yield _fact(clause, text, worth[0], words.spans())


def _worth(clause: Clause) -> tuple[int | float, int] | None:
    """The points that a list item names, and where the words before them end."""
    if not clause.paragraphs:
        return None
    words = wording(clause.paragraphs[0])
    found = _BEHIND.search(words.text) or _INSIDE.search(words.text)
    points = number_of(found[1]) if found else None
    return (points, found.start()) if found and points is not None else None


def _fact(clause: Clause, criterion: str, points: int | float, spans: tuple[Span, ...]) -> Fact:
    return Fact("scoring", {"criterion": criterion, "max_points": points}, clause.path, spans, 0.95)
