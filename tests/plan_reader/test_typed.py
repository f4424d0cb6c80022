"""Invented plans typed straight into text, in four more layouts: judged by hand before the reader ever saw them."""

import json
from pathlib import Path

import pytest

from tests.plan_reader.drawing.examine import can_score, examine

PLANS = sorted((Path(__file__).parent / "typed").glob("*.txt"))


@pytest.mark.skipif(not can_score(), reason="the contract's score program does not stand beside this checkout")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_typed_plan_is_read_well(path: Path) -> None:
    mark = examine(path, json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    assert mark.score >= 95, mark.weak()
