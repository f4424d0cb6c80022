"""The plans of the demo, which officials see first, must be drawn from their text and read without a slip."""

import zipfile
from pathlib import Path

import pytest

from tests.plan_reader.drawing.demo import texts
from tests.plan_reader.drawing.markup import read_markup
from tests.plan_reader.drawing.word import draw_word
from thidua.plan_reader import read_plan
from thidua.plan_reader.compare import compare
from thidua.plan_reader.faults import find_faults
from thidua.plan_reader.output import as_contract

PROVINCE, COMMUNE = (path.with_suffix(".docx") for path in texts())
LOCAL = "Ủy ban nhân dân các xã, phường"
ALL = "các cơ quan, đơn vị, địa phương"
DATED = {
    "province": {
        ("VII.1", "issue_plan", ALL, "2026-10-31"),
        ("VII.1", "interim_review", ALL, "2028-Q2"),
        ("VII.2", "final_review", ALL, "2030-09-30"),
        ("VIII.1.a", "guidance", "Sở Nội vụ", "2026-11-15"),
        ("VIII.1.b", "appraisal", "Sở Nội vụ", None),
        ("VIII.1.c", "inspection", "Sở Nội vụ", "yearly"),
        ("VIII.1.d", "interim_review", "Sở Nội vụ", "2028-Q3"),
        ("VIII.1.d", "final_review", "Sở Nội vụ", "2030-Q4"),
        ("VIII.2.a", "criteria_set", "Sở Khoa học và Công nghệ", "2026-12-15"),
        ("VIII.6", "publicity", "Sở Văn hóa, Thể thao và Du lịch", "weekly"),
        ("VIII.9", "cluster_scoring", "Các cụm, khối thi đua của tỉnh", "yearly"),
        ("VIII.10.a", "register", LOCAL, "2026-11-30"),
        ("VIII.10.b", "self_assessment", LOCAL, "yearly-11-25"),
        ("VIII.11", "register", "Các doanh nghiệp, hợp tác xã", "yearly-Q1"),
        ("VIII.12", "annual_report", f"các sở, ban, ngành và {LOCAL}", "yearly-12-05"),
        ("VIII", "feedback", ALL, None),
    },
    "commune": {
        ("VII.1", "interim_review", "Ủy ban nhân dân xã", "2028-05"),
        ("VII.2", "final_review", "Ủy ban nhân dân xã", "2030-08"),
        ("VIII.1.a", "guidance", "Phòng Văn hóa - Xã hội", "2026-10-31"),
        ("VIII.1.b", "appraisal", "Phòng Văn hóa - Xã hội", None),
        ("VIII.5.a", "register", "Các thôn, trường học trên địa bàn xã", "2026-11-15"),
        ("VIII.5.b", "annual_report", "Các thôn, trường học trên địa bàn xã", "yearly-11-20"),
        ("VIII.5", "feedback", "các cơ quan, đơn vị, các thôn", None),
    },
}
COUNTS = {
    "province": {"contents": 6, "criteria": 4, "quotas": 5, "phases": 2, "targets": 5, "solutions": 4, "duties": 18},
    "commune": {"contents": 6, "criteria": 4, "quotas": 3, "phases": 2, "targets": 3, "solutions": 3, "duties": 8},
}
FILES = {"province": PROVINCE, "commune": COMMUNE}


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if not name.startswith("docProps/")}


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_the_word_file_is_drawn_from_its_text(path: Path, tmp_path: Path) -> None:
    draw_word(read_markup(path), "", tmp_path / "drawn.docx")
    assert parts(tmp_path / "drawn.docx") == parts(path.with_suffix(".docx"))
    assert path.with_suffix(".docx").stat().st_size <= 60_000


@pytest.mark.parametrize("name", FILES)
def test_all_of_it_is_read(name: str) -> None:
    read = as_contract(read_plan(FILES[name]))
    read["duties"] = [
        row for row in read["duties"] if not row["text"].startswith("Trong quá trình")
    ]  # may stand or not
    assert {field: len(read[field]) for field in COUNTS[name]} == COUNTS[name]
    found = {(row["clause"], row["kind"], row["actor"].casefold(), row["due"]) for row in read["obligations"]}
    wanted = {(clause, kind, actor.casefold(), due) for clause, kind, actor, due in DATED[name]}
    assert wanted - found == set()


@pytest.mark.parametrize("name", FILES)
def test_it_has_no_fault(name: str) -> None:
    assert [(one.kind, one.clause, one.quote) for one in find_faults(read_plan(FILES[name]))] == []


def test_the_lineage_shows_what_is_the_same_adapted_missing_and_new() -> None:
    rows = compare(read_plan(PROVINCE), read_plan(COMMUNE)).rows
    told = [row.status for row in rows if row.part == "contents"]
    assert {status: told.count(status) for status in set(told)} == {"same": 2, "adapted": 3, "missing": 1, "new": 1}
