"""Each family of faults, planted one by one into a clean plan: found where it is, and nothing else found."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from thidua.plan_reader import read_plan
from thidua.plan_reader.faults import Fault, find_faults
from thidua.plan_reader.reading import PlanReading

HERE = Path(__file__).parent
CLEAN = (HERE / "clean.txt").read_text(encoding="utf-8")
CASES = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]


def reading_of(text: str, folder: Path) -> PlanReading:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def changed(case: dict[str, Any]) -> str:
    text = CLEAN
    for old, new in case["change"]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def row(fault: Fault) -> list[str]:
    return [fault.kind, fault.clause or "", fault.quote]


def test_a_clean_plan_has_no_faults(tmp_path: Path) -> None:
    assert find_faults(reading_of(CLEAN, tmp_path)) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_planted_fault_is_found_and_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    reading = reading_of(changed(case), tmp_path)
    faults = find_faults(reading)
    assert [row(fault) for fault in faults] == case.get("finds", [])
    for fault in faults:
        assert fault.severity == case.get("severity", "warning")
        assert " ".join(reading.source.text[fault.span.start : fault.span.end].split()) == fault.quote
        assert fault.message.endswith(".")
        assert fault.advice.endswith(".")
