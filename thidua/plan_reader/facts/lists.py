"""The items that a section lists: below which clause they stand, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.phrases.sections import NONE, Topic, is_heading, topics_of
from thidua.plan_reader.phrases.wording import joined, wording
from thidua.plan_reader.reading import Clause, Fact, Passage

_GROUPING = re.compile(r"(?:doi voi|danh cho|noi dung (?:chung|rieng|cu the|thi dua)|nhom|linh vuc|ve )")


def items(clause: Clause, topic: Topic) -> Iterator[Clause]:
    """The clauses that a section on `topic` lists; parts of it that announce something else are passed over."""
    own = [(child, topics_of(child, NONE)) for child in clause.children]
    chosen = [child for child, topics in own if topic in topics]
    if chosen:
        for child in chosen:
            yield from items(child, topic) if child.children else (child,)
        return
    for child, topics in own:
        if topics:
            continue
        if _groups(child):
            yield from items(child, topic)
        else:
            yield child


def _groups(clause: Clause) -> bool:
    """A heading that only sorts the items below it: `Đối với tập thể`."""
    if not clause.children or not is_heading(clause):
        return False
    return clause.kind in ("table", "part") or bool(_GROUPING.match(wording(clause.paragraphs[0]).text))


def words_of(clause: Clause) -> Passage | None:
    """All words of a clause itself, its paragraphs joined."""
    return joined(clause.paragraphs) if clause.paragraphs else None


def fact(field: str, clause: Clause, passage: Passage, *, confidence: float = 0.95, **values: object) -> Fact:
    """A fact that quotes a whole passage."""
    return Fact(field, {**values, "text": passage.text}, clause.path, passage.spans(), confidence)


def label_of(clause: Clause) -> str:
    """The label without its punctuation; a dash stays a dash."""
    bare = clause.label.strip(" .):(")
    return bare.lstrip("-+* ") or bare or clause.path.rsplit(".", 1)[-1]
