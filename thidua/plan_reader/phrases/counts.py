"""How many: collectives, individuals and pieces that a sentence allows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.numbers import in_words

_WORD = r"(?:muoi|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|tram|linh)"
_NUMBER = rf"(?P<number>\d{{1,5}}|{_WORD}(?: {_WORD}){{0,4}})(?: ?\((?:\d+|{_WORD}(?: {_WORD})*)\))?"
_COUNTED = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}(?!\s?%)\s*(?:luot )?"
    r"(?:(?P<collectives>tap the|don vi|co quan|dia phuong|phong|khoa|to|doanh nghiep|chi bo|truong|ho gia dinh|"
    r"ho|gia dinh|"
    r"thon|xa|lop|cum|doi|chi doan|phan xuong|to dan pho)"
    r"|(?P<individuals>ca nhan|can bo|giao vien|hoc sinh|nguoi|dong chi|cong nhan|doan vien|hoi vien|sinh vien|"
    r"nhan vien|"
    r"nha giao|cong chuc|dang vien|vien chuc|nong dan|chien si)"
    r"|(?P<items>co|bang khen|giay khen|huan chuong|suat|giai|danh hieu|la co|giay chung nhan))(?!\w)"
)
# Single nouns must have their marks, or none at all: `05 hồ sơ` are no households.
_NOUNS = frozenset(
    [
        "phòng",
        "khoa",
        "tổ",
        "trường",
        "hộ",
        "thôn",
        "xã",
        "lớp",
        "cụm",
        "đội",
        "người",
        "cờ",
        "suất",
        "giải",
        "phong",
        "truong",
        "ho",
        "thon",
        "lop",
        "cum",
    ]
)
_YEARLY = re.compile(r"(?:hang|moi|tung|trong) \Z")


@dataclass(frozen=True, slots=True)
class Counts:
    """What is given; None where the text is silent."""

    collectives: int | None = None
    individuals: int | None = None
    items: int | None = None


def find_counts(words: Wording, start: int = 0, end: int | None = None) -> tuple[Counts, int, int] | None:
    """The numbers between two places, the first of each kind, and where they stand."""
    found: dict[str, int] = {}
    place: list[int] = []
    for hit in _COUNTED.finditer(words.text, start, len(words.text) if end is None else end):
        number = _value(words.toned[slice(*hit.span("number"))], words.text[max(0, hit.start() - 6) : hit.start()])
        kind = next(name for name in ("collectives", "individuals", "items") if hit[name])
        noun = words.toned[slice(*hit.span(kind))]
        if number is not None and kind not in found and (" " in noun or noun in _NOUNS):
            found[kind] = number
            place += [hit.start(), hit.end()]
    return (Counts(**found), min(place), max(place)) if found else None


def _value(number: str, before: str) -> int | None:
    if number.isdigit():
        return int(number)
    return None if number.startswith("năm") and _YEARLY.search(before) else in_words(number)
