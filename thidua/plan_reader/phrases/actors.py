"""Who: the bodies and office holders that a sentence names, and which of them is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.phrases.names import (
    AUTHORITIES,
    COURTESY,
    DEEDS,
    ENDS,
    FIELDS,
    KINDS,
    LEADS,
    NAMED,
    NO_BODIES,
    NO_DEEDS,
    PLURALS,
    WEAK_DEEDS,
)
from thidua.plan_reader.phrases.wording import Wording

_SHARE = re.compile(r"100 ?% (?:so )?")
_LEAD = re.compile(r"(?:tat ca |toan the |100 ?% (?:so )?)+(?=cac )|100 ?% (?:so )?")
_BREAK = re.compile(r"[.:;()\[\]\"!?]|(?<= )-(?= )|,|(?<!\w)(?:và|hoặc|cùng)(?!\w)|/")
_EACH = re.compile(r"cac(?= )")  # no other word has these letters: `Cac đơn vị`
_MEASURE = re.compile(r"trong (?:thang|quy|nam|ngay|tuan|thoi gian)|nam (?:19|20)\d\d|(?<!\w)(?:toi da|khong qua) \d")
_LEAD_IN = re.compile(r"[.;]|(?<!\w)(?:sau|gom|nhu sau|cu the|sau day)\W*\Z")
_LONGEST_NAME, _LONGEST_LIST, _FAR = 170, 500, 900
_NOUN_BEFORE = re.compile(r"(?<!\w)(?:cac|nhung|ca nhan,|nganh,|doan the,|don vi,|co quan,|dia phuong,|va) \Z")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:cua|voi|cho|ve|tai|den|toi|trong|qua|theo|tu|gui|bao cao|tham muu|huong dan|chi dao|va|do|giua|"
    r"boi|o|den|thuoc|"
    r"nhu|la|kiem tra|don doc|cung|lam|hoac|thong qua|trinh|doi voi|ho tro|tren|moi|vao|giup|cac|bang|danh cho|tung) \Z"
)
# A sentence that begins with a deed has no subject of its own, unless this is how it begins.
_ADVERBIAL = re.compile(
    r"can cu|tren co so|trong (?:qua trinh|thang|quy|nam|thoi)|dinh ky|hang nam|hang quy|hang thang|hang tuan|"
    r"moi nam|truoc ngay|"
    r"cham nhat|khi |neu |theo |vao |cuoi |dau |sau khi|ket thuc|tu (?:ngay|thang|nam)|de (?!nghi)|ngay sau"
)
_OPENING = re.compile(
    r"(?:^|[,;:.)]\s*|(?<!\w)(?:de nghi|giao|giao cho|yeu cau|phan cong|vuong mac|kho khan|phat sinh|hang nam|"
    r"nam \d{4}|thi|nay|"
    r"dong thoi|thuc hien)\s)\Z"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body, or a list of them, as the text names it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts, and from where on the text says what."""

    body: Body
    deed: int


def body_at(words: Wording, start: int, end: int, *, subject: bool = False, asked: bool = False) -> Body | None:
    """The body or list of bodies that begins exactly at `start`; one that is asked needs no capital."""
    end = min(end, start + _LONGEST_LIST)
    head = _head_at(words, start, end)
    if head is None and asked and NO_BODIES.at(words, start, end) is None:
        head = KINDS.at(words, start, end)
    if head is None:
        return None
    lead = _LEAD.match(words.text, start, end)
    begin = lead.end() if lead else start
    stop = _stop(words, max(head, begin), end, subject=subject)
    while stop > begin and words.text[stop - 1] in " ,-:":
        stop -= 1
    return Body(words.quote(begin, stop), begin, stop) if stop > begin else None


def bodies(words: Wording, start: int, end: int) -> Iterator[Body]:
    """All bodies between two places, one after the other."""
    position = start
    while position < end:
        body = body_at(words, position, end)
        position = body.end if body and body.end > position else _next_word(words, position, end)
        if body:
            yield body


