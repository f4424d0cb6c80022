"""The ruled tables of a page: drawn lines in, a grid of cells out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

THIN = 3.0  # points; a drawn shape at most so thick is a line
MOST_RULES = 20_000
NEAR = 3.5  # points; lines that stand closer than this are one edge


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: upright where `left` and `right` are the same."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        return self.right - self.left <= THIN


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of a table, columns from left to right and rows from top to bottom.

    `over[c]` are the row edges that are drawn through column `c`; a merged cell lacks some.
    """

    uprights: tuple[float, ...]
    over: tuple[tuple[float, ...], ...]
    top: float
    bottom: float

    @property
    def columns(self) -> int:
        return len(self.uprights) - 1

    def holds(self, x: float, y: float) -> bool:
        """Whether a point stands in the table."""
        return self.uprights[0] <= x <= self.uprights[-1] and self.bottom <= y <= self.top

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point; a merged cell counts as its first row."""
        column = min(max(bisect_right(self.uprights, x) - 1, 0), self.columns - 1)
        edges = self.over[column]  # growing downwards, as negative heights
        above = edges[max(bisect_right(edges, -y) - 1, 0)]
        rows = sorted({edge for column_edges in self.over for edge in column_edges})
        return bisect_left(rows, above), column


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables that the lines of a page draw; a plain frame is none, and a page full of lines is a drawing."""
    if len(rules) > MOST_RULES:
        return []
    uprights = sorted((rule for rule in rules if rule.upright and rule.top - rule.bottom > THIN), key=lambda r: -r.top)
    flats = [rule for rule in rules if not rule.upright and rule.top - rule.bottom <= THIN]
    grids = []
    for group in _standing_together(uprights):
        top, bottom = max(rule.top for rule in group), min(rule.bottom for rule in group)
        crossing = [r for r in flats if bottom - NEAR <= r.bottom <= top + NEAR and _meets(r, group)]
        grid = _grid(group, crossing, top, bottom)
        if grid is not None:
            grids.append(grid)
    return grids


def _standing_together(uprights: list[Rule]) -> list[list[Rule]]:
    """Upright lines that overlap or touch in height, one group a table."""
    groups: list[list[Rule]] = []
    floor = 0.0
    for rule in uprights:
        if groups and rule.top >= floor - NEAR:
            groups[-1].append(rule)
            floor = min(floor, rule.bottom)
        else:
            groups.append([rule])
            floor = rule.bottom
    return groups


def _meets(rule: Rule, group: list[Rule]) -> bool:
    return any(rule.left - NEAR <= upright.left <= rule.right + NEAR for upright in group)


def _grid(group: list[Rule], flats: list[Rule], top: float, bottom: float) -> Grid | None:
    ends = [end for rule in flats for end in (rule.left, rule.right)]
    outer = [min(ends), max(ends)] if ends else []
    uprights = _distinct([*(rule.left for rule in group), *outer])
    heights = _distinct([-rule.bottom for rule in flats] + [-top, -bottom])
    if len(uprights) < 3 or len(heights) < 2:
        return None
    drawn: dict[float, list[tuple[float, float]]] = {}
    for rule in flats:
        drawn.setdefault(_nearest(heights, -rule.bottom), []).append((rule.left, rule.right))
    over = []
    for left, right in pairwise(uprights):
        edges = {height for height, parts in drawn.items() if _covered(parts, left, right) > 0.4 * (right - left)}
        over.append(tuple(sorted(edges | {heights[0]})))
    return Grid(tuple(uprights), tuple(over), top + NEAR, bottom - NEAR)


def _covered(parts: list[tuple[float, float]], left: float, right: float) -> float:
    """How much of a stretch the parts of a line cover; a scanned line is broken into many."""
    length, reached = 0.0, left
    for begin, end in sorted(parts):
        begin, end = max(begin, reached), min(end, right)
        if end > begin:
            length, reached = length + end - begin, end
    return length


def _distinct(values: list[float]) -> list[float]:
    """The edges: values that follow each other closely are one, as a line on a skewed page is many short ones."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [mean((group[0], group[-1])) for group in groups]


def _nearest(values: list[float], value: float) -> float:
    return min(values, key=lambda one: abs(one - value))
