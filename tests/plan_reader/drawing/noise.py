"""Text as a poor OCR gives it: tones lost, `I` read as 1 or l, words broken by spaces, blank lines gone."""

from __future__ import annotations

import random
import re
import unicodedata

_LOOKALIKE = {"I": "1l", "l": "1", "0": "O", "rn": "m", "đ": "d", "ư": "u", "ơ": "o"}
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_ROMAN_AT_START = re.compile(r"^(\s*)(I{2,3})(?=[.\-/])")


def _untoned(letter: str, dice: random.Random) -> str:
    """The letter with its tone lost or exchanged, or its hat lost where it has no tone."""
    apart = unicodedata.normalize("NFD", letter)
    shape = "".join(sign for sign in apart if sign not in _TONES)
    if shape == apart:
        return apart[0]
    other = dice.choice(_TONES) if dice.random() < 0.5 else ""
    return unicodedata.normalize("NFC", shape + other)


def _word(word: str, dice: random.Random, rate: float) -> str:
    if dice.random() >= rate or any(sign.isdigit() for sign in word):
        return word
    trick = dice.random()
    marked = [at for at, sign in enumerate(word) if len(unicodedata.normalize("NFD", sign)) > 1]
    place = dice.choice(marked) if marked and trick < 0.6 else dice.randrange(len(word))
    if trick < 0.6:
        return word[:place] + _untoned(word[place], dice) + word[place + 1 :]
    if trick < 0.8 and len(word) > 3 and 0 < place < len(word) - 1:
        return f"{word[:place]} {word[place:]}"
    swapped = _LOOKALIKE.get(word[place])
    return word[:place] + dice.choice(swapped) + word[place + 1 :] if swapped and place else word


def misread(text: str, *, seed: int = 5, rate: float = 0.04) -> str:
    """The text with about `rate` of its words misread; the same seed gives the same text."""
    dice = random.Random(seed)
    lines = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if found := _ROMAN_AT_START.match(line):
            line = f"{found[1]}{found[2].replace('I', 'l')}{line[found.end() :]}"
        elif dice.random() < 0.5:
            line = re.sub(r"^(\s*)I\.", r"\g<1>1.", line) if line.isupper() else line
        lines.append(" ".join(_word(word, dice, rate) if word else word for word in line.split(" ")))
    return "\n".join(lines) + "\n"
