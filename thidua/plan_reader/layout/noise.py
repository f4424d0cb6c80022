"""What stands on a page but is not part of the text: page numbers, rules, running heads; and footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua.plan_reader.layout.labels import label_of
from thidua.plan_reader.layout.rows import UPPER, Row

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—~.|\[(]*\s*(\d{1,3})\s*(?:/\s*\d{1,3})?\s*[-–—~|\])]*$", re.IGNORECASE)
_RULE = re.compile(r"[\s_\-–—=*~.•+|:]{3,}$")
_MARK = re.compile(
    r"([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|\[\d{1,2}\]|\(\*{1,3}\)|\*{1,3}(?=\s?[^\W\d_])|\d{1,2}(?=\s?[" + UPPER + r"][^\W\d_]))\s*"
)
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_STAMP = re.compile(
    r"b[aả]n (?:sao|chính|gốc)(?: y)?(?: bản chính)?|sao y(?: bản chính)?|(?:công văn )?đến(?:\s+số\s*:.*)?"
    r"|hỏa tốc|khẩn|(?:được )?(?:ký|người ký|ký số|ký điện tử)(?: số| điện tử)?(?: bởi)?\s*:.*"
    r"|(?:thời gian|ngày|giờ) ký\s*:.*"
    r"|(?:địa chỉ|điện thoại|đt|tel|fax|e-?mail|thư điện tử|website|trang web)\s*[:.].*|chuyển\s*:.*",
    re.IGNORECASE,
)
_SIGNED_BY = re.compile(r"(?:ký|người ký|thời gian ký)\b.*:", re.IGNORECASE)
_ORGAN = re.compile(r"(?:cơ quan|tổ chức|email|chức vụ)\s*:", re.IGNORECASE)
_STAMPED = 40  # rows at the top of a paper where stamps, signers' notes and addresses stand
TABLE_HEAD = re.compile(r"(?:STT|TT|Số TT|S\.?T\.?T\.?|Stt)$")
_HEADS_A_PART = re.compile(r"phu luc|bieu|mau\b|danh muc|ke hoach$|quyet dinh")
_NAMES_THE_PAPER = re.compile(r"(?:ke hoach|huong dan|chuong trinh|phong trao) .{4,60}$")
_FAR = 700  # characters that a page holds at the least, where the source does not tell its pages


def without_noise(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without page numbers, ruled lines and heads that repeat on the pages."""
    numbers = _page_numbers(rows)
    heads = _running_heads(rows, numbers)
    return tuple(
        row for index, row in enumerate(rows)
        if index not in numbers and index not in heads and not is_rule(row.text) and not _is_stamp(rows, index)
    )  # fmt: skip


def _is_stamp(rows: Sequence[Row], index: int) -> bool:
    """Whether a line at the top is a stamp, a signature's note or an address, none of which is the paper's own."""
    if index >= _STAMPED or rows[index].cells:
        return False
    text = rows[index].text.strip()
    beside = [rows[at].text for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    return bool(_STAMP.fullmatch(text)) or (bool(_ORGAN.match(text)) and any(map(_SIGNED_BY.match, beside)))


def is_rule(text: str) -> bool:
    """Whether a line is drawn, not written."""
    return bool(_RULE.match(text))


def _page_numbers(rows: Sequence[Row]) -> set[int]:
    """Lone numbers that count pages: at the edge of a known page, or rising by one at a page's distance."""
    found: set[int] = set()
    expected, since = 0, -_FAR
    for index, row in enumerate(rows):
        if _is_worn_number(rows, index):
            found.add(index)  # a page number, well read or not
            continue
        lone = _PAGE_NUMBER.match(row.text) if len(row.text) < 16 and not row.cells else None
        if not lone:
            continue
        number = int(lone[1])
        edge = _at_edge(rows, index) and number in (row.line.page - 1, row.line.page, row.line.page + 1)
        if edge or (_counts_on(number, expected, row.start - since) and not _in_table(rows, index)):
            found.add(index)
            expected, since = number + 1, row.start
    return found


def _is_worn_number(rows: Sequence[Row], index: int) -> bool:
    """Whether two or three signs in the middle of a page's edge are its number, however a scan was read."""
    row = rows[index]
    if row.line.page < 2 or len(row.text) > 3 or row.line.left is None or not _at_edge(rows, index):
        return False
    return bool(re.search(r"\d", row.text)) or 200 < row.line.left < 400


def _counts_on(number: int, expected: int, distance: int) -> bool:
    return distance >= _FAR and number == (expected or 2)


def _in_table(rows: Sequence[Row], index: int) -> bool:
    """Whether a lone number stands among the cells of a table printed one a line, below a head of its own line."""
    if not any(TABLE_HEAD.match(row.text) for row in rows[max(0, index - 80) : index]):
        return False
    beside = [rows[at] for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    return any(len(row.text) < 30 and not row.ends and not row.capitals and not label_of(row.text) for row in beside)


def _at_edge(rows: Sequence[Row], index: int) -> bool:
    page = rows[index].line.page
    first = index == 0 or rows[index - 1].line.page != page
    last = index == len(rows) - 1 or rows[index + 1].line.page != page
    return (first or last) and rows[-1].line.page > 1


def _running_heads(rows: Sequence[Row], numbers: set[int]) -> set[int]:
    """Equal unlabelled lines that stand at the edge of several pages, or beside page numbers."""
    places: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if index in numbers or len(row.text) > 120 or row.cells or row.ends or row.text[0].islower():
            continue
        edge = _at_edge(rows, index) or index - 1 in numbers or index + 1 in numbers
        if edge and not label_of(row.text) and not _HEADS_A_PART.match(row.folded):
            places.setdefault(re.sub(r"\d+", "#", row.text), []).append(index)
    return {
        index
        for indices in places.values()
        for index in indices
        if len(indices) > 1 or (numbers and _interrupts(rows, index, numbers))
    }


def _interrupts(rows: Sequence[Row], index: int, numbers: set[int]) -> bool:
    """Whether a line beside a page number names the paper, or stands in capitals in the middle of a sentence."""
    before = next((rows[at] for at in range(index - 1, -1, -1) if at not in numbers), None)
    after = next((rows[at] for at in range(index + 1, len(rows)) if at not in numbers), None)
    if not (before and after):
        return False
    if _NAMES_THE_PAPER.match(rows[index].folded) and index - 1 in numbers:
        return True
    return rows[index].capitals and not before.ends and not before.capitals and after.text[0].islower()


def footnote_mark(text: str) -> tuple[str, int] | None:
    """The mark a footnote begins with, as digits or stars, and where its words begin."""
    found = _MARK.match(text)
    if not found:
        return None
    return found[1].translate(_SUPERSCRIPTS).strip("[]()"), found.end()


def is_superscript(text: str) -> bool:
    return text[:1] in "¹²³⁴⁵⁶⁷⁸⁹"
