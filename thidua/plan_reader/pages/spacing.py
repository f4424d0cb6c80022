"""Words that OCR ran together, parted again where only one way of parting them gives Vietnamese syllables."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua.viet.syllables import is_syllable
from thidua.viet.text import fold

_LETTERS = re.compile(r"[^\W\d_]{4,30}")


def parted(text: str) -> str:
    """`text` with spaces put between syllables that stand together; no letter is changed."""
    return _LETTERS.sub(lambda found: _parted(found[0]), text)


@lru_cache(maxsize=8192)
def _parted(word: str) -> str:
    """A word as its syllables: as few as possible; itself where it is one, is foreign, or could be parted otherwise."""
    if is_syllable(word) or word.isupper() or fold(word) == word.lower():
        return word
    ways: list[list[list[str]]] = [[[]]]  # ways[n]: the best ways to read the first n letters
    for end in range(1, len(word) + 1):
        found = [
            [*way, word[begin:end]]
            for begin in range(max(0, end - 7), end)
            if ways[begin] and _may_stand(word[begin:end])
            for way in ways[begin]
        ]
        fewest = min(map(len, found), default=0)
        ways.append([way for way in found if len(way) == fewest][:3])
    return " ".join(ways[-1][0]) if len(ways[-1]) == 1 else word


def _may_stand(piece: str) -> bool:
    """A syllable of two letters or more, no capital but its first: single vowels would be found everywhere."""
    return len(piece) > 1 and piece[1:].islower() and is_syllable(piece)
