"""A movement in force that asks for some things, made by the acts of the movements' room."""

from tests.factories import make_user
from thidua.movements.actions import facts, opening, versions
from thidua.movements.actions.opening import Plan
from thidua.movements.models import Movement, Version
from thidua.people.models import Unit, User
from thidua.plan_reader.reading import Clause, Fact, Passage, PlanReading, Source

NAME = "Thi đua làm đường hoa"


def reading_of(duties: list[dict[str, str]]) -> PlanReading:
    """A reading in which each duty stands in a clause of its own, quoted word by word."""
    text, clauses, found = "", [], [Fact("movement", {"value": NAME}, None, ())]
    for number, values in enumerate(duties, start=1):
        words = f"{values.get('actor', '')} làm việc số {number}."
        passage = Passage(words, tuple(range(len(text), len(text) + len(words))))
        clauses.append(Clause(str(number), f"{number}.", (passage,)))
        found.append(Fact("obligations", values, str(number), passage.spans()))
        text += words + "\n"
    root = Clause("", "", (), tuple(clauses), kind="root")
    return PlanReading(Source(text, (), "txt"), root, tuple(found))


def hand_in(unit: Unit, duties: list[dict[str, str]], *, by: User | None = None) -> Version:
    """A plan that waits to be confirmed."""
    content = repr((unit.pk, duties)).encode()
    by = by or make_user(role="standing_officer", at=unit)
    return opening.open_plan(Plan(content, "ke-hoach.txt", reading_of(duties)), at=unit, by=by)


def make_movement(unit: Unit, duties: list[dict[str, str]]) -> Movement:
    """A movement in force."""
    officer = make_user(role="standing_officer", at=unit)
    version = hand_in(unit, duties, by=officer)
    facts.confirm_sure(version, by=officer)
    return versions.accept(version, by=officer).movement