def subject(words: Wording, start: int, end: int) -> Subject | None:
    """Who is to act: the body at the sentence's head, else the first behind an opening that does something."""
    begin = _past_courtesy(words, _skip(words, start, end), end)
    asked = begin > _skip(words, start, end)
    body = _before_colon(words, begin, end) or body_at(words, begin, end, subject=True, asked=asked)
    if body:
        found = _acting(words, body, end, asked=asked)
        if found:
            return found
    if DEEDS.at(words, begin, end) is not None and not _ADVERBIAL.match(words.text, begin, end):
        return None
    position, far = begin, min(end, begin + _FAR)
    while position < far:
        position = _next_word(words, position, end)
        before = words.text[max(start, position - 40) : position]
        if _OPENING.search(before) and not _PREPOSITION.search(before):
            asked = _asked(before)
            body = body_at(words, position, end, subject=True, asked=asked)
            found = _acting(words, body, end, asked=asked) if body else None
            if found:
                return found
    return None


def _before_colon(words: Wording, start: int, end: int) -> Body | None:
    """`Ban Quản lý dự án đầu tư xây dựng …:` is a name though it holds words for deeds."""
    colon = words.text.find(":", start, min(end, start + _LONGEST_NAME))
    if colon < 0 or _head_at(words, start, colon) is None or _LEAD_IN.search(words.text, start, colon):
        return None
    if any(WEAK_DEEDS.at(words, at) is None and FIELDS.at(words, at) != colon for at in _deeds(words, start, colon)):
        return None
    aside = words.text.find("(", start, colon)
    stop = aside if aside > 0 else colon
    while stop > start and words.text[stop - 1] in " ,-":
        stop -= 1
    return Body(words.quote(start, stop), start, stop)


def lone(words: Wording, start: int, end: int) -> Body | None:
    """The body where the words are nothing but its name: `1. Phòng Nội vụ`, `Đề nghị Ban Chỉ huy quân sự xã:`."""
    first = _skip(words, start, end)
    begin = _past_courtesy(words, first, end)
    body = body_at(words, begin, end, subject=True, asked=begin > first)
    rest = _ASIDE.sub("", words.text[body.end : end]) if body else "?"
    return body if body and not rest.strip(" :.;-") else None


def _acting(words: Wording, body: Body, end: int, *, asked: bool) -> Subject | None:
    """The body as subject, if a colon or a deed follows; where it hands the task on, the body that gets it."""
    after = _skip_asides(words, body.end, end)
    if words.text[after : after + 1] == ":":
        return Subject(body, after + 1)
    if _deed_at(words, after, end) is None:
        return Subject(body, after) if asked and after < end else None
    handed = COURTESY.at(words, after, end)
    if handed is not None:
        other = body_at(words, _skip(words, handed, end), end, subject=True)
        if other:
            return Subject(other, _skip_asides(words, other.end, end))
    return Subject(body, after)


def _asked(before: str) -> bool:
    return bool(re.search(r"(?<!\w)(?:de nghi|giao|giao cho|yeu cau|phan cong) \Z", before))


def _past_courtesy(words: Wording, start: int, end: int) -> int:
    after = COURTESY.at(words, start, end)
    return start if after is None else _skip(words, after, end)


def _skip(words: Wording, start: int, end: int) -> int:
    while start < end and words.text[start] in " -+*•,":
        start += 1
    return start


def _skip_asides(words: Wording, start: int, end: int) -> int:
    aside = _ASIDE.match(words.text, start, end)
    return _skip(words, aside.end() if aside else start, end)


def _next_word(words: Wording, position: int, end: int) -> int:
    gap = words.text.find(" ", position, end)
    return end if gap < 0 else gap + 1


