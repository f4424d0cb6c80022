"""The parts of a document, found from its marks: titles, signature, recipients, appendices, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.plan_reader.layout.closing import closing_start, is_name, is_receivers, is_signature, part_closing
from thidua.plan_reader.layout.footnotes import part_footnotes
from thidua.plan_reader.layout.grids import with_tables
from thidua.plan_reader.layout.joining import Paragraph, paragraphs_of, width_of
from thidua.plan_reader.layout.noise import without_noise
from thidua.plan_reader.layout.opening import (
    MOTTO,
    is_annexed,
    is_header,
    is_whole_title,
    sort_of,
    title_at,
    title_end,
    untitled_end,
)
from thidua.plan_reader.layout.rows import Row, passage_of, rows_of, segments
from thidua.plan_reader.reading import Passage, Source

_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|BIỂU MẪU)"
    r"(?:\s+(?:số\s*|SỐ\s*)?(?P<number>\d{1,2}|[IVX]{1,5}|[A-Z]))?\s*(?:$|[.:\-–(])"
)


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is annexed behind the signature: its printed label and number, its heading, its paragraphs."""

    label: str
    number: str
    heading: tuple[Passage, ...]
    body: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A document in its parts. `cover` is the decision or letter to which the plan is annexed."""

    header: tuple[Passage, ...] = ()
    title: tuple[Passage, ...] = ()
    body: tuple[Paragraph, ...] = ()
    footnotes: tuple[Passage, ...] = ()
    signature: tuple[Passage, ...] = ()
    recipients: tuple[Passage, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    cover: Layout | None = None


def lay_out(source: Source) -> Layout:
    """Part the lines of a source."""
    rows = without_noise(rows_of(source))
    rows, notes = part_footnotes(rows, width_of(rows))
    title, covering = title_at(rows)
    if covering < 0 and not _is_closed(rows, title):
        return _lay(rows, title, notes)
    start = _plan_start(rows, title, covering)
    return _lay(rows[start:], title - start, notes, cover=_lay(rows[:start], covering, ()))


def _is_closed(rows: Sequence[Row], title: int) -> bool:
    """Whether recipients are listed before the title: a letter without a title of its own covers the plan."""
    return any(is_receivers(segment.text) for row in rows[: max(title, 0)] for segment in segments(row))


def _plan_start(rows: Sequence[Row], title: int, covering: int) -> int:
    """The first line of an annexed plan: its own header, if any, stands above its title."""
    start = title
    while start > covering + 1 and _heads(rows, start - 1):
        start -= 1
    return start


def _heads(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    texts = [segment.text for segment in segments(row)]
    if any(is_signature(text) or is_receivers(text) or is_name(text) for text in texts):
        return any(MOTTO.search(segment.folded) for segment in segments(row))
    return is_header(row) or bool(_APPENDIX.match(row.text)) or is_annexed(row.text)


def _lay(rows: Sequence[Row], title: int, notes: tuple[Passage, ...], cover: Layout | None = None) -> Layout:
    """Part one document whose title stands on row `title` (-1: it has none)."""
    named = title if title >= 0 and is_whole_title(rows[title]) else title + 1
    body_from = title_end(rows, named, len(rows)) if title >= 0 else untitled_end(rows)
    head_to = title if title >= 0 else body_from
    appendix = _appendix_at(rows, body_from)
    closing = closing_start(rows, body_from, appendix)
    after = _closing_end(rows, closing, appendix)
    signature, recipients = part_closing(rows[closing:after])
    width = width_of(rows[body_from:closing])
    return Layout(
        header=tuple(passage_of([piece]) for row in rows[:head_to] for piece in segments(row)),
        title=tuple(passage_of([row]) for row in rows[head_to:body_from]),
        body=tuple(paragraphs_of(with_tables(rows[body_from:closing]), width)),
        footnotes=notes,
        signature=signature,
        recipients=recipients,
        appendices=_appendices(rows[after:]),
        cover=cover,
    )


def _appendix_at(rows: Sequence[Row], start: int) -> int:
    """The first line that heads an appendix, or the end."""
    for index in range(start, len(rows)):
        if _APPENDIX.match(rows[index].text) and rows[index].capitals:
            return index
    return len(rows)


def _closing_end(rows: Sequence[Row], closing: int, appendix: int) -> int:
    """Where the signature and recipients are over: an appendix may follow without saying so."""
    named = False
    for index in range(closing, appendix):
        texts = [segment.text for segment in segments(rows[index])]
        if named and (sort_of(rows[index]) or any(MOTTO.search(piece.folded) for piece in segments(rows[index]))):
            return index
        if named and rows[index].cells and len(texts) > 2:
            return index
        named = named or any(is_signature(text) for text in texts)
    return appendix


def _appendices(rows: Sequence[Row]) -> tuple[Appendix, ...]:
    starts = [i for i, row in enumerate(rows) if _APPENDIX.match(row.text) and row.capitals]
    if not rows:
        return ()
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    return tuple(_appendix(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True))


def _appendix(rows: Sequence[Row]) -> Appendix:
    found = _APPENDIX.match(rows[0].text)
    body_from = title_end(rows, 0, len(rows)) if len(rows) > 1 else len(rows)
    closing = closing_start(rows, body_from, len(rows))
    return Appendix(
        found[0].strip(" .:-–(") if found else "",
        (found["number"] or "") if found else "",
        tuple(passage_of([row]) for row in rows[:body_from]),
        tuple(paragraphs_of(with_tables(rows[body_from:closing]), width_of(rows[body_from:closing]))),
    )
