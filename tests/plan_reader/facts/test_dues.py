"""When: days, rhythms, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.plan_reader.facts.trees import passage
from thidua.plan_reader.phrases.dues import find_dues
from thidua.plan_reader.phrases.wording import wording


def dues(sentence: str, year: int | None = None) -> list[str]:
    words = wording(passage(sentence))
    found = find_dues(words, 0, len(words.text), year=year)
    assert all(words.text[due.start : due.end].strip() for due in found)
    return [due.value for due in found]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("gửi báo cáo trước ngày 15/11 hằng năm", "yearly-11-15"),
        ("gửi báo cáo trước ngày 15 tháng 11 hàng năm", "yearly-11-15"),
        ("Định kỳ hằng năm, các đơn vị báo cáo trước ngày 05/12", "yearly-12-05"),
        ("đăng ký thi đua trong quý I hằng năm", "yearly-Q1"),
        ("hoàn thành trong quý III năm 2027", "2027-Q3"),
        ("hoàn thành Quý IV/2027", "2027-Q4"),
        ("xong trước ngày 30/7/2025", "2025-07-30"),
        ("chậm nhất ngày 02 tháng 9 năm 2026", "2026-09-02"),
        ("trong tháng 9 năm 2025", "2025-09"),
        ("tiến hành sơ kết vào năm 2027", "2027"),
        ("tổng kết phong trào năm 2030", "2030"),
        ("báo cáo hằng quý", "quarterly"),
        ("mỗi tháng một lần", "monthly"),
        ("vào thứ Sáu hằng tuần", "weekly"),
        ("cập nhật hằng ngày", "daily"),
        ("định kỳ 6 tháng một lần", "every-6-months"),
        ("sơ kết hai năm một lần", "every-2-years"),
        ("kiểm tra mỗi học kỳ một lần", "every-6-months"),
        ("là tiêu chí chấm điểm hàng năm", "yearly"),
    ],
)
def test_each_way_to_say_when(sentence: str, value: str) -> None:
    assert dues(sentence) == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Kế hoạch số 18/KH-UBND ngày 15 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh",
        "thực hiện Quyết định số 2025/QĐ-UBND",
        "phong trào giai đoạn 2026 - 2030",
        "Phong trào “Năm 2026 hành động”",
        "xét khen thưởng hằng năm, sơ kết, tổng kết",
        "theo quy định của pháp luật",
        "Kế hoạch phát triển kinh tế số năm 2025",
        "trước ngày 30/6",
    ],
)
def test_what_is_no_deadline(sentence: str) -> None:
    assert dues(sentence) == []


def test_a_day_without_a_year_takes_the_year_it_stands_under() -> None:
    assert dues("ban hành kế hoạch trước ngày 31 tháng 5", year=2026) == ["2026-05-31"]
    assert dues("trước ngày 31 tháng 5 hằng năm", year=2026) != ["2026-05-31"]
