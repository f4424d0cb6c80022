"""When: a day, month, quarter or year, or how often, as the contract writes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.places import Places
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.dates import find_dates, find_days, find_months, find_periods, find_quarters, find_years

_EVERY = r"(?:hang|moi|tung|dinh ky|1|01|mot)"
_ONCE = r"\s?(?:/ ?|mot |1 |01 )lan"
_RHYTHMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (due, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for due, pattern in (
        ("every-2-years", rf"(?:2|02|hai) nam{_ONCE}|(?:moi|dinh ky) (?:2|02|hai) nam"),
        ("every-6-months",
            rf"(?:6|06|sau) thang{_ONCE}|(?:dinh ky|moi|so ket|bao cao) (?:6|06|sau) thang|nua nam{_ONCE}?|(?:6|06|"
            rf"sau) thang(?:,| va) (?:hang |ca |1 |01 |mot )?nam"),
        ("quarterly",
            rf"{_EVERY} quy|quy{_ONCE}|(?:3|03|ba) thang{_ONCE}|(?:bao cao|ket qua) quy(?! (?:dinh|che|trinh|"
            rf"[ivx\d]))"),
        ("monthly", rf"{_EVERY} thang(?! \d)|thang{_ONCE}|bao cao thang(?! \d)"),
        ("weekly", rf"{_EVERY} tuan|tuan{_ONCE}|bao cao tuan"),
        ("daily", r"hang ngay"),
        ("every-6-months",
            r"(?:moi|tung|cuoi|ket thuc(?: moi)?) hoc ky|hoc ky mot lan|(?:6|06|sau) thang (?=\(?truoc|dau|cuoi)"),
        ("yearly",
            rf"{_EVERY} nam(?! (?:\d|hoc lien))|(?:1|01|mot) ?nam{_ONCE}|nam mot lan|thuong nien|cuoi nam(?! \d)|"
         r"(?:bao cao|cham diem|kem bao cao) nam(?! \d)|cac nam tiep theo"),
    )
)  # fmt: skip
# A lone year is a deadline only so: `vào năm 2027`, `tổng kết năm 2030`. Else it only names a plan or a period.
_YEAR_ASKED = re.compile(
    r"(?<!\w)(?:(?:vao|trong|den|het|cuoi|dau|giua|truoc|dip|hoan thanh)(?: (?:cuoi|dau|het|dip|khoang))?(?: nam)?|"
    r"(?:so ket|tong ket)[^.;,]{0,45}(?<!\w)nam) \Z"
)
_OF_PAPER = re.compile(r"(?:luat|nghi dinh|thong tu|quyet dinh|cong van|nghi quyet)[^.;]{0,40}\Z")
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Due:
    value: str
    start: int
    end: int
    sure: bool = True


def find_dues(words: Wording, start: int, end: int, *, year: int | None = None) -> list[Due]:
    """All deadlines and rhythms between two places, in printed order.

    A day without a year counts as every year's where the text says `hằng năm`; else as `year`'s, if one is given.
    """
    dated = _dated(words, year)
    first = bisect_left(dated, start, key=lambda due: due.start)
    found = dated[first : bisect_left(dated, end, key=lambda due: due.start)]
    rhythms = list(_rhythms(words, start, end))
    yearly = any(due.value == "yearly" for due in rhythms)
    dues = [_every_year(due, yearly=yearly) for due in found]
    if any(due and due.value.startswith("yearly-") for due in dues):
        rhythms = [due for due in rhythms if due.value != "yearly"]
    known = [due for due in dues if due and not due.value.startswith("?")]
    return sorted([*known, *rhythms], key=lambda due: due.start)


def _every_year(due: Due, *, yearly: bool) -> Due | None:
    """`?-11-15` is a day without its year."""
    if not due.value.startswith("?"):
        return due
    return Due(due.value.replace("?", "yearly"), due.start, due.end) if yearly else None


# `xét khen thưởng hằng năm` says what, not when.
_NAMES_A_THING = re.compile(r"(?:khen thuong|binh xet|nhiem vu|ke hoach|du toan|chi tieu|ket qua) \Z")


def _rhythms(words: Wording, start: int, end: int) -> Iterator[Due]:
    taken: list[tuple[int, int]] = []
    for value, pattern in _RHYTHMS:
        for hit in pattern.finditer(words.text, start, end):
            thing = value == "yearly" and _NAMES_A_THING.search(words.text[max(start, hit.start() - 14) : hit.start()])
            if not thing and not any(a < hit.end() and hit.start() < b for a, b in taken):
                taken.append(hit.span())
                yield Due(value, hit.start(), hit.end())


@lru_cache(maxsize=256)
def _dated(words: Wording, year: int | None) -> tuple[Due, ...]:
    """Days, months, quarters and years that are asked for, none of them part of a document's number or a title."""
    return tuple(sorted(_all_dated(words, year), key=lambda due: due.start))


def _all_dated(words: Wording, year: int | None) -> Iterator[Due]:
    text = words.printed
    closed = [*places(words), *(hit.span() for hit in _QUOTED.finditer(words.text))]
    closed += [(start, end) for _, start, end in find_periods(text)]
    taken = Places(closed)
    for value, start, end in _candidates(text):
        if taken.touch(start, end):
            continue
        taken.add(start, end)
        due = _valued(value, year)
        if due and _asked(words, start, value):
            yield Due(due, start, end, sure=not (value[0] is None and year))


def _candidates(text: str) -> Iterator[tuple[tuple[int | None, ...], int, int]]:
    for day, start, end in find_dates(text):
        yield (day.year, day.month, day.day), start, end
    for (month, date), start, end in find_days(text):
        yield (None, month, date), start, end
    for (year, quarter), start, end in find_quarters(text):
        yield (year, -quarter), start, end
    for (year, month), start, end in find_months(text):
        yield (year, month), start, end
    for lone, start, end in find_years(text):
        yield (lone,), start, end


def _valued(value: tuple[int | None, ...], year: int | None) -> str | None:
    first = value[0] or year
    head = str(first) if first else "?"
    if len(value) == 1:
        return head
    if len(value) == 2:
        part = value[1] or 0
        return f"{head}-Q{-part}" if part < 0 else f"{head}-{part:02d}"
    return f"{head}-{value[1]:02d}-{value[2]:02d}"


def _asked(words: Wording, start: int, value: tuple[int | None, ...]) -> bool:
    before = words.text[max(0, start - 60) : start]
    if len(value) > 1:
        return not _OF_PAPER.search(before)
    return bool(_YEAR_ASKED.search(before))
