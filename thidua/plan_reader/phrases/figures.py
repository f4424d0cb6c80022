"""Figures with their units in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.phrases.lexicon import Lexicon
from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.places import Places
from thidua.plan_reader.phrases.vocabulary import book
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.dates import find_dates, find_days, find_months, find_periods, find_quarters, find_years
from thidua.viet.numbers import find_numbers, in_words

_UNITS = Lexicon(book("units")["units"])
_ANY_UNIT = re.compile(r" [^\W\d_A-ZĐ][^\W\d_]*(?=[ ,.;)]|$)")
_OF_SO_MANY = re.compile(
    r"(?<![\w/.,])(\d{1,4})/\d{1,4}(?= (?:thôn|xã|tổ|phường|trường|lớp|đơn vị|khoa|phòng|hộ|chi bộ|bản|ấp))"
)
_PERCENT = re.compile(r"\s?%")
_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|trên|từ|có|thêm|đạt|mỗi \w+ có)\s+(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= )"
)
_NAME_BEFORE = re.compile(
    r"(?:giai doan|dieu|khoan|muc|phan|chuong|dot|so|thang|quy|hang|loai|cap|quyet|lop|khoi|cum|chuong trinh|"
    r"de an|nghi quyet|bieu|phu luc|mau) \Z"
)


@dataclass(frozen=True, slots=True)
class Figure:
    value: int | float
    unit: str | None
    start: int
    end: int  # behind the unit


def find_figures(words: Wording, start: int, end: int, *, loose: bool = False) -> Iterator[Figure]:
    """Numbers that count or measure; days, years and the numbers of documents do not. `loose`: in any unit."""
    numbers, closed = _numbers(words)
    first = bisect_left(numbers, start, key=lambda row: row[1])
    for value, at, stop in numbers[first : bisect_left(numbers, end, key=lambda row: row[1])]:
        if closed.touch(at, at + 1) or _NAME_BEFORE.search(words.text[max(0, at - 14) : at]):
            continue
        percent = _PERCENT.match(words.text, stop)
        if percent:
            yield Figure(value, "%", at, percent.end())
            continue
        unit = _UNITS.at(words, stop + 1, end) if words.text[stop : stop + 1] == " " else _UNITS.at(words, stop, end)
        if unit is None and loose:
            word = _ANY_UNIT.match(words.printed, stop)
            unit = word.end() if word else None
        if unit is not None:
            yield Figure(value, words.quote(stop, unit).strip(), at, unit)


@lru_cache(maxsize=256)
def _numbers(words: Wording) -> tuple[tuple[tuple[int | float, int, int], ...], Places]:
    found = list(find_numbers(words.printed))
    for hit in _LEAST.finditer(words.toned):
        number = in_words(hit[1])
        if number is not None:
            found.append((number, hit.start(1), hit.end(1)))
    ratios = [(int(hit[1]), hit.start(), hit.end()) for hit in _OF_SO_MANY.finditer(words.printed)]
    whole = Places((start, end) for _, start, end in ratios)
    found = [*(row for row in found if not whole.touch(row[1], row[2])), *ratios]
    return tuple(sorted(found, key=lambda row: row[1])), _closed(words)


def _closed(words: Wording) -> Places:
    text = words.printed
    found = [
        (a, b)
        for finder in (find_dates, find_days, find_months, find_periods, find_quarters, find_years)
        for _, a, b in finder(text)
    ]
    ratios = Places(hit.span() for hit in _OF_SO_MANY.finditer(words.printed))
    return Places([*places(words), *(place for place in found if not ratios.touch(*place))])
