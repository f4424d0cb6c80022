"""Short forms that are used and never explained, or explained and never used."""

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
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_LETTERS = re.compile(r"(?<![\w./&-])(?:[A-ZĐƯƠÔ]{2,}(?:[&-][A-ZĐƯƠÔ]{1,})*)(?![\w./&-]|\s?[-/]\s?[A-Z\d])")
_COMMON = """
UBND HĐND MTTQ UBMTTQ UBMTTQVN MTTQVN TĐKT TĐ-KT TDKT HĐTĐKT TW TƯ QĐ KH CT NQ NĐ TT BCH BTV BCĐ BCHQS VT VP
THCS THPT TH MN GD ĐT AI IT CNTT ICT ISO KPI QR GDP GRDP OCOP PCI PAPI PAR-INDEX PAR SIPAS DTI WEB SMS VNEID HTX
TNHH MTV CP LLVT KT-XH CT-XH VH-XH QP-AN QPAN ANTT ANTQ ATTP PCCC BHXH BHYT TNCS HCM LHPN CCB TAND VKSND VPUBND
GD&ĐT KH&CN TN&MT LĐ-TB&XH VHTT&DL CBCCVC CBCC CCVC NLĐ STT TM KT TL TUQ PCT CVP PCVP TP SXKD ĐVT CBVC VN CHXHCN
USD VNĐ VND AN QP
"""
_KNOWN = frozenset(_COMMON.split())
_CAPITALS = 0.6  # share of capitals above which a paragraph is a heading in capitals


@dataclass(frozen=True, slots=True)
class Short:
    """A short form explained in the text, with the place of its words."""

    words: str
    place: Place
    start: int
    end: int


def find_short_forms(plan: Plan) -> Iterator[Fault]:
    """Explained and unused; a document cited by a bare number; letters that nothing explains."""
    known = [short for place in plan.places for short in _explained(place)]
    yield from _unused(plan, known)
    yield from _bare_numbers(plan, known)
    yield from _unexplained(plan, known)


def _explained(place: Place) -> Iterator[Short]:
    text = place.low
    for hit in _DEFINED.finditer(text):
        end = _END.search(text, hit.end())
        stop = end.start() if end else len(text)
        open_list = _IS_PAPER.match(text, hit.end())
        while open_list and end and end[0] == ";":  # a list of papers goes on behind a semicolon
            end = _END.search(text, end.end())
            stop = end.start() if end else len(text)
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
    for short in known:
        key = _plain(short.words)
        if key in told:
            continue
        told.add(key)
        if _count(plan, short.words) - sum(1 for other in known if _plain(other.words) == key) <= 0:
            yield plan.fault("unused_short_form", "note", short.place, span=(short.start, short.end), says=(
                f"Quy ước viết tắt “{short.words}” nhưng sau đó không dùng.",
                "Bỏ phần quy ước, hoặc dùng chính cách viết tắt này trong các phần sau.",
            ))  # fmt: skip


def _plain(words: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "-", " ".join(fold(words).split()))


def _count(plan: Plan, words: str) -> int:
    """How often the words stand in the whole text, dashes, marks and capitals aside."""
    return len(re.findall(rf"(?<!\w){re.escape(_plain(words))}(?!\w)", _plain(plan.flat)))


def _bare_numbers(plan: Plan, known: list[Short]) -> Iterator[Fault]:
    """`Nghị quyết số 12`: which of that number, unless the text has said so."""
    named = {_plain(short.words).replace(" so ", " ") for short in known}
    named |= {_plain(words).replace(" so ", " ") for words in re.findall(r"\(([^()]{5,60})\)", plan.flat)}
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


def _unexplained(plan: Plan, known: list[Short]) -> Iterator[Fault]:
    """Letters used as a word in the body that are neither common in papers of state nor explained."""
    explained = {word.upper() for short in known for word in short.words.split()} | _KNOWN
    explained |= {word.upper() for word in re.findall(r"\(\s*([^\W\d_][^()\s]{1,14})\s*\)", plan.flat)}
    explained |= {word.upper() for word in re.findall(r"(?<!\w)([A-ZĐƯƠÔ]{2,}[\w&-]*) \(", plan.flat)}
    for place in plan.places:
        if not place.running or _in_capitals(place.text):
            continue
        for hit in _LETTERS.finditer(place.text):
            word = hit[0]
            if (
                word in explained
                or re.fullmatch(r"[IVXLC]+", word)
                or _named_place(place, hit)
                or _words_known(word, explained)
            ):
                continue
            explained.add(word)
            yield plan.fault("undefined_short_form", "warning", place, span=hit.span(), says=(
                f"Chữ viết tắt “{word}” chưa được giải thích trong kế hoạch.",
                "Viết đầy đủ ở lần đầu, kèm chữ viết tắt trong ngoặc đơn.",
            ))  # fmt: skip


def _words_known(word: str, explained: set[str]) -> bool:
    return all(part in explained for part in re.split(r"[&-]", word))


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return not letters or sum(letter.isupper() for letter in letters) > _CAPITALS * len(letters)


def _named_place(place: Place, hit: re.Match[str]) -> bool:
    """Inside quotation marks, or part of a run of capitals, it is a name."""
    before, after = place.text[: hit.start()], place.text[hit.end() :]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    run = re.search(r"[A-ZĐ]{2,} \Z", before) or re.match(r" [A-ZĐÀ-Ỹ]{2,}", after)
    return quoted or bool(run) or low(before).endswith(("mẫu ", "số ", "công ty ", "tập đoàn ", "ngân hàng "))
