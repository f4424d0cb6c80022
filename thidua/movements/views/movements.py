"""The list of movements, the page of one, its document."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from thidua.base.files import serve
from thidua.base.pages import page_of
from thidua.movements.lifecycle import PENDING, Stage, State
from thidua.movements.queries import facts, movements, plans
from thidua.movements.views.shared import keys_in, leave, movement_for
from thidua.people.access import requires
from thidua.people.http import Request
from thidua.people.permissions import Permission


@requires(Permission.MOVEMENT_VIEW)
def index(request: Request) -> HttpResponse:
    """List the movements that the user sees."""
    words, state = request.GET.get("q", ""), request.GET.get("state", "")
    found = movements.found_by(movements.visible_to(request.user), words, state)
    listed = page_of(found, by="sort_key", after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    told = {"page": listed, "words": words, "state": state, "states": State.choices[:2]}
    told["may_open"] = movements.units_for(request.user).exists()
    return render(request, "movements/_rows.html" if request.htmx else "movements/index.html", told)


@requires(Permission.MOVEMENT_VIEW)
def page(request: Request, pk: int) -> HttpResponse:
    """Show what is to be achieved, by whom, by when."""
    movement = movement_for(request, pk)
    version = movements.version_of(movement, to=request.user)
    if version is None or version.state != Stage.LIVE:
        return redirect("movements:confirm", movement.pk)
    told = {"movement": movement, "version": version, "plan": plans.page_of(version, on=localdate())}
    versions = list(movements.versions_of(movement, to=request.user))
    told |= {"versions": versions, "pending": any(one.state in PENDING for one in versions)}
    told |= {"documents": movement.documents.all(), "leave": leave(request.user, movement)}
    return render(request, "movements/page.html", told)


@requires(Permission.MOVEMENT_VIEW)
def document(request: Request, pk: int, ordinal: int | None = None) -> HttpResponse:
    """Show a version's document, with the words of the facts asked for lit."""
    movement = movement_for(request, pk)
    version = movements.version_of(movement, ordinal, to=request.user)
    if version is None or not version.text:
        raise Http404
    lit, words = keys_in(request, "fact"), keys_in(request, "words")
    told = {"movement": movement, "version": version, "lit": [*lit, 0], "prefix": "fact-"}
    told |= {"blocks": facts.paper(version, only=lit, words=words), "shown": facts.at_words(version, lit)}
    told |= {"versions": movements.versions_of(movement, to=request.user), "faults": version.faults.all()}
    return render(request, "movements/document.html", told)


@requires(Permission.MOVEMENT_VIEW)
def file(request: Request, pk: int, ordinal: int) -> FileResponse:
    """Send the file of a version as it was handed in."""
    version = movements.version_of(movement_for(request, pk), ordinal, to=request.user)
    if version is None:
        raise Http404
    return serve(version.file, allowed=True)
