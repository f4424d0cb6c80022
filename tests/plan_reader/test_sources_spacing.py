"""Words that OCR ran together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.plan_reader.pages.spacing import parted


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("tịchỦyban", "tịch Ủy ban"),
        ("nhândân", "nhân dân"),
        ("ĐơnvịChủtrì", "Đơn vị Chủ trì"),
        ("(quyềnlợi);", "(quyền lợi);"),
        ("nghiêng", "nghiêng"),
        ("Facebook", "Facebook"),
        ("online", "online"),
        ("ĐẢNGỦY", "ĐẢNGỦY"),
        ("57-NQ/TW", "57-NQ/TW"),
        ("giffã", "giffã"),
    ],
)
def test_syllables_are_parted_where_there_is_one_way(together: str, apart: str) -> None:
    assert parted(together) == apart


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáạảãàếộỦĐ -1", max_size=40))
def test_no_letter_is_changed(text: str) -> None:
    assert parted(text).replace(" ", "") == text.replace(" ", "")
