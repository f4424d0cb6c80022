"""A list of Vietnamese words that is looked up without marks, yet never mistakes `cần` for `cán`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.text import fold, tone


class Lexicon:
    """Words and phrases. A phrase is known by its letters alone; a single syllable must have its marks.

    `exact`: phrases must have theirs as well, for lists that say what a word is not.
    """

    def __init__(self, words: Iterable[str], *, exact: bool = False) -> None:
        listed = {tone(word.lower()) for word in words}
        self._exact = exact
        self._known = {word for word in listed if exact or " " not in word}
        plain = sorted({fold(word) for word in listed}, key=lambda word: (-len(word), word))
        self.source = "(?:" + "|".join(word.replace(" ", r"\s") for word in plain) + ")"
        self._pattern = re.compile(rf"(?<!\w){self.source}(?!\w)")

    def at(self, words: Wording, start: int, end: int | None = None) -> int | None:
        """Where the word ends that begins at `start`; None if none does."""
        hit = self._pattern.match(words.text, start, len(words.text) if end is None else end)
        return hit.end() if hit and self._marked(words, hit) else None

    def near(self, words: Wording, start: int, end: int | None = None) -> int | None:
        """The same with marks misread or lost."""
        hit = self._pattern.match(words.text, start, len(words.text) if end is None else end)
        return hit.end() if hit else None

    def find(self, words: Wording, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Places of all its words."""
        for hit in self._pattern.finditer(words.text, start, len(words.text) if end is None else end):
            if self._marked(words, hit):
                yield hit.span()

    def _marked(self, words: Wording, hit: re.Match[str]) -> bool:
        found = words.toned[hit.start() : hit.end()]
        return (not self._exact and " " in hit[0]) or found in self._known
