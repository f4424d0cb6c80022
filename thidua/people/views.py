"""Pages of the room."""

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as django_set_language

from thidua.people.access import public
from thidua.people.actions import users
from thidua.people.http import Request


@require_POST
@public
def set_language(request: Request) -> HttpResponse:
    """Switch the language, and remember it for a user who is signed in."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        users.choose_language(request.user, language)
    return django_set_language(request)
