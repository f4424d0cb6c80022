"""The law book on either side of each date, and that every row says where it comes from."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from thidua.law import open_book

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["ended"], ids=lambda case: str(case["day"]))
def test_a_body_has_ended_from_the_day_after_its_last(case: dict[str, Any]) -> None:
    assert [body.key for body in open_book().on(case["day"]).ended] == case["bodies"]


@pytest.mark.parametrize("case", CASES["decides"], ids=lambda case: f"{case['form']} {case['day']}")
def test_who_decides_on_a_day(case: dict[str, Any]) -> None:
    row = open_book().on(case["day"]).authorities.get(case["form"])
    assert (row.decides if row else "") == case["who"]
    assert (row.cite if row else "") == case.get("cite", "")


def test_every_dated_row_has_a_case_on_either_side() -> None:
    asked = {(case["form"], case["day"]) for case in CASES["decides"]}
    before = {row.form for row in open_book().authorities if (row.form, row.since - dt.timedelta(days=1)) not in asked}
    later = {"labour_order", "government_flag", "pm_certificate", "province_certificate", "commune_certificate"}
    assert before <= later  # their day before 01/10/2026 is the flag's
    assert {(row.form, row.since) for row in open_book().authorities} <= asked


def test_every_row_says_where_it_comes_from() -> None:
    book = open_book()
    known = {instrument.key for instrument in book.instruments}
    for row in (*book.bodies, *book.authorities):
        assert row.instrument.key in known
        assert row.standing in ("read", "second-hand", "unknown")
    assert all(body.successor and body.words for body in book.bodies)


def test_what_is_unknown_names_nobody() -> None:
    assert {row.decides for row in open_book().authorities if row.standing == "unknown"} == {""}
    assert "" not in {row.decides for row in open_book().authorities if row.standing == "read"}
