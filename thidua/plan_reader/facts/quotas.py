"""How many of each form may be given, on which occasion, and who decides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.offers import Offer, find_offers
from thidua.plan_reader.phrases.counts import Counts
from thidua.plan_reader.phrases.forms import Form
from thidua.plan_reader.reading import Clause, Fact


def find_quotas(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """One row for each offer with numbers; a form that only the occasion tells is marked as doubtful."""
    offers = list(find_offers(root, heading))
    for offer in offers:
        if not offer.counts:
            continue
        forms = offer.forms or _sole(offers, offer)
        for form in forms[:1]:
            yield _fact(offer, form, sure=bool(offer.forms))


def _sole(offers: list[Offer], offer: Offer) -> tuple[Form, ...]:
    """The only form that the plan gives on this occasion."""
    known = {form.code: form for one in offers if one.occasion == offer.occasion for form in one.forms}
    return tuple(known.values()) if len(known) == 1 else ()


def _fact(offer: Offer, form: Form, *, sure: bool) -> Fact:
    counts = offer.counts or Counts()
    values = {
        "form": form.code,
        "occasion": offer.occasion or "any",
        "year": offer.year,
        "collectives": counts.collectives,
        "individuals": counts.individuals,
        "items": counts.items,
        "owner": form.owner,
    }
    doubt = "" if sure else "Hình thức khen thưởng được suy ra từ dịp khen thưởng."
    return Fact("quotas", values, offer.clause.path, offer.spans, 0.95 if sure else 0.5, doubt)
