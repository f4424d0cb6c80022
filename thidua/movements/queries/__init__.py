"""What a user may see of movements, plans and facts."""

from thidua.movements.queries.movements import visible_to

__all__ = ["visible_to"]
