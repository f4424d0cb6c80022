"""What a heading announces: the topics of a plan, under whatever name and in whatever order they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from thidua.plan_reader.phrases.guesses import guessed
from thidua.plan_reader.phrases.vocabulary import book, either
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Clause, Passage


class Topic(StrEnum):
    PURPOSE = "purpose"
    SCOPE = "scope"
    CONTENTS = "contents"
    CRITERIA = "criteria"
    AWARDS = "awards"
    PHASES = "phases"
    SOLUTIONS = "solutions"
    DUTIES = "duties"
    REPORTS = "reports"
    TARGETS = "targets"
    SCORING = "scoring"
    MONEY = "money"
    GUESSED = "guessed"  # beside a topic that no heading names


Topics = frozenset[Topic]
NONE: Topics = frozenset()
_PARTS = ("part", "appendix")
LONGEST_HEADING, LONGEST_DUTY_HEADING = 170, 70

# Each name is asked at the head of a heading or after one of its joints (`và`, a comma, a slash).
_JOINT = r"(?:^\W*|, ?| va | - | & |/ ?|; ?|: ?)(?:(?:cac|nhung|mot so|ve|phan|cong tac) )*"
_ASKED = tuple((Topic(row["name"]), re.compile(_JOINT + either(row["heads"]))) for row in book("sections")["topic"])
_LABEL_IN_TEXT = re.compile(r"^(?:(?:phan|chuong|muc|dieu) )(?:[ivxl]+|\d+)[.:) ]\s*")
_PROSE = re.compile(r"[.;,]\s*\Z")


def announced(passage: Passage, *, part: bool = True) -> Topics:
    """The topics that a heading's words name; none where the words are no heading.

    Below the parts only a heading that begins with a topic announces any: `Thi đua …, khen thưởng …` does not.
    """
    words = wording(passage)
    if len(words.text) > LONGEST_HEADING:
        return NONE
    text = _LABEL_IN_TEXT.sub("", words.text.strip())
    found = {topic: hit.start() for topic, asked in _ASKED if (hit := asked.search(text))}
    if not part and (0 not in found.values() or _tells_a_deed(found, text)):
        return NONE
    return _settle(set(found), text)


def _tells_a_deed(found: dict[Topic, int], text: str) -> bool:
    return found.get(Topic.DUTIES) == 0 and len(text) > LONGEST_DUTY_HEADING


def _settle(topics: set[Topic], text: str) -> Topics:
    """Leave out what only qualifies: `chỉ tiêu khen thưởng` is no target, `nội dung chấm điểm` no content."""
    if Topic.SCORING in topics:
        topics -= {Topic.CRITERIA, Topic.CONTENTS}
    if Topic.DUTIES in topics and "noi dung" not in text:
        topics -= {Topic.CONTENTS}
    if Topic.PURPOSE in topics:
        topics &= {Topic.PURPOSE, Topic.TARGETS, Topic.SCOPE}
    return frozenset(topics)


def is_heading(clause: Clause) -> bool:
    """True where the first paragraph is a title over what follows, not a sentence of its own."""
    if clause.kind in _PARTS:
        return True
    if not clause.paragraphs or len(clause.heading) > LONGEST_HEADING:
        return False
    below = bool(clause.children) or len(clause.paragraphs) > 1
    return below and not _PROSE.search(clause.heading)


def sections(root: Clause) -> Iterator[tuple[Clause, Topics]]:
    """Every clause with the topics it stands under, in printed order; a heading's own topics go before its parent's."""
    yield from _under(root, NONE)


def topics_of(clause: Clause, above: Topics) -> Topics:
    """What the clause stands under: its own heading's topics, else its parent's, else what its items are like."""
    if not clause.path or not clause.paragraphs or not is_heading(clause):
        return above
    own = announced(clause.paragraphs[0], part=clause.kind in _PARTS)
    if own or above or clause.kind != "part":
        return own or above
    guess = guessed(clause)
    return frozenset({Topic(guess), Topic.GUESSED}) if guess else NONE


def _under(clause: Clause, above: Topics) -> Iterator[tuple[Clause, Topics]]:
    topics = topics_of(clause, above)
    yield clause, topics
    for child in clause.children:
        yield from _under(child, topics)


def tops(root: Clause, topic: Topic) -> Iterator[tuple[Clause, Topics]]:
    """The highest clauses that stand under `topic`, each once."""
    yield from _tops(root, NONE, topic)


def _tops(clause: Clause, above: Topics, topic: Topic) -> Iterator[tuple[Clause, Topics]]:
    topics = topics_of(clause, above)
    if topic in topics:
        yield clause, topics
        return
    for child in clause.children:
        yield from _tops(child, topics, topic)
