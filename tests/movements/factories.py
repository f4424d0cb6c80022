"""Plans, movements and facts for tests, made by the room's own acts."""

import functools
import itertools
from dataclasses import replace
from pathlib import Path

from thidua.movements.actions import facts, opening, versions
from thidua.movements.intake import take
from thidua.movements.models import Fact, Movement, Verdict, Version
from thidua.people.models import Unit, User

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
_numbers = itertools.count(1)

PLAN = (Path(__file__).parent / "plan.txt").read_text(encoding="utf-8")


@functools.cache
def _taken(text: str) -> opening.Plan:
    return take(text.encode(), "ke-hoach.txt")


def plan(text: str = PLAN, *, fresh: bool = True) -> opening.Plan:
    """A plan read from a text; `fresh` gives it bytes of its own."""
    mark = f"\n{next(_numbers)}\n" if fresh else ""
    return replace(_taken(text), content=(text + mark).encode())


def make_version(at: Unit, by: User, *, text: str = PLAN, parent: Movement | None = None) -> Version:
    """A plan handed in, its facts still to be confirmed."""
    return opening.open_plan(plan(text), at=at, by=by, parent=parent)


def make_open(at: Unit, by: User, *, text: str = PLAN, parent: Movement | None = None) -> Version:
    """A movement that is open, all its facts confirmed."""
    return confirmed(make_version(at, by, text=text, parent=parent), by)


def confirmed(version: Version, by: User) -> Version:
    """Confirm all that waits and put the version in force."""
    facts.confirm_sure(version, by=by)
    for fact in version.facts.filter(verdict=Verdict.READ):
        facts.confirm(fact, by=by)
    return versions.accept(version, by=by)


def fact_of(version: Version, field: str, number: int = 0) -> Fact:
    """One fact of a field, in printed order."""
    return version.facts.filter(field=field).order_by("position")[number]
