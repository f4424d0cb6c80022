"""The awards of the movement: which forms, on which occasion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.offers import Offer, find_offers
from thidua.plan_reader.reading import Clause, Fact, Span


def find_awards(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """One row for each clause and occasion, with all its forms."""
    rows: dict[tuple[str, str], list[Offer]] = {}
    for offer in find_offers(root, heading):
        if offer.forms or not offer.counts:
            rows.setdefault((offer.home.path, offer.occasion or "any"), []).append(offer)
    for (path, occasion), offers in rows.items():
        forms = tuple(dict.fromkeys(form.code for offer in offers for form in offer.forms))
        sure = all(form.sure for offer in offers for form in offer.forms) and bool(forms)
        yield Fact("awards", {"occasion": occasion, "forms": forms}, path, _places(offers), 0.95 if sure else 0.7)


def _places(offers: list[Offer]) -> tuple[Span, ...]:
    return tuple(sorted({span for offer in offers for span in offer.spans}))
