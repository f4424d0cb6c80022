"""Whom the words of a plan mean."""

import pytest

from thidua.rules.addressing import Addressee, addressees, keys_of

UNITS = {
    1: (("Ủy ban nhân dân tỉnh Lam Khê", "UBND tỉnh"), "tỉnh Lam Khê"),
    2: (("Sở Nội vụ tỉnh Lam Khê", "Sở Nội vụ"), "tỉnh Lam Khê"),
    3: (("Sở Khoa học và Công nghệ tỉnh Lam Khê",), "tỉnh Lam Khê"),
    4: (("Phòng Kinh tế, Hạ tầng và Đô thị",), "tỉnh Lam Khê"),
    5: (("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lam Khê",), "tỉnh Lam Khê"),
}
NAMES: dict[str, list[int]] = {}
for _pk, (_names, _place) in UNITS.items():
    for _key in keys_of(_names, locality=_place):
        NAMES.setdefault(_key, []).append(_pk)


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Sở Nội vụ", [2]),
        ("Giao Sở Nội vụ", [2]),
        ("Giám đốc Sở Nội vụ", [2]),
        ("Sở Nội vụ tỉnh", [2]),
        ("Sở Khoa học và Công nghệ", [3]),
        ("UBND tỉnh", [1]),
        ("Chủ tịch Ủy ban nhân dân tỉnh", [1]),
        ("Ủy ban MTTQ Việt Nam tỉnh", [5]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", [4]),
        ("Sở Nội vụ, Sở Khoa học và Công nghệ", [2, 3]),
        ("Sở Nội vụ; Sở Tài chính", []),
        ("Sở Tài chính", []),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", []),
        ("cấp có thẩm quyền", []),
        ("", []),
    ],
)
def test_a_name_means_the_one_unit_that_bears_it(words: str, units: list[int]) -> None:
    assert addressees(words, NAMES) == [Addressee(unit) for unit in units]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("các đơn vị, địa phương", [("children", "")]),
        ("Cơ quan, đơn vị, tổ chức chính trị - xã hội, địa phương", [("children", "")]),
        ("các sở, ngành, địa phương", [("children", "")]),
        ("Các doanh nghiệp trên địa bàn phường", [("below", "enterprise")]),
        ("các trường mầm non, tiểu học, THCS thuộc phường", [("below", "school")]),
        ("Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", [("children", "front")]),
        ("Ủy ban nhân dân các xã, phường", [("children", "committee")]),
        ("Phòng Kinh tế, Văn hóa và Đô thị", []),
        ("Các cụm, khối thi đua", []),
    ],
)
def test_a_plural_means_kinds_of_units(words: str, meant: list[tuple[str, str]]) -> None:
    assert addressees(words, NAMES) == [Addressee(None, reach, kind) for reach, kind in meant]


def test_a_name_borne_twice_means_nobody_for_sure() -> None:
    assert addressees("Sở Nội vụ", {"so noi vu": [2, 9]}) == []
