"""Tables in the tree: each row a clause with its printed number, its cells the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.plan_reader.clauses.node import Node
from thidua.plan_reader.clauses.order import Level, Stack, Step, in_order
from thidua.plan_reader.layout import Label, Paragraph, is_capitals, label_of
from thidua.viet.text import fold

_ORDER_HEADS = ("stt", "tt", "so tt", "so thu tu", "so", "s", "stt.", "tt.")


def grow_table(rows: Sequence[Paragraph]) -> Node:
    """The rows of one table as a node; a head row has no label and the table's own path.

    Where rows are numbered, the column of the numbers is left out of every row.
    """
    table = Node(None, kind="table")
    labels = [_label(row) for row in rows]
    numbered = sum(label is not None for label in labels) * 2 >= len(rows)
    if not numbered:
        _add_by_ordinal(table, rows)
        return table
    choices = iter(
        in_order([Step(label, False, 1, _capitals(row)) for row, label in zip(rows, labels, strict=True) if label])
    )
    open_nodes = [table]
    for row, label in zip(rows, labels, strict=True):
        stack: Stack | None = next(choices) if label else None
        if stack is None:
            open_nodes[-1 if len(open_nodes) < 2 else -2].children.append(_row(None, "", row, 1))
            continue
        del open_nodes[len(stack) :]
        node = _row(stack[-1], label.printed if label else "", row, 1)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)
    return table


def _capitals(row: Paragraph) -> bool:
    return is_capitals(" ".join(cell.text for cell in row.cells[1:]))


def _label(row: Paragraph) -> Label | None:
    """The number in a row's first cell, with or without a mark behind it."""
    first = row.cells[0].text if row.cells else ""
    if not first or len(first) > 12 or fold(first) in _ORDER_HEADS:
        return None
    label = label_of(first) or label_of(first + ".")
    return label if label and label.end >= len(first) and not label.dash else None


def _row(level: Level | None, label: str, row: Paragraph, skip: int) -> Node:
    return Node(level, label.rstrip(".") if label else "", "row", list(row.cells[skip:]))


def _add_by_ordinal(table: Node, rows: Sequence[Paragraph]) -> None:
    for number, row in enumerate(rows):
        level = Level("1", "", number, str(number), ()) if number else None
        table.children.append(_row(level, "", row, 0))
