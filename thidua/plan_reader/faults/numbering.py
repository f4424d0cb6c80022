"""Numbering that skips or repeats: each label against the one before it under the same parent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.faults.fault import Fault, Place, Plan, Severity
from thidua.plan_reader.layout.labels import LETTERS, Reading, label_of
from thidua.plan_reader.reading import Clause, Span
from thidua.viet.numbers import as_roman

_NAMED = re.compile(r"(?:Phần|Chương|Mục|Điều)\b")


def find_numbering(plan: Plan) -> Iterator[Fault]:
    """Labels that leave a number out or use one twice. A restart under a new parent is none.

    Of a scan nothing is said: OCR takes one figure for another too often.
    """
    if plan.scanned:
        return
    for parent in plan.reading.root.walk():
        before: tuple[Clause, Reading] | None = None
        for child in parent.children:
            label = _label(child)
            if label is None:
                before = None  # a misread label may be any number
                continue
            if before and before[1].kind == label.kind and before[1].above == label.above:
                yield from _judged(plan, before, (child, label))
            before = child, label


def _label(clause: Clause) -> Reading | None:
    """The label as it is printed, of the kind that the tree took it for; None for dashes, rows and misread ones."""
    if clause.kind not in ("part", "item") or not clause.label or not clause.paragraphs:
        return None
    found = label_of(f"{clause.label.lstrip('-–+• ')} x")
    name = clause.path.rsplit(".", 1)[-1]
    for reading in found.readings if found else ():
        last = reading.name.rsplit(".", 1)[-1]
        if reading.cost < 1 and (last == name or (last, name) == ("d", "đ")):
            return reading
    return None


def _judged(plan: Plan, before: tuple[Clause, Reading], after: tuple[Clause, Reading]) -> Iterator[Fault]:
    first, then = before[1], after[1]
    place = Place(after[0], after[0].paragraphs[0])
    if then.value == first.value:
        yield _fault(plan, "repeated_number", place, (
            f"Nhãn “{after[0].label}” được dùng hai lần liền nhau.",
            f"Đánh số lại: mục này là “{_printed(first, first.value + 1)}” và dồn các mục sau.",
        ))  # fmt: skip
    elif (
        then.value > first.value + 1
        and _printed(first, first.value + 1) != "Đ"
        and not _stands_between(plan, before[0], after[0], first)
    ):
        missing = [_printed(first, value) for value in range(first.value + 1, then.value)]
        named = "“" + "”, “".join(missing[:3]) + "”" + ("…" if len(missing) > 3 else "")
        yield _fault(plan, "skipped_number", place, (
            f"Đánh số nhảy từ “{before[0].label}” sang “{after[0].label}”, thiếu {named}.",
            "Đánh số lại cho liên tục, hoặc bổ sung mục còn thiếu.",
        ), light=missing == ["đ"])  # fmt: skip


def _fault(plan: Plan, kind: str, place: Place, says: tuple[str, str], *, light: bool = False) -> Fault:
    """The fault, its quote beginning with the label where the text has it."""
    severity: Severity = "note" if light else "warning"
    start = place.passage.at[0]
    label = plan.text.rfind(place.clause.label, max(0, start - len(place.clause.label) - 6), start)
    fault = plan.fault(kind, severity, place, says=says)
    if label < 0:  # Word's own numbering stands outside the text
        return fault
    quote, spans = plan.quote([Span(label, fault.span.end)])
    return Fault(kind, severity, fault.clause, quote, spans, *says)


def _printed(like: Reading, value: int) -> str:
    """How the label of this value would be printed without its mark."""
    if like.kind in ("a", "A"):
        letter = LETTERS[value - 1] if value <= len(LETTERS) else "?"
        return letter.upper() if like.kind == "A" else letter
    if like.kind in ("I", "i"):
        return as_roman(value).lower() if like.kind == "i" else as_roman(value)
    if _NAMED.match(like.name):
        return f"{like.name.split(' ')[0]} {value}"
    return ".".join((*like.above, str(value)))


def _stands_between(plan: Plan, first: Clause, after: Clause, like: Reading) -> bool:
    """Whether the missing label begins a line there after all, so that the tree and not the plan is at fault."""
    between = plan.text[first.paragraphs[0].at[0] : after.paragraphs[0].at[0]]
    wanted = re.escape(_printed(like, like.value + 1)).replace("I", "[Il1|]")
    return bool(re.search(rf"(?:^|\n|[.;:]\s)\s*[-–+]?\s*{wanted}\s?[.)/:–-]", between))
