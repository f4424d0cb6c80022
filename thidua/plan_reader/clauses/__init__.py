"""The body of a plan as a tree of clauses, each with the id that the contract gives it."""

from __future__ import annotations

from dataclasses import replace

from thidua.plan_reader.clauses.tree import frozen, grow
from thidua.plan_reader.clauses.unnumbered import counted
from thidua.plan_reader.layout import Appendix, Layout
from thidua.plan_reader.reading import Clause


def read_clauses(layout: Layout) -> Clause:
    """The document as a clause: what covers it, its body's clauses, its appendices, its footnotes."""
    root = frozen(grow(counted(layout.body)), "")
    several = len(layout.appendices) > 1
    annexed = tuple(_annexed(appendix, several=several) for appendix in layout.appendices)
    notes = tuple(Clause("", "", (note,), kind="note") for note in layout.footnotes)
    return replace(root, children=(*_cover(layout.cover), *root.children, *annexed, *notes))


def _cover(cover: Layout | None) -> tuple[Clause, ...]:
    """The decision that the plan is annexed to, as one clause without an id: cited from, not read as the plan."""
    if cover is None:
        return ()
    return (Clause("", "", tuple(paragraph.passage for paragraph in cover.body), kind="cover"),)


def _annexed(appendix: Appendix, *, several: bool) -> Clause:
    """An appendix as a clause: `PL`, or `PL.I` where there is more than one."""
    path = f"PL.{appendix.number}" if several and appendix.number else "PL"
    grown = frozen(grow(appendix.body, "appendix"), path)
    return replace(grown, label=appendix.label, paragraphs=(*appendix.heading, *grown.paragraphs))
