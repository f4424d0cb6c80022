"""The runs of a Word paragraph: words with their look, as they read once all changes are accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.sources.package import W
from thidua.plan_reader.sources.styles import Look, Styles

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INTO = {
    W + name
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
}


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look; `\\n` in them is a soft line break."""

    words: str
    look: Look = PLAIN


class Runs:
    """Reads paragraphs one after the other; remembers the page, and hands over notes and text boxes met."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.page = 1
        self._cited: list[tuple[str, str, str]] = []
        self._boxes: list[Any] = []
        self._marks = 0

    def of(self, element: Any, look: Look) -> Iterator[Piece]:
        """The pieces of a paragraph, or of anything that holds runs."""
        for child in element:
            if child.tag == W + "r":
                yield from self._run(child, look)
            elif child.tag in _INTO:
                yield from self.of(child, look)
            elif isinstance(child.tag, str) and "oMath" in child.tag:
                yield Piece("".join(part.text or "" for part in child.iter(_MATH)), look)

    def cited(self) -> list[tuple[str, str, str]]:
        """The notes cited since the last asking: mark, kind and id."""
        cited, self._cited = self._cited, []
        return cited

    def boxes(self) -> list[Any]:
        """The text boxes met since the last asking."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _run(self, run: Any, base: Look) -> Iterator[Piece]:
        look = self.styles.over(base, run.find(W + "rPr"))
        words = "".join(self._words(child) for child in run)
        if not words or look.hidden:
            return
        if look.caps:
            words = words.upper()
        yield Piece(words.translate(_RAISED) if look.raised and words.strip().isdigit() else words, look)

    def _words(self, child: Any) -> str:
        """What one part of a run prints."""
        if child.tag == W + "t":
            return (child.text or "").replace("\n", " ")
        told = _TOLD.get(child.tag)
        return told(self, child) if told else ""

    def _break(self, child: Any) -> str:
        if child.get(W + "type") == "page":
            self.page += 1
        return "\n"

    def _page(self, child: Any) -> str:
        self.page += 1
        return ""

    def _symbol(self, child: Any) -> str:
        code = child.get(W + "char") or ""
        return chr(int(code, 16)) if len(code) == 4 and all(sign in "0123456789abcdefABCDEF" for sign in code) else ""

    def _note(self, child: Any) -> str:
        kind = "endnote" if child.tag == W + "endnoteReference" else "footnote"
        own = child.get(W + "customMarkFollows") in ("1", "true")
        self._marks += not own
        mark = "" if own else str(self._marks).translate(_RAISED)
        self._cited.append((mark, kind, child.get(W + "id") or ""))
        return mark

    def _drawing(self, child: Any) -> str:
        """Text boxes: of two alternatives only the first, which holds the same words."""
        if child.tag == _MC + "AlternateContent":
            choice = child.find(_MC + "Choice")
            child = child if choice is None else choice
        self._boxes += list(child.iter(W + "txbxContent"))
        return ""


_TOLD: dict[str, Callable[[Runs, Any], str]] = {
    W + "tab": lambda runs, child: "\t",
    W + "ptab": lambda runs, child: "\t",
    W + "cr": lambda runs, child: "\n",
    W + "br": Runs._break,
    W + "lastRenderedPageBreak": Runs._page,
    W + "noBreakHyphen": lambda runs, child: "-",
    W + "sym": Runs._symbol,
    W + "footnoteReference": Runs._note,
    W + "endnoteReference": Runs._note,
    W + "drawing": Runs._drawing,
    W + "pict": Runs._drawing,
    W + "object": Runs._drawing,
    _MC + "AlternateContent": Runs._drawing,
}
