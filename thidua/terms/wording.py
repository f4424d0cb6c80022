"""Values in words: a due rule, a day, a form of award, the name of a clause."""

import datetime as dt
import re
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.terms.fields import FIELDS, Key, Shape

_AGAIN = {
    "yearly": gettext_lazy("every year"),
    "quarterly": gettext_lazy("every quarter"),
    "monthly": gettext_lazy("every month"),
    "weekly": gettext_lazy("every week"),
    "daily": gettext_lazy("every day"),
}
_ROMAN = ("", "I", "II", "III", "IV")


def due_words(rule: str) -> str:
    """A due rule as a person says it, in words that are understood when typed back in."""
    if rule in _AGAIN:
        return str(_AGAIN[rule])
    if found := re.fullmatch(r"every-(\d+)-(months|years)", rule):
        words = _("once in %(number)s months") if found[2] == "months" else _("once in %(number)s years")
        return words % {"number": found[1]}
    if found := re.fullmatch(r"yearly-(?:Q(\d)|(\d\d)-(\d\d))", rule):
        when = f"{_quarter(found[1])}" if found[1] else f"{int(found[3])}/{int(found[2])}"
        return _("%(when)s every year") % {"when": when}
    if found := re.fullmatch(r"(\d{4})-Q(\d)", rule):
        return f"{_quarter(found[2])}/{found[1]}"
    return "/".join(reversed(rule.split("-")))


def _quarter(number: str) -> str:
    return _("quarter %(number)s") % {"number": _ROMAN[int(number)]}


def said(key: Key, value: Any) -> str:
    """A value in words; empty where there is none."""
    if value in (None, "", []):
        return ""
    if key.shape is Shape.MANY and key.choices:
        return "; ".join(str(dict(key.choices.choices).get(one, one)) for one in value)
    if key.shape is Shape.ONE and key.choices:
        return str(dict(key.choices.choices).get(value, value))
    if key.shape is Shape.DUE:
        return due_words(str(value))
    day = day_of(value) if key.shape is Shape.DATE else None
    return day.strftime("%d/%m/%Y") if day else str(value)


def day_of(value: Any) -> dt.date | None:
    """The day that a value says, if a calendar has it."""
    try:
        return parse_date(str(value))
    except ValueError:
        return None


def lines(field: str, values: dict[str, Any]) -> list[tuple[str, str]]:
    """The values of a fact as labels and words, empty ones left out."""
    shown = [(str(key.label), said(key, values.get(key.name))) for key in FIELDS[field].keys]
    return [(label, words) for label, words in shown if words]


def clause_words(clause: str) -> str:
    """A clause as people call it."""
    if not clause:
        return _("head of the document")
    return (_("appendix %(clause)s") if clause.startswith("PL") else _("clause %(clause)s")) % {"clause": clause}
