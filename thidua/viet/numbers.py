"""Numbers as Vietnamese papers write them: figures, words and Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.viet.text import tone

_FIGURE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\w]|[.,]\d|\s?[-/]\s?[A-ZĐ]{2})")
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10, "trăm": 100}
_JOINTS = ("linh", "lẻ")
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}


def number_of(text: str) -> int | float | None:
    """The number that a figure stands for: `02` is 2, `1.234,5` is 1234.5; None if `text` is no figure."""
    figure = text.strip()
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", figure):
        figure = figure.replace(".", "")
    figure = figure.replace(",", ".")
    if re.fullmatch(r"\d{1,18}", figure):
        return int(figure)
    return float(figure) if re.fullmatch(r"\d{1,18}\.\d{1,18}", figure) else None


def find_numbers(text: str) -> Iterator[tuple[int | float, int, int]]:
    """Figures that stand alone as a number, with their places."""
    for found in _FIGURE.finditer(text):
        value = number_of(found[0])
        if value is not None:
            yield value, found.start(), found.end()


def in_words(text: str) -> int | None:
    """The number that words say: `mười lăm` is 15, `hai trăm linh ba` is 203; None if any word is no numeral."""
    words = tone(text.lower()).split()
    if not words or words[0] in _JOINTS:
        return None
    total = part = 0
    pending: int | None = None
    for word in (word for word in words if word not in _JOINTS):
        if word in _DIGITS and pending is None:
            pending = _DIGITS[word]
        elif word in _TENS and not (word in ("mươi", "trăm") and pending is None):
            part, pending = part + _TENS[word] * (1 if pending is None else pending), None
        elif word in _SCALES and (part or pending):
            total, part, pending = total + _SCALES[word] * (part + (pending or 0)), 0, None
        else:
            return None
    return total + part + (pending or 0)


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals or small letters; None if it is none."""
    letters = text.strip().upper()
    if not _ROMAN.match(letters):
        return None
    values = [_ROMAN_LETTERS[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def as_roman(number: int) -> str:
    """`number` (1 to 3999) as a Roman numeral."""
    steps = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    letters = []
    for value, letter in steps:
        count, number = divmod(number, value)
        letters.append(letter * count)
    return "".join(letters)
