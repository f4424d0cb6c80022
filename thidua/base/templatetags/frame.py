"""Words of the templates that the frame and the components need: addresses, days, keys."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.base import once

register = template.Library()

TONES = {"success": "done", "warning": "soon", "error": "late"}


@register.simple_tag
def link(name: str) -> str:
    """Return the address of a page by its URL name, or nothing where that page is not served."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag
def fresh_key() -> str:
    """Make the key by which a form sent twice is found to be one act."""
    return once.fresh_key()


@register.simple_tag(takes_context=True)
def address_with(context: Context, **changes: Any) -> str:
    """Return this page's address with some of its questions changed; None takes one away."""
    asked = context["request"].GET.copy()
    for name, value in changes.items():
        asked.pop(name, None)
        if value is not None:
            asked[name] = value
    return f"?{asked.urlencode()}"


@register.filter
def day(value: dt.date | None) -> str:
    """Write a day as 15/11/2026, in either language."""
    return value.strftime("%d/%m/%Y") if value else ""


@register.filter
def weekday(value: dt.date) -> str:
    """Write a day with its name: Thứ Hai, 16/11/2026."""
    return f"{date_format(value, 'l')}, {day(value)}"


@register.filter
def working_days(left: int) -> str:
    """Say how many working days are left, or by how many one is late."""
    if left < 0:
        return ngettext("%(days)s working day late", "%(days)s working days late", -left) % {"days": -left}
    if left == 0:
        return _("no working day left after today")
    return ngettext("%(days)s working day left", "%(days)s working days left", left) % {"days": left}


@register.filter
def tone(level: str) -> str:
    """Turn the level of a message into the tone of a notice."""
    return TONES.get(level, "")


@register.filter
def beside(names: Sequence[Any], values: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Pair the heads of a table with the cells of a row."""
    return list(zip(names, values, strict=False))
