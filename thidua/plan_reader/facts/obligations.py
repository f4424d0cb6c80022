"""Duties that can be tracked: who must do what kind of act, for whom, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua.plan_reader.facts.actors import body_at, subject
from thidua.plan_reader.facts.acts import Act, find_acts
from thidua.plan_reader.facts.assignments import Assignment, assignments
from thidua.plan_reader.facts.dues import Due, find_dues
from thidua.plan_reader.facts.feedback import find_feedback
from thidua.plan_reader.facts.joining import via_and_with
from thidua.plan_reader.facts.receivers import receiver
from thidua.plan_reader.facts.sections import Topic
from thidua.plan_reader.facts.wording import Wording
from thidua.plan_reader.reading import Clause, Fact

_SILENT = {Topic.PURPOSE, Topic.SCOPE, Topic.CRITERIA, Topic.SCORING, Topic.TARGETS, Topic.CONTENTS}
_REVIEWS = ("interim_review", "final_review")
_REVIEW_DEED = re.compile(r"(?:to chuc|tien hanh|tham muu|thuc hien viec|chi dao)[^.;]{0,60}\Z")
_REPORT = re.compile(r"tong hop[^.;]{0,90}bao cao|bao cao (?:ket qua|tinh hinh)[^.;]*(?<!\w)(?:ve|gui)(?!\w)|gui bao cao|che do (?:thong tin,? )?bao cao")
_REVIEW_REPORT = re.compile(r"bao cao (?:ket qua )?(?:so ket|tong ket)")
_IN_PHASES = {"issue_plan", "register", *_REVIEWS}


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
    told = [row for row in _best(_told(one, year)) if _binds(one, row)]
    for row in told:
        yield _fact(one, row)
    if one.duty and one.actor and not told:
        until = find_dues(one.until, 0, len(one.until.text), year=year) if one.until else []
        joined = via_and_with(one.words, 0, len(one.words.text), joining=one.joining)
        values = {"kind": "other", "actor": one.actor, "to": None, "due": until[0].value if until else None, **joined}
        yield Fact("obligations", values, one.clause.path, one.words.spans(), 0.6)


def _told(one: Assignment, year: int | None) -> Iterator[_Told]:
    """The acts of each piece of each sentence; a piece without an actor of its own goes on with the last one."""
    words = one.words
    first = subject(words, 0, len(words.text)) if one.said else None
    actor = one.actor if not one.said or first else None
    until = find_dues(one.until, 0, len(one.until.text), year=year) if one.until else []
    for begin, end in words.sentences():
        for start, stop in words.pieces(begin, end):
            found = subject(words, start, stop)
            actor = found.body.name if found else actor
            acts = [act for act in find_acts(words, start, stop, since=found.deed if found else None)]
            dues = find_dues(words, start, stop, year=year)
            for act in acts:
                if _is_one(words, act, acts, start, stop, dues or until):
                    for due in _dues_of(act, acts, dues) if dues or not until else until[:1]:
                        yield _Told(act, actor, due, (start, stop))


def _is_one(words: Wording, act: Act, acts: list[Act], start: int, stop: int, dues: list[Due]) -> bool:
    """Reviews and reports are often only mentioned: they count with a day, or where the words order them."""
    if act.kind in _REVIEWS:
        return bool(dues) or bool(_REVIEW_DEED.search(words.text[start : act.start]))
    if act.kind == "annual_report":
        if _REVIEW_REPORT.match(words.text, act.start):
            return False
        return bool(dues) or bool(_REPORT.search(words.text, start, stop))
    return True


def _dues_of(act: Act, acts: list[Act], dues: list[Due]) -> list[Due | None]:
    """The day that goes with an act: where days come first the last one before it, else the next one behind it."""
    if not dues:
        return [None]
    if dues[0].start < acts[0].start:
        before = [due for due in dues if due.start < act.start]
        dated = [due for due in dues if due.start > act.start and not (before and _rhythm(due))]
        return [before[-1] if not dated or _rhythm_only(dated) or not _rhythm(before[-1]) else dated[0]]
    after = [due for due in dues if due.start >= act.start]
    if act.kind in _REVIEWS and after and any(other.kind in _REVIEWS and act.start < other.start < after[0].start for other in acts):
        return [None]
    if act.kind == "annual_report" and len(after) > 1 and act is acts[-1]:
        return list(after)
    return [after[0]] if after else [None]


def _rhythm(due: Due) -> bool:
    return not due.value[:4].isdigit()


def _rhythm_only(dues: list[Due]) -> bool:
    return all(_rhythm(due) for due in dues)


def _best(rows: Iterator[_Told]) -> list[_Told]:
    """The same act of the same actor once, the telling with a day before one without; an actor named later serves the first pieces."""
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
        return bool(row.due) or (row.actor is not None and row.act.kind in _IN_PHASES)
    if Topic.AWARDS in one.topics:
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
