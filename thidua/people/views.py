"""Pages of the room."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language as django_set_language

from thidua.base.pages import is_key
from thidua.people import queries
from thidua.people.access import public, requires
from thidua.people.actions import users
from thidua.people.http import SESSION_KEY, Request, back, wants_fragment
from thidua.people.permissions import Permission


@require_safe
@requires(Permission.UNIT_VIEW)
def units(request: Request) -> HttpResponse:
    """Find units by words, or show the tops of what one may see."""
    words = request.GET.get("q", "").strip()
    page = queries.tops_or_found(request.user, words, on=localdate(), cursor=request.GET)
    template = "people/_rows.html" if wants_fragment(request) else "people/units.html"
    return render(request, template, {"page": page, "words": words, "today": localdate()})


@require_safe
@requires(Permission.UNIT_VIEW)
def unit(request: Request, pk: int) -> HttpResponse:
    """Show one unit: what it is, who holds which role, and what stands right below it."""
    seen = queries.visible_to(request.user)
    found = get_object_or_404(seen, pk=pk)
    told = queries.told_of(found, among=seen, on=localdate(), cursor=request.GET)
    return render(request, "people/unit.html", {"unit": found, "today": localdate(), **told})


@require_POST
@requires(Permission.UNIT_VIEW)
def act_for(request: Request) -> HttpResponse:
    """Choose the unit that one acts for."""
    key = request.POST.get("unit", "")
    chosen = get_object_or_404(queries.own_units(request.user), pk=key if is_key(key) else 0)
    request.session[SESSION_KEY] = chosen.pk
    return back(request, otherwise="/")


@require_POST
@public
def set_language(request: Request) -> HttpResponse:
    """Switch the language, and remember it for a user who is signed in."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        users.choose_language(request.user, language)
    return django_set_language(request)
