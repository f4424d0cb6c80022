"""Number, date and years of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.layout import Layout, part_of
from thidua.plan_reader.layout.opening import is_annexed
from thidua.plan_reader.reading import Clause, Fact, Passage
from thidua.viet.dates import find_dates, find_periods, find_years
from thidua.viet.text import fold

_NUMBER = re.compile(
    r"\bso\s*[:.]?\s*(?P<figure>\d{1,5}\s?[a-z]?)?[\s.…_]*(?P<sign>[-/–]\s*[a-z][\w&]*(?:\s?[-–/.]\s?[\w&]+)*)"
)
_DATED = re.compile(r"\bngay\b.{0,12}\bthang\b.{0,10}\bnam\b|,\s*\d{1,2}/\d{1,2}/\d{4}")
_UNTIL = re.compile(r"(?:đến|tới|trước)(?: hết)?(?: năm)?\s*$", re.IGNORECASE)
_TIME = re.compile(r"(?:thời gian|tiến độ|lộ trình|phong trào)\b", re.IGNORECASE)
_LASTS = re.compile(r"(?:triển khai|thực hiện|tổ chức|phát động|diễn ra|giai đoạn|thời gian).{0,80}$", re.IGNORECASE)


def read_number(layout: Layout) -> Iterator[Fact]:
    """The document's number; the covering decision's where the plan has none of its own."""
    places = [*layout.header, *(layout.cover.header if layout.cover else ())]
    places += [row for row in layout.title if is_annexed(row.text)]
    for line in places:
        found = _NUMBER.search(fold(line.text))
        if found and found["figure"]:
            piece = part_of(line, found.start("figure"), found.end())
            value = re.sub(r"\s+", "", piece.text).replace("–", "-").rstrip("-/.")
            yield Fact("number", {"value": value}, None, piece.spans(), 0.95)
            return


def read_date(layout: Layout) -> Iterator[Fact]:
    """The day on which the document was signed."""
    places = [*layout.header, *(layout.cover.header if layout.cover else ()), *layout.signature]
    places += [row for row in layout.title if is_annexed(row.text)]
    for line in places:
        if not _DATED.search(fold(line.text)):
            continue
        for day, start, end in find_dates(line.text):
            yield Fact("date", {"value": day.isoformat()}, None, line.spans(start, end), 0.95)
            return


def read_period(title: Passage | None, root: Clause) -> Iterator[Fact]:
    """The years that the movement lasts."""
    found = _titled_period(title) or _said_period(root)
    if found:
        (start, end), passage, first, last, confidence = found
        yield Fact("period", {"start": start, "end": end}, None, passage.spans(first, last), confidence)


_Found = tuple[tuple[int, int], Passage, int, int, float]


def _titled_period(title: Passage | None) -> _Found | None:
    if title is None:
        return None
    for years, start, end in find_periods(title.text):
        return years, title, start, end, 0.95
    for year, start, end in find_years(title.text):
        if not _UNTIL.search(title.text[:start]):
            return (year, year), title, start, end, 0.7
    return None


def _said_period(root: Clause) -> _Found | None:
    """The longest of the first periods that the text gives for carrying out the movement."""
    best: _Found | None = None
    for clause in root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            for years, start, end in find_periods(passage.text):
                if not _LASTS.search(passage.text[max(0, start - 120) : start]):
                    continue
                if best is None or years[1] - years[0] > best[0][1] - best[0][0]:
                    best = (years, passage, start, end, 0.85)
    return best or _timed(root)


def _timed(root: Clause) -> _Found | None:
    """The first and last of the years that a paragraph on the time names."""
    for clause in root.walk():
        for passage in clause.paragraphs:
            years = list(find_years(passage.text)) if _TIME.match(passage.text) else []
            if len({year for year, _, _ in years}) > 1:
                kept = [year for year, _, _ in years]
                return (min(kept), max(kept)), passage, years[0][1], years[-1][2], 0.6
    return None
