"""Which fact of an amended plan is which."""

from thidua.rules.matching import Saying, match, same_values


def saying(key: int, text: str, clause: str = "I.1", field: str = "contents", *, single: bool = False) -> Saying:
    return Saying(key, field, clause, {"text": text}, single)


def test_the_same_words_are_the_same_fact_wherever_they_moved() -> None:
    old = [saying(1, "Thi đua trồng rừng", "I.1"), saying(2, "Thi đua học tập", "I.2")]
    new = [saying(11, "Thi đua học tập.", "I.1"), saying(12, "Thi đua trồng rừng", "I.2")]
    assert match(old, new) == {11: 2, 12: 1}


def test_the_clause_decides_between_equal_words() -> None:
    old = [saying(1, "Giấy khen", "III.1"), saying(2, "Giấy khen", "III.2")]
    new = [saying(11, "Giấy khen", "III.2"), saying(12, "Giấy khen", "III.1")]
    assert match(old, new) == {11: 2, 12: 1}


def test_reworded_under_its_clause_is_the_same_fact_changed() -> None:
    old = [saying(1, "Tối đa 15 tập thể, 20 cá nhân được tặng Bằng khen")]
    assert match(old, [saying(11, "Tối đa 25 tập thể, 30 cá nhân được tặng Bằng khen")]) == {11: 1}


def test_something_else_under_the_same_clause_is_new() -> None:
    assert match([saying(1, "Thi đua trồng rừng")], [saying(11, "Nâng cấp đường truyền số liệu")]) == {}


def test_fields_never_mix_and_a_scalar_matches_its_only_other() -> None:
    old = [saying(1, "2026", field="date", single=True), saying(2, "2026", field="number", single=True)]
    new = [saying(11, "2027", field="number", single=True), saying(12, "2028", field="date", single=True)]
    assert match(old, new) == {11: 2, 12: 1}


def test_values_are_compared_without_what_printing_changes() -> None:
    assert same_values({"text": "Hoà bình.", "label": "1"}, {"text": "hòa  bình", "label": "2", "due": None})
    assert not same_values({"text": "Hoà bình", "label": "1"}, {"text": "Hoà bình", "label": "2"}, ignoring=())
    assert not same_values({"forms": ["a"]}, {"forms": ["a", "b"]})


def test_long_lists_are_paired_by_their_words_alone() -> None:
    many = range(600)
    old = [saying(n, f"Thi đua làm việc số {n} theo chức năng, nhiệm vụ được giao", f"I.{n}") for n in many]
    new = [saying(1000 + n, f"Thi đua làm việc số {n + 1} theo chức năng, nhiệm vụ được giao", f"I.{n}") for n in many]
    pairs = match(old, new)
    assert len(pairs) == 599 + 1
    assert pairs[1000] == 1
