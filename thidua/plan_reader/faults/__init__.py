"""The plan's own faults: one finder for each family; no finding without its quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from thidua.plan_reader.faults.abbreviations import find_abbreviations
from thidua.plan_reader.faults.awards import find_awards
from thidua.plan_reader.faults.bodies import find_bodies
from thidua.plan_reader.faults.duties import find_duties
from thidua.plan_reader.faults.encoding import find_encoding
from thidua.plan_reader.faults.fault import Fault, Plan, Severity
from thidua.plan_reader.faults.levels import find_levels
from thidua.plan_reader.faults.numbering import find_numbering
from thidua.plan_reader.faults.phases import find_phases
from thidua.plan_reader.faults.recipients import find_recipients
from thidua.plan_reader.faults.references import find_references
from thidua.plan_reader.faults.short_forms import find_short_forms
from thidua.plan_reader.faults.slips import find_slips
from thidua.plan_reader.faults.spacing import find_spacing
from thidua.plan_reader.faults.spellings import find_spellings
from thidua.plan_reader.reading import PlanReading

__all__ = ["FAULTS", "Fault", "Severity", "find_faults"]

MOST = 50  # of one kind: more tell of a broken file, not of a plan
FAULTS: tuple[Callable[[Plan], Iterator[Fault]], ...] = (
    find_numbering,
    find_phases,
    find_duties,
    find_bodies,
    find_levels,
    find_short_forms,
    find_abbreviations,
    find_references,
    find_awards,
    find_recipients,
    find_spellings,
    find_slips,
    find_spacing,
    find_encoding,
)


def find_faults(reading: PlanReading) -> tuple[Fault, ...]:
    """All faults in printed order, the graver first where two stand at one place; `MOST` of a kind at the most."""
    plan = Plan(reading)
    found = {fault for finder in FAULTS for fault in finder(plan)}
    kinds: Counter[str] = Counter()
    kept = []
    for fault in sorted(found, key=_order):
        kinds[fault.kind] += 1
        if kinds[fault.kind] <= MOST:
            kept.append(fault)
    return tuple(kept)


def _order(fault: Fault) -> tuple[int, int, str, str]:
    return fault.span.start, ("error", "warning", "note").index(fault.severity), fault.kind, fault.message
