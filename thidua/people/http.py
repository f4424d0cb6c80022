"""The request as our views know it, and the unit for which its user acts."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django_htmx.middleware import HtmxDetails

from thidua.people.models import Unit, User

SESSION_KEY = "acting_unit"


class Request(HttpRequest):
    """A request that passed the middleware."""

    user: User  # type: ignore[assignment]
    htmx: HtmxDetails


def wants_fragment(request: Request) -> bool:
    """Say whether a script asks for the changing part alone; going back in history, it wants the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def acting_unit(request: HttpRequest, *, among: list[Unit]) -> Unit | None:
    """Find the unit that the user chose to act for, or else the first of his own."""
    chosen = request.session.get(SESSION_KEY)
    return next((unit for unit in among if unit.pk == chosen), among[0] if among else None)


def acting(request: HttpRequest) -> dict[str, Any]:
    """Give every page `own_units` and `acting_unit`, asked of the database only where a template uses them."""
    user = getattr(request, "user", None)  # an error page may be drawn before the user is known
    units = SimpleLazyObject(lambda: list(Unit.objects.held_by(user, on=localdate())) if isinstance(user, User) else [])
    return {"own_units": units, "acting_unit": SimpleLazyObject(lambda: acting_unit(request, among=units))}


def back(request: HttpRequest, *, otherwise: str) -> HttpResponseRedirect:
    """Return to the page that the form named, if it is one of ours."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return redirect(page if ours else otherwise)
