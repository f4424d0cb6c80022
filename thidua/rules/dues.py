"""Due rules: when a thing is due next, and how many working days are left. Pure.

A rule is a day, a month, a quarter or a year (`2025-07-30`, `2025-09`, `2025-Q2`, `2027`), or comes back (`yearly`,
`yearly-11-15`, `yearly-Q1`, `quarterly`, `monthly`, `weekly`, `daily`, `every-6-months`, `every-2-years`). What is due
in a span is due on its last day.
"""

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import holidays

from thidua.viet.text import fold

ONE_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2200  # further off it is a slip, and counting its working days takes seconds
_ONCE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?")
_YEARLY = re.compile(r"yearly(?:-(?:Q([1-4])|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])))?")
_EVERY = re.compile(r"every-([1-9]\d?)-(months|years)")
_STEPS = {"monthly": 1, "quarterly": 3}


class NotADue(ValueError):
    """The words or the rule say no date that can be counted."""


def span_of(rule: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a rule that comes once; None for one that comes back."""
    found = _ONCE.fullmatch(rule)
    if not found:
        return None
    year, quarter, month, day = (int(part) if part else None for part in found.groups())
    if not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
        raise NotADue(rule)
    try:
        if day:
            return dt.date(year or 0, month or 0, day), dt.date(year or 0, month or 0, day)
        first, last = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
        return dt.date(year or 0, first, 1), _month_end(year or 0, last)
    except ValueError as error:
        raise NotADue(rule) from error


def comes_back(rule: str) -> bool:
    """Say whether a rule is due again and again."""
    return rule in (*_STEPS, "weekly", "daily") or bool(_YEARLY.fullmatch(rule) or _EVERY.fullmatch(rule))


def check(rule: str) -> str:
    """Pass a rule of the grammar on, or raise NotADue."""
    if not comes_back(rule) and not span_of(rule):
        raise NotADue(rule)
    return rule


def next_day(rule: str, *, on: dt.date, since: dt.date | None = None, until: dt.date | None = None) -> dt.date | None:
    """The day on which a rule is due; of one that comes back, the first from `on` between `since` and `until`.

    What comes once stays due when its day has passed; without a rule there is no day.
    """
    if span := span_of(rule):
        return span[1]
    start = max(on, since) if since else on
    day = next((day for day in _days(rule, start, since or on) if day >= start), None)
    return None if day and until and day > until else day


def _days(rule: str, start: dt.date, anchor: dt.date) -> Iterator[dt.date]:
    """Candidates around `start`, in order; spans of months and years are counted from the January of the anchor."""
    if rule == "daily":
        yield start
    elif rule == "weekly":
        yield start + ONE_DAY * (6 - start.weekday())
    elif found := _YEARLY.fullmatch(rule):
        quarter, month, day = (int(part) if part else None for part in found.groups())
        for year in (start.year, start.year + 1):
            end = _month_end(year, month or 3 * (quarter or 4))
            yield end.replace(day=min(day or end.day, end.day))
    elif step := _months_between(rule):
        for ahead in range(step):
            months = start.year * 12 + start.month - 1 + ahead
            if (months + 1 - anchor.year * 12) % step == 0:
                yield _month_end(months // 12, months % 12 + 1)


def _months_between(rule: str) -> int | None:
    if found := _EVERY.fullmatch(rule):
        return int(found[1]) * (12 if found[2] == "years" else 1)
    return _STEPS.get(rule)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def working_days_left(day: dt.date, *, on: dt.date) -> int:
    """Working days after `on` up to and with `day`, public holidays left out; below zero once the day has passed."""
    if day < on:
        return min(-1, -_working_between(day, on))
    return _working_between(on, day)


def _working_between(after: dt.date, last: dt.date) -> int:
    if after.year == last.year:
        days = _working(after.year)
        return bisect_right(days, last) - bisect_right(days, after)
    whole = sum(len(_working(year)) for year in range(after.year + 1, last.year))
    first = _working(after.year)
    return len(first) - bisect_right(first, after) + whole + bisect_right(_working(last.year), last)


@cache
def _working(year: int) -> tuple[dt.date, ...]:
    """The working days of a year in Viet Nam, with days off and make-up days as far as they are published."""
    known = holidays.country_holidays("VN", years=year)
    days = (dt.date(year, 1, 1) + ONE_DAY * number for number in range(366 if calendar.isleap(year) else 365))
    return tuple(day for day in days if known.is_working_day(day))


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_AGAIN = r"(?:hang|moi|dinh ky) "
_ENGLISH = (("once in", "moi"), ("every", "hang"), ("quarter", "quy"), ("months?", "thang"), ("years?", "nam"),
            ("week", "tuan"), ("day", "ngay"))  # fmt: skip
_PLAIN = (
    (_AGAIN + "nam|yearly", "yearly"),
    (_AGAIN + "quy|quarterly", "quarterly"),
    (_AGAIN + "thang|monthly", "monthly"),
    (_AGAIN + "tuan|weekly", "weekly"),
    (_AGAIN + "ngay|daily", "daily"),
)
_LEAD = re.compile(r"^(?:truoc|cham nhat|xong|den|het|vao|trong|ngay|thang|nam|du kien|by|before|in|on)\s+(?=\S)")


def parse(words: str) -> str:
    """Turn what a person writes into a rule: `30/7/2025`, `quý II/2025`, `trước 15/11 hằng năm`, or a rule as it is."""
    text = re.sub(r"\s+", " ", fold(words)).strip(" .;,")
    if not text:
        return ""
    for english, term in _ENGLISH:
        text = re.sub(rf"\b{english}\b", term, text)
    for pattern, rule in _PLAIN:
        if re.fullmatch(pattern, text):
            return rule
    rule = _again(text) or _at(text) or words.strip()
    return check(rule)


def _again(text: str) -> str | None:
    if found := re.fullmatch(rf"(?:{_AGAIN})?(\d\d?) (thang|nam)(?: (?:mot|1) lan)?", text):
        return f"every-{found[1]}-{'months' if found[2] == 'thang' else 'years'}"
    if not (found := re.fullmatch(rf"(.*?),? ?(?:(?:cua )?{_AGAIN}nam|yearly)", text)):
        return None
    rest = _bare(found[1])
    if quarter := re.fullmatch(r"(?:quy |q)(i{1,3}|iv|[1-4])", rest):
        return f"yearly-Q{_QUARTERS[quarter[1]]}"
    if day := re.fullmatch(r"(\d\d?)[/-](\d\d?)", rest):
        return f"yearly-{int(day[2]):02d}-{int(day[1]):02d}"
    return None


def _at(text: str) -> str | None:
    rest = _bare(text)
    if found := re.fullmatch(r"(?:quy |q)(i{1,3}|iv|[1-4])[ /,-]*(?:nam )?(\d{4})", rest):
        return f"{found[2]}-Q{_QUARTERS[found[1]]}"
    if found := re.fullmatch(r"(?:(\d\d?)[/-])?(\d\d?)[/-](\d{4})", rest):
        return "-".join(part.zfill(2) for part in reversed(found.groups()) if part)
    if found := re.fullmatch(r"(?:ngay )?(\d\d?) thang (\d\d?) nam (\d{4})", rest):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    return rest if re.fullmatch(r"\d{4}", rest) else None


def _bare(text: str) -> str:
    """Drop what leads up to the date: trước, ngày, tháng, năm …"""
    while found := _LEAD.match(text):
        text = text[found.end() :]
    return text.strip()
