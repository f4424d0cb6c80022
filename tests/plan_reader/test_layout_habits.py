"""Habits of writing that no rule asks for: headings without numbers, stamps above the letterhead, no letterhead."""

from pathlib import Path
from textwrap import fill

import docx
import pytest

from tests.plan_reader.plans import PLAN
from thidua.plan_reader import read_plan
from thidua.plan_reader.heading.names import level_word, places_in
from thidua.plan_reader.output import as_contract

SHOUTED = """SỞ GIÁO DỤC VÀ ĐÀO TẠO ĐÔNG LĨNH
TRƯỜNG TRUNG HỌC PHỔ THÔNG ĐỒI THÔNG
Số: 12/KH-THPT
KẾ HOẠCH
Tổ chức phong trào thi đua “Vườn trường nở hoa” năm học 2026-2027
MỤC ĐÍCH, YÊU CẦU
Làm đẹp cảnh quan, rèn nếp sống gọn gàng.
NỘI DUNG THI ĐUA
- Thi đua trồng hoa trước lớp học.
- Thi đua giữ sạch sân trường.
KHEN THƯỞNG
Cuối năm học, Hiệu trưởng tặng Giấy khen cho 03 tập thể lớp và 20 học sinh.
PHÂN CÔNG THỰC HIỆN
- Đoàn trường: chấm điểm các lớp hằng tuần.
HIỆU TRƯỞNG
Lê Thị Hạ
"""
STAMPS = """ĐẾN Số: 210
Ký bởi: Ủy ban nhân dân xã Đông Lĩnh
Cơ quan: Tỉnh Bình Sơn
Thời gian ký: 05/03/2026 16:22:10 +07:00
BẢN SAO
Địa chỉ: Số 5, đường Hoa Sữa
Điện thoại: 0200 000 000 - Email: vanphong@donglinh.example
"""
BARE = """Kế hoạch phát động phong trào thi đua “Ngõ xóm nở hoa” giai đoạn 2026-2028
I.
Nội dung thi đua
1.
Thi đua trồng hoa trước nhà.
2.
Thi đua giữ sạch ngõ xóm.
II.
Tổ chức thực hiện
Các thôn đăng ký thi đua trước ngày 30/4/2026.
"""


def read(folder: Path, text: str) -> dict[str, object]:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return as_contract(read_plan(path))


def clauses(rows: object) -> list[str]:
    assert isinstance(rows, list)
    return [row["clause"] for row in rows]


def test_headings_in_capitals_without_numbers_are_counted(tmp_path: Path) -> None:
    found = read(tmp_path, SHOUTED)
    assert found["title"] == "Tổ chức phong trào thi đua “Vườn trường nở hoa” năm học 2026-2027"
    assert (clauses(found["contents"]), clauses(found["awards"]), clauses(found["duties"])) == (
        ["2.1", "2.2"],
        ["3"],
        ["4.1"],
    )


def test_stamps_and_addresses_above_the_letterhead_are_not_read(tmp_path: Path) -> None:
    plain, stamped = read(tmp_path, PLAN), read(tmp_path, STAMPS + PLAN)
    for key in ("issuer", "locality", "level", "number", "date", "title"):
        assert stamped[key] == plain[key]


def test_a_plan_without_a_letterhead_names_itself_in_small_letters(tmp_path: Path) -> None:
    found = read(tmp_path, BARE)
    assert found["title"] == "phát động phong trào thi đua “Ngõ xóm nở hoa” giai đoạn 2026-2028"
    assert found["movement"] == "Ngõ xóm nở hoa"
    assert clauses(found["contents"]) == ["I.1", "I.2"]


@pytest.mark.parametrize("name", ["BỘ CHỈ HUY QUÂN SỰ", "LIÊN MINH HỢP TÁC XÃ"])
def test_an_army_is_no_urban_district_and_a_cooperative_no_commune(name: str) -> None:
    assert level_word(name) == ""


def test_a_cooperative_holds_no_place() -> None:
    assert list(places_in("Liên minh Hợp tác xã Việt Nam")) == []


def test_a_rank_stands_before_the_name(tmp_path: Path) -> None:
    signed = SHOUTED.replace("HIỆU TRƯỞNG\nLê Thị Hạ", "TRUNG ĐOÀN TRƯỞNG\nThượng tá Lê Văn Hạ")
    assert read(tmp_path, signed)["signer"] == {
        "authority": None,
        "position": "TRUNG ĐOÀN TRƯỞNG",
        "name": "Thượng tá Lê Văn Hạ",
    }


def test_the_first_of_two_bodies_on_one_line_issues_their_joint_plan(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN XÃ ĐÔNG LĨNH - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ ĐÔNG LĨNH\n"
    joint = head + PLAN.split("\n", 3)[3].replace("Ủy ban nhân dân xã ban hành", "hai cơ quan ban hành")
    found = read(tmp_path, joint)
    assert (found["issuer"], found["locality"]) == ("Ủy ban nhân dân xã Đông Lĩnh", "xã Đông Lĩnh")


def test_a_word_file_made_of_a_pdf_calls_each_printed_line_a_paragraph(tmp_path: Path) -> None:
    wrapped = "\n".join(fill(line, 60) for line in PLAN.splitlines() if line)
    document = docx.Document()
    for line in wrapped.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    found, plain = (as_contract(read_plan(tmp_path / name)) for name in ("plan.docx", "plan.txt"))
    for key in ("contents", "duties"):  # the texts, and so the clauses, are whole
        assert [row["text"] for row in found[key]] == [row["text"] for row in plain[key]]


def test_the_issuer_speaks_behind_a_bracket_that_closes_no_sentence(tmp_path: Path) -> None:
    opening = (
        "Thực hiện Kế hoạch số 40/KH-UBND (sau đây gọi là Kế hoạch; Kế hoạch 40)\nỦy ban nhân dân xã ban hành kế hoạch:"
    )
    plan = "KẾ HOẠCH\nThi đua “Xã sạch” năm 2026\n" + opening + PLAN[PLAN.index("\nI. ") : PLAN.index("TM. ")]
    assert read(tmp_path, plan.replace("xã Đông Lĩnh", "xã"))["issuer"] == "Ủy ban nhân dân xã"
