"""Short forms that are explained and never used, and documents cited by a bare number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.faults.fault import Fault, Place, Plan, low
from thidua.viet.text import fold

_DEFINED = re.compile(
    r"(?:sau đây|dưới đây|từ đây|gọi tắt|viết tắt)(?: xin)?(?: được)?(?: thống nhất)?(?: gọi| viết| gọi tắt| viết "
    r"tắt)*(?: chung| tắt)?\s*(?:là|:)\s*"
)
_END = re.compile(r"[);]|\.(?:\s|$)|, (?:như sau|cụ thể|với)|\s(?:như sau|cụ thể|với các nội dung)")
_PAPER = (
    r"(?:nghị quyết|quyết định|chỉ thị|kế hoạch|nghị định|thông tư|kết luận|chương trình|đề án|hướng dẫn|"
    r"công văn|thông báo)"
)
_IS_PAPER = re.compile(rf"{_PAPER}(?: hành động)?(?: số)? \d")
_BARE = re.compile(
    r"(?<!\w)(?P<kind>nghị quyết|quyết định|chỉ thị|nghị định|thông tư|kết luận|đề án|kế hoạch|chương trình)(?: số)? "
    r"(?P<number>\d{1,4})"
    r"(?![\d/.,-]*\d|\s?[-/–])(?!\w)(?! (?:năm|tháng|tuần|ngày|giai đoạn|nội dung|nhiệm vụ|chỉ tiêu|điểm|nhóm|hoạt "
    r"động|bước|trọng tâm))"
)
_FAMOUS = frozenset(["đề án 06", "chương trình 135"])
_LONGEST, _MOST = 600, 100  # letters of one explanation, and how many are looked at
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Short:
    """A short form explained in the text, with the place of its words."""

    words: str
    place: Place
    start: int
    end: int


def find_short_forms(plan: Plan) -> Iterator[Fault]:
    """Explained and unused; a document cited by a bare number."""
    known = [short for place in plan.places for short in explanations(place)]
    yield from _unused(plan, known)
    yield from _bare_numbers(plan, known)


def explanations(place: Place) -> Iterator[Short]:
    """The short forms that a paragraph explains."""
    text = place.low
    for hit in _DEFINED.finditer(text):
        limit = min(hit.end() + _LONGEST, len(text))
        end = _END.search(text, hit.end(), limit)
        stop = end.start() if end else limit
        open_list = _IS_PAPER.match(text, hit.end())
        while open_list and end and end[0] == ";":  # a list of papers goes on behind a semicolon
            end = _END.search(text, end.end(), limit)
            stop = end.start() if end else limit
        for start, last in _parts(text, hit.end(), stop) if open_list else [(hit.end(), stop)]:
            words = place.text[start:last].strip(" “”\"'‘’,.;:")
            if 1 < len(words) <= 120:
                yield Short(words, place, start, last)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in re.finditer(r"[,;] | và (?=" + _PAPER + ")", text[start:end]):
        yield begin, start + mark.start()
        begin = start + mark.end()
    yield begin, end


def _unused(plan: Plan, known: list[Short]) -> Iterator[Fault]:
    told: set[str] = set()
    for short in known[:_MOST]:
        key = _core(short.words)
        if key in told:
            continue
        told.add(key)
        if not re.search(rf"(?<!\w){re.escape(key)}(?!\w)", _plain(_after(plan, short))):
            yield plan.fault("unused_short_form", "note", short.place, span=(short.start, short.end), says=(
                f"Quy ước viết tắt “{short.words}” nhưng sau đó không dùng.",
                "Bỏ phần quy ước, hoặc dùng chính cách viết tắt này trong các phần sau.",
            ))  # fmt: skip


def _plain(words: str) -> str:
    """Letters alone: no marks, one kind of dash and space, and no `số`."""
    return re.sub(r"\s*[-–—]\s*", "-", " ".join(fold(words).split())).replace(" so ", " ")


def _core(words: str) -> str:
    """What must be found again: a document's kind and number, else the words without their plural."""
    plain = _plain(words)
    paper = re.match(_plain(_PAPER) + r"(?: hanh dong)? \d+", plain)
    return paper[0] if paper else re.sub(r"^(?:cac|nhung) ", "", plain)


def _after(plan: Plan, short: Short) -> str:
    """All words behind the explanation, those of the appendices and recipients too."""
    return plan.text[short.place.passage.at[short.end - 1] + 1 :]


def _bare_numbers(plan: Plan, known: list[Short]) -> Iterator[Fault]:
    """`Nghị quyết số 12`: which of that number, unless the text has said so."""
    named = {_core(short.words) for short in known}
    for aside in re.findall(r"\([^()]{5,80}\)", low(plan.flat)):
        named |= {_plain(f"{hit['kind']} {hit['number']}") for hit in _BARE.finditer(aside)}
    for place in plan.places:
        for hit in _BARE.finditer(place.low):
            key = _plain(f"{hit['kind']} {hit['number']}")
            if (
                key in named
                or f"{hit['kind']} {hit['number']}" in _FAMOUS
                or _YEAR.match(hit["number"])
                or _same_breath(place, hit)
            ):
                continue
            named.add(key)
            words = place.text[hit.start() : hit.end()]
            yield plan.fault("undefined_short_form", "warning", place, span=hit.span(), says=(
                f"“{words}” là cách viết tắt chưa được quy ước: thiếu ký hiệu và cơ quan ban hành.",
                "Ghi đủ số, ký hiệu, hoặc thêm “(sau đây viết tắt là …)” ở chỗ dẫn văn bản lần đầu.",
            ))  # fmt: skip


def _same_breath(place: Place, hit: re.Match[str]) -> bool:
    """`Nghị quyết số 57 và 71/NQ-CP`, `số 15 ngày …`: more of the citation follows."""
    return bool(re.match(r"\s*(?:,|và|;)\s*(?:số )?\d+|\s*ngày|\s*của|\s*năm|\s*khóa", place.low[hit.end() :]))
