"""The figures that the plan sets: what, how much, in which unit, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.phrases.dues import Due, find_dues
from thidua.plan_reader.phrases.figures import Figure, find_figures
from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.sections import Topic, sections
from thidua.plan_reader.phrases.tables import Row, Table, tables
from thidua.plan_reader.phrases.wording import Wording, wording
from thidua.plan_reader.reading import Clause, Fact
from thidua.viet.dates import find_periods, find_years
from thidua.viet.numbers import number_of
from thidua.viet.text import fold

_CUT = re.compile(r"[;:]\s|\.\s|(?<!\d),\s(?=\w)|,\s(?!\d)")
_LEAD = re.compile(
    r"(?:phan dau|dat|co|toi thieu|it nhat|tren|tu|duoi|khoang|tang them|them|den nam \d{4}|het nam \d{4}|"
    r"hang nam|moi nam|nam \d{4}|con|dat duoc|va|voi|toi da|bao dam|dam bao|den|trong do)(?: |\Z|,)"
)
_TRAIL = re.compile(
    r"(?:,| va| dat| co| toi thieu| it nhat| tren| tu| duoi| con| khoang| la| dat ty le| dat muc| len| xuong| toi|"
    r" muc|:|tang| them| bang| duy tri| xuong con| con duoi)+\s*\Z"
)
_MEASURE = re.compile(
    r"(?<!\w)(?:ty le|muc |thu nhap|chi so|gia tri|so |tong |nang suat|doanh thu|loi nhuan|diem |luong |kim ngach|"
    r"san luong|ty trong|do che phu|suat |quy mo|toc do|von )"
)
_CHANGES = ("giam", "tang", "dat", "con", "len", "xuong")
_SHORT = 8  # a comma so near parts a list of names: `100% xã, phường tổ chức …`
_AROUND = 200  # the words about a figure that are quoted beyond its neighbours
_UNTIL = re.compile(r"(?:,| truoc| vao| trong| den| het| cuoi| dau| ngay| nam| thang| quy| xong)+\s*\Z")
_REST = re.compile(r"(?: tro len| tro xuong|/nam|/nguoi/nam|/nguoi)\W*\Z")
# `Sản lượng điện: năm 2026 đạt …; năm 2027 đạt …`
_OF_ALL = re.compile(r"[^:;.,\d]{4,80}:")


def find_targets(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Rows of the target tables, then figures in the sections on targets."""
    for clause, topics in sections(root):
        if clause.kind == "table":
            continue
        if Topic.TARGETS in topics and clause.kind not in ("row",):
            skip = 1 if clause.kind in ("part", "appendix") else 0
            for passage in clause.paragraphs[skip:]:
                yield from _told(clause, wording(passage))
    for table in tables(root):
        if _is_of_targets(table):
            yield from _rows(table)


def _is_of_targets(table: Table) -> bool:
    if {"points", "form", "actor", "phase"} & set(table.roles):
        return False
    return Topic.TARGETS in table.topics or ("unit" in table.roles and bool(table.columns("year", "value")))


def _rows(table: Table) -> Iterator[Fact]:
    text, unit = table.column("text"), table.column("unit")
    columns = table.columns("year", "value", "collectives", "items") or [
        n for n, role in enumerate(table.roles) if role is None
    ]
    for row in table.rows:
        words = row.cell(text)
        if words is None or row.is_total:
            continue
        for column in columns:
            fact = _cell(table, row, words, column, unit)
            if fact:
                yield fact


def _cell(table: Table, row: Row, words: Wording, column: int, unit: int | None) -> Fact | None:
    cell = row.cell(column)
    if cell is None:
        return None
    figure = next(find_figures(cell, 0, len(cell.text)), None)
    lead = re.search(r"\d[\d.,]*", cell.text)
    value = figure.value if figure else number_of(lead[0].rstrip(".,")) if lead else None
    if value is None:
        return None
    named = row.cell(unit)
    measure = named.passage.text.strip() if named else figure.unit if figure else None
    due_cell = row.cell(table.column("due"))
    due = _due_of_cell(due_cell) if due_cell else _year(table.heads[column])
    values = {"indicator": words.passage.text, "value": value, "unit": measure, "due": due}
    return Fact("targets", values, row.clause.path, (*words.spans(), *cell.spans()), 0.95)


def _year(head: Wording) -> str | None:
    years = [year for year, _, _ in find_years(head.printed)]
    return str(years[-1]) if years else None


def _due_of_cell(cell: Wording) -> str | None:
    dues = find_dues(cell, 0, len(cell.text))
    return dues[0].value if dues else _year(cell)


