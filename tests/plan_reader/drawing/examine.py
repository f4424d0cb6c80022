"""Scores a reading against what a careful official expects, with the contract's own score."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.plan_reader.drawing.renderings import CORPUS
from thidua.plan_reader import read_plan
from thidua.plan_reader.output import as_contract

SHARED = Path(__file__).resolve().parents[4] / "shared"


@dataclass(frozen=True)
class Mark:
    """A score out of 100 and the fields that lost points, worst first."""

    score: float
    fields: dict[str, float]

    def weak(self, below: float = 0.995) -> str:
        """The weak fields in words."""
        low = sorted((value, name) for name, value in self.fields.items() if value < below)
        return " ".join(f"{name}={value:.2f}" for value, name in low)


def can_score() -> bool:
    """Say whether the score program stands beside this checkout."""
    return (SHARED / "gold/score.py").is_file()


@lru_cache
def _program() -> ModuleType:
    stated = importlib.util.spec_from_file_location("contract_score", SHARED / "gold/score.py")
    assert stated is not None
    assert stated.loader is not None
    module = importlib.util.module_from_spec(stated)
    stated.loader.exec_module(module)
    return module


def seeds() -> tuple[Path, ...]:
    """The real plans, where they stand beside this checkout."""
    return tuple(sorted((SHARED / "seeds").glob("*.txt")))


def expected(slug: str) -> Any:
    """What the plan of the corpus says."""
    return json.loads((CORPUS / slug / "expected.json").read_text(encoding="utf-8"))


def examine(path: Path, wanted: Any) -> Mark:
    """Read the file and score it."""
    read = json.loads(json.dumps(as_contract(read_plan(path)), ensure_ascii=False))
    fields, score = _program().score(read, wanted)
    return Mark(score, {name: found["score"] for name, found in fields.items()})


def examine_seed(path: Path) -> Mark:
    """Read a real plan and score it against its gold."""
    gold = SHARED / "gold" / f"{path.stem}.json"
    return examine(path, json.loads(gold.read_text(encoding="utf-8")))
