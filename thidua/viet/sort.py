"""The order of the Vietnamese alphabet as a key that any database can store and compare."""

from __future__ import annotations

import unicodedata

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền, hỏi, ngã, sắc, nặng
_SHAPES = {"\u0306": "ă", "\u0302": "â", "\u031b": "ơ"}
_RANKS = {"ă": "1", "â": "2", "ơ": "3"}


def sort_key(text: str) -> str:
    """A key of digits and small Latin letters: letters in alphabet order first, then tones, then capitals.

    Every letter takes two signs, so that the key's plain order is the alphabet's in any database and collation.
    """
    letters, tones, cases = [], [], []
    for sign in unicodedata.normalize("NFC", " ".join(text.split())):
        base, tone = _parts(sign)
        letters.append(base)
        tones.append(tone)
        cases.append("1" if sign.isupper() else "0")
    return "".join(letters) + "00" + "".join(tones).rstrip("0") + "00" + "".join(cases).rstrip("0")


def _parts(sign: str) -> tuple[str, str]:
    """One letter's place in the alphabet, two signs, and its tone."""
    if sign in "đĐ":
        return "d1", "0"
    marks = unicodedata.normalize("NFD", sign)
    base = marks[0].lower()[0]
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), "0")
    if "a" <= base <= "z":
        return base + next((_RANKS[_SHAPES[mark]] for mark in marks if mark in _SHAPES), "0"), tone
    if "0" <= base <= "9":
        return "1" + base, "0"
    if sign == " ":
        return "01", "0"
    return ("zz", "0") if sign.isalpha() else ("02", "0")
