"""The best one-to-one pairs out of scored ones: whole groups solved exactly, very large ones best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pair = tuple[int, int]
LARGEST = 60  # rows and columns up to which a group is solved exactly


def best_pairs(scores: Mapping[Pair, float]) -> dict[int, int]:
    """For each left index its right one, so that the scores sum to the most. Pairs not scored never meet."""
    found: dict[int, int] = {}
    for group in _groups(scores):
        found.update(_exact(group) if len(group) <= LARGEST * LARGEST and _side(group) <= LARGEST else _greedy(group))
    return found


def _side(group: Mapping[Pair, float]) -> int:
    return max(len({i for i, _ in group}), len({j for _, j in group}))


def _groups(scores: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """Pairs that hang together over a shared index."""
    by_left, by_right = defaultdict(list), defaultdict(list)
    for i, j in scores:
        by_left[i].append(j)
        by_right[j].append(i)
    seen: set[int] = set()
    for first in by_left:
        if first in seen:
            continue
        lefts, waiting = {first}, [first]
        while waiting:
            for j in by_left[waiting.pop()]:
                fresh = [i for i in by_right[j] if i not in lefts]
                lefts.update(fresh)
                waiting.extend(fresh)
        seen |= lefts
        yield {(i, j): scores[i, j] for i in sorted(lefts) for j in by_left[i]}


def _greedy(group: Mapping[Pair, float]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(group, key=lambda pair: (-group[pair], pair)):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _exact(group: Mapping[Pair, float]) -> dict[int, int]:
    """The assignment problem by shortest augmenting paths (Jonker and Volgenant), over negated scores."""
    lefts, rights = sorted({i for i, _ in group}), sorted({j for _, j in group})
    size = max(len(lefts), len(rights))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for (i, j), score in group.items():
        cost[lefts.index(i) + 1][rights.index(j) + 1] = -score
    owner = _augmented(cost, size)
    pairs = ((owner[column], column) for column in range(1, size + 1))
    named = (
        (lefts[row - 1], rights[column - 1]) for row, column in pairs if row <= len(lefts) and column <= len(rights)
    )
    return {i: j for i, j in named if (i, j) in group}


def _augmented(cost: list[list[float]], size: int) -> list[int]:
    """For each column the row that owns it."""
    rows, columns, owner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0] = row
        least, came, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        column = 0
        while owner[column]:
            used[column] = True
            column = _step(cost, (rows, columns, owner), (least, came, used), column)
        while column:
            owner[column], column = owner[came[column]], came[column]
    return owner


def _step(
    cost: list[list[float]],
    dual: tuple[list[float], list[float], list[int]],
    path: tuple[list[float], list[int], list[bool]],
    column: int,
) -> int:
    """Grow the path by the cheapest free column and keep the prices right."""
    rows, columns, owner = dual
    least, came, used = path
    row = owner[column]
    for other in range(1, len(owner)):
        if not used[other]:
            price = cost[row][other] - rows[row] - columns[other]
            if price < least[other]:
                least[other], came[other] = price, column
    delta, nearest = min((least[other], other) for other in range(1, len(owner)) if not used[other])
    for other in range(len(owner)):
        if used[other]:
            rows[owner[other]] += delta
            columns[other] -= delta
        else:
            least[other] -= delta
    return nearest
