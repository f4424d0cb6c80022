"""Vietnamese text made comparable: one clean form at the door, letters without marks, one place for the tone."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = (
    *range(0x09),
    *range(0x0E, 0x1C),
    0x1F,
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,  # soft hyphen
    *range(0x200B, 0x2010),  # zero width, direction
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    0xFFFE,
    0xFFFF,
    *range(0xD800, 0xE000),  # half a letter: cannot be written in UTF-8
)
_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
# Word's Symbol and Wingdings bullets stand in the private area; these few are what plans use.
_SYMBOLS = {0xF02D: "-", 0xF02B: "+", 0xF02A: "*", 0xF0B7: "•", 0xF0A7: "•", 0xF076: "•", 0xF0D8: "•", 0xF0FC: "•"}
_TIDY: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **_SYMBOLS,
}
_UNTIDY = re.compile("[" + "".join(map(chr, _TIDY)) + "]")


def tidy(text: str) -> str:
    """One kind of line end and of space, nothing invisible; letters stay as they are."""
    text = _LINE_ENDS.sub("\n", text)
    return text.translate(_TIDY) if _UNTIDY.search(text) else text


def clean(text: str) -> str:
    """The form that all offsets count in: tidy and NFC. Cleaning again changes nothing."""
    return unicodedata.normalize("NFC", tidy(text))


def clean_and_altered(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Clean `text` and tell the places, in the cleaned text, of words that were not NFC."""
    text = tidy(text)
    if unicodedata.is_normalized("NFC", text):
        return text, ()
    parts: list[str] = []
    altered: list[tuple[int, int]] = []
    length = 0
    for word in re.split(r"(\s+)", text):  # marks never join over a space
        whole = unicodedata.normalize("NFC", word)
        if whole != word:
            altered.append((length, length + len(whole)))
        parts.append(whole)
        length += len(whole)
    return "".join(parts), tuple(altered)


class _Folded(dict[int, str]):
    """Each letter's plain form, found out once and kept."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()[0]
        self[code] = plain
        return plain


_FOLDED = _Folded({ord("đ"): "d", ord("Đ"): "d"})


def fold(text: str) -> str:
    """Letters without marks, in lower case, for searching. Position n in is position n out."""
    return text.translate(_FOLDED)


_OPEN, _CLOSED = {}, {}
for _first, _plain, _toned in (("o", "a", "àáảãạ"), ("o", "e", "èéẻẽẹ"), ("u", "y", "ỳýỷỹỵ")):
    for _letter, _mark in zip(_toned, ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323"), strict=True):
        _early = unicodedata.normalize("NFC", _first + _mark) + _plain
        _OPEN[_first + _letter] = _early
        _CLOSED[_early] = _first + _letter
_LATE = re.compile(r"(?<!q)(?:" + "|".join(_OPEN) + r")(?!\w)", re.IGNORECASE)
_EARLY = re.compile("(?:" + "|".join(_CLOSED) + r")(?=\w)", re.IGNORECASE)


def tone(text: str) -> str:
    """One place for the tone mark, for comparing: `hoà` and `hòa` become `hòa`, `hòan` becomes `hoàn`."""
    text = _LATE.sub(lambda found: _cased(_OPEN[found[0].lower()], found[0]), text)
    return _EARLY.sub(lambda found: _cased(_CLOSED[found[0].lower()], found[0]), text)


def _cased(letters: str, like: str) -> str:
    return "".join(new.upper() if old.isupper() else new for new, old in zip(letters, like, strict=True))


def words_sought(text: str, *, most: int = 20) -> list[str]:
    """The different words a person searches for, folded, in order; more than `most` narrow nothing further."""
    return list(dict.fromkeys(fold(text.replace("\0", "")).split()))[:most]
