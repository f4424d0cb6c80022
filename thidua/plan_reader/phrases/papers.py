"""How a document is cited: its kind, number, day and issuer as they stand together in a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua.plan_reader.phrases.lexicon import Lexicon
from thidua.plan_reader.phrases.names import NAMED
from thidua.plan_reader.phrases.vocabulary import book
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.dates import find_dates

_PART = r"[A-ZĐÐ][A-Za-zĐđÐÂâƯưÊêÔô]{0,9}\d{0,3}(?:&[A-ZĐ]{1,6})?"
_BROKEN = r"(?:[-/–]|[-/–] (?=[A-ZĐÐ]{2}))"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])\d{{1,5}}[a-z]?(?: ?/ ?(?:19|20)\d\d)?(?: ?[-/–]|"
    rf"[-/–] (?=[A-ZĐÐ]{{2}})){_PART}(?:{_BROKEN}{_PART})*(?![\w/])"
)
_WORDS = book("papers")
KINDS = Lexicon(_WORDS["kinds"])
_BETWEEN_KIND = re.compile(r"(?:\s*\bsố)?\s*:?\s*\Z", re.IGNORECASE)
_OF_A_FORM = re.compile(r"(?:mau|bieu|phu luc|bang|xe)(?: so)? \Z")
_ISSUER_LEAD = re.compile(r"\s*,?\s*(?:của|do)\s+", re.IGNORECASE)
_DATE_LEAD = re.compile(r"\s*[,(]?\s*(?:ng\w{1,2}y\s+)?(?=(?:ng\w{1,2}y\s+)?\d)", re.IGNORECASE)
_HARD_END = re.compile(r"[;.()\[\]¹²³⁴⁵⁶⁷⁸⁹⁰“”\"*:]|\d")
_SOFT_END = re.compile(r",|(?<!\w)(?:và|hoặc)(?!\w)")
_ISSUER_END = Lexicon(_WORDS["issuer_ends"])


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention; `start` and `end` hold all its words, `at` is where the number begins."""

    number: str
    kind: str | None
    issuer: str | None
    date: dt.date | None
    start: int
    at: int
    end: int


@lru_cache(maxsize=4096)
def citations(words: Wording) -> tuple[Citation, ...]:
    """All documents cited by number, in printed order; what a list says once is given to all of it."""
    return tuple(_shared(words, list(_mentions(words))))


def places(words: Wording) -> list[tuple[int, int]]:
    """Where documents are cited: days in there are no deadlines."""
    return [(one.start, one.end) for one in citations(words)]


def _mentions(words: Wording) -> Iterator[Citation]:
    for hit in _NUMBER.finditer(words.printed):
        number = _tidy(hit[0])
        capitals = sum(letter.isupper() for letter in number)
        if "/" not in number or capitals < 2 or _OF_A_FORM.search(words.text[max(0, hit.start() - 14) : hit.start()]):
            continue
        start, kind = _kind_before(words, hit.start())
        end, date, issuer = _day_and_issuer(words, hit.end())
        yield Citation(number, kind, issuer, date, start, hit.start(), end)


def _tidy(number: str) -> str:
    return re.sub(r"\s", "", number).replace("Ð", "Đ").replace("–", "-")


def kind_by_sign(number: str) -> str | None:
    """What the letters of a number say: NQ is a resolution, QH a law."""
    for sign in re.findall(r"[^\W\d_]+", number.upper()):
        if sign in _WORDS["signs"]:
            return str(_WORDS["signs"][sign])
    return None


def _kind_before(words: Wording, at: int) -> tuple[int, str | None]:
    lead = _BETWEEN_KIND.search(words.printed, max(0, at - 8), at)
    end = lead.start() if lead else at
    last = None
    for start, stop in KINDS.find(words, max(0, end - 40), end):
        if stop == end:
            last = start
            break
    if last is None:
        return at, None
    name = words.quote(last, end)
    return last, name[:1].upper() + name[1:].lower() if name.isupper() else name[:1].upper() + name[1:]


def _day_and_issuer(words: Wording, at: int) -> tuple[int, dt.date | None, str | None]:
    """What follows the number, in either order: `ngày … của …`, `của … ngày …`."""
    date, issuer = None, None
    for _ in range(2):
        if date is None:
            date, at = _day(words, at)
        if issuer is None:
            issuer, at = _issuer(words, at)
    return at, date, issuer


def _day(words: Wording, at: int) -> tuple[dt.date | None, int]:
    lead = _DATE_LEAD.match(words.printed, at)
    found = next(find_dates(words.printed[at : at + 45]), None) if lead else None
    if lead and found and at + found[1] <= lead.end():
        return found[0], at + found[2]
    return None, at


def _issuer(words: Wording, at: int) -> tuple[str | None, int]:
    lead = _ISSUER_LEAD.match(words.printed, at)
    if not lead or not (
        words.upper(lead.end()) or words.toned.startswith(("ủy ban", "ubnd", "liên ngành"), lead.end())
    ):
        return None, at
    limit = min(lead.end() + 120, len(words.text))
    hard = _HARD_END.search(words.printed, lead.end(), limit)
    limit = hard.start() if hard else limit
    limit = next((start for start, _ in _ISSUER_END.find(words, lead.end(), limit) if not words.upper(start)), limit)
    for soft in _SOFT_END.finditer(words.printed, lead.end(), limit):
        after = soft.end() + 1
        new = soft[0] == "," and NAMED.at(words, after) is not None
        if new or not words.upper(after) or KINDS.at(words, after) is not None:
            limit = soft.start()
            break
    end = limit
    while end > lead.end() and words.printed[end - 1] in " ,-–":
        end -= 1
    return words.quote(lead.end(), end) or None, end


def _shared(words: Wording, found: list[Citation]) -> Iterator[Citation]:
    """`các Nghị quyết số 1, 2 và 3 ngày … của X`: one kind before, one issuer behind."""
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        if after and one.issuer is None and after.kind is None and _only_joint(words.printed[one.end : after.at]):
            found[index] = Citation(one.number, one.kind, after.issuer, one.date, one.start, one.at, one.end)
    for before, one in zip([None, *found], found, strict=False):
        inherited = before.kind if before and _only_joint(words.printed[before.end : one.at]) else None
        yield Citation(one.number, one.kind or inherited, one.issuer, one.date, one.start, one.at, one.end)


def _only_joint(between: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:,|;|và|, và|;\s*và)?\s*(?:số)?\s*", between, re.IGNORECASE))
