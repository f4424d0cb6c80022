"""The one place that answers 'may they?'."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.timezone import localdate
from django_htmx.http import HttpResponseClientRedirect

from thidua.people.http import Request
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.models.units import UnitQuerySet
from thidua.people.permissions import Permission, roles_with

View = TypeVar("View", bound=Callable[..., HttpResponse])


def _held(user: User | AnonymousUser, permission: Permission, on: dt.date | None) -> QuerySet[RoleHolding]:
    if not isinstance(user, User) or not user.is_active:
        return RoleHolding.objects.none()
    return RoleHolding.objects.on(on or localdate()).filter(user=user, role__in=roles_with(permission))


def units_with(user: User | AnonymousUser, permission: Permission, *, on: dt.date | None = None) -> UnitQuerySet:
    """Find the units, of any day, at which the user has this permission: one question for his paths, then ranges."""
    return Unit.objects.within(_held(user, permission, on).values_list("unit__path", flat=True))


def can(user: User | AnonymousUser, permission: Permission, *, at: Unit, on: dt.date | None = None) -> bool:
    """Say whether the user has this permission at this unit."""
    return _held(user, permission, on).filter(unit__path__in=at.lineage()).exists()


def allow(by: User, permission: Permission, *, at: Unit) -> None:
    """Pass, or raise PermissionDenied."""
    if not can(by, permission, at=at):
        raise PermissionDenied(f"{permission} at {at.path}")


def requires(permission: Permission) -> Callable[[View], View]:
    """Let a view answer only to users who have the permission somewhere; the act asks again where."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not _held(request.user, permission, None).exists():
                raise PermissionDenied(str(permission))
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate


def public(view: View) -> View:
    """Mark a view as open to everyone, signed in or not."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def _to_sign_in(request: Request) -> HttpResponse:
    if not request.htmx:
        return redirect_to_login(request.get_full_path())
    page = urlsplit(
        request.htmx.current_url_abs_path or "/"
    )  # a fragment's caller goes back to his page, not to the fragment
    return HttpResponseClientRedirect(redirect_to_login(page.geturl()).url)
