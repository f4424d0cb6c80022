"""Figures, numbers in words, Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.viet.numbers import as_roman, find_numbers, in_words, number_of, roman


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("02", 2),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.234.567", 1234567),
        (" 7 ", 7),
    ],
)
def test_a_figure_has_its_value(figure: str, value: float) -> None:
    assert number_of(figure) == value


@pytest.mark.parametrize("text", ["", "mười", "1,2,3", "12a", "9" * 30, "²"])
def test_what_is_no_figure_has_no_value(text: str) -> None:
    assert number_of(text) is None


def test_numbers_are_found_with_their_places() -> None:
    text = "02 tập thể, 1.500 lượt, 15% và Nghị quyết 57-NQ/TW, 3.2.1"
    found = [(value, text[start:end]) for value, start, end in find_numbers(text)]
    assert found == [(2, "02"), (1500, "1.500"), (15, "15")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("Ba mươi tư", 34),
        ("hai trăm linh ba", 203),
        ("hai trăm lẻ ba", 203),
        ("một nghìn hai trăm", 1200),
        ("hai nghìn không trăm hai mươi lăm", 2025),
        ("ba triệu", 3_000_000),
    ],
)
def test_words_have_their_value(words: str, value: int) -> None:
    assert in_words(words) == value


@pytest.mark.parametrize("words", ["", "linh", "thi đua", "hai ba", "mươi", "trăm", "nghìn", "hai tập thể"])
def test_other_words_have_none(words: str) -> None:
    assert in_words(words) is None


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    assert roman(as_roman(number)) == number
    assert roman(as_roman(number).lower()) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "A", "I.", "1"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman(text) is None


@given(st.text(alphabet="0123456789.,% /-NQĐ", max_size=40))
def test_every_number_lies_in_the_text(text: str) -> None:
    for _, start, end in find_numbers(text):
        assert number_of(text[start:end]) is not None
