"""The body of a plan as a tree of clauses, each with the id that the contract gives it."""

from __future__ import annotations

from thidua.plan_reader.clauses.tree import frozen, grow
from thidua.plan_reader.layout import Layout
from thidua.plan_reader.reading import Clause


def read_clauses(layout: Layout) -> Clause:
    """The document as a clause: its body's clauses, then its appendices."""
    return frozen(grow(layout.body), "")
