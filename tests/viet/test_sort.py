"""The order of the Vietnamese alphabet."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from thidua.viet.sort import sort_key

ORDERED = [
    "", "1", "2", "a", "A", "à", "ả", "ã", "á", "ạ", "an", "An", "án", "An Bình", "An Châu", "ăn", "ân", "ấn", "Ba Đồn",
    "ca", "da", "đa", "Đà Nẵng", "Đắk Lắk", "e", "ê", "ga", "o", "ô", "ơ", "u", "ư", "xã", "y", "ý", "Zeta",
]  # fmt: skip


def test_letters_stand_in_alphabet_order() -> None:
    mixed = ORDERED[:]
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == ORDERED


def test_spaces_at_the_ends_do_not_count() -> None:
    assert sort_key("  Hà   Nội ") == sort_key("Hà Nội")


@given(st.text())
def test_a_key_is_plain_for_every_database(text: str) -> None:
    assert re.fullmatch("[0-9a-z]*", sort_key(text))
