"""Sections under other names and in any order; what stands in them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan_reader.facts.trees import clause, part, passage, plan, table
from thidua.plan_reader.facts import FINDERS
from thidua.plan_reader.facts.contents import find_contents
from thidua.plan_reader.facts.criteria import find_criteria
from thidua.plan_reader.facts.phases import find_phases
from thidua.plan_reader.facts.scoring import find_scoring
from thidua.plan_reader.facts.solutions import find_solutions
from thidua.plan_reader.facts.targets import find_targets
from thidua.plan_reader.phrases.sections import Topic, announced


@pytest.mark.parametrize(
    ("heading", "topics"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", {Topic.PURPOSE}),
        ("NHỮNG NỘI DUNG TẬP TRUNG THI ĐUA", {Topic.CONTENTS}),
        ("NHIỆM VỤ THI ĐUA TRỌNG TÂM", {Topic.CONTENTS}),
        ("TIÊU CHÍ BÌNH XÉT", {Topic.CRITERIA}),
        ("TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG", {Topic.CRITERIA, Topic.AWARDS}),
        ("HÌNH THỨC, SỐ LƯỢNG VÀ MỨC THƯỞNG", {Topic.AWARDS}),
        ("SỐ LƯỢNG KHEN THƯỞNG", {Topic.AWARDS}),
        ("LỘ TRÌNH", {Topic.PHASES}),
        ("CÁC BƯỚC TIẾN HÀNH", {Topic.PHASES}),
        ("THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN", {Topic.PHASES, Topic.DUTIES}),
        ("BIỆN PHÁP THỰC HIỆN", {Topic.SOLUTIONS}),
        ("PHÂN CÔNG NHIỆM VỤ", {Topic.DUTIES}),
        ("NHIỆM VỤ CỦA CÁC ĐƠN VỊ", {Topic.DUTIES}),
        ("CHỈ TIÊU PHẤN ĐẤU", {Topic.TARGETS}),
        ("BẢNG ĐIỂM THI ĐUA", {Topic.SCORING}),
        ("ĐẶC ĐIỂM TÌNH HÌNH", set()),
    ],
)
def test_a_heading_under_any_name(heading: str, topics: set[Topic]) -> None:
    assert announced(passage(heading)) == topics


def test_an_item_about_awards_is_no_section_on_awards() -> None:
    assert announced(passage("Thi đua đổi mới quản lý, khen thưởng kịp thời"), part=False) == frozenset()


def test_contents_leave_out_what_stands_beside_them() -> None:
    inner = clause("II.2", "Nội dung thi đua", children=(clause("II.2.a", "Thi đua lao động giỏi."),))
    beside = clause("II.1", "Đối tượng thi đua", "Toàn thể người lao động.")
    root = plan(part("II", "NỘI DUNG PHONG TRÀO", children=(beside, inner)))
    assert [fact.clause for fact in find_contents(root, {})] == ["II.2.a"]


def test_solutions_come_only_from_a_section_named_so() -> None:
    items = (clause("IV.1", "Tăng cường lãnh đạo."),)
    assert len(list(find_solutions(plan(part("IV", "GIẢI PHÁP THỰC HIỆN", children=items)), {}))) == 1
    assert list(find_solutions(plan(part("IV", "TỔ CHỨC THỰC HIỆN", children=items)), {})) == []


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ("Đối với các cơ quan, đơn vị, địa phương", "units"),
        ("Với Mặt trận Tổ quốc và các đoàn thể", "front"),
        ("Đối với doanh nghiệp, hợp tác xã", "enterprises"),
        ("Đối với cán bộ, giáo viên, học sinh", "individuals"),
        ("Tiêu chí đối với tập thể", "units"),
    ],
)
def test_whom_criteria_are_for(heading: str, audience: str) -> None:
    group = clause("III.1", heading, children=(clause("III.1.a", "Hoàn thành nhiệm vụ."),))
    first, second = find_criteria(plan(part("III", "TIÊU CHÍ THI ĐUA", children=(group,))), {})
    assert (first.values["audience"], first.values["heading"]) == (audience, heading)
    assert (second.field, second.values["group"], second.clause) == ("criteria_items", "III.1", "III.1.a")


def test_criteria_for_nobody_named_are_doubted() -> None:
    root = plan(part("III", "TIÊU CHÍ", children=(clause("III.1", "Hoàn thành nhiệm vụ."),)))
    assert next(iter(find_criteria(root, {}))).confidence < 0.6


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Giai đoạn 1 (từ 2026 - 2028)", [(2026, 2028)]),
        ("Giai đoạn II: từ tháng 01/2027 đến tháng 12/2027", [(2027, 2027)]),
        ("Đợt 2 (từ 21/11/2026 đến 15/01/2027): thi đua ôn tập.", [(2026, 2027)]),
        ("Gồm: giai đoạn 1 từ năm 2026 đến năm 2028; giai đoạn 2 từ 2028 - 2030.", [(2026, 2028), (2028, 2030)]),
        ("từ năm 2026 đến năm 2028 là giai đoạn thứ nhất.", [(2026, 2028)]),
        ("Năm 2026: phát động phong trào.", [(2026, 2026)]),
        ("Đánh giá kết quả giai đoạn 1, chuẩn bị tổng kết vào năm 2030.", []),
        ("Phong trào thực hiện theo Kế hoạch giai đoạn 2026 - 2030.", []),
    ],
)  # fmt: skip
def test_phases_in_any_wording(sentence: str, years: list[tuple[int, int]]) -> None:
    root = plan(part("V", "THỜI GIAN THỰC HIỆN", children=(clause("V.1", sentence),)))
    assert [(fact.values["start"], fact.values["end"]) for fact in find_phases(root, {})] == years


def targets(root: Any) -> list[tuple[Any, ...]]:
    keys = ("indicator", "value", "unit", "due")
    return [tuple(fact.values[key] for key in keys) for fact in find_targets(root, {})]


def test_targets_in_sentences() -> None:
    items = (
        clause("I.1", "Đến năm 2027, tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên; 100% cơ quan đăng ký."),
        clause("I.2", "Sản lượng điện: năm 2026 đạt 520 triệu kWh; năm 2027 đạt 540 triệu kWh."),
    )
    assert targets(plan(part("I", "CHỈ TIÊU", children=items))) == [
        ("tỷ lệ hồ sơ đúng hạn", 98, "%", "2027"),
        ("cơ quan đăng ký", 100, "%", "2027"),
        ("Sản lượng điện", 520, "triệu kWh", "2026"),
        ("Sản lượng điện", 540, "triệu kWh", "2027"),
    ]


def test_targets_in_a_table() -> None:
    rows = table("I", "Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027", "Năng suất lao động | % | 6,5 | 8")
    assert targets(plan(part("I", "MỤC TIÊU", children=(rows,)))) == [
        ("Năng suất lao động", 6.5, "%", "2026"),
        ("Năng suất lao động", 8, "%", "2027"),
    ]


def test_scores_in_a_table_and_in_a_list() -> None:
    rows = table("PL", "Tiêu chí chấm điểm | Điểm tối đa", "Chuyên cần | 20", "Vệ sinh | 7,5", "Tổng cộng | 100")
    items = (clause("V.1", "Nền nếp (30 điểm)"), clause("V.2", "Học tập: tối đa 40 điểm."))
    root = plan(part("V", "CÁCH TÍNH ĐIỂM", children=items), clause("PL", "PHỤ LỤC", children=(rows,), kind="appendix"))
    found = [(fact.values["criterion"], fact.values["max_points"]) for fact in find_scoring(root, {})]
    assert sorted(found) == [("Chuyên cần", 20), ("Học tập", 40), ("Nền nếp", 30), ("Vệ sinh", 7.5)]


def test_a_section_with_a_name_of_its_own_is_told_by_its_items() -> None:
    items = (clause("II.1", "Thi đua phân loại rác."), clause("II.2", "Thi đua trồng cây xanh."))
    facts = list(find_contents(plan(part("II", "CHÚNG TA LÀM GÌ", children=items)), {}))
    assert [fact.clause for fact in facts] == ["II.1", "II.2"]
    assert all(fact.confidence < 0.8 for fact in facts)
    story = (clause("I.1", "Nhà trường có 26 lớp."), clause("I.2", "Cơ sở vật chất còn thiếu."))
    assert targets(plan(part("I", "ĐẶC ĐIỂM TÌNH HÌNH", children=story))) == []


def test_finders_survive_an_empty_plan_and_empty_clauses() -> None:
    odd = part(
        "I", "", children=(clause("I.1"), clause("I.2", "", ""), clause("I.3", kind="table"), clause("I.4", kind="row"))
    )
    for root in (plan(), plan(odd), plan(part("II", "KHEN THƯỞNG", children=(odd,)))):
        assert [fact for finder in FINDERS for fact in finder(root, {})] == []
