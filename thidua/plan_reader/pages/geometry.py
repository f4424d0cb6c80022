"""Words with their places in: printed lines in reading order out, side-by-side blocks apart, table rows whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from thidua.plan_reader.pages.grids import Grid
from thidua.viet.text import clean, fold


@dataclass(slots=True)
class Run:
    """Words on one base line. Lengths are in points; `base` and `size` grow upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool | None = None
    cells: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def waist(self) -> float:
        """A height that surely lies within the line, also on a page that is a little askew."""
        return self.base + 0.35 * self.size


_LABEL = re.compile(r"\(?(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđĐ])\s?[.)/–-]|[-–—+*•]|\(\d\)")
_BLOCKS = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam|noi nhan\s*:|ngay\s.{0,6}thang\s.{0,6}nam"
)
_SIGNING = re.compile(r"\s*(?:T/?M|KT|TL|TUQ|Q)\s?\.\s?[A-ZÀ-Ỹ]{2}")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def arrange(lines: Iterable[list[Run]], grids: list[Grid]) -> list[Run]:
    """Put the words of a page, given as the source's own lines of words, into reading order.

    Words inside a ruled table become its rows; others are lines, or, where blocks stand side by side, columns.
    """
    cells: list[list[Run]] = [[] for _ in grids]
    stretches: list[Run] = []
    for line in lines:
        outside: list[Run] = []
        for word in line:
            home = next((i for i, grid in enumerate(grids) if grid.holds(word.middle, word.waist)), None)
            (outside if home is None else cells[home]).append(word)
        stretches += _stretches(outside)
    blocks = [*_regions(_bands(stretches))]
    for grid, words in zip(grids, cells, strict=True):
        if words:
            blocks.append(_rows(grid, words))
    blocks.sort(key=lambda block: -max(run.base for run in block))
    return [run for block in blocks for run in block]


def joined(words: list[Run], *, cells: bool = False) -> Run:
    """Words of one line as one run; a small raised figure between them is a footnote's mark."""
    size = max(word.size for word in words)
    base = median(word.base for word in words)
    parts = []
    before: Run | None = None
    for word in words:
        near = 0.06 if before is None or before.size == word.size else 0.12  # a real space takes 0.2 or more
        touching = before is not None and word.left - before.right < near * size
        lifted = word.size < 0.85 * size and word.base > base + 0.1 * size
        raised = lifted and (touching or before is None) and word.text.isdigit() and len(word.text) < 3
        parts.append("" if before is None or touching else " ")
        parts.append(word.text.translate(RAISED) if raised else word.text)
        before = word
    return Run(
        text="".join(parts),
        left=words[0].left,
        right=max(word.right for word in words),
        base=base,
        size=size,
        bold=sum(len(word.text) for word in words if word.bold) * 2 > sum(len(word.text) for word in words),
        cells=cells,
    )


