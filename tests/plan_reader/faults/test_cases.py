"""Each family of faults, planted one by one into a clean plan: found where it is, and nothing else found."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import replace
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


def test_a_province_does_not_speak_of_itself_as_a_commune(tmp_path: Path) -> None:
    text = CLEAN.replace("XÃ MÂY KHÊ", "TỈNH MÂY KHÊ").replace("Ủy ban nhân dân xã", "Ủy ban nhân dân tỉnh")
    text = text.replace("ao hồ.", "ao hồ, tạo sự lan tỏa trong toàn xã.")
    found = find_faults(reading_of(text, tmp_path))
    assert ["wrong_level", "II.2", "toàn xã"] in [row(fault) for fault in found]
    society = find_faults(reading_of(text.replace("trong toàn xã.", "trong toàn xã hội."), tmp_path))
    assert [fault for fault in society if "toàn xã" in fault.quote] == []


def test_a_phrase_of_a_date_that_no_calendar_has_is_no_date(tmp_path: Path) -> None:
    reading = reading_of(CLEAN.replace("ngày 12 tháng 3", "ngày 31 tháng 02"), tmp_path)
    assert [fault for fault in find_faults(reading) if fault.severity == "error"] == []


def test_of_a_scan_no_numbering_is_told_and_slips_are_only_noted(tmp_path: Path) -> None:
    text = CLEAN.replace("3. Thi đua xây dựng", "4. Thi đua xây dựng").replace("Phấn đấu", "Phân đấu")
    reading = reading_of(text, tmp_path)
    assert {fault.kind for fault in find_faults(reading)} == {"skipped_number", "likely_slip"}
    scanned = replace(reading, source=replace(reading.source, origin="scan"))
    assert [(fault.kind, fault.severity) for fault in find_faults(scanned)] == [("likely_slip", "note")]


def test_text_that_is_not_nfc_is_told_once(tmp_path: Path) -> None:
    reading = reading_of(unicodedata.normalize("NFD", CLEAN), tmp_path)
    (fault,) = find_faults(reading)
    assert (fault.kind, fault.quote) == ("not_nfc", "ỦY")
