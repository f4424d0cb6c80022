"""Movements, versions of their plans, and what was read in them."""

from thidua.movements.models.facts import Fact, Fault, Verdict
from thidua.movements.models.movements import Document, Movement, Version

__all__ = ["Document", "Fact", "Fault", "Movement", "Verdict", "Version"]
