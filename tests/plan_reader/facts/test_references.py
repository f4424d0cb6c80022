"""Documents cited: one number, one row, with what all mentions say."""

from __future__ import annotations

from typing import Any

from tests.plan_reader.facts.trees import clause, part, plan
from thidua.plan_reader.facts.references import find_references


def cited(*sentences: str, number: str | None = None) -> list[dict[str, Any]]:
    root = plan(part("I", "CĂN CỨ", *sentences))
    return [dict(fact.values) for fact in find_references(root, {"number": number})]


def test_number_kind_issuer_and_day() -> None:
    [one] = cited("Thực hiện Kế hoạch hành động số 66-KH/TU ngày 26/4/2026 của Ban Thường vụ Tỉnh ủy về chuyển đổi số.")
    assert one == {
        "number": "66-KH/TU",
        "kind": "Kế hoạch hành động",
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "date": "2026-04-26",
    }


def test_the_day_may_come_after_the_issuer() -> None:
    [one] = cited("Căn cứ Quyết định số 18/QĐ-TTg của Thủ tướng Chính phủ ngày 02 tháng 3 năm 2026 phê duyệt Đề án")
    assert (one["issuer"], one["date"]) == ("Thủ tướng Chính phủ", "2026-03-02")


def test_a_broken_number_is_one_and_a_short_form_is_none() -> None:
    found = cited(
        "Nghị quyết số 57- NQ/TW của Bộ Chính trị (gọi tắt là Nghị quyết số 57)", "thực hiện Nghị quyết số 57."
    )
    assert [one["number"] for one in found] == ["57-NQ/TW"]


def test_a_list_shares_its_kind_and_its_issuer() -> None:
    found = cited("các Nghị quyết số 66-NQ/TW ngày 30/4/2025, số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị")
    assert [one["kind"] for one in found] == ["Nghị quyết"] * 2
    assert [one["issuer"] for one in found] == ["Bộ Chính trị"] * 2
    assert [one["date"] for one in found] == ["2025-04-30", "2025-05-04"]


def test_a_later_mention_tells_what_the_first_did_not() -> None:
    found = cited("theo Kế hoạch số 12/KH-UBND", "Kế hoạch số 12/KH-UBND ngày 01/02/2026 của UBND tỉnh về thi đua")
    assert found == [{"number": "12/KH-UBND", "kind": "Kế hoạch", "issuer": "UBND tỉnh", "date": "2026-02-01"}]


def test_two_days_for_one_number_are_doubted() -> None:
    root = plan(part("I", "CĂN CỨ", "Kế hoạch số 9/KH-UBND ngày 01/02/2026", "Kế hoạch số 9/KH-UBND ngày 02/02/2026"))
    [fact] = find_references(root, {})
    assert fact.confidence < 0.6
    assert fact.about


def test_the_plan_does_not_cite_itself() -> None:
    assert cited("(Kèm theo Quyết định số 5/QĐ-UBND ngày 01/02/2026)", number="5/QĐ-UBND") == []


def test_what_is_no_document() -> None:
    assert cited("ngày 14/5/2025, trực 24/7, đạt 4/5 tổ, công nghệ 5G, mẫu số 01/TĐ") == []


def test_footnotes_and_covers_are_read_too() -> None:
    note = clause("", "Chỉ thị số 7-CT/TU ngày 03/3/2026 của Ban Thường vụ Thành ủy;", kind="note")
    [fact] = find_references(plan(part("I", "NỘI DUNG"), note), {})
    assert fact.values["number"] == "7-CT/TU"
