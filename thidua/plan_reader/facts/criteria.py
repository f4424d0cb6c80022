"""By what one is judged: criteria in groups, one group an audience."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.lists import fact, words_of
from thidua.plan_reader.phrases.sections import LONGEST_HEADING, NONE, Topic, is_heading, topics_of, tops
from thidua.plan_reader.phrases.vocabulary import book, either
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Clause, Fact, Passage

_AUDIENCES = tuple((name, re.compile(rf"(?<!\w){either(cues)}(?!\w)")) for name, cues in book("audiences").items())
_SPEAKS_OF = re.compile(
    r"(?:tieu chi|tieu chuan|noi dung|nhom|muc|phan)?[^:;.]{0,40}?(?:doi voi|voi|danh cho|cho|cua|ap dung)|"
    r"(?:cac )?(?:tap the|ca nhan|don vi|co quan|doanh nghiep)"
)
_NAME_ONLY = 90
_LEAD_IN = re.compile(r"\A[^:]{6,160}:")


def find_criteria(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Groups, and right behind each group its items."""
    for clause, topics in tops(root, Topic.CRITERIA):
        if Topic.PURPOSE in topics:
            continue
        groups = list(_groups(clause))
        for group, audience, sure in groups or _whole(clause):
            yield from _group(group, audience, sure=sure)


def audience_of(text: str) -> str | None:
    """Whom the words of a heading speak of first."""
    hits = [(hit.start(), name) for name, cue in _AUDIENCES if (hit := cue.search(text))]
    return min(hits)[1] if hits else None


def _groups(clause: Clause) -> Iterator[tuple[Clause, str, bool]]:
    for child in clause.children:
        own = topics_of(child, NONE)
        if own and Topic.CRITERIA not in own:
            continue
        audience = _addressed(child)
        if audience:
            yield child, audience, True
        elif child.children and is_heading(child):
            below = list(_groups(child))
            if below:
                yield from below
            elif _general(child):
                yield child, "units", False


def _general(clause: Clause) -> bool:
    return wording(clause.paragraphs[0]).text.startswith(("tieu chi", "tieu chuan"))


def _whole(clause: Clause) -> Iterator[tuple[Clause, str, bool]]:
    """A section without audiences is one group, whose audience a person should see to."""
    if clause.children:
        audience = audience_of(wording(clause.paragraphs[0]).text) if clause.paragraphs else None
        yield clause, audience or "units", bool(audience)


def _addressed(clause: Clause) -> str | None:
    """The audience that a clause's heading, or the words before its colon, speaks to."""
    if not clause.paragraphs:
        return None
    text = wording(clause.paragraphs[0]).text
    lead = _LEAD_IN.match(text)
    titled = is_heading(clause) or (clause.children and len(text) <= LONGEST_HEADING)
    head = text if titled else lead[0] if lead else ""
    audience = audience_of(head)
    return audience if audience and (_SPEAKS_OF.match(head) or _first_word(head)) else None


def _first_word(head: str) -> bool:
    """A short heading that is itself the name of those it speaks of: `Thôn, cơ quan, trường học:`."""
    return len(head) <= _NAME_ONLY and any(cue.match(head) for _, cue in _AUDIENCES)


def _group(clause: Clause, audience: str, *, sure: bool) -> Iterator[Fact]:
    first = clause.paragraphs[0]
    split = 0 if is_heading(clause) or clause.children else _colon(first)
    title = _part(first, 0, split) if split else first
    doubt = "" if sure else "Kế hoạch không ghi rõ nhóm tiêu chí này áp dụng cho ai."
    values = {"audience": audience, "heading": title.text.rstrip(" :") if split else title.text}
    yield Fact("criteria", values, clause.path, title.spans(), 0.95 if sure else 0.5, doubt)
    rest = [_part(first, split, len(first.text))] if split else []
    for passage in (*rest, *clause.paragraphs[1:]):
        if not (clause.children and passage.text.endswith(":")) and passage.text:
            yield fact("criteria_items", clause, passage, audience=audience, group=clause.path, confidence=0.8)
    for item in _leaves(clause):
        passage_ = words_of(item)
        if passage_:
            yield fact("criteria_items", item, passage_, audience=audience, group=clause.path)


def _leaves(clause: Clause) -> Iterator[Clause]:
    """The criteria themselves; a lead-in that ends in a colon gives way to what it leads to."""
    for child in clause.children:
        lead_in = child.children and (child.kind == "table" or child.heading.endswith(":") or is_heading(child))
        if lead_in:
            yield from _leaves(child)
        elif child.kind != "row":
            yield child


def _colon(passage: Passage) -> int:
    return passage.text.find(":") + 1


def _part(passage: Passage, start: int, end: int) -> Passage:
    lead = len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    return Passage(
        passage.text[start:end].strip(), passage.at[start + lead : start + lead + len(passage.text[start:end].strip())]
    )
