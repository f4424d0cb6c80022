"""The stretches of years that the plan is carried out in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.papers import places
from thidua.plan_reader.facts.sections import Topic, sections
from thidua.plan_reader.facts.tables import Table, tables
from thidua.plan_reader.facts.wording import Wording, wording
from thidua.plan_reader.reading import Clause, Fact

_ORDER = r"(?:\d{1,2}|[ivx]{1,4}|mot|hai|ba|bon|nam|dau|cuoi|thu \w+|tiep theo)"
_NAME = re.compile(rf"(?<!\w)(?:giai doan|dot|buoc|chang|ky|vong)(?: (?:thi dua|thuc hien))? {_ORDER}(?!\w)|(?<!\w)giai doan(?= (?:tu |nam )*(?:19|20)\d\d)")
_YEARS = re.compile(r"\s*[:(,-]?\s*(?:(?:tu|trong|den|nam|thang|ngay|quy|dau|cuoi|het|\(|thoi gian|thuc hien|bat dau|:)\s*|(?:\d{1,2}|[ivx]{1,3})\s?[/.-]\s?|(?:\d{1,2}|[ivx]{1,3})\s+)*")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|/[a-zđ]{2})")
_TO = re.compile(r"\s*(?:-|den|toi)\s*(?:(?:het|cuoi|dau|nam|thang|ngay|quy)\s*|(?:\d{1,2}|[ivx]{1,3})\s?[/.-]\s?|(?:\d{1,2}|[ivx]{1,3})\s+(?=thang|nam))*((?:19|20)\d\d)(?!\d)")
_BARE = re.compile(r"(?:tu |trong )?(?:(?:dau |cuoi )?nam |thang \d|quy [ivx\d]|ngay \d|\d{1,2}/)")
_BEFORE = re.compile(r"(?:^|[:;.(]\s*|\s-\s|\bva |, )(?:gom |la )?\Z")


def find_phases(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Phases of the sections on time, wherever a clause or a sentence names one with its years."""
    for clause, topics in sections(root):
        if clause.kind in ("row", "table"):
            continue
        if Topic.PHASES in topics or _begins_with_name(clause):
            yield from _phases(clause)
    for table in tables(root):
        if Topic.PHASES in table.topics or "phase" in table.roles:
            yield from _rows(table)


def _rows(table: Table) -> Iterator[Fact]:
    """A row is a phase where one of its cells begins with years, or with a phase's name and years."""
    for row in table.rows:
        for column in range(len(row.cells)):
            cell = row.cell(column)
            name = _NAME.match(cell.text) if cell else None
            found = years_at(cell, name.end() if name else 0) if cell else None
            if cell and found:
                yield Fact("phases", {"start": found[0][0], "end": found[0][1]}, row.clause.path, cell.spans(), 0.9)
                break


def _begins_with_name(clause: Clause) -> bool:
    return bool(clause.paragraphs) and bool(_NAME.match(wording(clause.paragraphs[0]).text))


def _phases(clause: Clause) -> Iterator[Fact]:
    seen: set[tuple[int, int]] = set()
    for index, passage in enumerate(clause.paragraphs):
        words = wording(passage)
        for start, end, years in _named(words, first=index == 0, clause=clause):
            if years not in seen:
                seen.add(years)
                yield Fact("phases", {"start": years[0], "end": years[1]}, clause.path, words.spans(start, end), 0.95)


def _named(words: Wording, *, first: bool, clause: Clause) -> Iterator[tuple[int, int, tuple[int, int]]]:
    for name in _NAME.finditer(words.text):
        if _BEFORE.search(words.text[max(0, name.start() - 6) : name.start()]):
            found = years_at(words, name.end())
            if found:
                yield name.start(), found[1], found[0]
    if first and clause.kind not in ("part", "root") and _BARE.match(words.text) and not _NAME.search(words.text):
        found = years_at(words, 0)
        if found and (found[0][0] != found[0][1] or words.text[found[1] : found[1] + 2].strip()[:1] in (":", "(", "")):
            yield 0, found[1], found[0]


def years_at(words: Wording, at: int) -> tuple[tuple[int, int], int] | None:
    """The year or the two years that stand right behind `at`, and where they end."""
    lead = _YEARS.match(words.text, at)
    first = _YEAR.match(words.text, lead.end() if lead else at)
    if not first or any(start <= first.start() < end for start, end in places(words)):
        return None
    last = _TO.match(words.text, first.end())
    years = int(first[1]), int(last[1]) if last else int(first[1])
    return (years, last.end() if last else first.end()) if years[0] <= years[1] else None
