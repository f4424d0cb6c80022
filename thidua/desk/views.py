"""Pages of the room."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from thidua.desk import queries
from thidua.desk.menu import permissions_of
from thidua.people.access import requires
from thidua.people.http import Request
from thidua.people.permissions import Permission


@requires(Permission.UNIT_VIEW)
def index(request: Request) -> HttpResponse:
    """Show what the person's units owe today."""
    today, user = localdate(), request.user
    allowed = permissions_of(user, on=today)
    groups = queries.groups_of(user, on=today) if Permission.MOVEMENT_VIEW in allowed else []
    plans = queries.plans_before(user)
    told = {
        "today": today,
        "groups": groups,
        "plans": plans,
        "may_open": Permission.PLAN_OPEN in allowed,
        "may_confirm": Permission.PLAN_CONFIRM in allowed,
        "next_step": None if groups or plans else queries.next_step(allowed),
    }
    return render(request, "desk/index.html", told)
