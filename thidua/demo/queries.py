"""The invented province as it stands in the database."""

from dataclasses import dataclass

from thidua.demo import pack
from thidua.people.models import Unit, User


@dataclass(frozen=True)
class Province:
    """Units and people of the pack, by the keys under which it knows them."""

    units: dict[str, Unit]
    people: dict[str, User]


def province() -> Province:
    """Find the units and people of the pack: two questions."""
    units = {unit.name: unit for unit in Unit.objects.all()}
    people = {user.email: user for user in User.objects.all()}
    return Province(
        {row.key: units[row.details.name] for row in pack.units()},
        {person.key: people[person.email] for person in pack.people()},
    )
