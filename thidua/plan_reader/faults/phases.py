"""Phases that overlap or leave time between them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from thidua.plan_reader.faults.fault import Fault, Plan
from thidua.plan_reader.reading import Fact
from thidua.viet.dates import find_dates, find_months, find_quarters

Days = tuple[dt.date, dt.date]
_LONGEST_BREAK = 31  # days between two phases that need no word


def find_phases(plan: Plan) -> Iterator[Fault]:
    """Each phase of a list against the next one in time."""
    lists: dict[str, list[Fact]] = {}
    for fact in plan.reading.of("phases"):
        lists.setdefault((fact.clause or "").rpartition(".")[0], []).append(fact)
    for phases in lists.values():
        ordered = sorted(phases, key=lambda fact: _lasts(plan, fact)[:2])
        found = [fault for first, then in pairwise(ordered) for fault in _judged(plan, first, then)]
        yield from (fault for fault in found if fault.severity != "note")
        yield from [fault for fault in found if fault.severity == "note"][:1]


def _judged(plan: Plan, first: Fact, then: Fact) -> Iterator[Fault]:
    start, end, last = _lasts(plan, first)
    begin, stop, _ = _lasts(plan, then)
    if begin == start or stop <= end:
        return  # the same words read twice, or a part of the phase named within it
    if (begin - end).days > _LONGEST_BREAK:
        says = (
            f"Giữa hai giai đoạn có khoảng trống: giai đoạn trước hết {_told(end)}, giai đoạn này bắt đầu "
            f"{_told(begin)}.",
            "Nối liền hai giai đoạn, hoặc nói rõ thời gian ở giữa làm gì.",
        )
        yield plan.fault("phase_gap", "warning", then, says=says)
    elif begin < last:
        says = (
            f"Giai đoạn này bắt đầu {_told(begin)}, khi giai đoạn trước đến {_told(end)} mới hết.",
            "Sửa mốc bắt đầu hoặc kết thúc để hai giai đoạn không chồng lên nhau.",
        )
        yield plan.fault("phase_overlap", "warning", then, says=says)
    elif begin <= end and last != end:
        shared = f"Năm {end.year}" if (end - last).days > 100 else f"Tháng {end.month}/{end.year}"
        says = (
            f"{shared} thuộc cả hai giai đoạn.",
            "Nếu cần phân định, ghi rõ ngày kết thúc giai đoạn trước và ngày bắt đầu giai đoạn sau.",
        )
        yield plan.fault("phase_shared_year", "note", then, says=says)


def _told(day: dt.date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}"


def _lasts(plan: Plan, fact: Fact) -> tuple[dt.date, dt.date, dt.date]:
    """First and last day, and the first day of its last unit: of the year, quarter, month or day that ends it."""
    start, end = int(fact.values["start"]), int(fact.values["end"])
    points = _points(plan, fact)
    if len(points) == 2 and points[0][0].year == start and points[1][1].year == end:
        return points[0][0], points[1][1], points[1][0]
    return dt.date(start, 1, 1), dt.date(end, 12, 31), dt.date(end, 1, 1)


def _points(plan: Plan, fact: Fact) -> list[Days]:
    """The days, months and quarters that the phase's words name, in printed order."""
    words = " ".join(plan.text[span.start : span.end] for span in fact.spans)
    year_at_hand = int(fact.values["end"])
    found = [(at, (day, day)) for day, at, _ in find_dates(words)]
    found += [(at, _span(year or year_at_hand, month, 1)) for (year, month), at, _ in find_months(words)]
    found += [(at, _span(year or year_at_hand, quarter * 3 - 2, 3)) for (year, quarter), at, _ in find_quarters(words)]
    return [days for _, days in sorted(found)]


def _span(year: int, month: int, months: int) -> Days:
    last = month + months - 1
    return dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
