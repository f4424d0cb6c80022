"""A clause in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.plan_reader.clauses.order import Level
from thidua.plan_reader.reading import Passage


@dataclass(slots=True)
class Node:
    """A clause in the making."""

    level: Level | None
    label: str = ""
    kind: str = "item"
    paragraphs: list[Passage] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    tail: list[Passage] = field(default_factory=list)
