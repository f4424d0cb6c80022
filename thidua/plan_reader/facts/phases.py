"""The stretches of years that the plan is carried out in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.sections import Topic, sections
from thidua.plan_reader.phrases.tables import Table, tables
from thidua.plan_reader.phrases.wording import Wording, wording
from thidua.plan_reader.reading import Clause, Fact

_ORDER = r"(?:\d{1,2}|[ivx]{1,4}|mot|hai|ba|bon|nam|dau|cuoi|thu \w+|tiep theo)"
_NAME = re.compile(
    rf"(?<!\w)(?:giai doan|dot|buoc|chang|ky|vong)(?: (?:thi dua|thuc hien))? {_ORDER}(?!\w)|"
    r"(?<!\w)giai doan(?= (?:tu |nam )*(?:19|20)\d\d)|(?<!\w)giai doan(?: \w+){1,5}(?= \()"
)
# `từ năm 2026 đến năm 2028 là giai đoạn thứ nhất`
_NAMED_AFTER = re.compile(
    rf"(?<!\w)(?:tu )?(?:nam )?((?:19|20)\d\d)(?: den | - | toi )(?:het )?(?:nam )?((?:19|20)\d\d),? (?:la|thuoc|"
    rf"goi la) (?:giai doan|dot) {_ORDER}"
)
_YEAR_FIRST = re.compile(r"(?:trong )?nam ((?:19|20)\d\d)(?= ?[:(]| [a-z])(?! den| -)")
_YEARS = re.compile(
    r"\s*[:(,-]?\s*(?:(?:tu|trong|den|nam|thang|ngay|quy|dau|cuoi|het|\(|thoi gian|thuc hien|bat dau|:)\s*|"
    r"(?:\d{1,2}|[ivx]{1,3})\s?[/.-]\s?|(?:\d{1,2}|[ivx]{1,3})\s+)*"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|/[a-zđ]{2})")
_TO = re.compile(
    r"\s*(?:-|den|toi)\s*(?:(?:het|cuoi|dau|nam|thang|ngay|quy)\s*|(?:\d{1,2}|[ivx]{1,3})\s?[/.-]\s?|(?:\d{1,2}|"
    r"[ivx]{1,3})\s+(?=thang|nam))*((?:19|20)\d\d)(?!\d)"
)
_BARE = re.compile(r"(?:tu |trong )?(?:(?:dau |cuoi )?nam |thang \d|quy [ivx\d]|ngay \d|\d{1,2}/)")
_BEFORE = re.compile(r"(?:^|[:;.(]\s*(?:[*+/-]+\s*)?|^[*+/-]+\s*|\s-\s|\bva |, )(?:gom |la )?\Z")


_Place = tuple[int, int, tuple[int, int]]


def find_phases(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Phases of the sections on time, wherever a clause or a sentence names one with its years."""
    for clause, topics in sections(root):
        if clause.kind in ("row", "table"):
            continue
        if Topic.PURPOSE not in topics:
            yield from _phases(clause, timed=Topic.PHASES in topics)
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


def _phases(clause: Clause, *, timed: bool) -> Iterator[Fact]:
    seen: set[tuple[int, int]] = set()
    for index, passage in enumerate(clause.paragraphs):
        words = wording(passage)
        found = [*_named(words, timed=timed), *_named_after(words)]
        if timed and not found:
            found = [*_bare(words, clause, first=index == 0), *_by_years(words)]
        for start, end, years in found:
            if years not in seen:
                seen.add(years)
                yield Fact("phases", {"start": years[0], "end": years[1]}, clause.path, words.spans(start, end), 0.95)


def _named(words: Wording, *, timed: bool) -> Iterator[_Place]:
    """Phases with a number or a name; one that is only called `giai đoạn` counts where the time is laid down."""
    for name in _NAME.finditer(words.text):
        if not timed and name[0] == "giai doan":
            continue
        if _BEFORE.search(words.text[max(0, name.start() - 6) : name.start()]):
            found = years_at(words, name.end())
            if found:
                yield name.start(), found[1], found[0]


def _named_after(words: Wording) -> Iterator[_Place]:
    for hit in _NAMED_AFTER.finditer(words.text):
        if int(hit[1]) <= int(hit[2]):
            yield hit.start(), hit.end(), (int(hit[1]), int(hit[2]))


def _bare(words: Wording, clause: Clause, *, first: bool) -> Iterator[_Place]:
    """A clause of a timetable that begins with its years and calls itself nothing."""
    if not first or clause.kind in ("part", "root") or not _BARE.match(words.text):
        return
    found = years_at(words, 0)
    if found and (found[0][0] != found[0][1] or words.text[found[1] :].lstrip()[:1] in (":", "(", "")):
        yield 0, found[1], found[0]


def _by_years(words: Wording) -> list[_Place]:
    """`năm 2024 …; năm 2025 …` in one sentence: at least two."""
    found = []
    for begin, end in words.sentences():
        for start, stop in words.pieces(begin, end):
            hit = _YEAR_FIRST.match(words.text, start, stop)
            if hit:
                found.append((start, stop, (int(hit[1]), int(hit[1]))))
    return found if len(found) > 1 else []


def years_at(words: Wording, at: int) -> tuple[tuple[int, int], int] | None:
    """The year or the two years that stand right behind `at`, and where they end."""
    lead = _YEARS.match(words.text, at)
    first = _YEAR.match(words.text, lead.end() if lead else at)
    if not first or any(start <= first.start() < end for start, end in places(words)):
        return None
    last = _TO.match(words.text, first.end())
    years = int(first[1]), int(last[1]) if last else int(first[1])
    return (years, last.end() if last else first.end()) if years[0] <= years[1] else None
