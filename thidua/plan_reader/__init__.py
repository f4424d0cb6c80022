"""A plan in, a reading out: every fact with its clause and the exact place of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from thidua.plan_reader.reading import Fact, PlanReading, Source

Progress = Callable[[int, int], None]

# The stages are loaded when the first plan is read: a process that has plans read in another one needs none of them.


def read_plan(path: Path, *, progress: Progress | None = None) -> PlanReading:
    """Read a plan from a file; raises NotReadable and nothing else."""
    from thidua.plan_reader.sources import open_source
    from thidua.plan_reader.sources.refusals import refused

    try:
        return read_source(open_source(path, progress=progress))
    except (MemoryError, RecursionError) as error:
        raise refused("too_hungry") from error


def read_source(source: Source) -> PlanReading:
    """Read a plan from its text: layout, clause tree, heading, then one finder after the other."""
    from thidua.plan_reader.clauses import read_clauses
    from thidua.plan_reader.facts import FINDERS
    from thidua.plan_reader.genre import is_plan
    from thidua.plan_reader.heading import read_heading
    from thidua.plan_reader.layout import lay_out
    from thidua.plan_reader.sources.refusals import refused

    layout = lay_out(source)
    root = read_clauses(layout)
    if not is_plan(source, root):
        raise refused("not_a_plan")
    heading = tuple(read_heading(layout, root))
    known = _values(heading)
    found = chain.from_iterable(finder(root, known) for finder in FINDERS)
    return PlanReading(source, root, tuple(fact for fact in (*heading, *found) if fact.spans))  # no place, no fact


def _values(heading: Iterable[Fact]) -> dict[str, Any]:
    """What the finders may know of the document as a whole: scalars plain, signer and period by their keys."""
    known: dict[str, Any] = {}
    for fact in heading:
        if fact.field != "recipients":
            known[fact.field] = fact.values["value"] if "value" in fact.values else dict(fact.values)
    return known
