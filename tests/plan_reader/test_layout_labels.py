"""A label is read in every way it can be meant; what is no label is none."""

import pytest

from thidua.plan_reader.layout import label_of


def first(text: str) -> tuple[str, int] | None:
    label = label_of(text)
    return (label.readings[0].kind, label.readings[0].value) if label else None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("I. MỤC ĐÍCH", "I", 1),
        ("IV/ KHEN THƯỞNG", "I", 4),
        ("I.MỤC ĐÍCH", "I", 1),
        ("VIII TRÁCH NHIỆM THỰC HIỆN", "I", 8),
        ("1. Mục đích", "1", 1),
        ("7 . Tăng cường hợp tác", "1", 7),
        ("2.. Văn phòng", "1", 2),
        ("1/ Nội dung", "1", 1),
        ("(1) Nội dung", "1", 1),
        ("1- Nội dung", "1", 1),
        ("2.1. Phòng Nội vụ", "n", 1),
        ("2.3 Phòng Nội vụ", "n", 3),
        ("II.2. Nội dung", "n", 2),
        ("a) Đối với xã", "a", 1),
        ("đ) Đối với xã", "a", 5),
        ("g/ Đối với xã", "a", 7),
        ("A. NỘI DUNG", "A", 1),
        ("- Đối với xã", "-", 0),
        ("– Đối với xã", "-", 0),
        ("+ Giấy khen", "+", 0),
        ("* Giấy khen", "*", 0),
        ("• Giấy khen", "•", 0),
        ("Điều 3. Hiệu lực", "Điều", 3),
        ("Phần thứ hai", "Phần", 2),
        ("PHẦN II", "Phần", 2),
        ("Chương I", "Chương", 1),
    ],
)
def test_the_likeliest_reading_of_a_label(text: str, kind: str, value: int) -> None:
    assert first(text) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "2030.",
        "100% cán bộ",
        "12 năm 2024 của Bộ",
        "02 cấp; phổ biến",
        "22.12.2024 của Bộ",
        "15.000 đồng",
        "Trong quá trình",
        "Mục đích của phong trào",
        "phần thưởng",
        "f) không có chữ này",
        "",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


def test_a_doubled_label_is_its_second_half() -> None:
    label = label_of("- a) Khen thưởng hằng năm")
    assert label is not None
    assert (label.printed, label.readings[0].name) == ("- a)", "a")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("l. Mục đích", "1", 1),
        ("1l. Mục đích", "1", 11),
        ("1. MỤC ĐÍCH", "I", 1),
        ("lll. MỨC PHẤN ĐẤU", "I", 3),
        ("H. NỘI DUNG", "I", 2),
        ("ll l. TIÊU CHÍ THI ĐUA", "I", 3),
        ("1L NỘI DUNG PHONG TRÀO", "I", 2),
        ("VIIIL. TỔ CHỨC THỰC HIỆN", "I", 8),
    ],
)
def test_a_misread_label_keeps_the_reading_it_was_meant_as(text: str, kind: str, value: int) -> None:
    label = label_of(text)
    assert label is not None
    assert (kind, value) in [(reading.kind, reading.value) for reading in label.readings]