def _stretches(line: list[Run]) -> Iterator[Run]:
    """Part a line of words where a wide gap, or another base line, shows that another column begins."""
    if not line:
        return
    gaps = [after.left - word.right for word, after in pairwise(line)]
    usual = [gap for gap in gaps if 0 < gap < 1.5 * line[0].size]
    space = sorted(usual)[len(usual) // 3] if usual else 0.25 * line[0].size
    stretch = [line[0]]
    for gap, before, word in zip(gaps, line, line[1:], strict=False):
        size = max(word.size, before.size)
        wide = gap > max(0.7 * size, min(2.2 * space, 2 * size))
        if wide or gap < -0.5 * size or abs(word.base - before.base) > 0.5 * size:
            yield joined(stretch)
            stretch = []
        stretch.append(word)
    yield joined(stretch)


def _bands(stretches: list[Run]) -> list[list[Run]]:
    """Stretches on the same height, from left to right; those that nearly touch are one."""
    bands: list[list[Run]] = []
    for run in sorted(stretches, key=lambda run: -run.base):
        if bands and any(_overlap(other, run) > 0.5 * min(other.size, run.size) for other in bands[-1]):
            bands[-1].append(run)
        else:
            bands.append([run])
    return [_touching(sorted(band, key=attrgetter("left"))) for band in bands]


def _overlap(one: Run, other: Run) -> float:
    return min(one.base + one.size, other.base + other.size) - max(one.base, other.base)


def _touching(band: list[Run]) -> list[Run]:
    groups = [[band[0]]]
    for run in band[1:]:
        before = groups[-1][-1]
        if run.left - before.right < 0.7 * max(run.size, before.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [joined(group) if len(group) > 1 else group[0] for group in groups]


def _regions(bands: list[list[Run]]) -> Iterator[list[Run]]:
    """Group the bands into single lines and regions of columns, each in reading order."""
    at = 0
    while at < len(bands):
        if len(bands[at]) == 1:
            yield bands[at]
            at += 1
            continue
        end, columns = _extent(bands, at)
        yield _read(bands[at:end], columns)
        at = end


Interval = tuple[float, float]


def _extent(bands: list[list[Run]], start: int) -> tuple[int, list[Interval]]:
    """How far down the columns that begin at a band go on, and where they stand from left to right."""
    columns = [(run.left, run.right) for run in bands[start]]
    blocks = _is_block(bands[start])
    end = start + 1
    while end < len(bands):
        band = bands[end]
        drop = bands[end - 1][0].base - band[0].base
        blocks = blocks or _is_block(band)
        if drop > 3 * band[0].size and not blocks:
            break
        wider = _merged([*columns, *((run.left, run.right) for run in band)])
        if len(wider) < max(2, len(columns)) or (len(band) == 1 and not blocks and drop > 1.8 * band[0].size):
            break
        columns, end = wider, end + 1
    return end, columns


def _merged(intervals: list[Interval]) -> list[Interval]:
    found: list[Interval] = []
    for left, right in sorted(intervals):
        if found and left < found[-1][1] + 1:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _is_block(band: list[Run]) -> bool:
    """Whether the band belongs to the head or the foot of a paper: motto, place and day, recipients, signature."""
    return any(_SIGNING.match(run.text) or _BLOCKS.search(fold(clean(run.text))) for run in band)


def _read(bands: list[list[Run]], columns: list[Interval]) -> list[Run]:
    """Read a region: blocks column by column, labels with their line, the rest as the rows of a table."""
    several = [band for band in bands if len(band) > 1]
    if any(_is_block(band) for band in bands):
        return [run for column in columns for band in bands for run in band if _within(run, column)]
    if all(len(band) == 2 and _LABEL.fullmatch(band[0].text.strip()) for band in several):
        return [joined(band) for band in bands]
    if len(several) == 1 and len(several[0]) == 2 and several[0][1].left - several[0][0].right < 2 * several[0][0].size:
        return [joined(band) for band in bands]
    return _unruled(bands, columns)


def _within(run: Run, column: Interval) -> bool:
    return column[0] - 1 <= run.middle <= column[1] + 1


def _unruled(bands: list[list[Run]], columns: list[Interval]) -> list[Run]:
    """Rows of a table without lines: a band that fills the first column, or most columns, begins a row."""
    rows: list[list[list[Run]]] = []
    for band in bands:
        filled = sum(any(_within(run, column) for run in band) for column in columns)
        if not rows or _within(band[0], columns[0]) or filled * 2 > len(columns):
            rows.append([[] for _ in columns])
        for run in band:
            home = next((i for i, column in enumerate(columns) if _within(run, column)), len(columns) - 1)
            rows[-1][home].append(run)
    return [_row(row) for row in rows]


def _rows(grid: Grid, words: list[Run]) -> list[Run]:
    """Rows of a ruled table; a word goes to the cell that its middle stands in."""
    rows: dict[int, list[list[Run]]] = {}
    for word in words:
        row, column = grid.cell(word.middle, word.waist)
        rows.setdefault(row, [[] for _ in range(grid.columns)])[column].append(word)
    return [_row(rows[row]) for row in sorted(rows)]


def _row(cells: list[list[Run]]) -> Run:
    """One row: the words of each cell in reading order, cells parted by tabs."""
    words = [word for cell in cells for word in cell]
    lines = [[run for band in _bands(cell) for run in band] if cell else [] for cell in cells]
    row = joined([run for line in lines for run in line][:1])
    row.text = "\t".join(" ".join(run.text for run in line) for line in lines)
    row.right = max(word.right for word in words)
    row.base = max(word.base for word in words)
    row.bold = all(bool(word.bold) for word in words)
    row.cells = True
    return row
