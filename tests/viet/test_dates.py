"""Days, months, quarters, years and periods in Vietnamese sentences."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.viet.dates import find_dates, find_days, find_months, find_periods, find_quarters, find_years

FINDERS = (find_dates, find_days, find_months, find_periods, find_quarters, find_years)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 14/5/2025 của Thủ tướng", dt.date(2025, 5, 14)),
        ("Lam Sơn, ngày 07 tháng 3 năm 2026", dt.date(2026, 3, 7)),
        ("trước ngày 01.12.2025;", dt.date(2025, 12, 1)),
        ("hết ngày 30-6-2026", dt.date(2026, 6, 30)),
        ("Ngày 2 tháng 9, năm 1945", dt.date(1945, 9, 2)),
    ],
)
def test_a_whole_date_is_found(text: str, day: dt.date) -> None:
    assert [found for found, _, _ in find_dates(text)] == [day]


@pytest.mark.parametrize("text", ["31/2/2025", "ngày 31 tháng 4 năm 2025", "1/2/3/2025", "Số 12/2025/NĐ-CP"])
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


def test_a_date_knows_its_place() -> None:
    text = "trước ngày 15/7/2026 báo cáo"
    [(_, start, end)] = find_dates(text)
    assert text[start:end] == "15/7/2026"


def test_a_day_of_every_year() -> None:
    text = "trước 15/11 hằng năm; ngày 01 tháng 4 hằng năm; ngày 2/3/2026"
    assert [day for day, _, _ in find_days(text)] == [(11, 15), (4, 1)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("tháng 9/2025", (2025, 9)),
        ("trong tháng 9 năm 2025", (2025, 9)),
        ("tháng Chín năm 2025", (2025, 9)),
        ("Tháng Mười hai", (None, 12)),
        ("tháng Giêng năm 2026", (2026, 1)),
        ("tháng Tư", (None, 4)),
        ("tháng Năm", (None, 5)),
        ("tháng 6", (None, 6)),
        ("hoàn thành trong T9/2026", (2026, 9)),
        ("T.3/2027: phát động", (2027, 3)),
    ],
)
def test_a_month_is_found(text: str, month: tuple[int | None, int]) -> None:
    assert [found for found, _, _ in find_months(text)] == [month]


@pytest.mark.parametrize(
    "text", ["ngày 7 tháng 3 năm 2026", "ngày 01 tháng 4 hằng năm", "tháng 13", "hàng tháng", "QĐ-T9/2026"]
)
def test_the_month_of_a_date_is_no_month(text: str) -> None:
    assert list(find_months(text)) == []


@pytest.mark.parametrize(
    ("text", "quarter"),
    [("quý II/2025", (2025, 2)), ("Quý 4 năm 2026", (2026, 4)), ("quý I hằng năm", (None, 1)), ("QUÝ IV", (None, 4))],
)
def test_a_quarter_is_found(text: str, quarter: tuple[int | None, int]) -> None:
    assert [found for found, _, _ in find_quarters(text)] == [quarter]


def test_years_stand_alone() -> None:
    text = "năm 2026, giai đoạn 2027 - 2030, Quyết định số 2025/QĐ-UBND ngày 3/4/2024, 2.025 người, 1999%"
    assert [year for year, _, _ in find_years(text)] == [2026, 2027, 2030]


@pytest.mark.parametrize(
    "text", ["2026 - 2030", "2026-2030", "2026–2030", "từ năm 2026 đến năm 2030", "2026 đến hết năm 2030"]
)
def test_a_period_is_found(text: str) -> None:
    assert [period for period, _, _ in find_periods(text)] == [(2026, 2030)]


def test_a_period_does_not_run_backwards() -> None:
    assert list(find_periods("2030 - 2026")) == []


@given(st.text(alphabet="0123456789/.- ngàythángnămquýIVX,", max_size=60))
def test_every_place_lies_in_the_text(text: str) -> None:
    for find in FINDERS:
        for _, start, end in find(text):
            assert 0 <= start < end <= len(text)
