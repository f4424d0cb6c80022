"""A plan handed in, read, and put away again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.files import FileRefused
from thidua.movements.actions import opening, readings, versions
from thidua.movements.forms import AmendForm, OpenForm
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Version
from thidua.movements.views.shared import movement_for, once_by, pending_for
from thidua.people.access import requires
from thidua.people.http import Request, acting
from thidua.people.permissions import Permission
from thidua.rules.lifecycle import MoveRefused


@requires(Permission.PLAN_OPEN)
def open(request: Request) -> HttpResponse:
    """Hand in a plan and open a movement from it."""
    start = {"unit": acting(request)["acting_unit"]}
    form = OpenForm(request.POST or None, request.FILES or None, user=request.user, initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        version = _handed_in(request, form, lambda: opening.open_plan(
            said["plan"], at=said["unit"], parent=said["parent"], by=request.user
        ))  # fmt: skip
        if version:
            return redirect("movements:confirm", version.movement_id)
    return render(request, "movements/open.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.PLAN_OPEN)
def amend(request: Request, pk: int) -> HttpResponse:
    """Hand in an amended plan of a movement."""
    movement = movement_for(request, pk, Permission.PLAN_OPEN)
    form = AmendForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        plan = form.cleaned_data["plan"]
        if _handed_in(request, form, lambda: opening.amend(movement, plan, by=request.user)):
            return redirect("movements:confirm", movement.pk)
    told = {"form": form, "movement": movement}
    return render(request, "movements/amend.html", told, status=422 if form.errors else 200)


def _handed_in(request: Request, form: AmendForm, act) -> Version | None:
    try:
        return once_by(request, act)
    except opening.AlreadyHere as error:
        movement = error.version.movement
        here = reverse("movements:page", args=[movement.pk])
        words = _("This file is already here: {link}. Open it there, or choose another file.")
        form.add_error("file", format_html(words, link=format_html('<a href="{}">{}</a>', here, movement.name)))
    except FileRefused as error:
        form.add_error("file", str(error))
    except opening.StillPending:
        form.add_error(None, _("This movement already has a version that is still to be read or confirmed."))
    return None


@requires(Permission.MOVEMENT_VIEW)
def reading(request: Request, pk: int) -> HttpResponse:
    """Show how far the reading of a scan is; when it is read, go on."""
    version = pending_for(request, pk, Permission.MOVEMENT_VIEW)
    if version.state == Stage.DRAFT:
        target = reverse("movements:confirm", args=[pk])
        return HttpResponse(headers={"HX-Redirect": target}) if request.htmx else redirect(target)
    told = {"movement": version.movement, "version": version, "stale": readings.is_stale(version)}
    return render(request, "movements/_progress.html" if request.htmx else "movements/reading.html", told)


@require_POST
@requires(Permission.PLAN_OPEN)
def retry(request: Request, pk: int) -> HttpResponse:
    """Read a file again."""
    version = pending_for(request, pk, Permission.PLAN_OPEN)
    try:
        once_by(request, lambda: readings.retry(version, by=request.user))
    except MoveRefused:
        messages.info(request, _("The file has been read already."))
    return redirect("movements:confirm", pk)


@require_POST
@requires(Permission.PLAN_OPEN)
def discard(request: Request, pk: int) -> HttpResponse:
    """Put away a version that is not in force."""
    version = pending_for(request, pk, Permission.PLAN_OPEN)
    try:
        once_by(request, lambda: versions.discard(version, by=request.user))
        messages.success(request, _("Put away. The file stays in the log and binds nobody."))
    except MoveRefused:  # put in force or away a moment ago
        messages.error(request, _("This version is no longer to be confirmed."))
        return redirect("movements:index")
    return redirect("movements:page", pk) if version.follows_id else redirect("movements:index")
