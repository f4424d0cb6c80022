"""One name spelt several ways: tone marks, dashes, capitals; and a movement's name quoted in two forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.plan_reader.faults.fault import Fault, Place, Plan, low

_STATE = (
    "Mặt trận Tổ quốc Việt Nam", "Hội đồng Thi đua - Khen thưởng", "Ủy ban nhân dân", "Hội đồng nhân dân",
    "Thủ tướng Chính phủ", "Bộ Chính trị", "Ban Chấp hành Trung ương", "Ban Thường vụ", "Cờ thi đua của Chính phủ",
)  # fmt: skip
_ONE = re.compile(
    r"(?:phòng|sở|ban|văn phòng|hội đồng|trung tâm|công an|bộ|cục|chi cục|thanh tra|công đoàn|đoàn|hội|liên đoàn|viện|"
    r"công ty|tổng công ty|trường|báo|đài)(?!\w)"
)
_LEVEL = re.compile(r"(?: (?:của )?(?:tỉnh|thành phố|huyện|xã|phường|cơ quan|trường|công ty|các cấp|cấp \w+))+\Z")
_JOINED = re.compile(r"\s*[-–—]\s*|\s+và\s+")
_QUOTED = re.compile(r"“([^“”]{15,200})”")
_JOINTS = re.compile(r"(?<!\w)(?:và|của|các|về|cho|trong|tại)(?!\w)|[^\w\s]")
_YEARS = re.compile(r"(?<![\d/])((?:19|20)\d\d)(\s*[-–—]\s*)((?:19|20)\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a name stands, and how it is spelt there."""

    spelling: str
    place: Place
    start: int
    end: int


def find_spellings(plan: Plan) -> Iterator[Fault]:
    """Once for each name, with all its spellings; the rarer one is quoted."""
    told: set[tuple[str, int]] = set()
    for name in _names(plan):
        yield from _fault(plan, "Tên", list(_uses(plan, name)), told)
    for uses in _titles(plan):
        yield from _fault(plan, "Tên trong ngoặc kép", uses, told)
    for uses in _periods(plan):
        yield from _fault(plan, "Khoảng năm", uses, told)


def _names(plan: Plan) -> Iterable[str]:
    """Names of bodies in small letters: those of the state, and those that the plan gives duties to."""
    found = {low(name): None for name in _STATE}
    for fact in (*plan.reading.of("duties"), *plan.reading.of("obligations")):
        for key in ("actor", "to", "via", "with"):
            value = fact.values.get(key)
            for words in value if isinstance(value, list | tuple) else (value,):
                name = _LEVEL.sub("", plan.low_words(words))
                if _ONE.match(name) and "," not in name and 3 <= len(name.split()) <= 10 and " các " not in name:
                    found.setdefault(name)
    return found


def _uses(plan: Plan, name: str) -> Iterator[Use]:
    words = [re.escape(part).replace(r"\ ", r"\s+") for part in _JOINED.split(name)]
    pattern = re.compile(r"(?<!\w)" + r"(?:\s*[-–—]\s*|\s+và\s+)".join(words) + r"(?!\w)")
    for place in plan.places:
        for hit in pattern.finditer(place.low):
            spelling = place.text[hit.start() : hit.end()]
            if not spelling.isupper():
                yield Use(_first_up(spelling), place, *hit.span())


def _first_up(words: str) -> str:
    """The first letter's case is the sentence's, not the name's."""
    return words[:1].upper() + words[1:]


def _titles(plan: Plan) -> Iterator[list[Use]]:
    """Quoted names that are the same but for little words and marks."""
    groups: dict[str, list[Use]] = {}
    for place in plan.places:
        for hit in _QUOTED.finditer(place.text):
            words = hit[1].strip(" .,;")
            if len(words.split()) >= 4 and not words.isupper():
                key = " ".join(_JOINTS.sub(" ", low(words)).split())
                groups.setdefault(key, []).append(Use(_first_up(words), place, *hit.span(1)))
    yield from groups.values()


def _periods(plan: Plan) -> Iterator[list[Use]]:
    """The same two years with another dash or spacing."""
    groups: dict[tuple[str, str], list[Use]] = {}
    for place in plan.places:
        for hit in _YEARS.finditer(place.text):
            groups.setdefault((hit[1], hit[3]), []).append(Use(hit[0], place, *hit.span()))
    yield from groups.values()


def _fault(plan: Plan, what: str, uses: list[Use], told: set[tuple[str, int]]) -> Iterator[Fault]:
    counts = Counter(use.spelling for use in uses)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda spelling: (counts[spelling], spelling in _STATE))
    odd = next(use for use in uses if use.spelling != usual)
    if (odd.place.text, odd.start) in told:
        return
    told.add((odd.place.text, odd.start))
    ways = "; ".join(f"“{spelling}” ({count} lần)" for spelling, count in counts.most_common())
    yield plan.fault("several_spellings", "note", odd.place, span=(odd.start, odd.end), says=(
        f"{what} được viết {len(counts)} cách: {ways}.", f"Viết thống nhất một cách, ví dụ “{usual}”.",
    ))  # fmt: skip
