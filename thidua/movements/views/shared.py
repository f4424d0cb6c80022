"""What the pages of this room ask alike: the thing by its key, what the user may do with it, where to go next."""

from collections.abc import Callable

from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404

from thidua.base.once import once
from thidua.base.pages import is_key
from thidua.movements.models import Fact, Movement, Version
from thidua.movements.queries import movements, visible_to
from thidua.people.access import allow, can
from thidua.people.http import Request
from thidua.people.models import User
from thidua.people.permissions import Permission


def movement_for(request: Request, pk: int, permission: Permission | None = None) -> Movement:
    """The movement, if the user sees it, and may do there what the page is for."""
    movement = get_object_or_404(visible_to(request.user).select_related("unit", "parent__unit"), pk=pk)
    if permission:
        allow(request.user, permission, at=movement.unit)
    return movement


def pending_for(request: Request, pk: int, permission: Permission) -> Version:
    """The version of a movement that is being read or confirmed."""
    version = movements.pending_of(movement_for(request, pk, permission), to=request.user)
    if version is None:
        raise Http404
    return version


def fact_for(request: Request, pk: int) -> Fact:
    """The fact, if the user may say something of it."""
    seen = Fact.objects.filter(version__movement__in=visible_to(request.user))
    fact = get_object_or_404(seen.select_related("version__movement__unit", "judged_by", "document"), pk=pk)
    allow(request.user, Permission.PLAN_CONFIRM, at=fact.unit)
    return fact


def keys_in(request: Request, name: str) -> list[int]:
    """The keys in a question such as `fact=3,17`."""
    return [int(key) for key in request.GET.get(name, "").split(",")[:50] if is_key(key)]


def leave(user: User, movement: Movement) -> dict[str, bool]:
    """What the user may do with a movement; the acts ask again."""
    asked = (Permission.PLAN_OPEN, Permission.PLAN_CONFIRM, Permission.OBLIGATION_ADD)
    return {permission.value: can(user, permission, at=movement.unit) for permission in asked}


def once_by(request: Request, act: Callable[[], Model]) -> Model:
    """Do what a form asks for, once however often it is sent."""
    return once(request.POST.get("once", ""), act, by=request.user)
