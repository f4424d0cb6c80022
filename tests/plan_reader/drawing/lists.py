"""Word's automatic numbering for the labels of a plan: the label then stands nowhere in the text."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.plan_reader.drawing.markup import Paragraph, Plan

_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]
_STYLES = (
    (re.compile(r"[IVX]+(\W+)"), "upperRoman"),
    (re.compile(r"\d+(\W+)"), "decimal"),
    (re.compile(r"[a-zđ](\W+)"), "lowerLetter"),
    (re.compile(r"([-+*•])"), "bullet"),
)
_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))


def form_of(label: str) -> tuple[str, str] | None:
    """The number form of a printed label and the text after its number (a bullet's own sign)."""
    for pattern, form in _STYLES:
        if found := pattern.fullmatch(label.strip()):
            return form, found[1]
    return None


def printed(form: str, count: int) -> str:
    """The number that Word prints."""
    if form == "upperRoman":
        return _ROMAN[count - 1]
    return chr(96 + count) if form == "lowerLetter" else str(count)


class Lists:
    """Gives each labelled paragraph its level and list; None where its label is written out."""

    def __init__(self, file: Any, plan: Plan, way: str) -> None:
        self.way = way
        self.root = file.part.numbering_part.element if way else None
        self.numbers: dict[int, tuple[int, int]] = {}
        self.next = 500
        groups: dict[tuple[int, str], list[Paragraph]] = {}
        for block in plan.blocks:
            if way and isinstance(block, Paragraph) and block.label:
                parent = block.path.rpartition(".")[0]
                groups.setdefault((block.depth, parent), []).append(block)
        if way == "levels":
            abstract = self._abstract(_LEVELS)
            one = self._number(abstract, restart=False)
            for group in groups.values():
                self._levelled(group, one)
        elif way == "restart":
            for group in groups.values():
                self._restarted(group)

    def number_of(self, block: Paragraph) -> tuple[int, int] | None:
        """Level and list id."""
        return self.numbers.get(id(block))

    def _levelled(self, group: list[Paragraph], number: int) -> None:
        for place, block in enumerate(group, 1):
            form, text = _LEVELS[block.depth - 1]
            wanted = "-" if form == "bullet" else re.sub(r"%\d", printed(form, place), text)
            if block.label != wanted:
                raise ValueError(f"Word would print {wanted}, not {block.label}")
            self.numbers[id(block)] = (block.depth - 1, number)

    def _restarted(self, group: list[Paragraph]) -> None:
        forms = [form_of(block.label) for block in group]
        if not forms[0] or any(form != forms[0] for form in forms):
            return
        form, after = forms[0]
        labels = [after if form == "bullet" else printed(form, n) + after for n in range(1, len(group) + 1)]
        if [block.label.strip() for block in group] != labels:
            return
        number = self._number(self._abstract(((form, after if form == "bullet" else f"%1{after}"),)), restart=True)
        for block in group:
            self.numbers[id(block)] = (0, number)

    def _abstract(self, levels: tuple[tuple[str, str], ...]) -> int:
        self.next += 1
        inner = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for place, (form, text) in enumerate(levels)
        )
        element = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.next}">{inner}</w:abstractNum>')
        assert self.root is not None
        self.root.insert(0, element)
        return self.next

    def _number(self, abstract: int, *, restart: bool) -> int:
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
        assert self.root is not None
        self.root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{abstract}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'
            )
        )
        return abstract
