"""The closing paragraph: whoever meets difficulties says so, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.facts.assignments import DIFFICULTY, Assignment
from thidua.plan_reader.phrases.actors import Subject, body_at, subject
from thidua.plan_reader.phrases.joining import via_and_with
from thidua.plan_reader.phrases.wording import Wording
from thidua.plan_reader.reading import Fact

_TO = re.compile(
    r"(?<!\w)(?:(?:gui|bao ngay|bao ve|phan anh|phan hoi|kien nghi|thong tin|trao doi|lien he|bao cao|y kien|van ban|"
    r"phan anh kip thoi|kip thoi)"
    r"(?: (?:kip thoi|bang van ban|truc tiep|dong gop|kho khan, vuong mac|vuong mac))?(?: (?:ve|voi|den|toi|cho|"
    r"qua))?|ve|xin y kien(?: cua)?) (?=\w)"
)
_REQUEST = re.compile(r"(?<!\w)(?:yeu cau|de nghi|giao) (?=\w)")
_PURPOSE = re.compile(r"(?<!\w)de(?! nghi| xuat)(?!\w)")


def find_feedback(one: Assignment) -> Iterator[Fact]:
    """One row where the paragraph speaks of difficulties."""
    words = one.words
    for start, end in words.sentences():
        hard = DIFFICULTY.search(words.text, start, end)
        if not hard:
            continue
        told = subject(words, start, end)
        actor = told.body.name if told else _asked_before(words, start)
        values = {
            "kind": "feedback",
            "actor": actor,
            "to": _receiver(words, told, hard.end(), end),
            "due": None,
            **via_and_with(words, start, end),
        }
        doubt = "" if actor else "Câu này không ghi rõ ai phải phản ánh."
        yield Fact(
            "obligations", values, one.clause.path or None, words.spans(start, end), 0.9 if actor else 0.5, doubt
        )
        return


def _asked_before(words: Wording, end: int) -> str | None:
    """`… yêu cầu các đơn vị nghiêm túc thực hiện. Nếu có vướng mắc …`: those who were asked are still meant."""
    for hit in _REQUEST.finditer(words.text, 0, end):
        body = body_at(words, hit.end(), end, subject=True)
        if body:
            return body.name
    return None


def _receiver(words: Wording, told: Subject | None, after: int, end: int) -> str | None:
    begin = max(after, told.deed) if told else after
    purpose = _PURPOSE.search(words.text, begin, end)
    for limit in (purpose.start() if purpose else end, end):
        for hit in _TO.finditer(words.text, begin, limit):
            body = body_at(words, hit.end(), end)
            if body and not (told and body.name == told.body.name):
                return body.name
    return None
