"""What plans of every kind of body say of themselves: title, issuer, place, number, date, signer, recipients."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from thidua.plan_reader.clauses import read_clauses
from thidua.plan_reader.heading import read_heading
from thidua.plan_reader.layout import lay_out
from thidua.plan_reader.output import as_contract
from thidua.plan_reader.reading import PlanReading
from thidua.plan_reader.sources.txt import source_of

CASES = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))["case"]
BODY = """\
Thực hiện Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, {issuer} ban hành Kế hoạch phát động với nội dung sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Động viên tập thể, cá nhân hăng hái thi đua.
b) Phát hiện điển hình tiên tiến.
2. Yêu cầu
Bảo đảm thiết thực, hiệu quả.
II. NỘI DUNG
1. Thi đua hoàn thành nhiệm vụ.
2. Thi đua đổi mới sáng tạo.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng tham mưu tổ chức thực hiện.
2. Các đơn vị báo cáo trước ngày 30/11 hằng năm.
Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện./."""
IDS = ["I", "I.1", "I.1.a", "I.1.b", "I.2", "II", "II.1", "II.2", "III", "III.1", "III.2"]


def named(case: dict[str, Any]) -> str:
    return case["name"]


def reading(text: str) -> PlanReading:
    source = source_of(text)
    layout = lay_out(source)
    root = read_clauses(layout)
    return PlanReading(source, root, tuple(read_heading(layout, root)))


def read(case: dict[str, Any]) -> PlanReading:
    return reading(case["text"].replace("{body}", BODY.format(issuer=case["opening"])))


def titled(title: str, *, issuer: str = "Sở Y tế", above: str = "") -> dict[str, Any]:
    return as_contract(reading(f"{above}KẾ HOẠCH\n{title}\n" + BODY.format(issuer=issuer)))


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_plan_says_who_issued_it(case: dict[str, Any]) -> None:
    found = as_contract(read(case))
    signer, period = found["signer"], found["period"]
    said = {key: found[key] for key in ("issuer", "locality", "level", "number", "date")}
    said |= {"authority": signer["authority"], "position": signer["position"], "signer": signer["name"]}
    said |= {"period": [period["start"], period["end"]], "recipients": len(found["recipients"])}
    assert said == {key: case.get(key, [None, None] if key == "period" else None) for key in said}


@pytest.mark.parametrize("case", [case for case in CASES if "{body}" in case["text"]], ids=named)
def test_header_and_signature_are_no_part_of_the_tree(case: dict[str, Any]) -> None:
    assert [clause.path for clause in read(case).root.walk() if clause.label] == IDS


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_title_and_its_movement_quote_the_words(case: dict[str, Any]) -> None:
    found = read(case)
    for fact in (*found.of("title"), *found.of("movement"), *found.of("recipients")):
        words = " ".join(found.source.text[span.start : span.end] for span in fact.spans)
        value = fact.values.get("value") or fact.values["text"]
        assert " ".join(words.split()).rstrip(" ;.,") == value.rstrip(" ;.,")


def test_what_a_plan_does_not_say_is_not_guessed() -> None:
    found = titled("Phong trào thi đua", issuer="cơ quan")
    assert [found[key] for key in ("issuer", "locality", "level", "number", "date")] == [None] * 5
    assert found["signer"] == {"authority": None, "position": None, "name": None}
    assert found["period"] == {"start": None, "end": None}
    assert found["recipients"] == []


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 12/KH-UBND", "12/KH-UBND"),
        ("Số 12-KH/ĐU", "12-KH/ĐU"),
        ("Số: 12 /KH - UBND", "12/KH-UBND"),
        ("Só: 012/KH-UBND", "012/KH-UBND"),
        ("Số:      /KH-UBND", None),
        ("Số: …/KH-UBND", None),
    ],
)
def test_numbers_as_they_are_printed(printed: str, number: str | None) -> None:
    found = titled("Phong trào “Xanh”", issuer="UBND xã", above=f"ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\n{printed}\n")
    assert (found["number"], found["issuer"]) == (number, "Ủy ban nhân dân xã An Bình")


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Phong trào “Xanh” giai đoạn 2026 - 2030", (2026, 2030)),
        ("Phong trào “Xanh” năm 2026", (2026, 2026)),
        ("Phong trào “Xanh” đến năm 2030", (None, None)),
    ],
)
def test_the_years_of_a_title(title: str, years: tuple[int | None, int | None]) -> None:
    period = titled(title)["period"]
    assert (period["start"], period["end"]) == years


@pytest.mark.parametrize(
    ("title", "movement"),
    [
        ("Phát động phong trào thi đua “Dạy tốt, học tốt” ở trường “chuẩn”", "Dạy tốt, học tốt"),
        ('Phong trào thi đua "Dạy tốt, học tốt"', "Dạy tốt, học tốt"),
        ("PHONG TRÀO THI ĐUA “VÌ MÔI TRƯỜNG”", "VÌ MÔI TRƯỜNG"),
        ("Tổ chức phong trào thi đua làm đường giao thông trên địa bàn xã", "thi đua làm đường giao thông"),
    ],
)
def test_the_movement_of_a_title(title: str, movement: str) -> None:
    assert titled(title)["movement"] == movement


@pytest.mark.parametrize(
    ("printed", "position", "name"),
    [
        ("PHO CHỦ TICH\nNông Văn Thắm", "PHÓ CHỦ TỊCH", "Nông Văn Thắm"),
        ("HIỆU TRƯỞ NG\n(Đã ký)\nTS. Lê Thị Mơ", "HIỆU TRƯỞNG", "TS. Lê Thị Mơ"),
        ("GIÁM ĐỐC\nNôn g Văn Thắm", "GIÁM ĐỐC", "Nông Văn Thắm"),
        ("GIÁM ĐỐC", "GIÁM ĐỐC", None),
    ],
)
def test_a_signature_badly_read(printed: str, position: str, name: str | None) -> None:
    text = (
        f"KẾ HOẠCH\nPhong trào “Xanh”\n{BODY.format(issuer='Sở Y tế')}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{printed}\n"
    )
    assert as_contract(reading(text))["signer"] == {"authority": None, "position": position, "name": name}
