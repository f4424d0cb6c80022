"""Kinds of duty: the words by which each is known, and the surroundings in which those words order nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from thidua.plan_reader.phrases.vocabulary import book, either, filled
from thidua.plan_reader.phrases.wording import Wording

_WORDS = book("acts")
_JOINTS = {name: f"(?:{either(_WORDS[name])} ?){{0,12}}" for name in ("plan_joint", "set_joint")}
_ACTS = tuple(
    (row["kind"], re.compile(rf"(?<!\w){filled(either(row['cues']), _JOINTS)}(?!\w)")) for row in _WORDS["act"]
)
# Directly before a cue these make a thing of it, or something that others do.
_THING = re.compile(rf"(?<!\w){either(_WORDS['things'])} (?:sơ kết,? (?:và )?)?\Z")
# These are ordered even so: `đẩy mạnh công tác tuyên truyền`.
_WORK = re.compile(r"(?<!\w)(?:công tác|việc|nội dung|hình thức|hoạt động) \Z")
# A purpose, a ground and a setting tell what for and when, never what to do.
_SETTINGS = re.compile(
    r"(?<!\w)(?:de(?! nghi| xuat)|nham|lam can cu|lam co so|phuc vu|lam mot trong|trong qua trinh|"
    r"gop phan)(?!\w)[^;.]*?"
    r"(?=[;.]|\Z|, dong thoi|, gui |, dinh ky|, bao cao ket qua|, hoan thanh|\(hoan thanh)"
)
_GROUNDS = re.compile(
    r"(?<!\w)(?:tren co so|can cu(?: vao)?|theo(?! doi)|khi|neu)(?!\w)[^;.,]*?"
    r"(?:,|(?=[;.]|\Z| va (?:bao cao|gui|tong hop|trinh|thuc hien|to chuc|cham|dang ky|xay dung|tu )))"
)
_COUNCIL = re.compile(r"(?:hoi dong|ban|phong|quy|luat|cong tac|ve) thi dua(?:,| -)? khen thuong")
# `Căn cứ … để xây dựng …`: here what follows `để` is the deed itself.
_GROUND_AND_DEED = re.compile(r"(?<!\w)can cu(?: vao)?(?!\w)[^;.]*?(?<!\w)de(?! nghi)(?!\w)")
_OTHERS = re.compile(r"\s(?:cac|viec cac) (?=\w)")
_BY_THE_GUIDE = re.compile(r"tham dinh|tiep nhan|trinh|tham muu|xet duyet|tuyen truyen|tong hop")
_BACK = re.compile(r";|, (?:dong thoi|chu tri|tham muu|tong hop|dinh ky|chiu)")


@dataclass(frozen=True, slots=True)
class Act:
    kind: str
    start: int
    end: int


def find_acts(words: Wording, start: int, end: int, *, since: int | None = None) -> list[Act]:
    """The acts that a stretch orders; words before `since`, where the deed begins, are a setting."""
    text = _without_settings(words, start, end, since)
    found: list[Act] = []
    for kind, cue in _ACTS:
        for hit in cue.finditer(text):
            at, stop = start + hit.start(), start + hit.end()
            before = words.printed[max(start, at - 40) : at]
            if not _THING.search(before) or _ordered(words, kind, before, stop):
                found.append(Act(kind, at, stop))
    return sorted(_settled(_own(words, found, end)), key=lambda act: act.start)


def _own(words: Wording, found: list[Act], end: int) -> list[Act]:
    """What the guided are to do is not the guide's: `hướng dẫn các đơn vị đăng ký thi đua`."""
    kept: list[Act] = []
    until = -1
    for act in sorted(found, key=lambda act: act.start):
        if (
            act.start < until
            and not _BY_THE_GUIDE.match(words.text, act.start)
            and act.kind not in ("guidance", "inspection", "self_assessment")
        ):
            continue
        kept.append(act)
        if act.kind == "guidance" or (act.kind == "inspection" and _OTHERS.match(words.text, act.end)):
            back = _BACK.search(words.text, act.end, end)
            until = max(until, back.start() if back else end)
    return kept


def _ordered(words: Wording, kind: str, before: str, after: int) -> bool:
    """Ordered all the same: `đẩy mạnh công tác tuyên truyền`, `tổng hợp kết quả báo cáo Giám đốc`."""
    if kind == "publicity":
        return bool(_WORK.search(before))
    return kind == "annual_report" and before.endswith("kết quả ") and words.upper(after + 1)


def _without_settings(words: Wording, start: int, end: int, since: int | None) -> str:
    text = words.text[start:end]
    if since is not None:
        text = "\x00" * (since - start) + text[since - start :]
    for pattern in (_COUNCIL, _GROUND_AND_DEED, _SETTINGS, _GROUNDS):
        text = pattern.sub(partial(_blank, words, start, pattern is _SETTINGS), text)
    return text


def _blank(words: Wording, start: int, proper: bool, hit: re.Match[str]) -> str:
    """As many empty signs; a name with a capital (`Trung tâm Phục vụ …`) is no setting."""
    return hit[0] if proper and words.upper(start + hit.start()) else "\x00" * len(hit[0])


def _settled(found: list[Act]) -> Iterator[Act]:
    """One act a kind, the first; a cue inside another's words is not one of its own."""
    kept: list[Act] = []
    for act in found:
        inside = any(
            one.start <= act.start and act.end <= one.end and one.kind != act.kind for one in found if one is not act
        )
        if not inside and not any(one.kind == act.kind for one in kept):
            kept.append(act)
            yield act
