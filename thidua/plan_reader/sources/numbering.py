"""Word's automatic numbers: the label of a paragraph is computed, as it stands nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from thidua.plan_reader.sources.package import W
from thidua.plan_reader.sources.styles import Styles
from thidua.viet.numbers import as_roman

_HOLE = re.compile(r"%([1-9])")
_DASHES = dict.fromkeys("-‐‑‒–—−\uf02d\uf0be", "-")
_BULLETS = {**_DASHES, "+": "+", "\uf02b": "+", "*": "*", "\uf02a": "*", "": ""}


@dataclass(slots=True)
class Level:
    """One level of a list definition."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # figures of higher levels in Arabic, whatever their own form
    restart: int | None = None  # the level (counted from 1) that resets it; 0 never


@dataclass(slots=True)
class Counter:
    """How far each level of one list has counted."""

    at: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Answers the label of each paragraph, asked in printed order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self.styles = styles
        self.abstracts: dict[str, Any] = {}
        self.numbers: dict[str, Any] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.counters: dict[str, Counter] = {}
        self.begun: set[str] = set()
        if root is not None:
            self.abstracts = {one.get(W + "abstractNumId"): one for one in root.iterfind(W + "abstractNum")}
            self.numbers = {one.get(W + "numId"): one for one in root.iterfind(W + "num")}

    def label(self, properties: Any | None, style: str | None) -> str:
        """The label of the next paragraph, empty if it is in no list."""
        number, depth = self._place(properties, style)
        if number not in self.numbers:
            return ""
        levels = self._levels(number)
        if depth not in levels:
            return ""
        counter = self._counter(number)
        self._count(counter, levels, depth)
        return self._printed(counter, levels, depth)

    def _place(self, properties: Any | None, style: str | None) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else its style's."""
        listed = None if properties is None else properties.find(W + "numPr")
        number = _value(listed, "numId")
        level = _value(listed, "ilvl")
        if number is None:
            through = self.styles.numbering(style)
            if through is None:
                return "", 0
            number, style_level, name = through
            level = level or style_level or self._level_of_style(number, name)
        return number, _count_of(level)

    def _level_of_style(self, number: str, style: str) -> str | None:
        """The level that a definition ties to a paragraph style."""
        for level in self._definition(number):
            if _value(level, "pStyle") == style:
                found: str | None = level.get(W + "ilvl")
                return found
        return None

    def _definition(self, number: str, depth: int = 0) -> list[Any]:
        """The level elements of a list, followed through a list style where it only points to one."""
        one = self.numbers.get(number)
        abstract = self.abstracts.get(_value(one, "abstractNumId") or "")
        if abstract is None:
            return []
        linked = _value(abstract, "numStyleLink")
        if linked and depth < 5:
            through = self.styles.numbering(linked)
            if through is not None and through[0] != number:
                return self._definition(through[0], depth + 1)
        return list(abstract.iterfind(W + "lvl"))

    def _levels(self, number: str) -> dict[int, Level]:
        if number not in self.levels:
            levels = {_count_of(one.get(W + "ilvl")): _level(one) for one in self._definition(number)}
            for override in self.numbers[number].iterfind(W + "lvlOverride"):
                depth = _count_of(override.get(W + "ilvl"))
                whole, start = override.find(W + "lvl"), _value(override, "startOverride")
                if whole is not None:
                    levels[depth] = _level(whole)
                if start is not None and depth in levels:
                    levels[depth].start = _count_of(start)
            self.levels[number] = levels
        return self.levels[number]

    def _counter(self, number: str) -> Counter:
        """Lists of one definition count on together; one that overrides a start begins anew when first used."""
        one = self.numbers[number]
        shared = "definition " + (_value(one, "abstractNumId") or "")
        counter = self.counters.setdefault(shared, Counter())
        if number not in self.begun:
            self.begun.add(number)
            for override in one.iterfind(W + "lvlOverride"):
                if _value(override, "startOverride") is not None:
                    depth = _count_of(override.get(W + "ilvl"))
                    counter.at = {level: count for level, count in counter.at.items() if level < depth}
        return counter

    @staticmethod
    def _count(counter: Counter, levels: dict[int, Level], depth: int) -> None:
        counter.at[depth] = counter.at[depth] + 1 if depth in counter.at else levels[depth].start
        for lower in [level for level in counter.at if level > depth]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or restart > depth:
                del counter.at[lower]

    @staticmethod
    def _printed(counter: Counter, levels: dict[int, Level], depth: int) -> str:
        level = levels[depth]
        if level.form == "bullet":
            return _BULLETS.get(level.text, "•")

        def figure(hole: re.Match[str]) -> str:
            above = int(hole[1]) - 1
            form = "decimal" if level.legal or above not in levels else levels[above].form
            start = levels[above].start if above in levels else 1
            return written(counter.at.get(above, start), form)

        return _HOLE.sub(figure, level.text).strip()


def written(number: int, form: str) -> str:
    """`number` in one of Word's number forms; an unknown form counts in figures."""
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return as_roman(number) if form == "upperRoman" else as_roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number < 781:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form in ("none", "bullet") else str(number)


def _level(element: Any) -> Level:
    form = element.find(W + "numFmt")
    if form is None:  # Word wraps forms of its own in an alternative
        form = element.find(f".//{W}numFmt")
    legal = element.find(W + "isLgl")
    restart = _value(element, "lvlRestart")
    return Level(
        start=_count_of(_value(element, "start"), 1),
        form=(None if form is None else form.get(W + "val")) or "decimal",
        text=_value(element, "lvlText") or "",
        legal=legal is not None and legal.get(W + "val") not in ("0", "false"),
        restart=None if restart is None else _count_of(restart),
    )


def _value(element: Any | None, name: str) -> str | None:
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(W + "val")


def _count_of(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value) else otherwise