def _head_at(words: Wording, start: int, end: int) -> int | None:
    """Where the first words of a body's name end: a plural with its kind, or a name with a capital."""
    share = _SHARE.match(words.text, start, end)
    begin = share.end() if share else start
    if NO_BODIES.at(words, begin, end) is not None:
        return None
    authority = AUTHORITIES.at(words, begin, end)
    plural = PLURALS.at(words, begin, end) or (begin + 3 if _EACH.match(words.text, begin, end) else None)
    if plural is not None:
        return KINDS.at(words, plural + 1, end) if _may_be_many(words, plural + 1) else None
    if share or authority is not None:
        return authority if authority is not None else KINDS.at(words, begin, end)
    if begin and words.text[begin - 1].isalnum():
        return None
    named = NAMED.at(words, begin, end)
    if named is None:  # a misread mark: `Sơ Nội vụ`
        near = NAMED.near(words, begin, end)
        shouted = words.upper(begin + 1)
        return near if near and not shouted and words.upper(begin) and words.upper(near + 1) else None
    return named if words.upper(begin) or words.upper(named + 1) else None


def _may_be_many(words: Wording, at: int) -> bool:
    """`các tổ chức` is a body though `tổ chức` alone is a deed; `các bộ tiêu chí` is none."""
    return NO_BODIES.at(words, at) is None or words.text.startswith(("to chuc", "tap the", "doan the"), at)


def _stop(words: Wording, start: int, end: int, *, subject: bool) -> int:
    """Where the name ends: before a deed, a full stop or bracket, a comma or `và` that no further body follows."""
    limit = next((at for at in _deeds(words, start, end) if not (subject and _is_field(words, at, end))), end)
    if not subject:
        limit = next((at for at, _ in ENDS.find(words, start, limit) if not words.upper(at)), limit)
    measure = _MEASURE.search(words.text, start, limit)
    limit = measure.start() if measure else limit
    for mark in _BREAK.finditer(words.toned, start, limit):
        listed = (",", "và", "hoặc", "-", "cùng", ";") if subject else (",", "và", "hoặc", "-", "cùng")
        if mark[0] not in listed or not _goes_on(words, mark, limit):
            return mark.start()
    return limit


def _goes_on(words: Wording, mark: re.Match[str], limit: int) -> bool:
    """A list goes on behind a comma or `và` where a capital, a plural or a kind of body follows."""
    after = _skip(words, mark.end(), limit)
    if after >= limit:
        return False
    if mark[0] == ";":
        return _head_at(words, after, limit) is not None
    if mark[0] == "-":
        return words.upper(after) or words.text.startswith("xa hoi", after)
    return words.upper(after) or KINDS.at(words, after, limit) is not None or _head_at(words, after, limit) is not None


def _is_field(words: Wording, at: int, end: int) -> bool:
    """`Phòng Kế hoạch tổng hợp chủ trì`, `Phòng Hỗ trợ phát triển … chủ trì`: the first deed is the room's field."""
    behind = FIELDS.at(words, at, end)
    if behind is None:
        return False
    if LEADS.at(words, behind + 1, end) is not None:
        return True
    opens = any(b + 1 == at and words.upper(a) for a, b in DEEDS.find(words, max(0, at - 20), at))
    rest = next((a for a in _deeds(words, behind, end)), end)
    return opens and LEADS.at(words, rest, end) is not None and not _BREAK.search(words.toned, behind, rest)


def _deeds(words: Wording, start: int, end: int) -> Iterator[int]:
    """Where something is done, as far as it is no part of a name: `công trình` holds no `trình`."""
    closed = list(NO_DEEDS.find(words, start, end))
    for at, _ in DEEDS.find(words, start, end):
        if _is_deed(words, at) and not any(a <= at < b for a, b in closed):
            yield at


def _deed_at(words: Wording, start: int, end: int) -> int | None:
    return DEEDS.at(words, start, end) if _is_deed(words, start) else None


def _is_deed(words: Wording, at: int) -> bool:
    if words.upper(at) or NO_DEEDS.at(words, at) is not None:
        return False
    if not words.text.startswith("to chuc", at):
        return True
    after = words.text[at + 7 : at + 9].strip()
    return not after.startswith(",") and not _NOUN_BEFORE.search(words.text, max(0, at - 12), at)
