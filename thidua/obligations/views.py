"""Pages of the room."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from thidua.base.once import once
from thidua.movements.queries import visible_to
from thidua.movements.queries.movements import pending_of, version_of
from thidua.obligations import actions, queries
from thidua.obligations.forms import AssignForm
from thidua.obligations.models import Obligation, Part
from thidua.people.access import allow, can, requires
from thidua.people.http import Request
from thidua.people.permissions import Permission


@requires(Permission.MOVEMENT_VIEW)
def reach(request: Request, pk: int) -> HttpResponse:
    """Show whom each obligation of a plan reaches."""
    movement = get_object_or_404(visible_to(request.user), pk=pk)
    version = pending_of(movement, to=request.user) or version_of(movement, to=request.user)
    if version is None:
        raise Http404
    rows = queries.assigned(version, on=localdate())
    told = {"movement": movement, "version": version, "obligations": rows}
    told["nobody"] = sum(not row.owed for row in rows)
    told["may_assign"] = can(request.user, Permission.PLAN_CONFIRM, at=movement.unit)
    return render(request, "obligations/reach.html", told)


def _choose(request: Request, obligation: Obligation, chosen: list[actions.Choice]) -> None:
    user = request.user
    try:
        once(request.POST.get("once", ""), lambda: actions.assign(obligation, Part.OWES, chosen, by=user), by=user)
    except (actions.Past, Obligation.DoesNotExist):
        messages.error(request, _("This version is no longer to be confirmed."))


@requires(Permission.PLAN_CONFIRM)
def assign(request: Request, pk: int) -> HttpResponse:
    """Choose who owes an obligation."""
    seen = Obligation.objects.filter(version__movement__in=visible_to(request.user))
    obligation = get_object_or_404(seen.select_related("version__movement__unit", "fact__document"), pk=pk)
    allow(request.user, Permission.PLAN_CONFIRM, at=obligation.unit)
    form = AssignForm(request.POST or None, obligation=obligation)
    movement = obligation.version.movement
    if request.method == "POST" and form.is_valid():
        _choose(request, obligation, form.choices())
        return redirect(reverse("obligations:reach", args=[movement.pk]) + f"#obligation-{pk}")
    told = {"form": form, "obligation": obligation, "movement": movement}
    return render(request, "obligations/assign.html", told, status=422 if form.errors else 200)
