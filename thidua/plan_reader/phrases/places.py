"""Stretches of a text that are spoken for, asked quickly."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Places:
    """Stretches kept in order; overlapping ones are allowed, long ones are few."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._all = sorted(stretches)
        self._longest = max((end - start for start, end in self._all), default=0)

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        insort(self._all, (start, end))
        self._longest = max(self._longest, end - start)

    def touch(self, start: int, end: int) -> bool:
        """Whether any of `start` to `end` is taken."""
        index = bisect_left(self._all, (start - self._longest, -1))
        while index < len(self._all) and self._all[index][0] < end:
            if start < self._all[index][1]:
                return True
            index += 1
        return False
