"""Words of the templates for facts in their document: which stand here, the mark that opens a sentence."""

from collections.abc import Container

from django import template
from django.urls import reverse

from thidua.movements.models import Fact, Movement, Version
from thidua.movements.queries.plans import href_of
from thidua.terms.wording import clause_words

register = template.Library()


@register.filter
def keys(facts: tuple[int, ...]) -> str:
    """Facts as a question of an address."""
    return ",".join(map(str, facts))


@register.filter
def among(facts: tuple[int, ...], others: Container[int]) -> bool:
    """Whether any of these facts is among those."""
    return any(fact in others for fact in facts)


@register.inclusion_tag("base/_clause.html")
def mark(fact: Fact, version: Version, movement: Movement) -> dict[str, str]:
    """The mark that opens a fact's sentence; of an added one without words, its document or its reason."""
    if fact.start is not None:
        return {"cite": clause_words(fact.clause), "href": href_of(version, fact)}
    href = reverse("additions:file", args=[fact.document_id]) if fact.document_id else ""
    return {"cite": str(fact.document or fact.reason), "href": href}
