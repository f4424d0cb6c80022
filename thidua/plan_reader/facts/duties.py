"""Who shall do what: one row a clause of the sections on duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.assignments import assignments
from thidua.plan_reader.phrases.joining import via_and_with
from thidua.plan_reader.reading import Clause, Fact


def find_duties(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """Every stretch of words in a section on duties that has an actor."""
    for one in assignments(root):
        if not one.duty or one.closing or not one.actor:
            continue
        joined = via_and_with(one.words, 0, len(one.words.text), joining=one.joining)
        values = {"actor": one.actor, "text": one.words.passage.text, **joined}
        yield Fact("duties", values, one.clause.path, one.words.spans(), 0.95 if one.said else 0.9)
