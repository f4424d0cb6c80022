"""For whom: the body that a report goes to, a draft is put before, a guide is written for."""

from __future__ import annotations

import re

from thidua.plan_reader.phrases.actors import body_at
from thidua.plan_reader.phrases.acts import Act
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.text import fold

_ADVISED = re.compile(r"(?<!\w)tham muu(?:,? (?:giup|cho|de xuat|trinh|bao cao|voi))* (?=\w)")
_SENT = re.compile(
    r"(?<!\w)(?:(?:gui|nop|chuyen)(?: bao cao| ket qua| van ban| ho so| ban dang ky| danh sach| ke hoach)*(?: ve|"
    r" cho| toi| den| qua)?|ve|bao cao(?: ve| voi| cho| len)?|"
    r"trinh(?: bao cao| len)?|toi|len|gui ve|ve cho|(?<!phoi hop )(?<!lien quan )(?<!doi )(?<!cung )voi) (?=\w)"
)
_PUT_BEFORE = re.compile(
    r"(?<!\w)(?:trinh(?: bao cao)?|de nghi|de xuat(?: voi)?|gui(?: ve| cho)?|ve|bao cao|tham muu(?: cho| giup)?) (?=\w)"
)
_REPORTED = re.compile(r"(?<!\w)(?:bao cao(?: ve| cho)?|tham muu(?: cho| giup)?|trinh) (?=\w)")
_GUIDED = re.compile(
    r"(?:,? (?:va |don doc|kiem tra|chi dao|theo doi|giam sat|ho tro|tap huan|boi duong|cho |tat ca))* ?(?=\w)"
)
_ANYBODY = re.compile(r"cac (?:co quan, )?(?:don vi|co quan)(?:, (?:don vi|dia phuong))*")
_THEN = re.compile(r"\W*(?:trinh|de nghi|bao cao) (?=\w)")
_PURPOSE = re.compile(r"(?<!\w)(?:de(?! nghi| xuat)|nham|lam can cu|lam co so)(?!\w)")
_ASKED = {
    "annual_report": _SENT,
    "register": _SENT,
    "issue_plan": _SENT,
    "self_assessment": _SENT,
    "cluster_scoring": _SENT,
    "interim_review": _SENT,
    "final_review": _SENT,
    "inspection": _REPORTED,
    "criteria_set": _REPORTED,
    "other": _REPORTED,
    "appraisal": _PUT_BEFORE,
}


def receiver(words: Wording, act: Act, start: int, end: int, *, actor: str | None) -> str | None:
    """The receiver's name, None where the piece names none."""
    if act.kind == "guidance":
        return _guided(words, act, end)
    advised = _named(words, _ADVISED, start, act.start, actor)
    if advised:
        return advised
    asked = _ASKED.get(act.kind)
    if asked is None:
        return None
    if act.kind == "appraisal" and _THEN.match(words.text, end):
        end = len(words.text)
    begin = start if act.kind == "appraisal" else act.start
    purpose = _PURPOSE.search(words.text, act.start, end)
    return _named(words, asked, begin, purpose.start() if purpose else end, actor)


def _guided(words: Wording, act: Act, end: int) -> str | None:
    gap = _GUIDED.match(words.text, act.end, end)
    body = body_at(words, gap.end(), end) if gap else None
    return body.name if body and not _ANYBODY.fullmatch(fold(body.name)) else None


def _named(words: Wording, cue: re.Pattern[str], start: int, end: int, actor: str | None) -> str | None:
    for hit in cue.finditer(words.text, start, end):
        body = body_at(words, hit.end(), end)
        if body and body.name != actor:
            return body.name
    return None
