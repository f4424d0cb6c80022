"""What can be a written syllable of Vietnamese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.viet.syllables import is_syllable

GOOD = (
    "a ở yêu yếm uống oanh ngoằn nghiêng nghề ngành quốc quyết quỳnh quyền quýt quơ giếng gì gìn giữ giường gia già "
    "khuya khuỷu khuếch thuở xoong boóc hươu rượu đường đẹp phần pin kỹ lý tỷ sĩ thủy thuỷ "
    "hoà hòa hoàn tuyết loạt chiếc"
)
BAD = "cụộc tạọo nh tr g đ trưc đươc viêc hơp kể̉ nghành ngề cề gề kác qa qố giếủ trườngg uơng thuơg hoạc̣ blá café"


@pytest.mark.parametrize("word", GOOD.split())
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", BAD.split())
def test_what_the_spelling_forbids_is_none(word: str) -> None:
    assert not is_syllable(word)


@given(st.text(max_size=12))
def test_any_text_is_answered(text: str) -> None:
    assert is_syllable(text) in (True, False)
    assert not is_syllable(text + "w")
