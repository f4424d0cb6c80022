"""The clause tree grown from labelled paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from thidua.plan_reader.clauses.node import Node
from thidua.plan_reader.clauses.order import DASHES, Level, Stack, Step, in_order
from thidua.plan_reader.clauses.tables import grow_table
from thidua.plan_reader.layout import Paragraph, is_capitals, joined, part_of
from thidua.plan_reader.layout.joining import is_closing
from thidua.plan_reader.layout.labels import LETTERS
from thidua.plan_reader.reading import Clause

_ENDED = re.compile(r"[.;,!?…][\"”’')\]]*$")
_PARTS = ("Phần", "Chương", "Mục", "Điều", "A", "I")
_LONGEST = 5_000  # characters; lines that were no item go on in one paragraph only so long


def grow(paragraphs: Sequence[Paragraph], kind: str = "root") -> Node:
    """The tree of a run of paragraphs, under a node without a label."""
    choices = iter(in_order(_steps(paragraphs)))
    root = Node(None, kind=kind)
    open_nodes = [root]
    for is_table, run in groupby(paragraphs, key=lambda paragraph: bool(paragraph.cells)):
        if is_table:
            open_nodes[-1].children.append(grow_table(list(run)))
            continue
        for paragraph in run:
            _place(paragraph, next(choices) if paragraph.label else None, open_nodes)
    _take_tail(open_nodes)
    _mend(root)
    return root


def _place(paragraph: Paragraph, stack: Stack | None, open_nodes: list[Node]) -> None:
    if stack is None:
        _add_words(open_nodes[-1], paragraph)
        return
    del open_nodes[len(stack) :]
    node = _node(stack[-1], paragraph)
    open_nodes[-1].children.append(node)
    open_nodes.append(node)


def _steps(paragraphs: Sequence[Paragraph]) -> list[Step]:
    steps = []
    before = ""
    for paragraph in paragraphs:
        if paragraph.label:
            steps.append(Step(paragraph.label, paragraph.weak, _lead(before), is_capitals(paragraph.words)))
        before = paragraph.passage.text
    return steps


def _lead(before: str) -> int:
    """How strongly the words before a label call for a list: 2 by a colon, 1 by ending in nothing."""
    if before.endswith(":"):
        return 2
    return 0 if _ENDED.search(before[-12:]) else 1


def _node(level: Level, paragraph: Paragraph) -> Node:
    printed, end = (paragraph.label.printed, paragraph.label.end) if paragraph.label else ("", 0)
    words = part_of(paragraph.passage, end)
    kind = "dash" if level.kind in DASHES else "part" if level.kind in _PARTS else "item"
    return Node(level, printed, kind, [words] if words.text else [])


def _add_words(node: Node, paragraph: Paragraph) -> None:
    """Words without a label belong to the clause they stand in; a line that was no item goes on from the one before."""
    if paragraph.weak and node.paragraphs and len(node.paragraphs[-1].text) < _LONGEST:
        node.paragraphs[-1] = joined(node.paragraphs[-1], paragraph.passage)
    else:
        node.paragraphs.append(paragraph.passage)


def _take_tail(open_nodes: list[Node]) -> None:
    """The closing paragraph belongs to the parent of the last labelled item."""
    if len(open_nodes) < 2:
        return
    last, parent = open_nodes[-1], open_nodes[-2]
    for index, passage in enumerate(last.paragraphs):
        if index and is_closing(passage.text):
            parent.tail = last.paragraphs[index:]
            del last.paragraphs[index:]
            return


def _mend(node: Node) -> None:
    """Give misread labels the place that their neighbours leave: d, d, e is d, đ, e; I, I, II, IV is I, II, III, IV."""
    for child in node.children:
        _mend(child)
    levels = [child.level for child in node.children]
    for index in range(1, len(levels) - 1):
        levels[index] = node.children[index].level = _between(levels[index - 1], levels[index], levels[index + 1])
    for index, level in enumerate(levels):
        before = levels[index - 1] if index else None
        if not level or not before or before.kind != level.kind or before.value < level.value:
            continue
        if level.kind == "a" and level.name == before.name == "d":
            levels[index] = node.children[index].level = _raised(level)
        elif level.kind == "I":
            _mend_run(node.children, levels, index)


def _between(before: Level | None, level: Level | None, after: Level | None) -> Level | None:
    """A figure or letter that fits neither neighbour, where one place is free between them: 4, 9, 6 is 4, 5, 6."""
    if not (before and level and after) or level.kind not in ("1", "n", "a") or level.name == "d":
        return level
    one_kind = before.kind == level.kind == after.kind and before.above == level.above == after.above
    if not one_kind or after.value != before.value + 2 or before.value < level.value < after.value:
        return level
    if level.value in (before.value, after.value):
        return level  # a number printed twice is the plan's own slip
    return _raised(level._replace(value=before.value))


def _mend_run(children: list[Node], levels: list[Level | None], start: int) -> None:
    """Raise a run of Roman numerals that each lost a stroke, if the numeral behind it shows that they did."""
    run = 0
    for level in levels[start:]:
        expected = levels[start - 1].value + run + 1  # type: ignore[union-attr]
        if level is None or level.kind != "I" or level.value > expected - 1:
            break
        if level.value != expected - 1:
            return
        run += 1
    if start + run < len(levels) and levels[start + run] is not None:
        for index in range(start, start + run):
            levels[index] = children[index].level = _raised(levels[index])  # type: ignore[arg-type]


def _raised(level: Level) -> Level:
    return level._replace(value=level.value + 1, name=_next_name(level))


def _next_name(level: Level) -> str:
    value = level.value + 1
    if level.kind in ("a", "A"):
        letter = LETTERS[value - 1]
        return letter.upper() if level.kind == "A" else letter
    if level.kind == "I":
        return "X" * (value // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]
    if level.kind == "n":
        return ".".join((*level.above, str(value)))
    return re.sub(r"\w+$", str(value), level.name)


def frozen(node: Node, path: str) -> Clause:
    """The clause that a node has become, with its id and those below it."""
    return Clause(
        path,
        node.label,
        tuple(node.paragraphs),
        tuple(frozen(child, _path(path, node, child)) for child in node.children),
        tuple(node.tail),
        node.kind,
    )


def _path(path: str, parent: Node, child: Node) -> str:
    """The child's id: a printed label that already holds its parent replaces it."""
    if child.level is None:
        return path
    name = child.level.name
    if child.level.above and parent.level and parent.level.name == ".".join(child.level.above):
        path = path[: -len(parent.level.name)].rstrip(".")
    return f"{path}.{name}" if path else name
