"""Duties that can be tracked: who must do what kind of act, for whom, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua.plan_reader.facts.assignments import Assignment, assignments, is_closing
from thidua.plan_reader.facts.feedback import find_feedback
from thidua.plan_reader.phrases.actors import subject
from thidua.plan_reader.phrases.acts import Act, find_acts
from thidua.plan_reader.phrases.dues import Due, find_dues
from thidua.plan_reader.phrases.joining import via_and_with
from thidua.plan_reader.phrases.receivers import receiver
from thidua.plan_reader.phrases.sections import Topic
from thidua.plan_reader.phrases.timing import REVIEWS, dues_of
from thidua.plan_reader.phrases.wording import Wording
from thidua.plan_reader.reading import Clause, Fact

_SILENT = {Topic.PURPOSE, Topic.SCOPE, Topic.CRITERIA, Topic.SCORING, Topic.TARGETS, Topic.CONTENTS}
_REVIEW_DEED = re.compile(r"(?:to chuc|tien hanh|tham muu|thuc hien viec|chi dao)[^.;]{0,60}\Z")
_REPORT = re.compile(
    r"tong hop[^.;]{0,90}bao cao|bao cao (?:ket qua|tinh hinh)[^.;]*(?<!\w)(?:ve|gui)(?!\w)|gui bao cao|"
    r"che do (?:thong tin,? )?bao cao"
)
_OWN_YEAR = re.compile(r"(?:trong )?nam ((?:19|20)\d\d)\s*[:(]")
_TITLE = re.compile(r"\W*(?:buoc|giai doan|dot|nam|tu|thang|quy|ky)[^:.;]{0,90}:")
_DONE_BY = re.compile(r"\W*(?:hoan thanh|xong|thoi (?:gian|han)|thuc hien xong|thuc hien trong|bao dam hoan thanh)")
_REVIEW_REPORT = re.compile(r"bao cao (?:ket qua )?(?:so ket|tong ket)")
# In a timetable these count even without a day, the others of `_IN_PHASES` even without an actor.
_UNDATED = {"issue_plan", *REVIEWS}
_IN_PHASES = {"issue_plan", "register", *REVIEWS}


@dataclass(frozen=True, slots=True)
class _Told:
    """One act with all that the sentence says of it."""

    act: Act
    actor: str | None
    due: Due | None
    piece: tuple[int, int]


def find_obligations(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """One row for each clause, kind and actor; the closing paragraph asks for word of difficulties."""
    period = heading.get("period") or {}
    year = period.get("start") if period.get("start") == period.get("end") else None
    known: set[tuple[str, str, str | None, str | None]] = set()
    for one in assignments(root):
        rows = find_feedback(one) if one.closing else _facts(one, year)
        for fact in rows:
            key = (one.clause.path, fact.values["kind"], fact.values["actor"], fact.values["due"])
            if key not in known and not (fact.values["due"] is None and _has(known, key)):
                known.add(key)
                yield fact


def _has(known: set[tuple[str, str, str | None, str | None]], key: tuple[str, str, str | None, str | None]) -> bool:
    return any(one[:3] == key[:3] for one in known)


def _facts(one: Assignment, year: int | None) -> Iterator[Fact]:
    if one.topics & _SILENT and not one.duty:
        return
    year = _own_year(one.words) or year
    told = [row for row in _best(_told(one, year)) if _binds(one, row)]
    for row in told:
        yield _fact(one, row)
    for start, end in one.words.sentences() if one.duty else ():
        if is_closing(one.words, start, end):
            yield from find_feedback(one)
    if one.duty and one.actor and not told:
        yield _other(one, year)


def _own_year(words: Wording) -> int | None:
    """`Năm 2026: …`: days without a year in there are of that year."""
    found = _OWN_YEAR.match(words.text)
    return int(found[1]) if found else None


def _other(one: Assignment, year: int | None) -> Fact:
    """A duty of no known kind is still somebody's."""
    end = len(one.words.text)
    told = (
        find_dues(one.until, 0, len(one.until.text), year=year)
        if one.until
        else find_dues(one.words, 0, end, year=year)
    )
    row = _Told(Act("other", 0, 0), one.actor, told[0] if told else None, (0, end))
    return replace(_fact(one, row), confidence=0.6)


