"""Wording of the wrong level: words of a superior's plan left standing in a lower one, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.law import open_book
from thidua.plan_reader.faults.fault import Fault, Place, Plan

_RANKS = {"commune": 0, "district": 1, "province": 2, "central": 3}
_NAMES = {"commune": "cấp xã", "district": "cấp huyện", "province": "cấp tỉnh", "central": "trung ương"}
_FORM_RANKS = {
    "district_certificate": 1, "province_flag": 2, "province_certificate": 2, "ministry_flag": 3,
    "ministry_certificate": 3, "government_flag": 3, "pm_certificate": 3, "labour_order": 3,
}  # fmt: skip
# A lower body may well propose, or hand down what it was given.
_PROPOSES = re.compile(
    r"đề nghị|đề xuất|giới thiệu|trình|lựa chọn|suy tôn|được giao|phân bổ|theo hướng dẫn|theo quy định của (?:tỉnh|"
    r"trung ương)"
)
_LAW = (
    r"(?:quy định(?: của)? pháp luật|văn bản quy phạm pháp luật|văn bản pháp luật|luật|pháp luật|nghị định|"
    r"thông tư)(?!\w)"
)
_ISSUES = re.compile(
    r"(?<!thẩm quyền )(?<!\w)ban hành (?:hoặc (?:trình|tham mưu|đề xuất)[^.;]{0,70}?ban hành )?"
    r"(?:(?:đồng bộ|đầy đủ|kịp thời|các|những|hệ thống|một số|mới|ngay|sớm|bộ|và),? )*" + _LAW
)
_LAWMAKERS = re.compile(
    r"quốc hội|chính phủ|trung ương|cấp trên|bộ trưởng|(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân) (?:tỉnh|thành "
    r"phố)"
)
_ORDERS = re.compile(
    r"(?<!\w)(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố) (?:giao|yêu cầu|chỉ đạo|phân công)(?: cho)? "
    r"(?:các )?(?:sở|ban|cơ quan|đơn vị)"
)
_GIVEN = re.compile(r"(?:được|do|nhiệm vụ|chỉ tiêu|nội dung|việc) \Z")
_PROVINCE_BODY = re.compile(
    r"(?:sở|ban quản lý khu|văn phòng ubnd (?:tỉnh|thành phố)|ubnd (?:tỉnh|thành phố)|ủy ban nhân dân (?:tỉnh|thành "
    r"phố))(?!\w)"
)
_WRONG_GIVER = re.compile(
    r"(?<!\w)(?:bằng khen|cờ thi đua|huân chương)(?: xuất sắc)? của (?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:xã|"
    r"phường|đặc khu|cấp xã)(?!\w)"
)
_WHOLE = re.compile(r"(?<!\w)toàn (?P<unit>xã|phường)(?!\w)(?! hội)")
_COMMUNES = re.compile(
    r"cấp xã|các xã|ubnd xã|ủy ban nhân dân (?:các )?(?:xã|phường)|các phường|(?:xã|phường), (?:xã|phường|đặc khu|"
    r"thị trấn)"
)
_OWN = re.compile(
    r"(?<!\w)(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?P<unit>xã|phường)(?!\w)(?!\s*(?:,|/|và|hoặc)\s*(?:xã|"
    r"phường|thị trấn|đặc khu))"
)


def find_levels(plan: Plan) -> Iterator[Fault]:
    """What a plan of this level cannot say of itself."""
    rank = _RANKS.get(plan.level or "")
    if rank is None:
        return
    if rank < _RANKS["province"]:
        yield from _quotas(plan, rank)
        yield from _laws(plan)
        yield from _orders(plan)
        yield from _givers(plan)
    if plan.level == "commune":
        yield from _other_unit(plan)
    if plan.level == "province":
        yield from _whole_commune(plan)


def _quotas(plan: Plan, rank: int) -> Iterator[Fault]:
    """Numbers set for awards that a higher level gives, one finding for each form."""
    seen: set[str] = set()
    for fact in plan.reading.of("quotas"):
        form = str(fact.values.get("form"))
        if _FORM_RANKS.get(form, 0) <= rank or form in seen or _PROPOSES.search(plan.low_context(fact.clause)):
            continue
        seen.add(form)
        owner = _NAMES[_rank_name(_FORM_RANKS[form])]
        yield plan.fault("wrong_level", "warning", fact, says=(
            f"Kế hoạch {_NAMES[str(plan.level)]} ấn định số lượng khen thưởng thuộc thẩm quyền {owner}.",
            "Bỏ con số này, hoặc ghi rõ là số lượng được đề nghị hay được cấp trên giao.",
        ))  # fmt: skip


def _rank_name(rank: int) -> str:
    return next(name for name, value in _RANKS.items() if value == rank)


def _laws(plan: Plan) -> Iterator[Fault]:
    for place in plan.places:
        for hit in _ISSUES.finditer(place.low):
            before = place.low[max(0, hit.start() - 60) : hit.start()]
            if not _LAWMAKERS.search(before):
                yield plan.fault("wrong_level", "warning", place, span=hit.span(), says=(
                    f"Kế hoạch {_NAMES[str(plan.level)]} nói đến việc ban hành quy định pháp luật, câu chữ của cấp "
                    f"trên.",
                    "Sửa thành tham mưu, kiến nghị cấp có thẩm quyền, hoặc nêu đúng loại văn bản thuộc thẩm quyền.",
                ))  # fmt: skip


def _orders(plan: Plan) -> Iterator[Fault]:
    """A superior who gives orders in a lower body's plan, or a superior's department charged with a duty by it."""
    told: set[str | None] = set()
    for place in plan.places:
        for hit in _ORDERS.finditer(place.low):
            if not _GIVEN.search(place.low[: hit.start()]):
                told.add(place.path)
                yield plan.fault("wrong_level", "warning", place, span=hit.span(), says=_order_says(plan))
    if plan.level != "commune":
        return
    for fact in (*plan.reading.of("duties"), *plan.reading.of("obligations")):
        actor = plan.low_words(fact.values.get("actor"))
        asked = re.search(r"đề nghị|phối hợp|kiến nghị", plan.low_context(fact.clause))
        if _PROVINCE_BODY.match(actor) and fact.clause not in told and not asked:
            told.add(fact.clause)
            yield plan.fault("wrong_level", "warning", fact, says=_order_says(plan))


def _order_says(plan: Plan) -> tuple[str, str]:
    return (
        f"Kế hoạch {_NAMES[str(plan.level)]} giao việc cho cơ quan cấp trên, câu chữ của kế hoạch cấp trên.",
        "Bỏ đoạn này, hoặc viết lại thành việc đề nghị, phối hợp, chấp hành hướng dẫn của cấp trên.",
    )


def _givers(plan: Plan) -> Iterator[Fault]:
    """An award said to be given by a body that the law does not let give it, where the law of that day is known."""
    known = open_book().on(plan.day).authorities if plan.day else {}
    if "province_certificate" not in known:
        return
    for place in plan.places:
        for hit in _WRONG_GIVER.finditer(place.low):
            yield plan.fault("wrong_level", "error", place, span=hit.span(), says=(
                f"Hình thức này không do cấp xã tặng; bằng khen, cờ thi đua của địa phương do "
                f"{known['province_certificate'].decides} tặng ({known['province_certificate'].cite}).",
                "Sửa thành Giấy khen của Chủ tịch UBND cấp xã, hoặc ghi là đề nghị cấp trên khen thưởng.",
            ))  # fmt: skip


def _other_unit(plan: Plan) -> Iterator[Fault]:
    """`UBND xã` in the plan of a phường: words of another unit's plan."""
    own = plan.low_words(plan.value("locality")).split(" ")[0]
    if own not in ("xã", "phường"):
        return
    for place in plan.places:
        for hit in _OWN.finditer(place.low):
            named = place.text[hit.end() : hit.end() + 2].strip()[:1].isupper()
            if hit["unit"] != own and not named:
                yield plan.fault("wrong_level", "warning", place, span=hit.span(), says=(
                    f"Kế hoạch của {own} lại viết “{place.text[hit.start():hit.end()]}”.",
                    f"Sửa thành {own}, nếu không phải nói đến đơn vị khác.",
                ))  # fmt: skip
                return


def _whole_commune(plan: Plan) -> Iterator[Fault]:
    """`toàn xã` in a province's plan, where no commune is spoken of."""
    for place in plan.places:
        for hit in _WHOLE.finditer(place.low):
            if not _COMMUNES.search(place.low) and not _COMMUNES.search(plan.low_context(place.path)):
                yield _whole_fault(plan, place, hit)


def _whole_fault(plan: Plan, place: Place, hit: re.Match[str]) -> Fault:
    return plan.fault("wrong_level", "warning", place, span=hit.span(), says=(
        f"Kế hoạch cấp tỉnh lại viết “{hit[0]}”: nhầm cấp, hoặc thiếu chữ.",
        "Sửa thành phạm vi của tỉnh, thành phố (hoặc “toàn xã hội”, nếu ý là vậy).",
    ))  # fmt: skip
