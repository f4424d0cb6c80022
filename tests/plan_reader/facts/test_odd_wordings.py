"""Rarer ways in which plans say the same things."""

from __future__ import annotations

from typing import Any

from tests.plan_reader.facts.trees import clause, part, plan, table
from thidua.plan_reader.facts.criteria import find_criteria
from thidua.plan_reader.facts.duties import find_duties
from thidua.plan_reader.facts.obligations import find_obligations
from thidua.plan_reader.facts.quotas import find_quotas
from thidua.plan_reader.facts.targets import find_targets
from thidua.plan_reader.reading import Clause


def rows(finder: Any, root: Clause, *keys: str) -> list[tuple[Any, ...]]:
    return [(fact.clause, *(fact.values[key] for key in keys)) for fact in finder(root, {})]


def section(title: str, *items: Clause) -> Clause:
    return plan(part("V", title, children=items))


def test_criteria_behind_a_colon_on_the_line_of_their_audience() -> None:
    root = section(
        "TIÊU CHUẨN BÌNH XÉT",
        clause("V.a", "Tập thể: Đạt từ 85 điểm; đoàn kết."),
        clause("V.b", "Cá nhân: Có sáng kiến."),
    )
    found = list(find_criteria(root, {}))
    assert [fact.values["audience"] for fact in found if fact.field == "criteria"] == ["units", "individuals"]
    assert [fact.values["text"] for fact in found if fact.field == "criteria_items"][1] == "Có sáng kiến."


def test_criteria_in_general_stand_beside_those_of_an_audience() -> None:
    general = clause("V.1", "Tiêu chí chung", children=(clause("V.1.a", "Chấp hành pháp luật."),))
    special = clause(
        "V.2",
        "Tiêu chí đối với cá nhân",
        children=(clause("V.2.a", "Có sáng kiến:", children=(clause("V.2.a.1", "cấp cơ sở;"),)),),
    )
    found = list(find_criteria(section("TIÊU CHÍ THI ĐUA", general, special), {}))
    assert [(fact.clause, fact.confidence < 0.6) for fact in found if fact.field == "criteria"] == [
        ("V.1", True),
        ("V.2", False),
    ]
    assert [fact.clause for fact in found if fact.field == "criteria_items"] == ["V.1.a", "V.2.a.1"]


def test_those_asked_in_the_sentence_before_are_to_give_feedback() -> None:
    asked = "Trên đây là Kế hoạch, yêu cầu các khoa, phòng nghiêm túc thực hiện."
    tail = f"{asked} Nếu có vướng mắc, báo cáo Giám đốc (qua Phòng Hành chính)./."
    [fact] = find_obligations(plan(part("V", "TỔ CHỨC THỰC HIỆN", tail=tail)), {})
    assert (fact.values["actor"], fact.values["to"], fact.values["via"]) == (
        "các khoa, phòng",
        "Giám đốc",
        "Phòng Hành chính",
    )


def test_feedback_from_nobody_named_is_doubted() -> None:
    [fact] = find_obligations(
        plan(part("V", "TỔ CHỨC THỰC HIỆN", tail="Nếu có vướng mắc, kịp thời phản ánh về Sở Nội vụ./.")), {}
    )
    assert fact.values["actor"] is None
    assert fact.confidence < 0.6


def test_a_closing_paragraph_under_the_last_item_is_no_part_of_it() -> None:
    last = clause(
        "V.1", "Phòng Tài chính bố trí kinh phí.", "Nếu có vướng mắc, các đơn vị báo ngay về Phòng Kinh tế./."
    )
    root = section("PHÂN CÔNG", last)
    assert rows(find_duties, root, "text") == [("V.1", "Phòng Tài chính bố trí kinh phí.")]
    assert ("V", "feedback", "Phòng Kinh tế") in rows(find_obligations, root, "kind", "to")


def test_an_empty_cell_goes_on_with_the_one_above() -> None:
    tasks = table(
        "V", "Cơ quan chủ trì | Nhiệm vụ", "Sở Nội vụ | Hướng dẫn hồ sơ", " | Tham mưu sơ kết", "Tổng cộng | 2"
    )
    assert [row[1] for row in rows(find_duties, section("PHÂN CÔNG NHIỆM VỤ", tasks), "actor")] == [
        "Sở Nội vụ",
        "Sở Nội vụ",
    ]


def test_numbers_without_a_form_take_the_only_one_of_their_occasion_with_doubt() -> None:
    forms = clause("V.1", "Khen thưởng hằng năm: Giấy khen của Hiệu trưởng.")
    numbers = clause("V.2", "Khen thưởng hằng năm: tối đa 5 tập thể.")
    [fact] = find_quotas(section("KHEN THƯỞNG", forms, numbers), {})
    assert (fact.clause, fact.values["form"], fact.values["collectives"]) == ("V.2", "unit_certificate", 5)
    assert fact.confidence < 0.6


def test_figures_as_a_share_of_all_in_words_and_in_any_unit() -> None:
    items = (
        clause("V.1", "Năm 2028 có 12/12 thôn đạt chuẩn văn minh."),
        clause("V.2", "Mỗi khoa có ít nhất một sáng kiến."),
        clause("V.3", "Tỷ lệ hài lòng đạt 92% năm 2026, 95% năm 2028."),
        clause("V.4", "Xây mới 5 nhịp cầu trước ngày 02/9/2027."),
    )
    found = rows(find_targets, section("CHỈ TIÊU", *items), "value", "unit", "due")
    assert found == [
        ("V.1", 12, "thôn", "2028"),
        ("V.2", 1, "sáng kiến", None),
        ("V.3", 92, "%", "2026"),
        ("V.3", 95, "%", "2028"),
        ("V.4", 5, "nhịp", "2027-09-02"),
    ]
