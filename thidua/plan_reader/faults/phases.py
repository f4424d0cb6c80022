"""Phases that overlap or leave time between them."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.plan_reader.faults.fault import Fault, Plan
from thidua.plan_reader.reading import Fact
from thidua.viet.dates import find_dates, find_months, find_quarters

Months = tuple[int, int]  # first and last month, counted from the year 0


def find_phases(plan: Plan) -> Iterator[Fault]:
    """Each phase of a list against the next one in time."""
    lists: dict[str, list[Fact]] = {}
    for fact in plan.reading.of("phases"):
        lists.setdefault((fact.clause or "").rpartition(".")[0], []).append(fact)
    for phases in lists.values():
        ordered = sorted(phases, key=lambda fact: _months(plan, fact))
        for first, then in zip(ordered, ordered[1:], strict=False):
            yield from _judged(plan, first, then)


def _judged(plan: Plan, first: Fact, then: Fact) -> Iterator[Fault]:
    (start, end), (begin, stop) = _months(plan, first), _months(plan, then)
    fine = _finer(plan, first) and _finer(plan, then)
    if begin == start or stop <= end:
        return  # the same words read twice, or a part of the phase named within it
    if begin > end + 1:
        yield plan.fault("phase_gap", "warning", then, says=(
            f"Giữa hai giai đoạn có khoảng trống: giai đoạn trước hết {_told(end, fine)}, giai đoạn này bắt đầu {_told(begin, fine)}.",
            "Nối liền hai giai đoạn hoặc nói rõ thời gian ở giữa làm gì.",
        ))  # fmt: skip
    elif begin <= end and (fine or begin // 12 < end // 12):
        yield plan.fault("phase_overlap", "warning", then, says=(
            f"Giai đoạn này bắt đầu {_told(begin, fine)} khi giai đoạn trước đến {_told(end, fine)} mới hết.",
            "Sửa mốc bắt đầu hoặc kết thúc để hai giai đoạn không chồng lên nhau.",
        ))  # fmt: skip
    elif begin <= end and not _finer(plan, first) and not _finer(plan, then):
        yield plan.fault("phase_shared_year", "note", then, says=(
            f"Năm {begin // 12} thuộc cả hai giai đoạn.",
            "Nếu cần phân định, ghi rõ tháng kết thúc giai đoạn trước và tháng bắt đầu giai đoạn sau.",
        ))  # fmt: skip


def _told(month: int, fine: bool) -> str:
    return f"tháng {month % 12 + 1}/{month // 12}" if fine else f"năm {month // 12}"


def _months(plan: Plan, fact: Fact) -> Months:
    """The phase in months: by its own months or quarters where both ends have them, else by whole years."""
    start, end = int(fact.values["start"]), int(fact.values["end"])
    points = _points(plan, fact)
    if len(points) == 2 and points[0][0] // 12 == start and points[1][1] // 12 == end:
        return points[0][0], points[1][1]
    return start * 12, end * 12 + 11


def _finer(plan: Plan, fact: Fact) -> bool:
    """Whether the phase's words name months, quarters or days."""
    return bool(_points(plan, fact))


def _points(plan: Plan, fact: Fact) -> list[Months]:
    """The months, quarters and days that the phase's words name, in printed order."""
    words = " ".join(plan.text[span.start : span.end] for span in fact.spans)
    end = int(fact.values["end"])
    found = [(at, (day.year * 12 + day.month - 1,) * 2) for day, at, _ in find_dates(words)]
    found += [(at, ((year or end) * 12 + month - 1,) * 2) for (year, month), at, _ in find_months(words)]
    found += [
        (at, ((year or end) * 12 + quarter * 3 - 3, (year or end) * 12 + quarter * 3 - 1))
        for (year, quarter), at, _ in find_quarters(words)
    ]
    return [months for _, months in sorted(found)]
