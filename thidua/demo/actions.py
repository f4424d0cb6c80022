"""Fill the demo, by the acts of the other rooms only."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.additions import actions as additions
from thidua.additions.actions import Addition
from thidua.base.files import FileRefused
from thidua.demo import pack
from thidua.demo.queries import Province, province
from thidua.movements.actions import facts, opening, versions
from thidua.movements.intake import take
from thidua.movements.models import Movement, Verdict, Version
from thidua.people.actions import founding, roles, units, users
from thidua.people.models import Unit, User
from thidua.plan_reader.paragraphs import find_words


@transaction.atomic
def make_province(*, password: str, on: dt.date) -> Province:
    """Found the invented province with its units and people."""
    root, *others = pack.units()
    first, *rest = pack.people()
    holding = founding.found(root.details, email=first.email, name=first.name, on=on)
    made = {root.key: holding.unit}
    for row in others:
        made[row.key] = units.add(made[row.under], row.details, by=holding.user)
    for person in rest:
        _add(person, made, on=on, by=holding.user)
    whole = province()
    for user in whole.people.values():
        users.choose_password(user, password)
    return whole


def _add(person: pack.PersonRow, made: dict[str, Unit], *, on: dt.date, by: User) -> None:
    user = users.add(person.email, name=person.name, at=made[person.unit], on=on, by=by)
    for role, unit in ((person.role, person.unit), *person.also):
        roles.give(user, role, at=made[unit], on=on, by=by)


@transaction.atomic
def open_own_plans() -> list[Movement]:
    """Open each plan of the pack: handed in, its doubtful facts decided by a person, put in force."""
    opened: dict[str, Movement] = {}
    for row in pack.plans():
        opened[row.path.name] = _open(row, province(), parent=opened.get(Path(row.under).name))
    return list(opened.values())


def _open(row: pack.PlanRow, whole: Province, *, parent: Movement | None) -> Movement:
    by = whole.people[row.by]
    plan = take(row.path.read_bytes(), row.path.name)
    version = opening.open_plan(plan, at=whole.units[row.unit], by=by, parent=parent)
    _decide(version, row, by=by)
    return versions.accept(version, by=by).movement


def _decide(version: Version, row: pack.PlanRow, *, by: User) -> None:
    """Say of the facts what the pack says, as far as they were read so, and confirm the rest."""
    for one in row.corrections:
        if fact := version.facts.filter(field=one.field, clause=one.clause).first():
            facts.correct(fact, one.values, reason=one.reason, by=by)
    for one in row.additions:
        for place in find_words(version.text, one.words)[:1]:
            new = Addition(field=one.field, values=one.values, words=place, reason=one.reason)
            additions.add(version, new, by=by)
    facts.confirm_sure(version, by=by)
    for fact in version.facts.filter(verdict=Verdict.READ):
        facts.confirm(fact, by=by)


def hand_in(path: Path) -> Movement:
    """Hand in somebody's own plan and leave its facts to be confirmed; handed in before, it is found again."""
    whole, first = province(), pack.plans()[0]
    if path.stat().st_size > settings.FILE_MAX_BYTES:
        most = settings.FILE_MAX_BYTES // (1 << 20)
        raise FileRefused(_("The file is larger than %(most)s MB. Send a smaller one.") % {"most": most})
    plan = take(path.read_bytes(), path.name)
    try:
        return opening.open_plan(plan, at=whole.units[first.unit], by=whole.people[first.by]).movement
    except opening.AlreadyHere as error:
        return error.version.movement
