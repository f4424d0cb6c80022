"""The documents that a plan cites, each once, in order of first citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.phrases.papers import Citation, citations, kind_by_sign
from thidua.plan_reader.phrases.wording import Wording, wording
from thidua.plan_reader.reading import Clause, Fact


def find_references(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Each distinct document, with what all its mentions together say of it."""
    known: dict[str, list[tuple[Citation, Wording, str]]] = {}
    own = _key(heading.get("number") or "")
    for clause in root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            words = wording(passage)
            for one in citations(words):
                if _key(one.number) != own:
                    known.setdefault(_key(one.number), []).append((one, words, clause.path))
    for mentions in sorted(known.values(), key=lambda rows: rows[0][1].spans()[0].start):
        yield _fact(mentions)


def _key(number: str) -> str:
    return "".join(number.upper().split())


def _fact(mentions: list[tuple[Citation, Wording, str]]) -> Fact:
    first, words, path = mentions[0]
    told = [one for one, _, _ in mentions]
    kind = next((one.kind for one in told if one.kind), None) or kind_by_sign(first.number)
    dates = {one.date for one in told if one.date}
    values = {
        "number": first.number,
        "kind": kind,
        "issuer": next((one.issuer for one in told if one.issuer), None),
        "date": next((one.date.isoformat() for one in told if one.date), None),
    }
    spans = words.spans(first.start, first.end)
    if len(dates) > 1:
        return Fact("references", values, path or None, spans, 0.5, "Văn bản này được dẫn với hai ngày khác nhau.")
    return Fact("references", values, path or None, spans, 0.95 if kind and first.kind else 0.8)
