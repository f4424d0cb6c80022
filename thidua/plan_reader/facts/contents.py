"""What there is to compete in, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.lists import fact, items, label_of, words_of
from thidua.plan_reader.phrases.sections import Topic, Topics, tops
from thidua.plan_reader.reading import Clause, Fact

_OTHERS = {Topic.SOLUTIONS, Topic.PURPOSE}


def find_contents(root: Clause, heading: Mapping[str, Any]) -> Iterator[Fact]:
    """The items of the sections on contents; one that also names solutions only where no other does."""
    found = list(tops(root, Topic.CONTENTS))
    clear = [row for row in found if not row[1] & _OTHERS]
    for clause, topics in clear or [row for row in found if Topic.PURPOSE not in row[1]]:
        yield from _listed(clause, topics)


def _listed(clause: Clause, topics: Topics) -> Iterator[Fact]:
    for item in items(clause, Topic.CONTENTS):
        passage = words_of(item)
        if passage and passage.text:
            confidence = 0.95 if topics == {Topic.CONTENTS} else 0.7 if Topic.GUESSED in topics else 0.85
            yield fact("contents", item, passage, label=label_of(item), confidence=confidence)
