"""Pages of the room."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.once import once
from thidua.lineage import actions, queries
from thidua.lineage.forms import ParentForm
from thidua.movements.models import Movement
from thidua.movements.queries import visible_to
from thidua.movements.queries.movements import pending_of, version_of
from thidua.people.access import can, requires
from thidua.people.http import Request
from thidua.people.permissions import Permission


def _movement(request: Request, pk: int) -> Movement:
    return get_object_or_404(visible_to(request.user).select_related("unit", "parent__unit"), pk=pk)


@requires(Permission.MOVEMENT_VIEW)
def page(request: Request, pk: int) -> HttpResponse:
    """Show what of the parent's plan stands in this one."""
    movement = _movement(request, pk)
    version = version_of(movement, to=request.user)
    status = request.GET.get("status", "")
    told = {"movement": movement, "version": version, "status": status}
    told["kin"] = queries.kin_of(version, status=status) if version else None
    if can(request.user, Permission.PLAN_CONFIRM, at=movement.unit):
        told["form"] = ParentForm(user=request.user, movement=movement)
    return render(request, "lineage/page.html", told)


@require_POST
@requires(Permission.PLAN_CONFIRM)
def carry_down(request: Request, pk: int) -> HttpResponse:
    """Say which movement this one carries down, and compare their plans."""
    movement, user = _movement(request, pk), request.user
    form = ParentForm(request.POST, user=user, movement=movement)
    version = version_of(movement, to=user)
    if form.is_valid() and version:
        try:
            _set_parent(request, movement, form)
            actions.trace(version_of(movement, to=user) or version, by=user)
        except actions.Circle:
            messages.error(request, _("That movement is itself carried down from this one."))
    return redirect("lineage:page", pk)


def _set_parent(request: Request, movement: Movement, form: ParentForm) -> None:
    parent, user = form.cleaned_data["parent"], request.user
    once(request.POST.get("once", ""), lambda: actions.set_parent(movement, parent, by=user), by=user)


@requires(Permission.MOVEMENT_VIEW)
def changes(request: Request, pk: int) -> HttpResponse:
    """Show what an amended plan changes."""
    movement = _movement(request, pk)
    ordinal = request.GET.get("ordinal", "")
    wanted = int(ordinal) if ordinal.isdecimal() and len(ordinal) < 6 else None
    version = version_of(movement, wanted, to=request.user) if wanted else pending_of(movement, to=request.user)
    if version is None or version.follows is None:
        raise Http404
    found = queries.changes(version)
    told = {"movement": movement, "version": version, "changes": found}
    told["tabs"] = queries.tabs((one.status for one in found), queries.CHANGES)
    return render(request, "lineage/changes.html", told)
