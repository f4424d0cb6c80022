"""Days, months, quarters, years and periods as Vietnamese papers write them, each with its place in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from thidua.viet.numbers import in_words, roman
from thidua.viet.text import fold

_DASH = r"\s?[-‐‑‒–—−]\s?"
_DAY, _MONTH, _YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"((?:19|20)\d\d)"
_DATE = re.compile(
    rf"(?<![\d/.,-]){_DAY}\s?([/.-])\s?{_MONTH}\s?\2\s?{_YEAR}(?![\d/-])"
    rf"|\bng[aà]y\s+{_DAY}\s+th[aá]ng\s+{_MONTH}\s*,?\s*n[aă]m\s+{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_DAY_OF_YEAR = re.compile(
    rf"(?<![\d/.,-]){_DAY}\s?/\s?{_MONTH}(?!\s?[\d/%-])"
    rf"|\bng[aà]y\s+{_DAY}\s+th[aá]ng\s+{_MONTH}(?!\d)(?!\s*,?\s*n[aă]m\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_WORD_MONTH = r"(giêng|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười|chạp)"
_MONTH_OF_YEAR = re.compile(
    rf"(?:\btháng\s+|(?<![\w/-])T\.?\s?(?=\d\d?/\d{{4}}))(?:{_MONTH}|{_WORD_MONTH})(?![\w])"
    rf"(?:(?:\s?[/-]\s?|\s*,?\s*năm\s+){_YEAR}(?!\d))?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\bqu[ýí]\s+(IV|III|II|I|[1-4])(?!\w)(?:(?:\s?[/-]\s?|\s*,?\s*năm\s+){_YEAR}(?!\d))?", re.IGNORECASE
)
_LONE_YEAR = re.compile(rf"(?<![\d/.,]){_YEAR}(?![\d%])(?!\s?/\s?[A-ZĐ]{{2}})(?![.,]\d)")
_PERIOD = re.compile(
    rf"(?<![\d/.,]){_YEAR}(?:{_DASH}|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?){_YEAR}(?![\d/])", re.IGNORECASE
)


_T = TypeVar("_T")
_Found = Iterator[tuple[_T, int, int]]


def _once(find: Callable[[str], _Found[_T]]) -> Callable[[str], _Found[_T]]:
    """Look through a text once: the finders of facts ask for every part of the same sentence again."""
    kept = lru_cache(maxsize=128)(lambda text: tuple(find(text)))

    @wraps(find)
    def found(text: str) -> _Found[_T]:
        return iter(kept(text))

    return found


@_once
def find_dates(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """Whole dates: `14/5/2025`, `ngày 27 tháng 3 năm 2026`. A day that no calendar has is left out."""
    for found in _DATE.finditer(text):
        day, month, year = (int(part) for part in found.groups() if part and part.isdigit())
        try:
            yield dt.date(year, month, day), found.start(), found.end()
        except ValueError:
            continue


@_once
def find_days(text: str) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Days that come every year, as (month, day): `15/11`, `ngày 15 tháng 11`."""
    for found in _DAY_OF_YEAR.finditer(text):
        day, month = (int(part) for part in found.groups() if part)
        yield (month, day), found.start(), found.end()


@_once
def find_months(text: str) -> Iterator[tuple[tuple[int | None, int], int, int]]:
    """Months as (year or None, month): `tháng 9/2025`, `tháng Chín năm 2025`, `tháng 6`. Not those of a whole date."""
    taken = [(start, end) for _, start, end in find_dates(text)] + [(start, end) for _, start, end in find_days(text)]
    for found in _MONTH_OF_YEAR.finditer(text):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        figure, word, year = found.groups()
        month = int(figure) if figure else _month_in_words(word)
        yield (int(year) if year else None, month), found.start(), found.end()


@_once
def find_quarters(text: str) -> Iterator[tuple[tuple[int | None, int], int, int]]:
    """Quarters as (year or None, quarter): `quý II/2025`, `quý 1 năm 2026`, `quý IV`."""
    for found in _QUARTER.finditer(text):
        figure, year = found.groups()
        quarter = int(figure) if figure.isdigit() else roman(figure) or 0
        yield (int(year) if year else None, quarter), found.start(), found.end()


@_once
def find_years(text: str) -> Iterator[tuple[int, int, int]]:
    """Years that stand alone: neither in a date nor the number of a document (`2025/QĐ-UBND`)."""
    taken = [(start, end) for _, start, end in find_dates(text)]
    for found in _LONE_YEAR.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            yield int(found[1]), found.start(), found.end()


@_once
def find_periods(text: str) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Periods of years: `2026 - 2030`, `năm 2025 đến năm 2027`. One that ends before it begins is left out."""
    for found in _PERIOD.finditer(text):
        start, end = int(found[1]), int(found[2])
        if start <= end:
            yield (start, end), found.start(), found.end()


def _month_in_words(word: str) -> int:
    special = {"gieng": 1, "tu": 4, "chap": 12}
    return special.get(fold(word)) or in_words(word) or 0
