"""Plain text in: each printed line is one line, a form feed is a page break."""

from __future__ import annotations

from thidua.plan_reader.reading import Line, Source
from thidua.plan_reader.sources.draft import Draft
from thidua.viet.text import tidy


def source_of(text: str) -> Source:
    """The lines of a text. A row of tab-parted words is a table row."""
    draft = Draft("txt")
    for number, page in enumerate(text.split("\f"), 1):
        for words in tidy(page).split("\n"):
            draft.add(words, Line(0, 0, page=number, cells=_is_row(words)))
    return draft.source()


def _is_row(words: str) -> bool:
    cells = [cell for cell in words.strip("\t ").split("\t") if cell.strip()]
    return len(cells) > 2 or (len(cells) == 2 and len(cells[0].strip()) > 6)
