"""A reading in the words of the contract: what `thidua read --json` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.reading import Clause, Fact, PlanReading, Span

SCALARS = ("title", "movement", "issuer", "locality", "level", "number", "date")
GROUPS = {"signer": ("authority", "position", "name"), "period": ("start", "end")}
LISTS = (
    "references", "contents", "criteria", "awards", "quotas", "phases", "obligations", "solutions", "duties", "targets",
    "scoring", "recipients",
)  # fmt: skip
NAMES = {
    "title": "Tên kế hoạch", "movement": "Phong trào", "issuer": "Cơ quan ban hành", "locality": "Địa bàn",
    "level": "Cấp", "number": "Số", "date": "Ngày", "signer": "Người ký", "period": "Thời kỳ",
    "references": "Văn bản viện dẫn", "contents": "Nội dung thi đua", "criteria": "Nhóm tiêu chí",
    "awards": "Khen thưởng", "quotas": "Chỉ tiêu khen thưởng", "phases": "Giai đoạn", "obligations": "Việc phải làm",
    "solutions": "Giải pháp", "duties": "Phân công", "targets": "Chỉ tiêu", "scoring": "Bảng chấm điểm",
    "recipients": "Nơi nhận",
}  # fmt: skip
_WITHOUT_CLAUSE = ("references", "recipients")


def as_contract(reading: PlanReading) -> dict[str, Any]:
    """The reading as one JSON object; `scalars` holds the places of the plain values."""
    first = {fact.field: fact for fact in reversed(reading.facts)}
    out: dict[str, Any] = {name: first[name].values.get("value") if name in first else None for name in SCALARS}
    for name, keys in GROUPS.items():
        values = first[name].values if name in first else {}
        out[name] = {key: values.get(key) for key in keys}
    for name in LISTS:
        out[name] = [_row(fact) for fact in reading.of(name)]
    _nest_items(out["criteria"], reading.of("criteria_items"))
    out["scalars"] = {name: _place(first[name]) for name in (*SCALARS, *GROUPS) if name in first}
    return out


def outline(clause: Clause, depth: int = 0) -> Iterator[str]:
    """The clause tree, a line a clause: indent, id, the first words."""
    for child in clause.children:
        words = child.heading if len(child.heading) <= 100 else child.heading[:99] + "…"
        yield f"{'  ' * depth}{child.path}  {child.label} {words}".rstrip()
        yield from outline(child, depth + 1)


def summary(reading: PlanReading) -> Iterator[str]:
    """What a person wants to know first: what it is, from whom, and how much was found."""
    data = as_contract(reading)
    for key, name in NAMES.items():
        if key in SCALARS:
            yield f"{name:<22} {data[key] or '–'}"
        elif key in LISTS:
            yield f"{name:<22} {len(data[key])}"
        else:
            yield f"{name:<22} {' · '.join(str(value) for value in data[key].values() if value) or '–'}"


def as_finding(fault: Any) -> dict[str, Any]:
    """One fault of a plan in the words of the contract."""
    keys = ("kind", "severity", "clause", "quote", "span", "message", "advice")
    finding = {key: getattr(fault, key) for key in keys}
    span = finding["span"]
    return {**finding, "span": [span.start, span.end] if span else None}


def _row(fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {} if fact.field in _WITHOUT_CLAUSE else {"clause": fact.clause}
    return {**row, **_plain(fact.values), **_place(fact)}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def _nest_items(criteria: list[dict[str, Any]], items: tuple[Fact, ...]) -> None:
    """Put each criterion under its group: the one of the same clause and audience."""
    groups = {(row["clause"], row.get("audience")): row for row in reversed(criteria)}
    for row in criteria:
        row["items"] = []
    for fact in items:
        values = dict(fact.values)
        group = groups.get((values.pop("group", None), values.pop("audience", None)))
        if group is not None:
            group["items"].append({"clause": fact.clause, **_plain(values), **_place(fact)})


def _place(fact: Fact) -> dict[str, Any]:
    """The place of the words, in pieces where something stands in between, and how sure the reader is."""
    place: dict[str, Any] = {"span": _pair(fact.spans[0], fact.spans[-1]) if fact.spans else None}
    if len(fact.spans) > 1:
        place["spans"] = [[span.start, span.end] for span in fact.spans]
    place["confidence"] = round(fact.confidence, 2)
    if fact.about:
        place["about"] = fact.about
    return place


def _pair(first: Span, last: Span) -> list[int]:
    return [min(first.start, last.start), max(first.end, last.end)]
