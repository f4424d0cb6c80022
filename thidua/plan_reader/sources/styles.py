"""How Word's styles pass a property down: numbering, weight, size, capitals, hidden text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from thidua.plan_reader.sources.package import W

_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """What a run looks like, as far as reading needs it."""

    bold: bool = False
    size: float | None = None
    caps: bool = False
    hidden: bool = False
    raised: bool = False
    font: str = ""


def is_on(element: Any) -> bool:
    """Whether a switch such as `<w:b/>` is on."""
    return (element.get(W + "val") or "1").lower() not in _OFF


def changed(look: Look, properties: Any | None) -> Look:
    """`look` with the run properties laid over it."""
    if properties is None:
        return look
    new: dict[str, Any] = {}
    for element in properties:
        name = element.tag
        if name in _SWITCHES:
            new[_SWITCHES[name]] = is_on(element)
        elif name == W + "sz":
            new["size"] = _half_points(element.get(W + "val"))
        elif name == W + "vertAlign":
            new["raised"] = element.get(W + "val") == "superscript"
        elif name == W + "rFonts":
            new["font"] = element.get(W + "ascii") or element.get(W + "hAnsi") or look.font
    return replace(look, **new) if new else look


_SWITCHES = {W + "b": "bold", W + "caps": "caps", W + "vanish": "hidden"}


def _half_points(value: str | None) -> float | None:
    return int(value) / 2 if value and value.isdigit() and len(value) < 5 else None


class Styles:
    """The styles part; each style is its own properties over those of the style it is based on."""

    def __init__(self, root: Any | None) -> None:
        self.by_id: dict[str, Any] = {}
        self.default = ""
        self.base = Look()
        self.looks: dict[str, Look] = {}
        if root is None:
            return
        self.base = changed(self.base, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iterfind(W + "style"):
            name = style.get(W + "styleId") or ""
            self.by_id[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self.default = name

    def chain(self, name: str | None) -> Iterator[Any]:
        """A style, then the one it is based on, and so on; a circle is cut."""
        seen: set[str] = set()
        current = name or ""
        while current in self.by_id and current not in seen:
            seen.add(current)
            yield self.by_id[current]
            based = self.by_id[current].find(W + "basedOn")
            current = "" if based is None else based.get(W + "val") or ""

    def look(self, name: str | None) -> Look:
        """The look that a paragraph style gives, document defaults included."""
        key = name or self.default
        if key not in self.looks:
            look = self.base
            for style in reversed(list(self.chain(key))):
                look = changed(look, style.find(W + "rPr"))
            self.looks[key] = look
        return self.looks[key]

    def over(self, look: Look, properties: Any | None) -> Look:
        """`look` with a run's character style and then its own properties laid over it."""
        if properties is None:
            return look
        named = properties.find(W + "rStyle")
        if named is not None:
            for style in reversed(list(self.chain(named.get(W + "val")))):
                look = changed(look, style.find(W + "rPr"))
        return changed(look, properties)

    def numbering(self, name: str | None) -> tuple[str, str | None, str] | None:
        """The list that a style puts its paragraphs in: list, level, and the style that says so."""
        for style in self.chain(name or self.default):
            listed = style.find(f"{W}pPr/{W}numPr")
            number = None if listed is None else listed.find(W + "numId")
            if number is not None:
                level = listed.find(W + "ilvl")
                level_value = None if level is None else level.get(W + "val")
                return number.get(W + "val") or "0", level_value, style.get(W + "styleId") or ""
        return None
