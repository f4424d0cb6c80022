"""Who signed: on whose behalf, in which position, by which name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.layout import Layout, is_capitals, joined, part_of
from thidua.plan_reader.layout.closing import AUTHORITY, is_name, is_signature, is_signed, well_read
from thidua.plan_reader.reading import Fact, Passage, Span

_FOR = re.compile(r"(?:K[./]?\s?T|T[./]?\s?L|T\.?U\.?Q|Q)\s?[./]")

_RANKS = ("tá", "úy", "uý", "tướng", "sĩ", "sỹ", "sư")  # the second word of a rank or a title before a name


def read_signer(layout: Layout) -> Iterator[Fact]:
    """The signer of the plan, or of the decision that covers it."""
    block = layout.signature or (layout.cover.signature if layout.cover else ())
    lines = _lines(block)
    if not lines:
        return
    acting = [line for line in lines if _FOR.match(line.text)]
    standing = [line for line in lines if AUTHORITY.match(line.text)]
    authority = acting[-1] if acting else standing[-1] if standing else None
    position = next((line for line in lines if _is_position(line)), None)
    name = _name(lines)
    spans: tuple[Span, ...] = tuple(span for part in (authority, position, name) if part for span in part.spans())
    values = {
        "authority": well_read(authority.text) if authority else None,
        "position": well_read(position.text) if position else None,
        "name": _whole(name.text) if name else None,
    }
    if spans:
        yield Fact("signer", values, None, spans, 0.95 if name and position else 0.7)


def _lines(block: tuple[Passage, ...]) -> list[Passage]:
    """The lines of the block, one that a column broke made whole."""
    lines: list[Passage] = []
    for line in block:
        before = lines[-1] if lines else None
        if before and is_capitals(line.text) and not is_signature(line.text) and AUTHORITY.match(before.text):
            lines[-1] = joined(before, line)
        elif not is_signed(line.text):
            lines.append(line)
    return lines


def _is_position(line: Passage) -> bool:
    return is_signature(line.text) and not AUTHORITY.match(line.text)


def _name(lines: list[Passage]) -> Passage | None:
    """The first line that can be a name behind the last line that cannot."""
    found: Passage | None = None
    for line in lines:
        if is_signature(line.text):
            found = None
        elif found is None and is_name(line.text):
            found = part_of(line, 0, len(line.text.rstrip(" .,^*'`~_")))
    return found


def _whole(name: str) -> str:
    """A name whose words a reading broke: what does not begin with a capital belongs to the word before."""
    words: list[str] = []
    for word in name.split():
        if words and word[0].islower() and word not in _RANKS:
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)
