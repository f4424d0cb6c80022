"""Words of the templates for facts: their values, their clause mark, a due rule."""

from typing import Any

from django import template
from django.urls import reverse

from thidua.movements.models import Fact, Movement, Version
from thidua.terms.fields import FIELDS
from thidua.terms.wording import clause_words, due_words, lines, said

register = template.Library()


@register.filter
def lines_of(fact: Fact) -> list[tuple[str, str]]:
    """The values of a fact as labels and words."""
    return lines(fact.field, fact.values)


@register.filter
def lines_read(fact: Fact) -> list[tuple[str, str]]:
    """The values of a fact as they were read."""
    return lines(fact.field, fact.read_values or {})


@register.filter
def value(fact: Fact | None, name: str) -> str:
    """One value of a fact in words."""
    if fact is None:
        return ""
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
def keys(facts: tuple[int, ...]) -> str:
    """Facts as a question of an address."""
    return ",".join(map(str, facts))


@register.filter
def among(facts: tuple[int, ...], others: Any) -> bool:
    """Whether any of these facts is among those."""
    return any(fact in others for fact in facts)


@register.inclusion_tag("base/_clause.html")
def mark(fact: Fact, version: Version, movement: Movement) -> dict[str, str]:
    """The mark that opens a fact's sentence; of an added one without words, its document or its author."""
    if fact.start is None:
        cite = str(fact.document or fact.reason)
        path = [movement.pk, fact.document_id]
        return {"cite": cite, "href": reverse("movements:other_file", args=path) if fact.document_id else ""}
    href = reverse("movements:document", args=[movement.pk, version.ordinal])
    return {"cite": clause_words(fact.clause), "href": f"{href}?fact={fact.pk}#fact-{fact.pk}"}
