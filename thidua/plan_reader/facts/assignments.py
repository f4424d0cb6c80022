"""Who is told what, clause by clause: a body named in a heading is the actor of all that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.phrases.actors import lone, subject
from thidua.plan_reader.phrases.sections import NONE, Topic, Topics, announced, is_heading, topics_of
from thidua.plan_reader.phrases.tables import Table, read_table
from thidua.plan_reader.phrases.wording import Wording, joined, wording
from thidua.plan_reader.reading import Clause, Passage

_OF = re.compile(r"(?:\W*(?:trach nhiem|nhiem vu|phan cong nhiem vu|phan cong)(?: cu the)? (?:cua|cho) )")
_CLOSING = re.compile(
    r"\W*(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien|to chuc)|can cu ke hoach nay|"
    r"nhan duoc ke hoach|"
    r"neu (?:co |gap |phat sinh |con )|(?:moi|cac) (?:kho khan|vuong mac)|yeu cau cac .{0,80} nghiem tuc)"
)
DIFFICULTY = re.compile(
    r"vuong mac|kho khan|phat sinh|bat cap|y kien dong gop|can (?:dieu chinh|sua doi|bo sung)|chua phu hop|"
    r"bat hop ly|van de (?:can|nay)"
)
_PASSED_OVER = {
    Topic.PURPOSE,
    Topic.SCOPE,
    Topic.CRITERIA,
    Topic.SCORING,
    Topic.TARGETS,
    Topic.PHASES,
    Topic.AWARDS,
    Topic.CONTENTS,
}
_WHOLES = ("root", "part", "appendix")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A stretch of a clause's words and the body that they bind, by its own words or by a heading above."""

    clause: Clause
    words: Wording
    actor: str | None
    said: bool  # the words themselves name the actor
    topics: Topics
    duty: bool  # it stands in a section on duties
    closing: bool = False
    joining: str | None = None  # a table's column says who joins in
    until: Wording | None = None  # and until when


@dataclass(frozen=True, slots=True)
class _Above:
    clause: Clause
    actor: str | None
    topics: Topics
    duty: bool


def assignments(root: Clause) -> Iterator[Assignment]:
    """Every stretch of words that may bind somebody, in printed order."""
    yield from _visit(root, _Above(root, None, NONE, False))


def is_closing(words: Wording, start: int = 0, end: int | None = None) -> bool:
    """The paragraph, or the sentence, that asks for word of difficulties."""
    end = len(words.text) if end is None else end
    return bool(_CLOSING.match(words.text, start, end)) and bool(DIFFICULTY.search(words.text, start, end))


def _visit(clause: Clause, above: _Above) -> Iterator[Assignment]:
    if clause.kind == "table":
        yield from _tabled(read_table(clause, above.topics), above)
        return
    topics = topics_of(clause, above.topics)
    duty = Topic.DUTIES in topics or (above.duty and not topics & _PASSED_OVER)
    carried, paragraphs = _titled(clause, above.actor)
    lead = carried
    paragraphs, last = _parted(clause, paragraphs)
    for words in _stretches(clause, paragraphs):
        told = subject(words, 0, len(words.text))
        leads = bool(clause.children) and words.text.rstrip().endswith(":")
        closing = is_closing(words)
        if told and not closing:
            carried = told.body.name
            lead = carried if leads or clause.kind not in _WHOLES else lead
        if not leads:
            yield Assignment(clause, words, told.body.name if told else carried, bool(told), topics, duty, closing)
    for child in clause.children:
        yield from _visit(child, _Above(clause, lead, topics, duty))
    for home, passage in (*((clause, tail) for tail in clause.tail), *((above.clause, one) for one in last)):
        words = wording(passage)
        yield Assignment(home, words, _subject_name(words), True, topics, duty, True)


def _parted(clause: Clause, paragraphs: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """A closing paragraph under the last item is no part of it."""
    if clause.children or len(paragraphs) < 2:
        return paragraphs, ()
    words = wording(paragraphs[-1])
    closes = any(is_closing(words, start, end) for start, end in words.sentences())
    return (paragraphs[:-1], paragraphs[-1:]) if closes else (paragraphs, ())


def _tabled(table: Table, above: _Above) -> Iterator[Assignment]:
    """The rows of a table of tasks: who, what, with whom, until when."""
    text, doer = table.column("text"), table.column("actor")
    if text is None or not (doer is not None or Topic.PHASES in table.topics):
        return
    named: Wording | None = None
    for row in table.rows:
        words = row.cell(text)
        if words is None or row.is_total:
            continue
        named = row.cell(doer) or named  # an empty cell goes on with the one above it
        joining = row.cell(table.column("with"))
        actor = _name(named) if named else _subject_name(words) or above.actor
        duty = doer is not None and not table.topics & _PASSED_OVER
        yield Assignment(
            row.clause,
            words,
            actor,
            subject(words, 0, len(words.text)) is not None,
            table.topics,
            duty,
            joining=_name(joining) if joining else None,
            until=row.cell(table.column("due")),
        )


def _name(cell: Wording) -> str:
    body = lone(cell, 0, len(cell.text))
    return body.name if body else cell.passage.text.strip(" .;:,-")


def _subject_name(words: Wording) -> str | None:
    told = subject(words, 0, len(words.text))
    return told.body.name if told else None


def _titled(clause: Clause, above: str | None) -> tuple[str | None, tuple[Passage, ...]]:
    """The actor that a clause's title names, or else the one above; and the paragraphs without the title."""
    if not clause.paragraphs or not clause.path:
        return above, () if not clause.path else clause.paragraphs
    first = wording(clause.paragraphs[0])
    below = bool(clause.children) or len(clause.paragraphs) > 1
    prefix = _OF.match(first.text)
    body = lone(first, prefix.end() if prefix else 0, len(first.text)) if below else None
    if body and not (clause.kind in _WHOLES and prefix):
        return body.name, clause.paragraphs[1:]
    titled = clause.kind in _WHOLES or (is_heading(clause) and _is_title(first, clause))
    return above, clause.paragraphs[1:] if titled else clause.paragraphs


def _is_title(words: Wording, clause: Clause) -> bool:
    return bool(announced(clause.paragraphs[0], part=False)) or subject(words, 0, len(words.text)) is None


def _stretches(clause: Clause, paragraphs: tuple[Passage, ...]) -> Iterator[Wording]:
    """An item is read as one; under a section's title each paragraph speaks for itself."""
    if not paragraphs:
        return
    if clause.kind in _WHOLES or (clause.children and len(paragraphs) < len(clause.paragraphs)):
        yield from (wording(passage) for passage in paragraphs)
    else:
        yield wording(joined(paragraphs))
