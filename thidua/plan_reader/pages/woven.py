"""Letters drawn out of turn: a font without Vietnamese leaves holes in a line that another font fills in afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

Box = tuple[float, float, float, float]
_LINE = re.compile(r"[^\r\n]+")
_FILLER = re.compile(r"(?<!\S)[^\W\d_a-zA-Z]{1,3}(?!\S)")
_SPACE = 0.15  # of the type size: a wider hole between two letters is a space


class Weaver:
    """Puts the letters of a page in the order in which they stand; `box` and `size` answer for a place in `text`."""

    def __init__(self, text: str, *, box: Callable[[int], Box], size: Callable[[int], float]) -> None:
        self.text = text
        self.box = box
        self.size = size

    def order(self) -> list[int | None] | None:
        """The places of the letters as they are to be read, None for a space; None where nothing is out of turn."""
        places: list[int | None] = []
        changed = False
        for start, end in self._lines():
            letters = [at for at in range(start, end) if not self.text[at].isspace()]
            if self._is_woven(start, end, letters):
                places += self._rewoven(letters)
                changed = True
            else:
                places += range(start, end)
            places += range(end, end + 1) if end < len(self.text) else ()
        return places if changed else None

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Where lines begin and end; a line of fillings alone goes with the line whose holes it fills."""
        begun: tuple[int, int] | None = None
        for found in _LINE.finditer(self.text):
            start, end = found.span()
            if begun and not _FILLER.sub("", found[0]).strip() and self._level(begun[0], start):
                begun = (begun[0], end)
                continue
            if begun:
                yield begun
            begun = (start, end)
        if begun:
            yield begun

    def _level(self, one: int, other: int) -> bool:
        size = self.size(one)
        return size > 1 and abs(self.box(one)[2] - self.box(other)[2]) < 0.6 * size

    def _is_woven(self, start: int, end: int, letters: list[int]) -> bool:
        """Whether a letter stands to the left of the one before it; asked only where fillings may be."""
        if len(letters) < 2 or not self._may_be_woven(start, end, letters):
            return False
        lefts = [self.box(at)[0] for at in letters]
        return any(
            after < before - 0.3 * self.size(at) for at, (before, after) in zip(letters, pairwise(lefts), strict=False)
        )

    def _may_be_woven(self, start: int, end: int, letters: list[int]) -> bool:
        last = letters[-1]
        if not self.text[last].isascii() and self.box(last)[0] < self.box(letters[-2])[0]:
            return True
        return _FILLER.search(self.text, start, end) is not None

    def _rewoven(self, letters: list[int]) -> Iterator[int | None]:
        ranked = sorted(letters, key=lambda at: self.box(at)[0])
        for before, after in pairwise(ranked):
            yield before
            if self._apart(before, after):
                yield None
        yield ranked[-1]

    def _apart(self, before: int, after: int) -> bool:
        """Whether a space stands between: the boxes leave a hole, or the pen moved on before it drew the letter."""
        hole = _SPACE * max(self.size(before), self.size(after))
        left = self.box(after)[0]
        if left - self.box(before)[1] > hole:
            return True
        pen = self.box(after - 1)[0] if after and self.text[after - 1] == " " else left
        return pen > self.box(before)[0] and left - pen > hole
