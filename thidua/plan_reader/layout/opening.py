"""The beginning of a document: its header, its title, and where its body starts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua.plan_reader.layout.labels import label_of
from thidua.plan_reader.layout.noise import TABLE_HEAD
from thidua.plan_reader.layout.rows import Row, is_capitals
from thidua.viet.text import fold

_SORTS = (
    "ke hoach", "quyet dinh", "huong dan", "chuong trinh", "de an", "thong bao", "chi thi", "nghi quyet", "thong tri",
    "to trinh", "quy che", "quy dinh", "the le", "phat dong", "ke hoach lien tich", "ke hoach phoi hop",
    "ke hoach lien nganh", "huong dan lien tich",
)  # fmt: skip
SORT = re.compile(r"(?:du thao\s*)?(" + "|".join(sorted(_SORTS, key=len, reverse=True)) + r")\b")
_COVERS = ("quyet dinh", "to trinh", "thong bao", "nghi quyet")
PLANLIKE = ("ke hoach", "huong dan", "chuong trinh", "de an", "thong tri", "chi thi", "the le", "quy che")
_OPENER = re.compile(
    r"(?:Căn cứ|Thực hiện|Nhằm|Để|Hưởng ứng|Tiếp tục|Trên cơ sở|Theo|Kính gửi|Thi hành|Phát huy|Chào mừng|Xét"
    r"|Ngày|Năm|Qua|Sau|Trong|Tại|Ủy ban|Uỷ ban|UBND|Ban|Hội đồng|Sở|Bộ|Trường|Công ty|Tổng công ty"
    r"|Tập đoàn|Đảng ủy|Đảng uỷ|Phòng|Triển khai)\b"
)
_ANNEXED = re.compile(r"\(?\s*(?:ban hanh\s+)?(?:kem|theo)\s+theo|\(?\s*(?:ban hanh|dinh) kem")
_NUMBERED = re.compile(r"\bsố\s|\d{4}|ngày \d", re.IGNORECASE)
MOTTO = re.compile(r"cong hoa xa hoi|doc lap\b.{0,8}tu do|dang cong san viet nam")
NUMBER = re.compile(r"s[oố6ôó]\s*[:.]", re.IGNORECASE)
PLACE_DATE = re.compile(r"[^\W\d_][\w\s.\-]{1,40},?\s*ngày\b.{0,14}\btháng\b.{0,8}\bnăm\b", re.IGNORECASE)
_SECTION = re.compile(r"(?:muc (?:dich|tieu)|yeu cau|can cu|noi dung|doi tuong|pham vi|quan diem)\b")
_MOST_TITLE = 12
_MOST_HEADER = 40


def title_at(rows: Sequence[Row]) -> tuple[int, int]:
    """Where the plan's title stands, and the decision's that covers it; -1 for each that is missing."""
    titles = [(index, sort) for index, row in enumerate(rows) if (sort := sort_of(row))]
    if not titles:
        return _plain_title(rows), -1
    first, sort = titles[0]
    if sort not in _COVERS:
        return first, -1
    plans = [at for at, sort in titles if sort == "ke hoach"] or [at for at, sort in titles if sort in PLANLIKE]
    return (plans[0], first) if plans else (first, -1)


def _plain_title(rows: Sequence[Row]) -> int:
    """The line of a paper without a letterhead that names the plan in small letters; -1 for none."""
    for index, row in enumerate(rows[:5]):
        named = row.folded.startswith("ke hoach") and "thi dua" in row.folded
        if named and row.text[0].isupper() and row.text[-1] not in ".;:":
            return index
    return -1


def sort_of(row: Row) -> str:
    """The sort of document a line names in capitals, alone or with the title behind it; empty for none."""
    if len(row.text) > 400:
        return ""
    words = row.text.strip(" *#:.")
    found = SORT.match(fold(words)) or SORT.match(_closed(words))
    if not found:
        return ""
    spaced = found.re.match(fold(words)) is None
    named = words if spaced else words[: found.end()]
    return found[1] if is_capitals(named) and not label_of(row.text) else ""


def is_whole_title(row: Row) -> bool:
    """Whether the line that names the sort of document goes on with the title itself."""
    found = SORT.match(row.folded)
    return found is not None and len(row.text) - found.end() > 20


def _closed(words: str) -> str:
    """Words that were printed with spaced letters, `K Ế  H O Ạ C H`, closed up."""
    if not re.match(r"(?:\S )+ *\S", words):
        return ""
    return " ".join("".join(part.split(" ")) for part in re.split(r"\s{2,}", fold(words)))


def title_end(rows: Sequence[Row], start: int, end: int) -> int:
    """Where the title that begins on row `start` is over and the body begins."""
    for opens in (_opens_body, _speaks):
        open_quotes = 0
        for index in range(start, min(end, start + _MOST_TITLE)):
            text = rows[index].text
            if index > start and (rows[index].cells or TABLE_HEAD.match(text.split(" ")[0])):
                return index
            if index > start and open_quotes <= 0 and opens(rows, index, start):
                return index
            open_quotes += text.count("“") - text.count("”")
    return min(end, start + 1)


def _opens_body(rows: Sequence[Row], index: int, start: int) -> bool:
    row, before = rows[index], rows[index - 1]
    label = label_of(row.text)
    words = row.text[label.end :] if label else ""
    if label and not label.dash and (not words or words[0].isupper()):
        return True
    if row.text[0].islower() or _ANNEXED.match(row.folded):
        return False
    if row.capitals and not before.capitals and _SECTION.match(row.folded):
        return True
    if is_capitals(before.text) and not row.capitals and index - start > 1 and row.line.bold is not True:
        return True
    if row.line.bold is False and before.line.bold:
        return True
    sentence = _sentence(rows, index)
    return bool(_OPENER.match(row.text)) and (len(sentence) > 120 or bool(_NUMBERED.search(sentence)))


def _speaks(rows: Sequence[Row], index: int, start: int) -> bool:
    """Whether a long sentence with its end begins here: a title has none."""
    row = rows[index]
    if row.text[0].islower() or row.text[0] in '“"(' or is_annexed(row.text):
        return False
    sentence = _sentence(rows, index)
    return len(sentence) > 160 and sentence.rstrip()[-1:] in ".:;"


def _sentence(rows: Sequence[Row], index: int) -> str:
    """The words from a row on to the first line that closes a sentence, a few lines at the most."""
    kept: list[str] = []
    for row in rows[index : index + 8]:
        kept.append(row.text)
        if row.ends:
            break
    return " ".join(kept)


def is_annexed(text: str) -> bool:
    """Whether a line says to which decision the plan is annexed."""
    return bool(_ANNEXED.match(fold(text)))


def is_header(row: Row) -> bool:
    """Whether a line stands in a header block: body, motto, number, place and date."""
    folded = row.folded
    if MOTTO.search(folded) or PLACE_DATE.search(row.text) or NUMBER.match(row.text):
        return True
    return row.capitals and len(row.text) < 120 and not label_of(row.text)


def untitled_end(rows: Sequence[Row]) -> int:
    """Where the body of a document without a title begins: behind its header, subject and addressees."""
    for index, row in enumerate(rows[:_MOST_HEADER]):
        if row.folded.startswith("kinh gui"):
            return _addressed_end(rows, index + 1)
    for index, row in enumerate(rows[:_MOST_HEADER]):
        if not is_header(row) and (label_of(row.text) or _OPENER.match(row.text) or row.ends):
            return index
    return 0


def _addressed_end(rows: Sequence[Row], start: int) -> int:
    """The first line behind the addressees: dashes, and lines that go on from one."""
    index = start
    while index < min(len(rows), start + _MOST_HEADER):
        label = label_of(rows[index].text)
        goes_on = rows[index].text[0].islower() or (index > start and not rows[index - 1].ends)
        if not (label and label.dash) and not goes_on and (index > start or _OPENER.match(rows[index].text)):
            break
        index += 1
    return index
