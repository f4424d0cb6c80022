"""The lineage of two plans."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.plan_reader import read_plan
from thidua.plan_reader.assign import best_pairs
from thidua.plan_reader.compare import Lineage, Row, as_json, compare
from thidua.plan_reader.reading import Clause, Fact, PlanReading, Source, Span

PARENT = (Path(__file__).parent / "faults" / "clean.txt").read_text(encoding="utf-8")
SEEDS = sorted((Path(__file__).resolve().parents[2] / "../shared/seeds").glob("*.txt"))


@pytest.fixture
def parent(tmp_path: Path) -> PlanReading:
    return written(tmp_path, PARENT)


def written(folder: Path, text: str) -> PlanReading:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def of(lineage: Lineage, part: str) -> list[Row]:
    return [row for row in lineage.rows if row.part == part]


def statuses(lineage: Lineage, part: str) -> list[str]:
    return [row.status for row in of(lineage, part)]


def test_a_plan_is_the_same_as_itself(parent: PlanReading) -> None:
    lineage = compare(parent, parent)
    assert {row.status for row in lineage.rows} == {"same"}
    assert {row.part for row in lineage.rows} == {"contents", "criteria", "duties", "awards"}
    assert (lineage.copied, lineage.borrowed) == (1.0, 1.0)


def test_tones_dashes_spaces_and_broken_words_are_no_change(parent: PlanReading, tmp_path: Path) -> None:
    text = PARENT.replace("Văn hóa - Xã hội", "Văn hoá – Xã hội").replace("vườn tạp", "v ườn  tạp")
    assert {row.status for row in compare(parent, written(tmp_path, text)).rows} == {"same"}


def test_a_changed_place_is_adapted_and_its_words_are_told(parent: PlanReading, tmp_path: Path) -> None:
    text = PARENT.replace("dọc đường trục xã", "dọc đường liên thôn Bến Lau")
    other = written(tmp_path, text)
    lineage = compare(parent, other)
    assert statuses(lineage, "contents") == ["same", "adapted", "same"]
    row = of(lineage, "contents")[1]
    assert 0.6 < row.likeness < 1
    assert [(change.removed, change.added) for change in row.changes] == [("trục xã", "liên thôn Bến Lau")]
    (change,) = row.changes
    assert change.a is not None
    assert change.b is not None
    assert parent.source.text[slice(*change.a)] == "trục xã"
    assert other.source.text[slice(*change.b)] == "liên thôn Bến Lau"


def test_what_is_dropped_is_missing_and_what_is_added_is_new(parent: PlanReading, tmp_path: Path) -> None:
    text = PARENT.replace(
        "3. Thi đua xây dựng nếp sống văn minh, cùng nhau chăm lo không gian chung của thôn.",
        "3. Tổ chức ngày hội thể thao, văn nghệ dịp cuối năm cho thanh niên.",
    )
    lineage = compare(parent, written(tmp_path, text))
    assert statuses(lineage, "contents") == ["same", "same", "missing", "new"]
    missing, new = of(lineage, "contents")[2:]
    assert missing.b is None
    assert new.a is None
    assert missing.a is not None
    assert missing.a.clause == "II.3"


def test_items_that_change_places_are_found_again(parent: PlanReading, tmp_path: Path) -> None:
    first, second = "1. Thi đua giữ sạch đường làng", "2. Thi đua trồng cây xanh"
    lines = PARENT.split("\n")
    i, j = (next(n for n, line in enumerate(lines) if line.startswith(start)) for start in (first, second))
    lines[i], lines[j] = "1. " + lines[j][3:], "2. " + lines[i][3:]
    lineage = compare(parent, written(tmp_path, "\n".join(lines)))
    assert [(row.a.clause, row.b.clause) for row in of(lineage, "contents") if row.a and row.b][:2] == [
        ("II.1", "II.2"),
        ("II.2", "II.1"),
    ]


def test_a_duty_given_to_another_office_is_adapted(parent: PlanReading, tmp_path: Path) -> None:
    lineage = compare(parent, written(tmp_path, PARENT.replace("1. Phòng Văn hóa - Xã hội\n", "1. Văn phòng\n")))
    changed = [row for row in of(lineage, "duties") if row.status == "adapted"]
    assert [row.a.clause for row in changed if row.a] == ["VI.1.a", "VI.1.b"]
    assert changed[0].changes[0].removed == "Phòng Văn hóa - Xã hội"
    assert changed[0].changes[0].added == "Văn phòng"


def test_awards_are_matched_by_occasion_and_form(parent: PlanReading, tmp_path: Path) -> None:
    text = PARENT.replace(
        "đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen", "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen"
    )
    lineage = compare(parent, written(tmp_path, text))
    assert sorted(statuses(lineage, "awards")) == ["adapted", "same"]


def test_the_json_has_the_contract_s_keys(parent: PlanReading) -> None:
    data = json.loads(json.dumps(as_json(compare(parent, parent))))
    assert set(data["rows"][0]) >= {"part", "a", "b", "status", "likeness"}
    assert set(data["rows"][0]["a"]) >= {"clause", "text", "span"}
    start, end = data["rows"][0]["a"]["span"]
    assert " ".join(parent.source.text[start:end].split()) == data["rows"][0]["a"]["text"]
    assert data["copied"] == 1.0


def test_only_runs_of_words_count_as_copied(parent: PlanReading, tmp_path: Path) -> None:
    words = PARENT.split("\n")
    third = [line if n % 2 else line.replace(" và ", " cùng ") for n, line in enumerate(words)]
    share = compare(parent, written(tmp_path, "\n".join(third))).copied
    assert 0.7 < share < 1.0


@pytest.mark.skipif(len(SEEDS) < 2, reason="the real plans do not stand beside this checkout")
def test_two_real_plans_of_one_movement_share_most_of_their_words() -> None:
    one, two = (read_plan(path) for path in SEEDS[:2])
    lineage = compare(one, two)
    assert lineage.copied > 0.5
    assert statuses(lineage, "contents").count("missing") == 1  # the ward has no international cooperation
    back = compare(two, one)
    assert (back.copied, back.borrowed) == (lineage.borrowed, lineage.copied)


def test_a_duty_too_long_to_tell_words_apart_is_still_matched(parent: PlanReading, tmp_path: Path) -> None:
    long = " ".join(f"vườn {number}" for number in range(700))
    one, two = (
        written(
            tmp_path, PARENT.replace("bố trí kinh phí, hướng dẫn", f"bố trí kinh phí, trồng {long} {word}, hướng dẫn")
        )
        for word in ("cau", "tre")
    )
    (row,) = (row for row in of(compare(one, two), "duties") if row.status == "adapted")
    assert row.likeness > 0.9
    assert row.changes == ()


def test_very_many_items_are_matched_by_how_they_begin() -> None:
    one, two = (listed(f"việc số {n} của thôn {n + shift}" for n in range(250)) for shift in (0, 1))
    lineage = compare(one, one)
    assert {row.status for row in lineage.rows} == {"same"}
    assert {row.status for row in compare(one, two).rows} == {"adapted"}


def listed(items: Iterable[str]) -> PlanReading:
    """A reading of contents alone."""
    text, facts = "", []
    for item in items:
        facts.append(Fact("contents", {"text": item}, "II.1", (Span(len(text), len(text) + len(item)),)))
        text += item + "\n"
    return PlanReading(Source(text, (), "txt"), Clause("", ""), tuple(facts))


def test_a_very_large_group_is_paired_best_first() -> None:
    scores = {(i, j): 1.0 / (1 + abs(i - j)) for i in range(70) for j in range(70)}
    assert best_pairs(scores) == {i: i for i in range(70)}


def brute(scores: dict[tuple[int, int], float], lefts: list[int]) -> float:
    """The best sum by trying all."""
    if not lefts:
        return 0.0
    first, rest = lefts[0], lefts[1:]
    best = brute(scores, rest)
    for (i, j), score in scores.items():
        if i == first:
            best = max(best, score + brute({pair: s for pair, s in scores.items() if pair[1] != j}, rest))
    return best


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.1, 1.0), max_size=12))
def test_the_pairs_sum_to_the_most(scores: dict[tuple[int, int], float]) -> None:
    found = best_pairs(scores)
    assert len(set(found.values())) == len(found)
    assert set(found.items()) <= set(scores)
    best = brute(scores, sorted({i for i, _ in scores}))
    assert sum(scores[pair] for pair in found.items()) == pytest.approx(best)
