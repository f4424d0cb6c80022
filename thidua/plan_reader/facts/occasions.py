"""On what occasion something is given: every year, at the interim review, at the end."""

from __future__ import annotations

import re

from thidua.plan_reader.facts.wording import Wording

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annual", re.compile(r"(?:hang|moi|tung) nam|thuong nien|cuoi nam(?! \d)|tong ket nam(?: hoc| cong tac)?(?! \d)")),
    ("interim", re.compile(r"so ket|giua ky|giua giai doan|giua nhiem ky")),
    ("final", re.compile(r"tong ket(?! (?:nam(?! \d)|hang|cong tac))|ket thuc (?:phong trao|giai doan|dot)|cuoi ky")),
    ("any", re.compile(r"dot xuat|theo chuyen de|chuyen de|thuong xuyen|khong dinh ky")),
)
_AFTER_CRITERIA = re.compile(r"(?:tham quyen|phap luat|quy dinh)[^.;]*\Z")


def find_occasions(words: Wording, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Each occasion named, with its place."""
    end = len(words.text) if end is None else end
    found = [(name, *hit.span()) for name, cue in _CUES for hit in cue.finditer(words.text, start, end)]
    return sorted(found, key=lambda row: row[1])
