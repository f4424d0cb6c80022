"""A source in the making: lines are laid down one after the other and become one clean text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from thidua.plan_reader.reading import Line, Source, Span
from thidua.viet.text import clean_and_altered


@dataclass(slots=True)
class Draft:
    """Collects printed lines. An empty line stays in the text but is no `Line`."""

    origin: str
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    altered: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, **known: Any) -> None:
        """Lay down one line; `known` are the fields of its `Line` beside the offsets."""
        text, altered = clean_and_altered(words)
        text = text.replace("\n", " ").rstrip()
        start, end = self.length, self.length + len(text)
        self.altered += [Span(start + first, min(start + last, end)) for first, last in altered if start + first < end]
        if text:
            self.lines.append(Line(start, end, **known))
        self.parts.append(text)
        self.length = end + 1

    def source(self) -> Source:
        """What was laid down, frozen."""
        return Source("\n".join(self.parts), tuple(self.lines), self.origin, tuple(self.altered))
