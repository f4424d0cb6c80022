"""What pdfium tells of a page: its characters, asked as seldom as reading allows, and its drawn lines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from thidua.plan_reader.pages.geometry import RAISED, Run
from thidua.plan_reader.pages.grids import THIN, Rule
from thidua.plan_reader.pages.woven import Weaver

_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at a line end, in place of hyphen and line end
_LINE = re.compile(rf"[^\r\n{_HYPHEN}]+{_HYPHEN}?")
_WORD = re.compile(r"\S+")
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}(?!\d)|(?<=[)”\"’,;:.])\d{1,2}(?=\W|$)|^\d{1,2}(?=\s?[^\W\d_])")
MOST_RULES = 5_000


class Glyphs:
    """The characters of one page; places are given as the page is seen, whatever its rotation."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.textpage = page.get_textpage()
        self.raw = self.textpage.raw
        self.width, self.height = page.get_size()
        self.rotation = page.get_rotation() // 90 % 4
        self.text = self._letters()
        self.order: list[int] | None = None
        self.scale = self._scaled()
        self._box = pdfium.FS_RECTF()
        self._at = ctypes.byref(self._box)
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.byref(ctypes.c_int())
        self._reweave()

    def close(self) -> None:
        """Give the page's memory back."""
        self.textpage.close()

    def _letters(self) -> str:
        """The page's characters; index n of the string is pdfium's character n, or its character `order[n]`."""
        count = max(self.textpage.count_chars(), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self.raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
        if len(text) != count:  # a character without a letter, or one beyond the first plane: ask for each
            codes = (pdfium.FPDFText_GetUnicode(self.raw, index) for index in range(count))
            text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
        return text.replace("\x02", _HYPHEN)

    def _scaled(self) -> float:
        """How much the page's first letter is scaled; browsers set their type larger and scale it down."""
        matrix = pdfium.FS_MATRIX()
        if not self.text or not pdfium.FPDFText_GetMatrix(self.raw, 0, ctypes.byref(matrix)):
            return 1.0
        return float((matrix.c**2 + matrix.d**2) ** 0.5) or 1.0

    def _reweave(self) -> None:
        """Put letters drawn out of turn where they stand; a space takes the place of the letter before it."""
        if places := Weaver(self.text, box=self.box, size=self.size).order():
            order: list[int] = []
            for place in places:
                order.append(order[-1] if place is None else place)
            self.text = "".join(" " if place is None else self.text[place] for place in places)
            self.order = order

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character."""
        pdfium.FPDFText_GetLooseCharBox(self.raw, self._own(index), self._at)
        box = self._box
        return self._seen(box.left, box.right, box.bottom, box.top)

    def _seen(self, left: float, right: float, bottom: float, top: float) -> tuple[float, float, float, float]:
        if self.rotation == 0:
            return left, right, bottom, top
        if self.rotation == 1:
            return bottom, top, self.height - right, self.height - left
        if self.rotation == 2:
            return self.width - right, self.width - left, self.height - top, self.height - bottom
        return self.width - top, self.width - bottom, left, right

    def _own(self, index: int) -> int:
        return self.order[index] if self.order else index

    def size(self, index: int) -> float:
        """The type size of a character."""
        return float(pdfium.FPDFText_GetFontSize(self.raw, self._own(index))) * self.scale or 1.0

    def bold(self, index: int) -> bool:
        """Whether the character's font calls itself bold."""
        pdfium.FPDFText_GetFontInfo(self.raw, self._own(index), self._name, 96, self._flags)
        name = self._name.value.lower()
        return b"bold" in name or b"black" in name or b"heavy" in name

    def places(self) -> Iterator[tuple[int, int]]:
        """Where each of pdfium's own lines begins and ends, outer spaces left out."""
        for found in _LINE.finditer(self.text):
            words = found[0].strip()
            if words:
                start = found.start() + found[0].index(words[0])
                yield start, start + len(words)

    def run(self, start: int, end: int) -> Run:
        """The characters from `start` to `end` as one run."""
        left, right, base, top = self.box(start)
        size = self.size(start)
        if end - start > 1:
            _, right, last_base, last_top = self.box(end - 1)
            last_size = self.size(end - 1)
            if size < 0.85 * last_size:  # a footnote's mark comes first
                base, top, size = last_base, last_top, last_size
        height = top - base
        if not 0.5 * size < height < 2 * size:  # a font set at size 1 and scaled: go by the box
            size = max(height / 1.1, 1.0)
        return Run(self.words(start, end, base, size), left, right, base, size, self.bold(start) and self.bold(end - 1))

    def words(self, start: int, end: int, base: float, size: float) -> str:
        """The letters of a run; small raised figures become footnote marks."""
        text = self.text[start:end].replace(_HYPHEN, "-")
        for found in reversed(list(_MARK.finditer(text))):
            at = start + found.start()
            if self.size(at) < 0.85 * size or self.box(at)[2] - base > 0.2 * size:
                raised = found[0].translate(RAISED)
                apart = " " if found.start() == 0 and text[found.end()].isalpha() else ""
                text = text[: found.start()] + raised + apart + text[found.end() :]
        return text

    def plain(self) -> list[Run] | None:
        """The page's lines from top to bottom, asking for two characters of each; None where that is not enough.

        It is not enough where lines stand beside each other or a line is too wide or too narrow for its letters.
        """
        lines = []
        for start, end in self.places():
            run = self.run(start, end)
            if abs(self.box(end - 1)[2] - run.base) > 0.3 * run.size:
                return None
            lines.append(run)
        lines.sort(key=lambda run: -run.base)
        if any(above.base - run.base < 0.7 * max(above.size, run.size) for above, run in pairwise(lines)):
            return None
        advance = median((run.right - run.left) / (len(run.text) * run.size) for run in lines) if lines else 0.0
        loose = any(run.right - run.left > (1.25 * advance * len(run.text) + 1.2) * run.size for run in lines)
        tight = any(run.right - run.left < 0.6 * advance * len(run.text) * run.size for run in lines)
        return None if loose or tight else lines

    def worded(self) -> list[list[Run]]:
        """The page's lines word by word, each with its place."""
        return [
            [self.run(start + word.start(), start + word.end()) for word in _WORD.finditer(self.text[start:end])]
            for start, end in self.places()
        ]

    def rules(self) -> list[Rule]:
        """The drawn lines and the edges of drawn boxes."""
        rules: list[Rule] = []
        edges = [ctypes.c_float() for _ in range(4)]
        places = [ctypes.byref(edge) for edge in edges]
        for index in range(min(pdfium.FPDFPage_CountObjects(self.page), MOST_RULES)):
            shape = pdfium.FPDFPage_GetObject(self.page, index)
            if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH:
                pdfium.FPDFPageObj_GetBounds(shape, *places)
                left, bottom, right, top = (edge.value for edge in edges)
                left, right, bottom, top = self._seen(left, right, bottom, top)
                rules += _edges(left, bottom, right, top)
        return rules


def _edges(left: float, bottom: float, right: float, top: float) -> list[Rule]:
    """A thin shape is one line, a box is its four sides."""
    if right - left <= THIN or top - bottom <= THIN:
        return [Rule(left, bottom, right, top)]
    return [
        Rule(left, bottom, left, top),
        Rule(right, bottom, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, right, top),
    ]
