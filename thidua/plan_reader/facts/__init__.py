"""The finders: each reads one kind of fact from the clause tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from thidua.plan_reader.facts.awards import find_awards
from thidua.plan_reader.facts.contents import find_contents
from thidua.plan_reader.facts.criteria import find_criteria
from thidua.plan_reader.facts.duties import find_duties
from thidua.plan_reader.facts.obligations import find_obligations
from thidua.plan_reader.facts.phases import find_phases
from thidua.plan_reader.facts.quotas import find_quotas
from thidua.plan_reader.facts.references import find_references
from thidua.plan_reader.facts.scoring import find_scoring
from thidua.plan_reader.facts.solutions import find_solutions
from thidua.plan_reader.facts.targets import find_targets
from thidua.plan_reader.reading import Clause, Fact

FINDERS: tuple[Callable[[Clause, Mapping[str, Any]], Iterator[Fact]], ...] = (
    find_references,
    find_contents,
    find_criteria,
    find_awards,
    find_quotas,
    find_phases,
    find_obligations,
    find_solutions,
    find_duties,
    find_targets,
    find_scoring,
)
