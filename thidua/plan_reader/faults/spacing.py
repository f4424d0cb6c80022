"""Slips of spacing and pairs: doubled words, missing spaces, broken numbers, marks left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from thidua.plan_reader.faults.fault import Fault, Place, Plan, in_address

_DOUBLED = re.compile(
    r"(?<!\w)(và|các|của|cho|về|trong|là|với|được|theo|tại|để|những|đến|trên|do|khi|đã|sẽ|thì|mà|có|nhằm|gồm|từng "
    r"bước|"
    r"(?!từng |ngày |mỗi |hết |càng |lần |một )[^\W\d_]{2,7} [^\W\d_]{2,7}) \1(?!\w)"
)
_TIGHT = (
    (re.compile(r"(?<!\w)[^\W\d_]+[“](?=\w)"), "trước dấu mở ngoặc kép"),
    (re.compile(r"(?<!\w)[a-zà-ỹđ]+[,;](?=[^\W\d_]{2})[^\W\d_]+"), "sau dấu phẩy hoặc chấm phẩy"),
    (re.compile(r"(?<![.\w])[a-zà-ỹđ]{2,}\.(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])[^\W\d_]+"), "sau dấu chấm"),
    (re.compile(r"”[^\W\d_]+"), "sau dấu đóng ngoặc kép"),
    (re.compile(r"(?<![\w.])[a-zà-ỹđ]{2,}(?:19|20)\d\d(?!\d)"), "trước năm"),
)
_BROKEN_NUMBER = re.compile(r"(?<![\w/])\d{1,5}(?: ?/ [A-ZĐ]{2,}|/[A-ZĐ][A-Za-zĐđ]{0,5}(?: - ?|- )[A-ZĐ]{2,})")


def find_spacing(plan: Plan) -> Iterator[Fault]:
    """All kinds, over the running text."""
    for place in plan.places:
        if place.running:
            yield from _doubled(plan, place)
            yield from _spaces(plan, place)
    if not plan.scanned:  # OCR takes one mark for another too often
        yield from _pairs(plan)


def _slip(plan: Plan, place: Place, span: tuple[int, int], says: tuple[str, str], kind: str) -> Fault:
    return plan.fault(kind, "note" if plan.scanned else "warning", place, span=span, says=says)


def _doubled(plan: Plan, place: Place) -> Iterator[Fault]:
    for hit in _DOUBLED.finditer(place.text):
        if hit[1].islower():
            yield _slip(plan, place, hit.span(), (f"Lặp từ: “{hit[0]}”.", f"Chỉ giữ một “{hit[1]}”."), "doubled_word")


def _spaces(plan: Plan, place: Place) -> Iterator[Fault]:
    for pattern, where in _TIGHT:
        for hit in pattern.finditer(place.text):
            if not in_address(place.text, hit.start()):
                yield _slip(
                    plan,
                    place,
                    hit.span(),
                    (f"Thiếu dấu cách {where}: “{hit[0]}”.", "Thêm một dấu cách."),
                    "missing_space",
                )
    for hit in _BROKEN_NUMBER.finditer(place.text):
        piece = place.passage.spans(*hit.span())
        if len(piece) == 1 and "\n" not in plan.text[piece[0].start : piece[0].end]:
            yield _slip(
                plan,
                place,
                hit.span(),
                (f"Số, ký hiệu văn bản bị ngắt: “{hit[0]}”.", "Viết liền, không có dấu cách."),
                "broken_number",
            )


_OPENS, _CLOSES = {"“": "”", "(": ")", "[": "]"}, {"”": "“", ")": "(", "]": "["}
_MOST = 3  # unpaired marks told of one paragraph: more come from something other than a slip
_LIST_MARK = re.compile(r"(?:^|[\s(;,.:-])(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})\Z")


def _pairs(plan: Plan) -> Iterator[Fault]:
    """Quotation marks and brackets that are not closed, or closed without having been opened, in their paragraph."""
    places = [place for place in plan.places if place.running]
    for index, place in enumerate(places):
        if '"' in place.text or "„" in place.text:
            continue
        for at, sign in islice(_unpaired(place.text), _MOST):
            if not _elsewhere(places, index, sign):
                start = max(place.text.rfind(" ", 0, at), 0)
                end = place.text.find(" ", min(at + 12, len(place.text)))
                span = start, end if end > 0 else len(place.text)
                named = "mở mà không đóng" if sign in _OPENS else "đóng mà không mở"
                yield _slip(
                    plan, place, span, (f"Dấu {sign} {named}.", "Thêm dấu còn thiếu hoặc bỏ dấu thừa."), "unpaired_mark"
                )


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, str]] = []
    for at, sign in enumerate(text):
        if sign in _OPENS:
            opened.append((at, sign))
        elif sign in _CLOSES:
            if opened and opened[-1][1] == _CLOSES[sign]:
                opened.pop()
            elif not (sign == ")" and _LIST_MARK.search(text[max(0, at - 6) : at])):
                yield at, sign
    yield from opened


def _elsewhere(places: list[Place], index: int, sign: str) -> bool:
    """Whether the other half stands alone in a paragraph close by: the quotation goes over several."""
    other = _OPENS.get(sign) or _CLOSES[sign]
    near = places[index + 1 : index + 5] if sign in _OPENS else places[max(0, index - 4) : index]
    return any(found == other for place in near for _, found in _unpaired(place.text))
