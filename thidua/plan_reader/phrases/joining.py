"""Who joins in and through whom: `phối hợp với …`, `qua …`."""

from __future__ import annotations

import re

from thidua.plan_reader.phrases.actors import body_at
from thidua.plan_reader.phrases.wording import Wording

_WITH = re.compile(r"(?<!\w)(?:phoi hop(?: chat che)?|cung)(?: chat che)? (?:voi|cung)? ?(?=\w)")
_VIA = re.compile(r"(?<!\w)(?:thong qua|qua) (?=\w)")


def via_and_with(words: Wording, start: int, end: int, *, joining: str | None = None) -> dict[str, str | None]:
    """The names between two places, None where the text names nobody; `joining` is what a table's column says."""
    return {"with": joining or _after(words, _WITH, start, end), "via": _after(words, _VIA, start, end)}


def _after(words: Wording, cue: re.Pattern[str], start: int, end: int) -> str | None:
    for hit in cue.finditer(words.text, start, end):
        body = body_at(words, hit.end(), end)
        if body:
            return body.name
    return None
