"""Accept a version, or put it away."""

from django.db import transaction
from django.utils import timezone

from thidua.movements.actions.facts import hold_draft
from thidua.movements.actions.following import accepted
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Movement, Verdict, Version
from thidua.movements.models.facts import STANDING
from thidua.people.models import User
from thidua.people.moves import hold, move
from thidua.terms.wording import day_of


class Undecided(Exception):
    """Some facts wait for a person's word."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@transaction.atomic
def accept(version: Version, *, by: User) -> Version:
    """Put a confirmed version in force: it opens the movement, or takes the place of the version before."""
    movement = hold(version.movement)
    held = hold_draft(version, by)
    if count := held.facts.filter(verdict=Verdict.READ).count():
        raise Undecided(count)
    said = {fact.field: fact.values for fact in held.facts.filter(verdict__in=STANDING, field__in=_HEADING)}
    _take_names(movement, held, said, by)
    if live := movement.versions.filter(state=Stage.LIVE).first():
        move(live, "replace", by=by, by_version=held.ordinal)
    else:
        move(movement, "open", by=by)
    done = move(held, "accept", by=by)
    accepted(done, by=by)
    return done


_HEADING = ("movement", "title", "number", "date", "period")


def _take_names(movement: Movement, version: Version, said: dict[str, dict], by: User) -> None:
    """Copy what is searched and sorted by from the facts into columns."""
    name = said.get("movement", said.get("title", {})).get("value")
    movement.call(name or movement.name)
    movement.first_year, movement.last_year = (said.get("period", {}).get(key) for key in ("start", "end"))
    movement.save(update_fields=["name", "folded", "sort_key", "first_year", "last_year"])
    version.number = (said.get("number", {}).get("value") or "")[:100]
    day = said.get("date", {}).get("value")
    version.dated_on = day_of(day)
    version.accepted_at, version.accepted_by = timezone.now(), by
    version.save(update_fields=["number", "dated_on", "accepted_at", "accepted_by"])


@transaction.atomic
def discard(version: Version, *, by: User) -> Version:
    """Put away a version that is not in force, and with the first one its movement."""
    movement = hold(version.movement)
    gone = move(version, "discard", by=by)
    if movement.state == State.DRAFT:
        move(movement, "discard", by=by)
    return gone
