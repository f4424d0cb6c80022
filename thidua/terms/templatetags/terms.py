"""Words of the templates for what a plan says. A `fact` is anything with `field`, `values` and `read_values`."""

from typing import Any

from django import template

from thidua.terms.fields import FIELDS
from thidua.terms.wording import clause_words, due_words, lines, said

register = template.Library()
TONES = {"open": "done", "confirmed": "done", "corrected": "done", "added": "info", "draft": "soon"}


@register.filter
def lines_of(fact: Any) -> list[tuple[str, str]]:
    """The values of a fact as labels and words; none where there is no fact."""
    return lines(fact.field, fact.values) if fact else []


@register.filter
def lines_read(fact: Any) -> list[tuple[str, str]]:
    """The values of a fact as they were read."""
    return lines(fact.field, fact.read_values or {})


@register.filter
def value(fact: Any, name: str) -> str:
    """One value of a fact in words."""
    return next((said(key, fact.values.get(name)) for key in FIELDS[fact.field].keys if key.name == name), "")


@register.filter
def field_label(name: str) -> str:
    """What a field is called."""
    return str(FIELDS[name].label) if name in FIELDS else name


@register.filter
def due(rule: str | None) -> str:
    """A due rule in words."""
    return due_words(rule) if rule else ""


@register.filter
def clause_name(clause: str) -> str:
    """A clause as people call it."""
    return clause_words(clause)


@register.filter
def tone_of(state: str) -> str:
    """The tone of a pill for a state or a verdict."""
    return TONES.get(state, "")
