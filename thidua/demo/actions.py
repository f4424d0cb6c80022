"""Fill the demo, by the acts of the other rooms only."""

import datetime as dt

from django.db import transaction

from thidua.demo import pack
from thidua.people.actions import founding, roles, units, users
from thidua.people.models import Unit, User


@transaction.atomic
def make_province(*, password: str, on: dt.date) -> dict[str, User]:
    """Found the invented province with its units and people; answer with the users by role."""
    root, *others = pack.units()
    first, *rest = pack.people()
    holding = founding.found(root.details, email=first.email, name=first.name, on=on)
    administrator, made = holding.user, {root.key: holding.unit}
    for row in others:
        made[row.key] = units.add(made[row.under], row.details, by=administrator)
    accounts = {str(first.role): administrator}
    for person in rest:
        accounts[str(person.role)] = _add(person, at=made[person.unit], on=on, by=administrator)
    for user in accounts.values():
        users.choose_password(user, password)
    return accounts


def _add(person: pack.PersonRow, *, at: Unit, on: dt.date, by: User) -> User:
    user = users.add(person.email, name=person.name, at=at, on=on, by=by)
    roles.give(user, person.role, at=at, on=on, by=by)
    return user
