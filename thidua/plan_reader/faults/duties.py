"""Duties that nobody can keep: without a date, without an actor, or handed to the one who has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from thidua.plan_reader.faults.fault import Fault, Place, Plan
from thidua.plan_reader.phrases.actors import bodies
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Fact, Span

_DATED = {
    "issue_plan": "ban hành kế hoạch", "register": "đăng ký thi đua", "annual_report": "báo cáo",
    "interim_review": "sơ kết", "final_review": "tổng kết",
}  # fmt: skip
_TIME = re.compile(
    r"\d{1,2}\s?/\s?\d|tháng \d|quý [ivx\d]|năm (?:19|20)\d\d|(?:19|20)\d\d|trước ngày|chậm nhất|định kỳ|hằng|hàng "
    r"(?:năm|quý|tháng|tuần)|"
    r"trong vòng|(?:cuối|đầu|giữa|dịp|mỗi|vào) (?:năm|quý|tháng|tuần|dịp)|ngay sau|\d+ ngày|thời (?:hạn|gian|điểm)|khi "
    r"(?:có|được)"
)
# Free to do it or not, or when: no deadline is missing.
_FREE = re.compile(r"chủ động|khuyến khích|tùy|vận động|nếu|đề nghị|theo quy định|theo yêu cầu|theo hướng dẫn")
_NEAR_SELF = (
    r"(?P<how>qua|thông qua|hướng dẫn(?: \w+){0,3} của|chỉ đạo(?: \w+){0,2} của|yêu cầu của|"
    r"phối hợp (?:với|cùng)(?! các))\s+"
)
_ONE = re.compile(
    r"(?:phòng|sở|ban|văn phòng|ủy ban|ubnd|hội đồng|trung tâm|công an|bộ|cục|chi cục|thanh tra|tổ|khoa|trường|công "
    r"đoàn|đoàn thanh niên|hội|liên đoàn|viện)(?!\w)"
)
_MANY = re.compile(r"(?<!\w)(?:các|những|mỗi|từng)(?!\w)|,|;|\svà các\s")
_OTHERS_ACT = re.compile(
    r"(?<!\w)(?:các|những|mỗi|từng) (?!cơ quan liên quan|nội dung|hoạt động|văn bản)\w+(?:[^.;]*?)(?:gửi|nộp|báo cáo|"
    r"đăng ký|trình|phản ánh|liên hệ)"
)


def find_duties(plan: Plan) -> Iterator[Fault]:
    """All three, over the obligations and duties that were read."""
    yield from _undated(plan)
    yield from _nobody(plan)
    yield from _to_itself(plan)


def _undated(plan: Plan) -> Iterator[Fault]:
    """A kind of duty that has no date anywhere in the plan; a yearly one without its day is only a note."""
    for kind, name in _DATED.items():
        rows = [fact for fact in plan.reading.of("obligations") if fact.values.get("kind") == kind]
        if any(fact.values.get("due") not in (None, "yearly") for fact in rows):
            continue
        yearly = [fact for fact in rows if fact.values.get("due") == "yearly"]
        open_rows = [fact for fact in rows if fact.confidence >= 0.6 and not _excused(plan, fact)]
        if yearly and kind == "annual_report" and not _dated_yearly(plan, yearly[0]):
            yield plan.fault("undated_duty", "note", yearly[0], says=(
                "Báo cáo hằng năm nhưng không nêu ngày gửi.",
                "Ghi ngày gửi báo cáo trong năm, ví dụ “trước ngày … tháng … hằng năm”.",
            ))  # fmt: skip
        elif open_rows and not yearly:
            yield plan.fault("undated_duty", "warning", open_rows[0], says=(
                f"Có việc {name} nhưng không nêu thời hạn ở bất cứ chỗ nào trong kế hoạch.",
                "Ghi ngày, tháng hoặc quý phải xong việc này.",
            ))  # fmt: skip


def _words(plan: Plan, fact: Fact) -> str:
    """The paragraphs that the duty was read from."""
    own = (place for place in plan.places if place.path == fact.clause)
    return " ".join(place.low for place in own if any(_within(place, span) for span in fact.spans))


def _within(place: Place, span: Span) -> bool:
    return bool(place.passage.at) and place.passage.at[0] <= span.start <= place.passage.at[-1]


def _excused(plan: Plan, fact: Fact) -> bool:
    words = _words(plan, fact)
    return fact.values.get("due") is not None or bool(_TIME.search(words) or _FREE.search(words))


def _dated_yearly(plan: Plan, fact: Fact) -> bool:
    context = plan.low_context(fact.clause)
    return bool(
        re.search(
            r"trước ngày|chậm nhất|ngày \d|\d{1,2}\s?/\s?\d{1,2}|tháng \d|tháng mười|quý [ivx\d]|cuối (?:năm|tháng|"
            r"quý)",
            context,
        )
    )


def _nobody(plan: Plan) -> Iterator[Fault]:
    """Once a clause; a review counts only where nobody is to hold it anywhere, and lightly: the issuer may be meant."""
    rows = plan.reading.of("obligations")
    held = {fact.values.get("kind") for fact in rows if fact.values.get("actor")}
    told: set[str | None] = set()
    for fact in rows:
        kind = str(fact.values.get("kind"))
        review = kind in ("interim_review", "final_review")
        if kind not in _DATED or fact.values.get("actor") or fact.clause in told or fact.confidence < 0.5:
            continue
        if (review and kind in held) or _names_a_body(plan, fact.clause):
            continue
        told.add(fact.clause)
        says = (
            f"Có việc {_DATED[kind]} nhưng không nói cơ quan, đơn vị nào làm.",
            "Nêu tên cơ quan, đơn vị thực hiện ở đầu câu.",
        )
        yield plan.fault("duty_without_actor", "note" if review else "warning", fact, says=says)


def _names_a_body(plan: Plan, path: str | None) -> bool:
    """Whether the clause or a heading above it speaks of any body: then somebody may be meant."""
    clause = plan.clauses.get(path or "")
    if clause is None:
        return True
    above = [one.paragraphs[0] for one in plan.above(clause) if one.path and one.paragraphs]
    return any(
        any(bodies(words, 0, len(words.text))) for words in map(wording, (*clause.paragraphs, *clause.tail, *above))
    )


def _to_itself(plan: Plan) -> Iterator[Fault]:
    """A body told to work through itself, by its own guidance or with itself."""
    told: set[tuple[str | None, int]] = set()
    for fact in (*plan.reading.of("duties"), *plan.reading.of("obligations")):
        actor = plan.low_words(fact.values.get("actor"))
        if not _ONE.match(actor) or _MANY.search(actor.replace(" - ", " ").replace(" – ", " ")):
            continue
        for fault in _self_named(plan, fact, actor):
            if (fault.clause, fault.span.start) not in told:
                told.add((fault.clause, fault.span.start))
                yield fault


def _self_named(plan: Plan, fact: Fact, actor: str) -> Iterator[Fault]:
    name = r"\s*[-–—]\s*".join(re.escape(part).replace(r"\ ", r"\s+") for part in re.split(r"\s*[-–—]\s*", actor))
    pattern = re.compile(_NEAR_SELF + name + r"(?!\w)")
    for place in plan.places:
        if place.path != fact.clause:
            continue
        for hit in islice(pattern.finditer(place.low), 20):
            sentence = re.split(r"[.;]", place.low[max(0, hit.start() - 300) : hit.start()])[-1]
            if not _OTHERS_ACT.search(sentence):
                yield plan.fault("duty_to_itself", "warning", place, span=hit.span(), says=(
                    f"Việc giao cho {fact.values['actor']} lại phải làm “{hit['how']}” chính cơ quan này.",
                    "Sửa tên cơ quan: đây thường là câu chữ chép từ kế hoạch cấp trên.",
                ))  # fmt: skip
