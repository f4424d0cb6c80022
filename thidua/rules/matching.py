"""Which fact of an amended plan is which fact of the plan before it. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from thidua.viet.text import tone

ALIKE_HERE = 0.45  # under the same clause
ALIKE_ANYWHERE = 0.75
MANY = 40_000  # pairs of two lists; more are no plan's, and only what is word for word the same is paired
POSITIONAL = ("label", "group")  # where a thing is printed, not what it says


@dataclass(frozen=True, eq=False)
class Saying:
    """A fact as far as matching needs it."""

    key: int
    field: str
    clause: str
    values: Mapping[str, Any]
    single: bool = False

    @cached_property
    def words(self) -> str:
        """All it says, for comparing."""
        return " ".join(_canonical(self.values).values())


def plain(words: str) -> str:
    """Words without what printing changes."""
    return re.sub(r"\s+", " ", tone(words)).strip(" .;:,").casefold()


def same_values(one: Mapping[str, Any], other: Mapping[str, Any], *, ignoring: Sequence[str] = POSITIONAL) -> bool:
    """Say whether two facts say the same, up to spaces, tone placement and end punctuation."""
    return _canonical(one, ignoring) == _canonical(other, ignoring)


def _canonical(values: Mapping[str, Any], ignoring: Sequence[str] = POSITIONAL) -> dict[str, str]:
    said = ((key, value) for key, value in values.items() if key not in ignoring)
    return {key: plain(str(value)) for key, value in said if value not in (None, "", [])}


def match(old: Iterable[Saying], new: Iterable[Saying]) -> dict[int, int]:
    """Pair facts of one field, the surest pairs first: key of the new one → key of the old one."""
    pairs: dict[int, int] = {}
    left, right = list(old), list(new)
    for sure in (_identical, _moved, _only, _reworded_here, _reworded):
        if sure in (_reworded_here, _reworded) and len(left) * len(right) > MANY:
            break
        pairs |= _pair(left, right, sure)
        left = [one for one in left if one.key not in pairs.values()]
        right = [one for one in right if one.key not in pairs]
    return pairs


Sure = Callable[[Saying, Saying], float]


def _pair(old: Sequence[Saying], new: Sequence[Saying], sure: Sure) -> dict[int, int]:
    both = ((a, b, -i, -j) for i, a in enumerate(old) for j, b in enumerate(new) if a.field == b.field)
    scored = [(score, i, j) for a, b, i, j in both if (score := sure(a, b))]
    taken_old: set[int] = set()
    pairs: dict[int, int] = {}
    for _score, i, j in sorted(scored, reverse=True):
        if -i not in taken_old and new[-j].key not in pairs:
            taken_old.add(-i)
            pairs[new[-j].key] = old[-i].key
    return pairs


def _identical(a: Saying, b: Saying) -> float:
    return float(a.clause == b.clause and a.words == b.words)


def _moved(a: Saying, b: Saying) -> float:
    return float(a.words == b.words)


def _only(a: Saying, _b: Saying) -> float:
    return float(a.single)


def _reworded_here(a: Saying, b: Saying) -> float:
    return _likeness(a, b, ALIKE_HERE) if a.clause == b.clause else 0.0


def _reworded(a: Saying, b: Saying) -> float:
    return _likeness(a, b, ALIKE_ANYWHERE)


def _likeness(a: Saying, b: Saying, least: float) -> float:
    one, other = a.words, b.words
    if min(len(one), len(other)) < least / 2 * max(len(one), len(other), 1):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0
