"""The reading in the words of the contract."""

import json

from tests.plan_reader.plans import PLAN
from thidua.plan_reader import read_source
from thidua.plan_reader.output import GROUPS, LISTS, SCALARS, as_contract, outline, summary
from thidua.plan_reader.reading import Clause, Fact, Passage, PlanReading, Source, Span
from thidua.plan_reader.sources.txt import source_of

EMPTY = Source("", (), "txt")


def reading(*facts: Fact) -> PlanReading:
    return PlanReading(EMPTY, Clause("", ""), facts)


def test_a_reading_without_facts_has_every_field_and_guesses_nothing() -> None:
    data = as_contract(reading())
    assert [data[name] for name in SCALARS] == [None] * len(SCALARS)
    assert all(data[name] == dict.fromkeys(keys) for name, keys in GROUPS.items())
    assert all(data[name] == [] for name in LISTS)


def test_a_scalar_is_plain_and_its_place_stands_beside() -> None:
    data = as_contract(reading(Fact("title", {"value": "Thi đua"}, None, (Span(3, 9),), 0.876)))
    assert data["title"] == "Thi đua"
    assert data["scalars"] == {"title": {"span": [3, 9], "confidence": 0.88}}


def test_a_row_in_pieces_names_the_whole_and_each_piece() -> None:
    fact = Fact("contents", {"label": "1", "text": "a"}, "II.1", (Span(0, 5), Span(50, 60)), about="gãy trang")
    [row] = as_contract(reading(fact))["contents"]
    assert (row["clause"], row["span"], row["spans"]) == ("II.1", [0, 60], [[0, 5], [50, 60]])
    assert row["about"] == "gãy trang"


def test_criteria_stand_under_their_group() -> None:
    group = Fact("criteria", {"audience": "units", "heading": "Đối với tập thể"}, "III.1", (Span(0, 1),))
    other = Fact("criteria", {"audience": "individuals", "heading": "Đối với cá nhân"}, "III.2", (Span(0, 1),))
    item = Fact("criteria_items", {"audience": "units", "group": "III.1", "text": "Sạch"}, "III.1.a", (Span(1, 2),))
    lost = Fact("criteria_items", {"audience": "units", "group": "IX", "text": "Lạc"}, "IX.1", (Span(1, 2),))
    units, persons = as_contract(reading(group, other, item, lost))["criteria"]
    assert units["items"] == [{"clause": "III.1.a", "text": "Sạch", "span": [1, 2], "confidence": 1.0}]
    assert persons["items"] == []


def test_references_and_recipients_stand_in_no_clause() -> None:
    facts = (Fact(name, {"text": "x"}, None, (Span(0, 1),)) for name in ("references", "recipients"))
    data = as_contract(reading(*facts))
    assert "clause" not in data["references"][0]
    assert "clause" not in data["recipients"][0]


def test_tuples_become_lists_and_all_of_it_is_json() -> None:
    fact = Fact("awards", {"occasion": "annual", "forms": ("a", "b")}, "IV", ())
    data = as_contract(reading(fact))
    assert data["awards"][0]["forms"] == ["a", "b"]
    assert data["awards"][0]["span"] is None
    assert json.loads(json.dumps(data)) == data


def test_the_outline_indents_by_depth_and_shortens_long_words() -> None:
    long = Passage("x" * 300, tuple(range(300)))
    tree = Clause("", "", children=(Clause("I", "I.", (Passage("MỤC", (0, 1, 2)),), (Clause("I.1", "1.", (long,)),)),))
    first, second = outline(tree)
    assert first == "I  I. MỤC"
    assert second.startswith("  I.1  1. xxx")
    assert second.endswith("…")
    assert len(second) < 120


def test_the_summary_tells_scalars_groups_and_counts() -> None:
    told = "\n".join(summary(read_source(source_of(PLAN))))
    assert "Xã sạch, đường đẹp" in told
    assert "2026 · 2030" in told
    assert "Nội dung thi đua       2" in told
