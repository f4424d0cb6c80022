"""On what occasion something is given: every year, at the interim review, at the end; and in which year that is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.places import Places
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.dates import find_periods

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annual", re.compile(r"(?:hang|moi|tung) nam|thuong nien|cuoi nam(?! \d)|tong ket nam(?: hoc| cong tac)(?! \d)")),
    ("interim", re.compile(r"so ket|giua ky|giua giai doan|giua nhiem ky")),
    ("final", re.compile(
        r"tong ket(?! (?:nam (?:hoc|cong tac)(?! \d)|hang nam))|ket thuc (?:phong trao|giai doan|dot)|cuoi ky")),
    ("any", re.compile(r"dot xuat|theo chuyen de|chuyen de|khong dinh ky")),
)  # fmt: skip

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d%])")


@dataclass(frozen=True, slots=True)
class Occasion:
    name: str
    year: int | None


def find_occasions(words: Wording, start: int = 0, end: int | None = None) -> list[Occasion]:
    """Each occasion once, with the year that stands behind it before the next one."""
    end = len(words.text) if end is None else end
    hits = sorted((hit.start(), hit.end(), name) for name, cue in _CUES for hit in cue.finditer(words.text, start, end))
    years = _years(words)
    found: dict[str, Occasion] = {}
    for (_, stop, name), limit in zip(hits, [*(hit[0] for hit in hits[1:]), end], strict=False):
        year = _between(years, stop, min(limit, stop + 60))
        if name not in found or (found[name].year is None and year):
            found[name] = Occasion(name, None if name == "annual" else year)
    return list(found.values())


def _between(years: list[tuple[int, int]], start: int, end: int) -> int | None:
    index = bisect_left(years, start, key=lambda row: row[1])
    return years[index][0] if index < len(years) and years[index][1] < end else None


@lru_cache(maxsize=256)
def _years(words: Wording) -> list[tuple[int, int]]:
    closed = Places([*places(words), *((start, end) for _, start, end in find_periods(words.printed))])
    found = [(int(hit[0]), hit.start()) for hit in _YEAR.finditer(words.printed)]
    return [(year, at) for year, at in found if not closed.touch(at, at + 1)]