def _told(one: Assignment, year: int | None) -> Iterator[_Told]:
    """The acts of each piece of each sentence; a piece without an actor of its own goes on with the last one."""
    words = one.words
    actor = None if one.said and subject(words, 0, len(words.text)) is None else one.actor
    until = find_dues(one.until, 0, len(one.until.text), year=year) if one.until else []
    for begin, end in words.sentences():
        if is_closing(words, begin, end):
            continue
        waiting: list[_Told] = []
        for piece in _pieces(words, begin, end):
            found = subject(words, *piece)
            actor = found.body.name if found else actor
            acts = find_acts(words, *piece, since=found.deed if found else None)
            title = _past_title(words, piece)
            dues = find_dues(words, title, piece[1], year=year) or until or _only(find_dues(words, piece[0], title))
            if not acts and dues and _DONE_BY.match(words.text, piece[0]):
                waiting = [replace(row, due=row.due or dues[0]) for row in waiting]
            for act in acts:
                if _is_one(words, act, acts, piece, dues):
                    waiting += [_Told(act, actor, due, piece) for due in _dues(words, act, acts, dues, until, piece)]
        yield from waiting


def _pieces(words: Wording, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence parted at its semicolons, but not where they only part the bodies at its head."""
    told = subject(words, begin, end)
    for start, stop in words.pieces(begin, end):
        if told and start < told.body.end and stop < told.body.end:
            continue
        yield (begin, stop) if told and start < told.body.end else (start, stop)


def _only(dues: list[Due]) -> list[Due]:
    return dues if len(dues) == 1 else []


def _past_title(words: Wording, piece: tuple[int, int]) -> int:
    """The days of a phase, in the title before its colon, are no deadline of what is done in it."""
    title = _TITLE.match(words.text, *piece)
    return title.end() if title else piece[0]


def _dues(
    words: Wording, act: Act, acts: list[Act], dues: list[Due], until: list[Due], piece: tuple[int, int]
) -> list[Due | None]:
    return list(until[:1]) if until and dues is until else dues_of(words, act, acts, dues, piece)


def _is_one(words: Wording, act: Act, acts: list[Act], piece: tuple[int, int], dues: list[Due]) -> bool:
    """Reviews and reports are often only mentioned: they count with a day, or where the words order them."""
    if act.kind in REVIEWS:
        return bool(dues) or bool(_REVIEW_DEED.search(words.text[piece[0] : act.start]))
    if act.kind == "annual_report":
        checked = any(one.kind == "inspection" and one.start < act.start for one in acts)
        if _REVIEW_REPORT.match(words.text, act.start) or (checked and all(due.start < act.start for due in dues)):
            return False
        return bool(dues) or bool(_REPORT.search(words.text, *piece))
    return True


def _best(rows: Iterator[_Told]) -> list[_Told]:
    """The same act of the same actor once, one with a day before one without; who is named later did the first too."""
    found = list(rows)
    named = next((row.actor for row in found if row.actor), None)
    found = [row if row.actor else replace(row, actor=named) for row in found]
    dated = {(row.act.kind, row.actor) for row in found if row.due}
    return [row for row in found if row.due or (row.act.kind, row.actor) not in dated]


def _binds(one: Assignment, row: _Told) -> bool:
    """Outside the sections on duties only what names its actor and its day is an obligation."""
    if one.duty or Topic.REPORTS in one.topics:
        return row.actor is not None
    if Topic.PHASES in one.topics:
        known = row.act.kind in _IN_PHASES
        return (known or row.actor is not None) if row.due else (row.act.kind in _UNDATED and row.actor is not None)
    if Topic.AWARDS in one.topics:
        if row.act.kind in REVIEWS:
            return row.actor is not None and row.due is not None
        return row.act.kind == "appraisal" and row.actor is not None and (one.said or row.due is not None)
    return row.actor is not None and row.due is not None


def _fact(one: Assignment, row: _Told) -> Fact:
    start, stop = row.piece
    values = {
        "kind": row.act.kind,
        "actor": row.actor,
        "to": receiver(one.words, row.act, start, stop, actor=row.actor),
        "due": row.due.value if row.due else None,
        **via_and_with(one.words, start, stop, joining=one.joining),
    }
    confidence, doubt = 0.9, ""
    if row.actor is None:
        confidence, doubt = 0.5, "Câu này không ghi rõ ai phải làm."
    elif row.due and not row.due.sure:
        confidence, doubt = 0.55, "Năm của hạn này được suy ra từ thời gian của kế hoạch."
    return Fact("obligations", values, one.clause.path, one.words.spans(start, stop), confidence, doubt)
