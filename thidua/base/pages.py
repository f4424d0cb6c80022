"""Long lists in pages that start after a row, not at a number: as quick on page 1,000 as on the first."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    """Some rows, and the keys before and after which the next pages lie; empty where there is none."""

    rows: list[M]
    newer: str
    older: str


def is_key(words: str) -> bool:
    """Say whether these are the digits of a key, and of one that a database can hold."""
    return words.isdecimal() and len(words) < 19


def page_of(rows: QuerySet[M], *, by: str, after: str = "", before: str = "", size: int = 50) -> Page[M]:
    """Take the rows after (or before) the one with this key, ordered by the column `by` and then by key."""
    start = after or before
    backward = bool(before and not after)
    found = rows.order_by(f"-{by}", "-pk") if backward else rows.order_by(by, "pk")
    anchor = rows.model._base_manager.filter(pk=start).values_list(by, "pk").first() if is_key(start) else None
    if anchor:
        found = found.filter(_past(by, anchor, "lt" if backward else "gt"))
    taken = list(found[: size + 1])
    more, taken = len(taken) > size, taken[:size]
    if backward:
        taken.reverse()
    newer = taken and (more if backward else anchor)
    older = taken and (backward or more)
    return Page(taken, str(taken[0].pk) if newer else "", str(taken[-1].pk) if older else "")


def _past(by: str, anchor: tuple[object, object], side: str) -> Q:
    value, pk = anchor
    return Q(**{f"{by}__{side}": value}) | Q(**{by: value, f"pk__{side}": pk})
