"""Pages of the room."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.additions import actions
from thidua.additions.forms import DocumentForm, SourceForm
from thidua.base.files import FileRefused, serve
from thidua.base.once import once
from thidua.movements.actions.facts import NotToBeConfirmed
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Document, Movement
from thidua.movements.queries import visible_to
from thidua.movements.queries.movements import pending_of, version_of
from thidua.people.access import allow, requires
from thidua.people.http import Request
from thidua.people.permissions import Permission
from thidua.terms.fields import FIELDS, choices
from thidua.terms.inputs import ValuesForm


def _movement(request: Request, pk: int) -> Movement:
    return get_object_or_404(visible_to(request.user).select_related("unit", "parent__unit"), pk=pk)


def _once(request: Request, act: Callable[[], Model]) -> Model:
    return once(request.POST.get("once", ""), act, by=request.user)


@requires(Permission.MOVEMENT_VIEW)
def file(request: Request, pk: int) -> FileResponse:
    """Send another document of a movement."""
    document = get_object_or_404(Document, movement__in=visible_to(request.user), pk=pk)
    return serve(document.file, allowed=True)


@requires(Permission.PLAN_CONFIRM)
def add(request: Request, pk: int) -> HttpResponse:
    """Add a fact that was not found; in an open movement, an obligation."""
    movement = _movement(request, pk)
    version = pending_of(movement, to=request.user) or version_of(movement, to=request.user)
    if version is None or not version.text:
        raise Http404
    live = version.state == Stage.LIVE
    allow(request.user, Permission.OBLIGATION_ADD if live else Permission.PLAN_CONFIRM, at=movement.unit)
    field = FIELDS.get("obligations" if live else request.POST.get("field") or request.GET.get("field", ""))
    told = {"movement": movement, "version": version, "field": field, "fields": choices(), "live": live}
    return _chosen(request, told) if field else render(request, "additions/add.html", told)


def _chosen(request: Request, told: dict[str, Any]) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = ValuesForm(posted, field=told["field"], values={"text": request.GET.get("words", "")})
    source = SourceForm(posted, version=told["version"], initial=request.GET.dict())
    if posted and form.is_valid() and source.is_valid():
        new = actions.Addition(field=told["field"].name, values=form.values(), **source.found())
        return _added(request, told, new)
    told |= {"form": form, "source": source}
    return render(request, "additions/add.html", told, status=422 if posted else 200)


def _added(request: Request, told: dict[str, Any], new: actions.Addition) -> HttpResponse:
    try:
        return _put(request, told, new)
    except NotToBeConfirmed:  # put in force or away a moment ago
        messages.error(request, _("This version is no longer to be confirmed."))
        return redirect("movements:index")


def _put(request: Request, told: dict[str, Any], new: actions.Addition) -> HttpResponse:
    movement, version, live = told["movement"], told["version"], told["live"]
    if live:
        _once(request, lambda: actions.add_obligation(movement, new, by=request.user))
        messages.success(request, _("The obligation stands from now on."))
        return redirect(reverse("movements:page", args=[movement.pk]) + "#obligations")
    fact = _once(request, lambda: actions.add(version, new, by=request.user))
    return redirect(f"{reverse('movements:confirm', args=[movement.pk])}?group={new.field}#fact-{fact.pk}")


@requires(Permission.PLAN_CONFIRM)
def add_document(request: Request, pk: int) -> HttpResponse:
    """Keep another document beside the movement."""
    movement = _movement(request, pk)
    allow(request.user, Permission.PLAN_CONFIRM, at=movement.unit)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            _once(request, lambda: actions.add_document(movement, form.paper(), by=request.user))
            return redirect("additions:add", pk)
        except FileRefused as error:
            form.add_error("file", str(error))
    told = {"form": form, "movement": movement}
    return render(request, "additions/add_document.html", told, status=422 if form.errors else 200)
