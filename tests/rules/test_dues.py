"""Due rules: next day, working days, what a person may write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.rules import dues

DAY = dt.date(2026, 11, 21)
SINCE, UNTIL = dt.date(2026, 1, 1), dt.date(2030, 12, 31)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("", None),
        ("2027", dt.date(2027, 12, 31)),
        ("2025-Q2", dt.date(2025, 6, 30)),
        ("2028-02", dt.date(2028, 2, 29)),
        ("2025-07-30", dt.date(2025, 7, 30)),
        ("yearly", dt.date(2026, 12, 31)),
        ("yearly-11-15", dt.date(2027, 11, 15)),
        ("yearly-11-21", DAY),
        ("yearly-02-29", dt.date(2027, 2, 28)),
        ("yearly-Q1", dt.date(2027, 3, 31)),
        ("quarterly", dt.date(2026, 12, 31)),
        ("monthly", dt.date(2026, 11, 30)),
        ("weekly", dt.date(2026, 11, 22)),
        ("daily", DAY),
        ("every-6-months", dt.date(2026, 12, 31)),
        ("every-2-years", dt.date(2027, 12, 31)),
    ],
)
def test_a_rule_is_due_next(rule: str, day: dt.date | None) -> None:
    assert dues.next_day(rule, on=DAY, since=SINCE, until=UNTIL) == day


def test_what_comes_back_ends_with_the_movement_and_begins_with_it() -> None:
    assert dues.next_day("yearly", on=dt.date(2031, 1, 1), since=SINCE, until=UNTIL) is None
    assert dues.next_day("monthly", on=dt.date(2025, 5, 5), since=SINCE, until=UNTIL) == dt.date(2026, 1, 31)


def test_what_comes_once_stays_due_when_its_day_has_passed() -> None:
    assert dues.next_day("2025-Q2", on=DAY, until=dt.date(2024, 1, 1)) == dt.date(2025, 6, 30)


@given(
    st.dates(dt.date(2025, 1, 1), dt.date(2030, 12, 31)),
    st.sampled_from(["yearly", "quarterly", "monthly", "every-6-months"]),
)
def test_the_next_day_is_never_past_and_is_its_own_next(on: dt.date, rule: str) -> None:
    day = dues.next_day(rule, on=on, since=SINCE)
    assert day is not None
    assert day >= on
    assert dues.next_day(rule, on=day, since=SINCE) == day


@pytest.mark.parametrize(
    ("day", "on", "left"),
    [
        (dt.date(2026, 11, 27), DAY, 4),  # a working week less the Culture Day of 24 November
        (DAY, DAY, 0),
        (dt.date(2026, 11, 20), dt.date(2026, 11, 23), -1),
        (dt.date(2026, 11, 21), dt.date(2026, 11, 22), -1),  # over a week-end it is late all the same
        (dt.date(2027, 1, 4), dt.date(2026, 12, 31), 1),  # New Year's Day and a week-end in between
        (dt.date(2026, 2, 23), dt.date(2026, 2, 13), 1),  # Tết
    ],
)
def test_working_days_leave_out_week_ends_and_holidays(day: dt.date, on: dt.date, left: int) -> None:
    assert dues.working_days_left(day, on=on) == left


@given(st.dates(dt.date(2025, 1, 1), dt.date(2029, 1, 1)), st.dates(dt.date(2025, 1, 1), dt.date(2029, 1, 1)))
def test_working_days_count_alike_in_one_go_and_in_two(a: dt.date, b: dt.date) -> None:
    early, late = sorted((a, b))
    middle = early + (late - early) / 2
    whole = dues.working_days_left(late, on=early)
    assert whole == dues.working_days_left(middle, on=early) + dues.working_days_left(late, on=middle)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("", ""),
        ("năm 2027", "2027"),
        ("quý II/2025", "2025-Q2"),
        ("Quý 2 năm 2025", "2025-Q2"),
        ("tháng 9/2025", "2025-09"),
        ("trước ngày 30/7/2025", "2025-07-30"),
        ("30 tháng 7 năm 2025", "2025-07-30"),
        ("hằng năm", "yearly"),
        ("Hàng năm", "yearly"),
        ("trước 15/11 hằng năm", "yearly-11-15"),
        ("trước ngày 15/11 hằng năm", "yearly-11-15"),
        ("quý I hằng năm", "yearly-Q1"),
        ("hằng quý", "quarterly"),
        ("mỗi tháng", "monthly"),
        ("6 tháng một lần", "every-6-months"),
        ("định kỳ 2 năm", "every-2-years"),
        ("yearly-Q1", "yearly-Q1"),
        ("2025-07-30", "2025-07-30"),
        ("every-6-months", "every-6-months"),
    ],
)
def test_a_person_writes_a_due_in_words(words: str, rule: str) -> None:
    assert dues.parse(words) == rule


@pytest.mark.parametrize(
    "words", ["sớm", "31/2/2025", "quý V/2025", "2025-13", "yearly-13-01", "15/11", "every-0-months"]
)
def test_words_that_say_no_date_are_refused(words: str) -> None:
    with pytest.raises(dues.NotADue):
        dues.parse(words)


@pytest.mark.parametrize("rule", ["0001", "1899-12-31", "2201-01", "9999-12-31"])
def test_a_year_far_off_is_no_due(rule: str) -> None:
    with pytest.raises(dues.NotADue):
        dues.next_day(rule, on=dt.date(2026, 3, 2))
