"""The body of a plan as a tree of clauses, each with the id that the contract gives it."""

from __future__ import annotations

from dataclasses import replace

from thidua.plan_reader.clauses.tree import frozen, grow
from thidua.plan_reader.layout import Appendix, Layout
from thidua.plan_reader.reading import Clause


def read_clauses(layout: Layout) -> Clause:
    """The document as a clause: its body's clauses, then its appendices."""
    root = frozen(grow(layout.body), "")
    several = len(layout.appendices) > 1
    annexed = tuple(_annexed(appendix, several=several) for appendix in layout.appendices)
    return replace(root, children=(*root.children, *annexed))


def _annexed(appendix: Appendix, *, several: bool) -> Clause:
    """An appendix as a clause: `PL`, or `PL.I` where there is more than one."""
    path = f"PL.{appendix.number}" if several and appendix.number else "PL"
    grown = frozen(grow(appendix.body, "appendix"), path)
    return replace(grown, label=appendix.label, paragraphs=(*appendix.heading, *grown.paragraphs))
