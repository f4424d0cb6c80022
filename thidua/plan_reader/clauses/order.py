"""Labels put in order: a stack of open levels with the label each expects next, a few best readings kept at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua.plan_reader.layout import Label, Reading

DASHES = "-+*•"
_RANKS = {
    "Phần": 0,
    "Chương": 1,
    "Mục": 2,
    "A": 2,
    "I": 3,
    "Điều": 3,
    "1": 4,
    "n": 4,
    "a": 5,
    "i": 6,
    "-": 7,
    "+": 8,
    "*": 8,
    "•": 8,
}
_DEEPEST = 9
_MANY = 20_000  # labels above which only the best reading is followed: such a text is no plan
_ROOM = 7.0  # a reading this much dearer than the best is given up


class Level(NamedTuple):
    """An open level: the kind of its labels, its last label."""

    kind: str
    mark: str
    value: int
    name: str
    above: tuple[str, ...]


Stack = tuple[Level, ...]


class Step(NamedTuple):
    """A label to place. `lead`: 2 where the words before it end in a colon, 1 where they end in nothing, else 0."""

    label: Label
    weak: bool
    lead: int
    capitals: bool = False


class _State(NamedTuple):
    cost: float
    stack: Stack
    taken: tuple[Stack | None, object] | None  # the choice for the last label, and those before it


def in_order(steps: Sequence[Step]) -> list[Stack | None]:
    """For each label the levels it closes off with itself at the end, or None where it is no label after all."""
    width = 8 if len(steps) < _MANY else 1
    states = [_State(0.0, (), None)]
    for step in steps:
        best: dict[Stack, _State] = {}
        for state in states:
            for cost, stack, choice in _choices(state.stack, step):
                total = state.cost + cost
                known = best.get(stack)
                if known is None or total < known.cost:
                    best[stack] = _State(total, stack, (choice, state.taken))
        ordered = sorted(best.values(), key=lambda state: state.cost)
        states = [state for state in ordered[:width] if state.cost <= ordered[0].cost + _ROOM]
    return _unrolled(states[0], len(steps))


def _unrolled(state: _State, count: int) -> list[Stack | None]:
    choices: list[Stack | None] = []
    taken: object = state.taken
    while isinstance(taken, tuple):
        choice, taken = taken
        choices.append(choice)
    return choices[::-1]


def _choices(stack: Stack, step: Step) -> Iterator[tuple[float, Stack, Stack | None]]:
    yield (1.6 if step.weak else 9.0), stack, None
    weak = 0.6 if step.weak else 0.0
    for reading in step.label.readings:
        ways = _dashes if reading.kind in DASHES else _nested if reading.kind == "n" else _counted
        for cost, placed in ways(stack, reading, step):
            yield cost + reading.cost + weak, placed, placed


def _dashes(stack: Stack, reading: Reading, step: Step) -> Iterator[tuple[float, Stack]]:
    known = False
    for depth in range(len(stack) - 1, -1, -1):
        level = stack[depth]
        if level.kind == reading.kind:
            pops = len(stack) - 1 - depth
            colon = 0.8 if pops and step.lead == 2 else 0.0
            yield 0.1 * pops + colon, (*stack[:depth], _dash(reading.kind, level.value + 1))
            known = True
            break
    if len(stack) < _DEEPEST:
        doubt = 1.2 if step.weak else 0.0
        yield (0.9 if known else 0.0) + _opening(step) * 0.5 + doubt, (*stack, _dash(reading.kind, 1))


def _dash(kind: str, value: int) -> Level:
    return Level(kind, "", value, str(value), ())


def _counted(stack: Stack, reading: Reading, step: Step) -> Iterator[tuple[float, Stack]]:
    new = Level(reading.kind, reading.mark, reading.value, reading.name, ())
    known = same = False
    for depth in range(len(stack) - 1, -1, -1):
        level = stack[depth]
        if level.kind != reading.kind:
            continue
        known = True
        same = same or level.mark == reading.mark
        pops = len(stack) - 1 - depth
        cost = _jump(level, reading, capitals=step.capitals) + 0.1 * pops + (0.0 if level.mark == reading.mark else 1.5)
        yield cost + (0.8 if pops and step.lead == 2 and level.kind == "a" else 0.0), (*stack[:depth], new)
    if len(stack) < _DEEPEST:
        yield _opening(step) + _first(stack, reading, step, known=known, same=same), (*stack, new)


def _jump(level: Level, reading: Reading, *, capitals: bool = False) -> float:
    """How strange it is that this label follows that one on the same level.

    A Roman numeral before capitals may have lost a stroke: II after II is III.
    """
    ahead = reading.value - level.value
    if ahead == 1 or (ahead == 2 and level.kind == "a" and level.name == "d"):
        return 0.0  # many plans leave out đ
    if ahead == 0:
        if level.kind == "a" and level.name == "d":
            return 0.4
        return 1.2 if level.kind == "I" and capitals else 3.5
    if ahead > 1:
        return 1.0 + min(ahead, 5)
    return 6.0


def _opening(step: Step) -> float:
    return (0.8, 0.3, 0.1)[step.lead]


def _first(stack: Stack, reading: Reading, step: Step, *, known: bool, same: bool) -> float:
    """How strange it is that a level opens with this label here."""
    cost = 0.0 if reading.value == 1 else 2.0 + min(reading.value, 4)
    if known and same:
        cost += 2.2 if step.lead else 4.0
    elif known:
        cost += 0.4
    if stack and _RANKS[reading.kind] < _RANKS[stack[-1].kind]:
        cost += 2.5
    if reading.kind in "IA" and not stack and step.capitals and reading.cost:
        cost -= 0.9  # `1. MỤC ĐÍCH`: a Roman I misread
    if reading.kind == "1" and not stack and step.capitals:
        cost += 0.3
    return cost


def _nested(stack: Stack, reading: Reading, step: Step) -> Iterator[tuple[float, Stack]]:
    new = Level("n", reading.mark, reading.value, reading.name, reading.above)
    for depth in range(len(stack) - 1, -1, -1):
        level = stack[depth]
        pops = 0.1 * (len(stack) - 1 - depth)
        if level.kind == "n" and level.above == reading.above:
            yield _jump(level, reading) + pops, (*stack[:depth], new)
        elif level.kind == "n" and len(level.above) == len(reading.above):
            yield 1.2 + (0.0 if reading.value == 1 else 2.0) + pops, (*stack[:depth], new)
        elif _holds(level, reading.above) and depth + 1 < _DEEPEST:
            first = 0.0 if reading.value == 1 else 1.0 + min(reading.value, 4)
            yield first + pops + (0.3 if level.kind == "I" else 0.0), (*stack[: depth + 1], new)
    if len(stack) < _DEEPEST:
        yield 4.0 + (0.0 if reading.value == 1 else 1.0), (*stack, new)


def _holds(level: Level, above: tuple[str, ...]) -> bool:
    """Whether a level is the parent that a nested label names."""
    if level.kind == "n":
        return level.name == ".".join(above)
    return len(above) == 1 and (
        level.name.split(" ")[-1] == above[0]
        or (above[0].isdigit() and str(level.value) == above[0] and level.kind in "1I")
    )
