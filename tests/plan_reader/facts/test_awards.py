"""Awards, occasions and quotas in lists, sentences and tables."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan_reader.facts.trees import clause, part, passage, plan, table
from thidua.plan_reader.facts.awards import find_awards
from thidua.plan_reader.facts.quotas import find_quotas
from thidua.plan_reader.phrases.forms import find_forms
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Clause


def codes(sentence: str, level: str | None = None) -> list[str]:
    return [form.code for form in find_forms(wording(passage(sentence)), {"level": level})]


def awards(root: Clause) -> list[tuple[Any, ...]]:
    return [(fact.clause, fact.values["occasion"], list(fact.values["forms"])) for fact in find_awards(root, {})]


def quotas(root: Clause) -> list[tuple[Any, ...]]:
    keys = ("form", "occasion", "year", "collectives", "individuals", "items")
    return [(fact.clause, *(fact.values[key] for key in keys)) for fact in find_quotas(root, {})]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Huân chương Lao động hạng Ba", "labour_order"),
        ("Cờ thi đua của Chính phủ", "government_flag"),
        ("Bằng khen của Thủ tướng Chính phủ", "pm_certificate"),
        ("Cờ thi đua của Bộ Y tế", "ministry_flag"),
        ("Bằng khen của Bộ trưởng Bộ Y tế", "ministry_certificate"),
        ("Thống đốc Ngân hàng Nhà nước tặng Bằng khen", "ministry_certificate"),
        ("Giấy khen của Trung đoàn trưởng", "unit_certificate"),
        ("Giấy khen của Chỉ huy trưởng", "unit_certificate"),
        ("Chỉ huy trưởng tặng Giấy khen", "unit_certificate"),
        ("Cờ thi đua của bộ, ban, ngành, tỉnh", "ministry_or_province_flag"),
        ("Bằng khen cấp bộ, cấp tỉnh", "ministry_or_province_certificate"),
        ("Cờ thi đua của Ủy ban nhân dân tỉnh", "province_flag"),
        ("Bằng khen của Chủ tịch UBND thành phố", "province_certificate"),
        ("Giấy khen của Chủ tịch Ủy ban nhân dân huyện", "district_certificate"),
        ("Giấy khen của Chủ tịch Ủy ban nhân dân phường", "commune_certificate"),
        ("Giấy khen của Hiệu trưởng", "unit_certificate"),
        ("Giấy khen của Giám đốc Sở", "unit_certificate"),
        ("Cờ thi đua của Tổng công ty", "enterprise_flag"),
        ("Giấy khen của Tổng Giám đốc", "enterprise_certificate"),
        ("Giấy khen", "certificate_of_commendation"),
        ("Khen thưởng cấp Nhà nước", "state_awards"),
        ("Chủ tịch UBND tỉnh tặng Bằng khen", "province_certificate"),
    ],
)
def test_each_form_by_its_giver(sentence: str, code: str) -> None:
    assert codes(sentence) == [code]


def test_a_giver_ends_where_a_count_begins() -> None:
    forms = find_forms(wording(passage("Cờ thi đua của Ủy ban nhân dân tỉnh Tối đa 05 cờ")), {})
    assert [form.owner for form in forms] == ["Ủy ban nhân dân tỉnh"]


def test_a_director_is_the_firms_in_a_firms_plan() -> None:
    assert codes("Giấy khen của Giám đốc", "enterprise") == ["enterprise_certificate"]
    assert codes("Giấy khen của Giám đốc", "agency") == ["unit_certificate"]


def test_a_committee_without_a_level_is_the_issuers() -> None:
    assert codes("Giấy khen của Chủ tịch UBND", "commune") == ["commune_certificate"]
    assert codes("Giấy khen của Chủ tịch UBND") == []


def test_a_title_and_a_giver_unnamed_are_no_form() -> None:
    assert codes("danh hiệu Chiến sĩ thi đua cơ sở, Bằng khen") == []


def test_names_in_a_list_belong_to_the_occasion_above() -> None:
    names = (clause("IV.1.1.1", "Cờ thi đua của tỉnh;", kind="dash"), clause("IV.1.1.2", "Giấy khen.", kind="dash"))
    forms = clause("IV.1.1", "Hình thức khen thưởng", children=names, kind="dash")
    root = plan(part("IV", "KHEN THƯỞNG", children=(clause("IV.1", "Khen thưởng tổng kết", children=(forms,)),)))
    assert awards(root) == [("IV.1", "final", ["province_flag", "certificate_of_commendation"])]


def test_a_clause_may_name_two_occasions_and_no_form() -> None:
    item = clause("IV.1", "Khen thưởng hằng năm và khen thưởng sơ kết", "Thực hiện khen thưởng theo thẩm quyền.")
    assert awards(plan(part("IV", "KHEN THƯỞNG", children=(item,)))) == [
        ("IV.1", "annual", []),
        ("IV.1", "interim", []),
    ]


def test_a_form_above_its_occasions() -> None:
    years = (
        clause("IV.1.a", "Khen thưởng hằng năm: Tối đa 15 tập thể, 20 cá nhân."),
        clause("IV.1.b", "Khen thưởng sơ kết năm 2028: hai mươi tập thể."),
    )
    form = clause("IV.1", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", children=years)
    root = plan(part("IV", "SỐ LƯỢNG KHEN THƯỞNG", children=(form,)))
    assert quotas(root) == [
        ("IV.1.a", "province_certificate", "annual", None, 15, 20, None),
        ("IV.1.b", "province_certificate", "interim", 2028, 20, None, None),
    ]


def test_quotas_in_one_sentence_each_with_its_numbers() -> None:
    words = (
        "Hằng năm, Hiệu trưởng tặng Giấy khen cho 10 tập thể, 120 học sinh và đề nghị Chủ tịch UBND xã "
        "tặng Giấy khen cho 05 giáo viên."
    )
    assert quotas(plan(part("V", "KHEN THƯỞNG", words))) == [
        ("V", "unit_certificate", "annual", None, 10, 120, None),
        ("V", "commune_certificate", "annual", None, None, 5, None),
    ]


def test_every_occasion_has_its_own_year() -> None:
    words = "Sơ kết (năm 2028) và tổng kết (năm 2030): đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 08 tập thể."
    assert [row[2:4] for row in quotas(plan(part("V", "KHEN THƯỞNG", words)))] == [("interim", 2028), ("final", 2030)]


def test_quotas_in_a_table_by_row_or_by_column() -> None:
    by_row = table("C", "Hình thức | Dịp | Tập thể | Cá nhân", "Giấy khen của Giám đốc Sở | Hằng năm | 12 | 25")
    by_column = table("C", "Hình thức | Hằng năm | Tổng kết năm 2027", "Cờ thi đua của Tổng công ty | 02 cờ | 03 cờ")
    assert quotas(plan(part("C", "KHEN THƯỞNG", children=(by_row,)))) == [
        ("C.1", "unit_certificate", "annual", None, 12, 25, None)
    ]
    assert quotas(plan(part("C", "KHEN THƯỞNG", children=(by_column,)))) == [
        ("C.1", "enterprise_flag", "annual", None, None, None, 2),
        ("C.1", "enterprise_flag", "final", 2027, None, None, 3),
    ]


def test_dossiers_and_years_are_no_households() -> None:
    item = clause("IV.1", "Hằng năm nộp 02 hồ sơ: Giấy khen của Hiệu trưởng cho 3 tập thể.")
    [row] = quotas(plan(part("IV", "KHEN THƯỞNG", children=(item,))))
    assert row[4:] == (3, None, None)


def test_a_share_is_no_quota() -> None:
    item = clause("IV.1", "Hằng năm: Giấy khen của Hiệu trưởng cho không quá 20% giáo viên.")
    assert quotas(plan(part("IV", "KHEN THƯỞNG", children=(item,)))) == []
