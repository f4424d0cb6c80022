"""Documents in the legal bases that the plan then never uses, and documents cited with two dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.faults.fault import Fault, Plan
from thidua.plan_reader.reading import Fact

# The bases of power and procedure are cited once by custom.
_CUSTOM = re.compile(r"(?:bộ luật|luật|pháp lệnh|nghị định|thông tư|hiến pháp|quy chế)", re.IGNORECASE)


def find_references(plan: Plan) -> Iterator[Fault]:
    """Noted only where the plan does use most of its bases again, so that one left alone stands out."""
    body = _body(plan)
    bases = [
        fact
        for fact in plan.reading.of("references")
        if fact.clause is None and not _CUSTOM.match(str(fact.values.get("kind")))
    ]
    unused = [fact for fact in bases if not _is_used(fact, body)]
    if len(bases) - len(unused) >= max(2, len(unused)):
        for fact in unused:
            yield plan.fault("unused_reference", "note", fact, says=(
                f"{fact.values.get('kind') or 'Văn bản'} số {fact.values['number']} có trong căn cứ nhưng không được "
                f"nhắc lại, trong khi các căn cứ khác đều được dùng.",
                "Bổ sung vào mục tiêu, nhiệm vụ nếu kế hoạch có thực hiện văn bản này; nếu không thì bỏ khỏi căn cứ.",
            ))  # fmt: skip


def _body(plan: Plan) -> str:
    """All words below the opening, without white space."""
    return "".join("".join(place.text.split()) for place in plan.places if place.path).upper()


def _is_used(fact: Fact, body: str) -> bool:
    """By its number, or by its bare number under its kind (`Nghị quyết số 57`)."""
    number = "".join(str(fact.values["number"]).split()).upper()
    bare = re.match(r"\d+", number)
    kind = "".join(str(fact.values.get("kind") or "").split()).upper()
    short = rf"{re.escape(kind)}(?:SỐ)?{bare[0]}(?!\d)" if bare and kind else r"(?!)"
    return re.search(rf"(?<!\d){re.escape(number)}", body) is not None or re.search(short, body) is not None
