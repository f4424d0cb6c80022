"""How many: collectives, individuals and pieces that a sentence allows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.plan_reader.facts.wording import Wording
from thidua.viet.numbers import in_words

_WORD = r"(?:mươi|mười|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|trăm|mốt|linh)"
_NUMBER = rf"(?P<number>\d{{1,5}}|{_WORD}(?: {_WORD}){{0,4}})(?: ?\((?:\d+|{_WORD}(?: {_WORD})*)\))?"
_COUNTED = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}(?!\s?%)\s*(?:lượt )?"
    r"(?:(?P<collectives>tập thể|đơn vị|cơ quan|địa phương|phòng|khoa|tổ|doanh nghiệp|chi bộ|trường|hộ gia đình|"
    r"hộ|gia đình|thôn|xã|lớp|cụm)"
    r"|(?P<individuals>cá nhân|cán bộ|giáo viên|học sinh|người|đồng chí|công nhân|đoàn viên|hội viên|sinh viên|"
    r"nhân viên|nhà giáo|công chức)"
    r"|(?P<items>cờ|bằng khen|giấy khen|huân chương|suất|giải|danh hiệu|lá cờ|giấy chứng nhận))(?!\w)"
)
_YEARLY = re.compile(r"(?:hàng|hằng|mỗi|từng|trong|mot) \Z")


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
    for hit in _COUNTED.finditer(words.toned, start, len(words.text) if end is None else end):
        number = _value(hit["number"], words.toned[max(0, hit.start() - 6) : hit.start()])
        kind = next(name for name in ("collectives", "individuals", "items") if hit[name])
        if number is not None and kind not in found:
            found[kind] = number
            place += [hit.start(), hit.end()]
    return (Counts(**found), min(place), max(place)) if found else None


def _value(number: str, before: str) -> int | None:
    if number.isdigit():
        return int(number)
    return None if number.startswith("năm") and _YEARLY.search(before) else in_words(number)
