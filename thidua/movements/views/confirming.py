"""The document beside its facts: each confirmed, corrected, rejected or added by a person."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.movements.actions import facts as acts
from thidua.movements.actions import versions
from thidua.movements.forms import RejectForm
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact, Version
from thidua.movements.queries import facts, movements
from thidua.movements.views.shared import fact_for, keys_in, leave, movement_for, once_by, pending_for
from thidua.people.access import requires
from thidua.people.http import Request
from thidua.people.permissions import Permission
from thidua.terms.fields import FIELDS
from thidua.terms.inputs import ValuesForm


@requires(Permission.MOVEMENT_VIEW)
def confirm(request: Request, pk: int) -> HttpResponse:
    """Show what was read beside where it was read."""
    movement = movement_for(request, pk)
    version = movements.pending_of(movement, to=request.user)
    if version is None:
        return redirect("movements:page", pk)
    if version.state != Stage.DRAFT:
        return redirect("movements:reading", pk)
    told = _beside(request, version)
    if request.htmx:
        return render(request, "movements/_facts.html", told)
    told["blocks"] = facts.paper(version)
    return render(request, "movements/confirm.html", told)


def _beside(request: Request, version: Version) -> dict[str, Any]:
    """The right half of the page: the groups, and a page of facts of one of them or of some words."""
    groups, at = facts.groups(version), keys_in(request, "at")
    group = request.GET.get("group") or facts.first_group(groups)
    found = facts.at_words(version, at) if at else facts.in_group(version, group)
    told = {"movement": version.movement, "version": version, "groups": groups, "group": "" if at else group, "at": at}
    told |= {"page": Paginator(found, facts.PAGE).get_page(request.GET.get("page")), "lit": keys_in(request, "fact")}
    told |= {
        "counts": facts.counts(groups),
        "faults": version.faults.all(),
        "leave": leave(request.user, version.movement),
    }
    return told | {"prefix": "words-", "doubted": facts.doubted(version) if not request.htmx else ()}


@require_POST
@requires(Permission.PLAN_CONFIRM)
def settle(request: Request, pk: int, word: str) -> HttpResponse:
    """Confirm a fact, or take back what was said of it."""
    fact = fact_for(request, pk)
    act = {"confirm": acts.confirm, "undo": acts.undo}[word]
    return _done(request, fact, lambda: act(fact, by=request.user))


def _unless_late(request: Request, act: Callable[[], Model]) -> None:
    """Act, or say that another was quicker."""
    try:
        once_by(request, act)
    except (acts.NotToBeConfirmed, Fact.DoesNotExist):
        messages.error(request, _("This version is no longer to be confirmed."))


def _done(request: Request, fact: Fact, act: Any) -> HttpResponse:
    """Act, then show the fact again: its card alone to htmx, or the page at the card."""
    _unless_late(request, act)
    version = fact.version
    if request.htmx:
        shown = version.facts.filter(pk=fact.pk).select_related("judged_by", "document").first()
        told = {"fact": shown, "movement": version.movement, "leave": leave(request.user, version.movement)}
        return render(request, "movements/_card.html", told | {"counts": facts.counts(facts.groups(version))})
    group = request.POST.get("group") or fact.field
    return redirect(f"{reverse('movements:confirm', args=[version.movement_id])}?group={group}#fact-{fact.pk}")


@requires(Permission.PLAN_CONFIRM)
def correct(request: Request, pk: int) -> HttpResponse:
    """Say what a fact should say."""
    fact = fact_for(request, pk)
    form = ValuesForm(request.POST or None, field=FIELDS[fact.field], values=fact.values)
    if request.method == "POST" and form.is_valid():
        said, reason = form.values(), request.POST.get("reason", "").replace("\0", "").strip()
        return _done(request, fact, lambda: acts.correct(fact, said, reason=reason, by=request.user))
    return _ask(request, fact, form, "correct")


@requires(Permission.PLAN_CONFIRM)
def reject(request: Request, pk: int) -> HttpResponse:
    """Say that the plan does not say this."""
    fact = fact_for(request, pk)
    form = RejectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _done(request, fact, lambda: acts.reject(fact, reason=reason, by=request.user))
    return _ask(request, fact, form, "reject")


def _ask(request: Request, fact: Fact, form: Any, word: str) -> HttpResponse:
    template = "movements/_ask.html" if request.htmx else "movements/fact.html"
    told = {"fact": fact, "movement": fact.version.movement, "form": form, "word": word}
    told["group"] = request.POST.get("group") or request.GET.get("group", "")
    return render(request, template, told, status=422 if form.errors and not request.htmx else 200)


@requires(Permission.PLAN_CONFIRM)
def confirm_sure(request: Request, pk: int) -> HttpResponse:
    """Say how many facts are not in doubt, then confirm them all."""
    version = pending_for(request, pk, Permission.PLAN_CONFIRM)
    groups = facts.groups(version)
    if request.method == "POST":
        _unless_late(request, lambda: acts.confirm_sure(version, by=request.user))
    if request.method == "POST" or version.state != Stage.DRAFT:
        return redirect("movements:confirm", pk)
    told = {"movement": version.movement, "version": version, "groups": groups, "counts": facts.counts(groups)}
    return render(request, "movements/confirm_sure.html", told)


@requires(Permission.PLAN_CONFIRM)
def ready(request: Request, pk: int) -> HttpResponse:
    """Say what will happen, then put the version in force."""
    version = pending_for(request, pk, Permission.PLAN_CONFIRM)
    if version.state != Stage.DRAFT:
        return redirect("movements:confirm", pk)
    if request.method == "POST":
        try:
            _unless_late(request, lambda: versions.accept(version, by=request.user))
        except versions.Undecided as error:
            words = ngettext("%(n)s fact is still to be decided.", "%(n)s facts are still to be decided.", error.count)
            messages.error(request, words % {"n": error.count})
            return redirect(reverse("movements:confirm", args=[pk]) + "?group=undecided")
        return redirect("movements:page", pk)
    told = {"movement": version.movement, "version": version, "groups": facts.groups(version)}
    return render(request, "movements/ready.html", told | {"counts": facts.counts(told["groups"])})
