"""Awards without the giver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from thidua.plan_reader.faults.fault import Fault, Place, Plan

_BARE = re.compile(
    r"(?<!\w)(?P<form>giấy khen|bằng khen|cờ thi đua)(?=\s*(?:[.,;:)/]|$|cho|đối với|và|hoặc|tối đa|không quá|\d|\())",
)
_GIVER = re.compile(
    r"(?:của|do|trình|đề nghị|cấp)\s+(?:các\s+)?(?:chủ tịch|thủ tướng|chính phủ|ubnd|ủy ban|giám đốc|tổng giám đốc|"
    r"hiệu trưởng|thủ trưởng|bộ|tỉnh|thành phố|"
    r"xã|phường|huyện|cục|sở|trường|cấp|cơ quan|đơn vị|công ty|hội đồng|viện|trưởng|người đứng đầu|ngành|đoàn thể)"
    r"|(?:chủ tịch|thủ tướng|bộ trưởng|giám đốc|hiệu trưởng|thủ trưởng|ubnd|ủy ban nhân dân|công ty|người đứng đầu|hội "
    r"đồng|nhà trường|đảng ủy|ban thường vụ|ban chấp hành|(?<!\w)(?:sở|bộ|cục|viện) \w)[^.;:]{0,60}(?:tặng|khen|trao|"
    r"xét|quyết định)"
    r"|theo thẩm quyền|có thẩm quyền|thẩm quyền của|theo quy định"
)
_GIVES = re.compile(r"tặng|trao|khen thưởng|hình thức|số lượng|tối đa|không quá")


def find_awards(plan: Plan) -> Iterator[Fault]:
    """The first place of each award that no words around it say who gives."""
    awarding = {fact.clause for fact in plan.reading.of("awards")} | {fact.clause for fact in plan.reading.of("quotas")}
    told: set[str] = set()
    for place in plan.places:
        if not any(place.path and clause and f"{place.path}.".startswith(f"{clause}.") for clause in awarding):
            continue
        for hit in islice(_BARE.finditer(place.low), 20):
            if hit["form"] not in told and _gives(plan, place) and not _has_giver(plan, place, hit):
                told.add(hit["form"])
                yield plan.fault("award_without_giver", "note", place, span=hit.span(), says=(
                    f"“{place.text[hit.start() : hit.end()]}” không ghi do ai tặng.",
                    "Ghi rõ người có thẩm quyền tặng, ví dụ “của Chủ tịch Ủy ban nhân dân …” hoặc “của thủ trưởng đơn "
                    "vị”.",
                ))  # fmt: skip


def _gives(plan: Plan, place: Place) -> bool:
    """Whether the paragraph is a list of awards, or its sentence gives one."""
    return len(place.text) < 60 or bool(_GIVES.search(plan.low_context(place.path)))


def _has_giver(plan: Plan, place: Place, hit: re.Match[str]) -> bool:
    """Told in the same paragraph where it is a sentence, or in a heading above."""
    own = place.low if len(place.text) >= 60 else place.low[max(0, hit.start() - 20) :]
    above = " ".join(clause.heading for clause in plan.above(place.clause) if clause.path)
    return bool(_GIVER.search(own) or _GIVER.search(plan.low_words(above)))
