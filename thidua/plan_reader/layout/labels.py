"""What a line's first characters may be as a label: every way to read them, the likely and the misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.layout.rows import UPPER

LETTERS = "abcdđeghiklmnopqrstuvxy"
_DASHES = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "·": "•",
    "▪": "•",
    "■": "•",
    "●": "•",
    "◦": "•",
    "○": "•",
    "∙": "•",
}
_DASHES |= dict.fromkeys("➢►▶→⇒✓✔❖◆◊", "•")
_ROMAN = re.compile(r"(?=[IVXL])(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ONES = str.maketrans("lI|!iO", "11111" + "0")
_BARS = str.maketrans({"l": "I", "1": "I", "|": "I", "!": "I", "H": "II", "L": "I"})
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")

_DASH = re.compile(r"([-–—−‐‑+*•·▪■●◦○∙➢►▶→⇒✓✔❖◆◊])(?:\s+|(?=[^\W\d_]))")
_NAMED = re.compile(
    r"(?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:(?:thứ|THỨ)\s+)?"
    r"(?P<value>[IVX]{1,5}|\d{1,3}|[^\W\d_]{2,5})\s?(?P<mark>[.:/)]|[-–]\s|$|(?=\s))\s*"
)
_NESTED = re.compile(
    r"(?P<value>(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})(?:\s?\.\s?(?:\d{1,2}|[a-zđ](?=[.)/\s])))+)\s?(?P<mark>[.)/:]?)(?:\s+|$|(?=[^\W\d_]))"
)
_PLAIN = re.compile(
    r"(?P<open>\(?)(?P<value>[IVXLH1l|!]{1,6}|[0-9lI|O]{1,3}|[ivx]{1,5}|[A-ZĐa-zđ])\s?"
    r"(?P<mark>\.{1,2}|[)/:,]|\s[-–](?=\s)|[-–](?=\s))(?:\s+|$|(?=[^\W\d_]|[\"“(]))"
)
_BARE = re.compile(rf"(?P<open>)(?P<value>[IVX1l|!][IVXL1l|!]{{0,5}})(?P<mark>)\s+(?=[{UPPER}][{UPPER} ,\-–;]{{5,}}$)")
_BROKEN = re.compile(
    rf"(?P<open>)(?P<value>[IVX1l|!]{{1,4}} [IVX1l|!]{{1,3}})\s?(?P<mark>[./])\s*(?=[{UPPER}][{UPPER} ,\-–;]{{5,}}$)"
)
_WEAK_MARK = {",": 2.0, ":": 1.0, "-": 0.5, "": 1.5}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: its kind (`I`, `1`, `a`, `A`, `i`, `n`, `-`, `+`, a word), its mark, its place in order.

    `name` is what it adds to a clause id, `cost` how far it is from what is printed, `above` the numbers of a
    nested label that name its parents.
    """

    kind: str
    mark: str
    value: int
    name: str
    cost: float = 0.0
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label, the place where the words after it begin, and the ways to read it."""

    printed: str
    end: int
    readings: tuple[Reading, ...]

    @property
    def dash(self) -> bool:
        return self.readings[0].kind in "-+*•"


def label_of(text: str) -> Label | None:
    """The label a line begins with, if any."""
    return _label_of(text[:90])


@lru_cache(maxsize=2048)
def _label_of(text: str) -> Label | None:
    dash = _DASH.match(text)
    if dash:
        inner = _PLAIN.match(text, dash.end())
        if inner and inner["value"] in LETTERS and inner["mark"] in ".)/":
            return Label(text[: inner.end()].strip(), inner.end(), _plain_readings(inner))
        kind = _DASHES.get(dash[1], dash[1])
        return Label(dash[1], dash.end(), (Reading(kind, "", 0, ""),))
    return _numbered(text)


def _numbered(text: str) -> Label | None:
    for pattern, ways in (
        (_NAMED, _named_readings),
        (_NESTED, _nested_readings),
        (_PLAIN, _plain_readings),
        (_BARE, _plain_readings),
        (_BROKEN, _plain_readings),
    ):
        found = pattern.match(text)
        if found:
            readings = ways(found)
            if readings:
                return Label(found[0].strip(), found.end(), readings)
    return None


def _named_readings(found: re.Match[str]) -> tuple[Reading, ...]:
    word, value = found["word"].capitalize(), found["value"]
    order = _order(value)
    if not order or (not found["mark"] and word in ("Mục", "Điều")):
        return ()
    if word == "Điều" and found["mark"] not in ".:":
        return ()
    return (Reading(word, "", order, " ".join(found[0].rstrip(" .:/)-–").split())),)


def _order(value: str) -> int:
    if value.isdigit():
        return int(value)
    if value.lower() in _ORDINALS:
        return _ORDINALS.index(value.lower()) + 1
    return roman_value(value)


def _nested_readings(found: re.Match[str]) -> tuple[Reading, ...]:
    parts = tuple(part.strip() for part in found["value"].split("."))
    last = parts[-1]
    value = int(last) if last.isdigit() else LETTERS.find(last) + 1
    if value == 0 or (last.startswith("0") and len(parts) == 2 and not found["mark"]):
        return ()
    return (Reading("n", found["mark"], value, ".".join(parts), 0.0 if found["mark"] else 0.5, parts[:-1]),)


def _plain_readings(found: re.Match[str]) -> tuple[Reading, ...]:
    mark = ("(" if found["open"] else "") + found["mark"].strip().replace("–", "-").replace("..", ".")
    if mark.startswith("(") and mark != "()":
        return ()
    cost = _WEAK_MARK.get(mark, 0.0)
    value = found["value"].replace(" ", "")
    return tuple(Reading(way.kind, mark, way.value, way.name, way.cost + cost) for way in readings_of(value))


@lru_cache(maxsize=4096)
def readings_of(value: str) -> tuple[Reading, ...]:
    """Every way to read the characters of a label, cheapest first."""
    ways = sorted(_ways(value), key=lambda way: way.cost)
    kinds: dict[str, Reading] = {}
    for way in ways:
        kinds.setdefault(way.kind, way)
    return tuple(kinds.values())


def _ways(value: str) -> Iterator[Reading]:
    if value.isdigit() and int(value) > 0:
        yield Reading("1", "", int(value), value)
    elif value.translate(_ONES).isdigit() and value not in ("O", "i"):
        number = int(value.translate(_ONES))
        if number:
            yield Reading("1", "", number, str(number), 1.5)
    if roman_value(value):
        yield Reading("I", "", roman_value(value), value, 0.0 if value in "IVX" or len(value) > 1 else 0.5)
    elif roman_value(value.translate(_BARS)):
        yield Reading("I", "", roman_value(value.translate(_BARS)), value.translate(_BARS), 1.5)
    elif len(value) > 2 and roman_value(value[:-1]):
        yield Reading("I", "", roman_value(value[:-1]), value[:-1], 2.0)  # `VIIIL.`: the point read as a stroke
    yield from _letter_ways(value)


def _letter_ways(value: str) -> Iterator[Reading]:
    if value in LETTERS and value:
        yield Reading("a", "", LETTERS.index(value) + 1, value, 0.0)
    if len(value) == 1 and value.isupper() and value.lower() in LETTERS:
        yield Reading("A", "", LETTERS.index(value.lower()) + 1, value, 0.5 if value in "IVX" else 0.0)
    if value.islower() and roman_value(value.upper()) and value != "l":
        yield Reading("i", "", roman_value(value.upper()), value, 0.5 if len(value) == 1 else 0.0)


def roman_value(text: str) -> int:
    """The number a Roman numeral stands for, 0 where it is none."""
    if not text or not _ROMAN.match(text):
        return 0
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total
