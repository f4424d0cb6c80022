"""The clean form, letters without marks, and the place of the tone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.viet.text import clean, clean_and_altered, fold, tidy, tone, words_sought


def test_clean_joins_marks_to_their_letters() -> None:
    assert clean(unicodedata.normalize("NFD", "Thi đua yêu nước")) == "Thi đua yêu nước"


def test_clean_knows_one_line_end_and_one_space() -> None:
    assert clean("a\r\nb\rc\x85d\u2028e\xa0f\u3000g") == "a\nb\nc\nd\ne f g"


def test_clean_drops_what_nobody_sees() -> None:
    assert clean("\ufeffthi\u200b đua\u00ad\x00\ud800") == "thi đua"


def test_clean_turns_word_bullets_into_signs() -> None:
    assert clean("\uf0b7 một \uf02d hai") == "• một - hai"


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_after_cleaning_no_letter_moves(text: str) -> None:
    once = clean(text)
    assert unicodedata.normalize("NFC", once) == once
    assert tidy(once) == once


@given(st.text())
def test_altered_places_lie_in_the_cleaned_text(text: str) -> None:
    cleaned, altered = clean_and_altered(text)
    assert cleaned == clean(text)
    assert all(0 <= start < end <= len(cleaned) for start, end in altered)


def test_altered_names_the_words_that_were_not_nfc() -> None:
    text = "Phong trào " + unicodedata.normalize("NFD", "thiết") + " thực"
    cleaned, altered = clean_and_altered(text)
    assert [cleaned[start:end] for start, end in altered] == ["thiết"]


def test_clean_text_has_no_altered_places() -> None:
    assert clean_and_altered("Phong trào thi đua") == ("Phong trào thi đua", ())


@given(st.text())
def test_fold_never_moves_a_letter(text: str) -> None:
    assert len(fold(clean(text))) == len(clean(text))


@given(st.characters())
def test_fold_gives_one_letter_for_one(letter: str) -> None:
    assert len(fold(letter)) == 1


def test_fold_takes_marks_and_capitals_off() -> None:
    assert fold("Ủy ban Đường Ưởng") == "uy ban duong uong"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("hoà bình", "hòa bình"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Uỷ ban", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("hòan thành", "hoàn thành"),
        ("hoàn thành", "hoàn thành"),
        ("quý II", "quý II"),
        ("huỳnh", "huỳnh"),
        ("hùynh", "huỳnh"),
        ("thuở", "thuở"),
    ],
)
def test_tone_has_one_place(written: str, canonical: str) -> None:
    assert tone(written) == canonical


@given(st.text())
def test_tone_keeps_the_length_and_settles(text: str) -> None:
    once = tone(clean(text))
    assert len(once) == len(clean(text))
    assert tone(once) == once


def test_the_words_sought_are_folded_once_each_and_not_too_many() -> None:
    assert words_sought("Sở  Nội vụ sở\0") == ["so", "noi", "vu"]
    assert words_sought(" ") == []
    assert words_sought(" ".join(f"tu{number}" for number in range(99))) == [f"tu{number}" for number in range(20)]
