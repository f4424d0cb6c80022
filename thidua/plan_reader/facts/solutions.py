"""How it is to be done: the items of a section named so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.lists import fact, items, words_of
from thidua.plan_reader.phrases.sections import Topic, tops
from thidua.plan_reader.reading import Clause, Fact


def find_solutions(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """One row an item of every section on solutions."""
    for clause, topics in tops(root, Topic.SOLUTIONS):
        for item in items(clause, Topic.SOLUTIONS):
            passage = words_of(item)
            if passage and passage.text:
                yield fact("solutions", item, passage, confidence=0.95 if len(topics) == 1 else 0.8)
