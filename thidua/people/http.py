"""The request as our views know it, and the unit for which its user acts."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate
from django_htmx.middleware import HtmxDetails

from thidua.people.models import Unit, User

SESSION_KEY = "acting_unit"


class Request(HttpRequest):
    """A request that passed the middleware."""

    user: User  # type: ignore[assignment]
    htmx: HtmxDetails


def own_units(user: User) -> list[Unit]:
    """Units in which the user himself holds a role today, by name."""
    return list(Unit.objects.filter(holdings__in=user.holdings.on(localdate())).distinct().order_by("sort_key", "pk"))


def acting_unit(request: HttpRequest, *, among: list[Unit]) -> Unit | None:
    """Find the unit that the user chose to act for, or else the first of his own."""
    chosen = request.session.get(SESSION_KEY)
    return next((unit for unit in among if unit.pk == chosen), among[0] if among else None)


def acting(request: HttpRequest) -> dict[str, Any]:
    """Give every page `own_units` and `acting_unit`, asked of the database only where a template uses them."""
    units = SimpleLazyObject(lambda: own_units(request.user) if isinstance(request.user, User) else [])
    return {"own_units": units, "acting_unit": SimpleLazyObject(lambda: acting_unit(request, among=units))}
