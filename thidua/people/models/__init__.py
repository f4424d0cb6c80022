"""Units, users and who holds which role where, each from a day to a day."""

from thidua.people.models.roles import RoleHolding
from thidua.people.models.units import Level, Unit, UnitKind
from thidua.people.models.users import User

__all__ = ["Level", "RoleHolding", "Unit", "UnitKind", "User"]
