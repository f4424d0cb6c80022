"""Lines joined to paragraphs: where a paragraph begins, told from labels, ends of sentences and the shape of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from thidua.plan_reader.layout.labels import Label, label_of
from thidua.plan_reader.layout.rows import Row, passage_of, splits_number
from thidua.plan_reader.reading import Passage
from thidua.viet.text import fold

_FULL = 0.82  # a line that would be this much of the usual width with one more word was broken by the margin
_CITING = re.compile(
    r"(?:điều|khoản|điểm|mục|phần|số|chương|phụ lục|ngày|tháng|năm|quý|và|hoặc|giai đoạn"
    r"|bảng|trang|mẫu|từ|đến|trước|sau)$"
)
_PAIRED = re.compile(r"(?:thi đua|văn hóa|văn hoá|kinh tế|chính trị|khoa học|kỹ thuật|thể thao|giáo dục|lao động)$")
_CLOSING = re.compile(
    r"(?:trong qua trinh|tren day la|qua trinh (?:trien khai|thuc hien|to chuc)|nhan duoc"
    r"|can cu (?:cac )?(?:noi dung )?(?:cua )?(?:ke hoach|huong dan|chuong trinh) nay)\b"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its label, if it may have one. `weak`: the line may as well go on from the one before.

    A table row has `cells`; its passage holds all of them.
    """

    passage: Passage
    label: Label | None = None
    weak: bool = False
    cells: tuple[Passage, ...] = ()
    bold: bool = False
    page: int = 1

    @property
    def words(self) -> str:
        """The text after the label."""
        return self.passage.text[self.label.end :] if self.label else self.passage.text


@dataclass(frozen=True, slots=True)
class Width:
    """How wide the lines of a text run, in characters, and whether its lines are wrapped at all.

    `cut`: the source calls printed lines paragraphs, as programs do that make a Word file of a PDF.
    """

    characters: int
    wrapped: bool
    cut: bool = False

    def full(self, row: Row, after: Row) -> bool:
        """Whether the first word of the next line had no room left on this one."""
        word = len(after.text.split(" ", 1)[0])
        return len(row.text) + 1 + word >= _FULL * self.characters


def width_of(rows: Sequence[Row]) -> Width:
    """Measure the lines: wrapped text breaks many sentences at its margin."""
    lengths = sorted(len(row.text) for row in rows if not row.cells)
    if not lengths:
        return Width(80, wrapped=False)
    broken = [after for row, after in pairwise(rows) if after.text[0].islower() and not row.ends]
    many = 0.12 * len(lengths)
    cut = sum(after.line.begins is True for after in broken) > many
    return Width(lengths[int(len(lengths) * 0.9)], wrapped=len(broken) > many, cut=cut)


def paragraphs_of(rows: Sequence[Row], width: Width) -> Iterator[Paragraph]:
    """Join rows to paragraphs, in order."""
    kept: list[Row] = []
    label: Label | None = None
    weak = False
    for row in rows:
        found = None if row.cells else label_of(row.text)
        before = kept[-1] if kept else None
        begins, doubtful = _begins(before, row, found, width)
        if begins:
            if kept:
                yield _paragraph(kept, label, weak)
            kept, label, weak = [], found, doubtful
        kept.append(row)
    if kept:
        yield _paragraph(kept, label, weak)


def _paragraph(rows: list[Row], label: Label | None, weak: bool) -> Paragraph:
    first = rows[0]
    cells = tuple(passage_of(cell) for cell in first.cells)
    passage = passage_of(chain.from_iterable(first.cells) if first.cells else rows)
    return Paragraph(
        passage, label_of(passage.text) if label else None, weak, cells, bool(first.line.bold), first.line.page
    )


def _begins(before: Row | None, row: Row, label: Label | None, width: Width) -> tuple[bool, bool]:
    """Whether a paragraph begins with `row`, and whether that stands in doubt."""
    if before is None or row.cells or before.cells:
        return True, False
    if row.line.begins is not None and not (row.line.begins and width.cut):
        return row.line.begins, False
    if splits_number(before.text, row.text):
        return False, False
    if label:
        return _label_begins(before, row, label, width)
    return _plain_begins(before, row, width), False


def _label_begins(before: Row, row: Row, label: Label, width: Width) -> tuple[bool, bool]:
    words = row.text[label.end :]
    if before.ends:
        return True, label.printed.rstrip(". ").isdigit() and len(label.printed) > 3
    if before.text.rfind("(") > before.text.rfind(")"):
        return False, True
    low = not words[:1].isupper() and words[:1] not in "“\"‘'["
    paired = bool(_PAIRED.search(before.text[-40:].lower()))
    if label.dash and (low + paired + width.full(before, row)) >= 2:  # two of three signs
        return False, True
    if not label.dash and _CITING.search(before.text[-40:].lower()) and not before.capitals:
        return True, True
    return True, low or (width.wrapped and width.full(before, row) and not before.capitals)


def is_closing(text: str) -> bool:
    """Whether words open the closing paragraph of a plan."""
    return bool(_CLOSING.match(fold(text[:60])))


def _plain_begins(before: Row, row: Row, width: Width) -> bool:
    first = row.text[0]
    if before.capitals != row.capitals and (before.capitals or len(row.text) > 12) and not first.islower():
        return True
    if not width.wrapped:
        return before.ends or not first.islower()
    if before.ends:
        return not first.islower() and (not width.full(before, row) or row.indent > 0 or is_closing(row.text))
    return first.isupper() and not width.full(before, row)