def _told(clause: Clause, words: Wording) -> Iterator[Fact]:
    for start, end in words.sentences():
        for piece in words.pieces(start, end):
            figures = list(find_figures(words, *piece, loose=True))
            dues = find_dues(words, *piece) or _lone_years(words, *piece) or find_dues(words, start, piece[0])[-1:]
            named = ""
            for index in range(len(figures)):
                fact = _fact(clause, words, _Place(figures, index, piece, named), dues)
                named = str(fact.values["indicator"])
                yield fact


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure among those of its piece; `named` is what the one before it measured."""

    figures: list[Figure]
    index: int
    piece: tuple[int, int]
    named: str

    @property
    def figure(self) -> Figure:
        return self.figures[self.index]

    @property
    def begin(self) -> int:
        """Where the words about the figure may begin."""
        return self.figures[self.index - 1].end if self.index else self.piece[0]

    @property
    def end(self) -> int:
        """Where they end at the latest."""
        return self.figures[self.index + 1].start if self.index + 1 < len(self.figures) else self.piece[1]


def _lone_years(words: Wording, start: int, end: int) -> list[Due]:
    """`tỷ lệ tốt nghiệp năm 2027`: in a target even a year without a preposition is its day."""
    cited = places(words)
    periods = [(years[1], a, b) for years, a, b in find_periods(words.printed) if start <= a < end]
    years = [(year, a, b) for year, a, b in find_years(words.printed) if start <= a < end]
    found = periods or years
    return [Due(str(year), a, b) for year, a, b in found if not any(x <= a < y for x, y in cited)]


def _fact(clause: Clause, words: Wording, place: _Place, dues: list[Due]) -> Fact:
    due = _due(place.figure, dues, place.end)
    values = {
        "indicator": _indicator(words, place, dues),
        "value": place.figure.value,
        "unit": place.figure.unit,
        "due": due.value if due else None,
    }
    start, end = max(place.piece[0], place.begin - _AROUND), min(place.piece[1], place.end + _AROUND)
    return Fact("targets", values, clause.path, words.spans(start, end), 0.85)


def _due(figure: Figure, dues: list[Due], after: int) -> Due | None:
    behind = [due for due in dues if figure.end <= due.start < after]
    ahead = [due for due in dues if due.start < figure.start]
    alone = dues if len(dues) == 1 else []
    return next(iter([*behind, *ahead[-1:], *alone]), None)


def _indicator(words: Wording, place: _Place, dues: list[Due]) -> str:
    """What is measured: the words before the figure, or, where it begins the phrase, those behind it."""
    left, measured = _left(words, place, dues)
    if left and measured:
        return left
    told = f"{left} {_right(words, place, dues)}".strip()
    if told and fold(told) not in (fold(place.figure.unit or ""), *_CHANGES):
        return told
    lead = _OF_ALL.match(words.text)
    return place.named or (words.quote(0, lead.end() - 1) if lead else told) or words.quote(*place.piece).strip()


def _right(words: Wording, place: _Place, dues: list[Due]) -> str:
    """The words behind the figure, its unit with them unless nothing follows that."""
    figure = place.figure
    ends = [
        cut.start() for cut in _CUT.finditer(words.text, figure.end, place.end) if cut.start() - figure.end > _SHORT
    ]
    ends += [due.start for due in dues if figure.end <= due.start < place.end]
    stop = min([*ends, place.end])
    for trailing in (_UNTIL, _REST):
        hit = trailing.search(words.text, figure.end, stop)
        stop = hit.start() if hit else stop
    rest = words.quote(figure.end, stop).strip(" ,.;:")
    if figure.unit == "%" or not rest:
        return rest
    begin = words.text.find(" ", figure.start) + 1 or figure.end
    return words.quote(begin, stop).strip(" ,.;:")


def _left(words: Wording, place: _Place, dues: list[Due]) -> tuple[str, bool]:
    """The words before the figure, and whether they name a measure (`tỷ lệ …`), which needs nothing behind it."""
    start, end = place.begin, place.figure.start
    start = max([start, *(due.end for due in dues if due.end < end and place.index)])
    measure = _MEASURE.search(words.text, start, end)
    colon = words.text.find(":", measure.start(), end) if measure else -1
    if measure and colon > 0:
        return words.quote(measure.start(), colon).strip(), True
    until = measure.start() if measure and not place.index else end
    cuts = [cut.end() for cut in _CUT.finditer(words.text, start, until)]
    if measure and (not cuts or measure.start() >= cuts[-1]):
        start = measure.start()
    else:
        start, measure = max([start, *cuts]), None
    trail = _TRAIL.search(words.text, start, end)
    end = trail.start() if trail else end
    while start < end and words.text[start] in " ,":
        start += 1
    while (lead := _LEAD.match(words.text, start, end)) and lead.end() > start:
        start = lead.end()
        while start < end and words.text[start] in " ,":
            start += 1
    return (words.quote(start, end).strip(" ,.;:") if start < end else ""), measure is not None
