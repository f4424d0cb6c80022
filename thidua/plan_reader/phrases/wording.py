"""A passage made fit for matching: marks off, words that an extractor broke joined, every letter knowing its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.reading import Passage, Span
from thidua.viet.text import fold, tone

_VOWEL = "aeiouy"
# A cluster of consonants alone is never a Vietnamese word: `ch ủ` is one word, and so is `tron g`.
_ONSET = re.compile(rf"(?<!\w)(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx]) (?=[{_VOWEL}])")
_CODA = re.compile(rf"(?<!\bloai)(?<!\by)(?:(?<=[{_VOWEL}]) (?=(?:ng|nh|ch|[cmnpt])(?!\w))|(?<=n) (?=[gh](?!\w)))")
_DASHES = str.maketrans("‐‑‒–—−“”„‟«»", '------""""""')
_SENTENCE_END = re.compile(r'(?<![A-Z][A-Z])(?<!\btp)(?<!\bTP)[.!?…]["”)]*\s+(?=["“(]*[^\W\d_])')
_PIECE_END = re.compile(r";\s*")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """`text` is for matching, `toned` keeps the marks, `printed` the capitals; `at[i]` is the place in the passage.

    Two are the same only if they are one: what is found in it is kept by it, without comparing its letters.
    """

    passage: Passage
    text: str
    toned: str
    printed: str
    at: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """The words as the passage has them."""
        return self.passage.text[self.at[start] : self.at[end - 1] + 1] if start < end else ""

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Places of the words in the source."""
        end = len(self.at) if end is None else end
        return self.passage.spans(self.at[start], self.at[end - 1] + 1) if start < end else ()

    def upper(self, position: int) -> bool:
        """True where a capital stands."""
        return self.printed[position : position + 1].isupper()

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Places of the whole sentences, end marks left to them."""
        yield from _cut(self.printed, _SENTENCE_END, 0, len(self.printed), capital=True)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence parted at its semicolons."""
        yield from _cut(self.printed, _PIECE_END, start, end)


def _cut(text: str, mark: re.Pattern[str], start: int, end: int, *, capital: bool = False) -> Iterator[tuple[int, int]]:
    begin = start
    for found in mark.finditer(text, start, end):
        after = text[found.end() : found.end() + 3].lstrip('"“(')
        if found.end() < end and (not capital or after[:1].isupper()):
            yield begin, found.end()
            begin = found.end()
    if begin < end:
        yield begin, end


def _begins_a_word(text: str, at: int) -> bool:
    """A small letter, or a capital at the head of a sentence: `hạng B ưu tiên` is no broken word."""
    return text[at].islower() or not at or text[max(0, at - 2) : at] in (". ", "; ", ": ")


@lru_cache(maxsize=4096)
def wording(passage: Passage) -> Wording:
    """Fold and mend a passage."""
    plain = fold(passage.text)
    onsets = [hit for hit in _ONSET.finditer(plain) if _begins_a_word(passage.text, hit.start())]
    begun = {hit.start() for hit in onsets}
    codas = (hit.start() for hit in _CODA.finditer(plain) if passage.text[hit.end()].islower())
    gaps = {hit.end() - 1 for hit in onsets} | {gap for gap in codas if gap + 1 not in begun}
    keep = tuple(place for place in range(len(plain)) if place not in gaps)
    text = "".join(plain[place] for place in keep).translate(_DASHES)
    printed = "".join(passage.text[place] for place in keep)
    toned = tone(printed.lower())
    return Wording(passage, text, toned if len(toned) == len(text) else text, printed, keep)


def joined(passages: tuple[Passage, ...]) -> Passage:
    """Several paragraphs as one, a space between them."""
    if len(passages) == 1:
        return passages[0]
    text: list[str] = []
    at: list[int] = []
    breaks: list[int] = []
    for passage in passages:
        if at and passage.text:
            text.append(" ")
            breaks += [passage.at[0]] if passage.at[0] - at[-1] > 4 else []
            at.append(at[-1] + 1)
        text.append(passage.text)
        at.extend(passage.at)
        breaks += passage.breaks
    return Passage("".join(text), tuple(at), tuple(breaks))
