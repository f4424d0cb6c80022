"""The clause tree: ids by the printed labels, judged by their order, whatever the layout did to the lines."""

from textwrap import dedent

import pytest

from thidua.plan_reader.clauses import read_clauses
from thidua.plan_reader.layout import lay_out
from thidua.plan_reader.reading import Clause
from thidua.plan_reader.sources.txt import source_of


def tree(text: str) -> Clause:
    return read_clauses(lay_out(source_of("KẾ HOẠCH\nPhát động phong trào thi đua “Xanh”\n" + dedent(text))))


def ids(text: str) -> list[str]:
    return [clause.path for clause in tree(text).walk() if clause.label]


def words(text: str) -> dict[str, str]:
    return {clause.path: clause.heading for clause in tree(text).walk() if clause.label}


def numbered(root: Clause) -> dict[str, list[str]]:
    """The cells of each table row that has a number."""
    rows = [clause for clause in root.walk() if clause.kind == "row" and clause.label]
    return {row.path: [cell.text for cell in row.paragraphs] for row in rows}


def test_labels_nest_by_their_order() -> None:
    assert ids(
        """\
        I. MỤC ĐÍCH
        1. Mục đích
        a) Khơi dậy tinh thần.
        b) Nhân rộng điển hình.
        2. Yêu cầu
        - Thiết thực;
        + Đúng người;
        + Đúng việc.
        - Tiết kiệm.
        II. NỘI DUNG
        1. Thi đua học tập.
        """
    ) == ["I", "I.1", "I.1.a", "I.1.b", "I.2", "I.2.1", "I.2.1.1", "I.2.1.2", "I.2.2", "II", "II.1"]


def test_a_label_that_holds_its_parent_replaces_it() -> None:
    assert ids("V. THỰC HIỆN\n2. Trách nhiệm\n2.1. Phòng Nội vụ\na) Chủ trì.\n2.2. Công an\n2.2.1. Đội một.") == [
        "V", "V.2", "V.2.1", "V.2.1.a", "V.2.2", "V.2.2.1",
    ]  # fmt: skip


def test_the_same_style_one_level_down() -> None:
    assert ids("VI. THỰC HIỆN\n1. Thời gian\n2. Trách nhiệm\n1. Phòng Nội vụ:\na) Chủ trì.\n2. Công an phối hợp.") == [
        "VI", "VI.1", "VI.2", "VI.2.1", "VI.2.1.a", "VI.2.2",
    ]  # fmt: skip


def test_skipped_doubled_and_spaced_labels() -> None:
    assert ids("I. TIÊU CHÍ\n1. Tập thể\n- a) Một.\n- b) Hai.\n2 . Cá nhân\n4. Gia đình") == [
        "I", "I.1", "I.1.a", "I.1.b", "I.2", "I.4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a b c d đ e g", "a b c d đ e g"),
        ("a b c d e g", "a b c d e g"),
        ("a b c d d e g", "a b c d đ e g"),
    ],
)
def test_vietnamese_lettering(labels: str, expected: str) -> None:
    text = "I. NỘI DUNG\n" + "\n".join(f"{label}) Thi đua học tập." for label in labels.split())
    assert ids(text)[1:] == [f"I.{name}" for name in expected.split()]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("I. II. II. IV.", "I II III IV"),
        ("I. I. II. IV.", "I II III IV"),
        ("1. II. III.", "I II III"),
        ("l. ll. lll. IV.", "I II III IV"),
        ("I. II. II. III.", "I II II III"),  # the plan's own slip stays, for --check to tell
    ],
)
def test_roman_numerals_that_lost_a_stroke(labels: str, expected: str) -> None:
    text = "\n".join(
        f"{label} NỘI DUNG PHONG TRÀO\n1. Thi đua học tập.\n2. Thi đua lao động." for label in labels.split()
    )
    assert [path for path in ids(text) if "." not in path] == expected.split()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("1. 2. 3. 4. 9. 6.", "1 2 3 4 5 6"),
        ("1. 2. 4.", "1 2 4"),
        ("1. 2. 2. 4.", "1 2 2 4"),
        ("a) b) q) d)", "a b c d"),
    ],
)
def test_a_figure_misread_between_its_neighbours(labels: str, expected: str) -> None:
    text = "I. NỘI DUNG\n" + "\n".join(f"{label} Thi đua học tập." for label in labels.split())
    assert ids(text)[1:] == [f"I.{name}" for name in expected.split()]


def test_parts_articles_and_capital_letters_keep_their_words() -> None:
    assert ids("PHẦN I\nMỤC TIÊU\n1. Một.\nPHẦN II\nNHIỆM VỤ\n1. Hai.") == [
        "PHẦN I",
        "PHẦN I.1",
        "PHẦN II",
        "PHẦN II.1",
    ]
    assert ids("Điều 1. Nội dung\n1. Thi đua.\nĐiều 2. Khen thưởng") == ["Điều 1", "Điều 1.1", "Điều 2"]
    assert ids("A. MỤC TIÊU\nI. CHUNG\n1. Một.\nB. NHIỆM VỤ") == ["A", "A.I", "A.I.1", "B"]


WRAPPED = """\
I. NỘI DUNG
1. Các cơ quan, đơn vị vận động cán bộ, công chức hăng hái thi đua phát triển kinh tế
- xã hội, đưa địa phương tiến nhanh, tiến mạnh và bền vững trong suốt giai đoạn 2026
- 2030 (gọi tắt là giai đoạn), gắn với nhiệm vụ chính trị được giao của từng cơ quan,
đơn vị theo Điều
2. Luật này và các văn bản hướng dẫn thi hành đang có hiệu lực trên địa bàn toàn tỉnh.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị
- xã hội tỉnh vận động đoàn viên, hội viên hưởng ứng (qua Phòng Tổ chức
- Hành chính) trước ngày 15 tháng 12.
"""


@pytest.mark.parametrize("blank", [False, True])
def test_a_wrapped_line_that_begins_like_a_label_is_none(blank: bool) -> None:
    text = WRAPPED.replace("\n", "\n\n") if blank else WRAPPED
    found = words(text)
    assert list(found) == ["I", "I.1", "I.2"]
    assert "phát triển kinh tế - xã hội" in found["I.1"]
    assert "2026 - 2030 (gọi tắt" in found["I.1"]
    assert "theo Điều 2. Luật này" in found["I.1"]
    assert "chính trị - xã hội tỉnh" in found["I.2"]


def test_a_broken_number_is_one_number() -> None:
    found = words(
        "I. CĂN CỨ\n1. Thực hiện nghiêm túc, đầy đủ các nhiệm vụ đã nêu trong Nghị quyết số 57-\nNQ/TW của Bộ."
    )
    assert "57-NQ/TW" in found["I.1"]


def test_the_closing_paragraph_belongs_to_the_parent_of_the_last_item() -> None:
    root = tree(
        "V. THỰC HIỆN\n2. Trách nhiệm\na) Một.\nb) Hai.\nTrong quá trình thực hiện, nếu vướng mắc thì báo cáo./."
    )
    parent = next(clause for clause in root.walk() if clause.path == "V.2")
    assert [passage.text[:14] for passage in parent.tail] == ["Trong quá trìn"]
    assert parent.children[-1].heading == "Hai."


def test_paragraphs_without_a_label_belong_where_they_stand() -> None:
    root = tree(
        "II. NỘI DUNG\nCác đơn vị tập trung:\n1. Thi đua học tập.\nGắn với nhiệm vụ chính trị.\n2. Thi đua lao động."
    )
    found = {clause.path: [passage.text for passage in clause.paragraphs] for clause in root.walk()}
    assert found["II"] == ["NỘI DUNG", "Các đơn vị tập trung:"]
    assert found["II.1"] == ["Thi đua học tập.", "Gắn với nhiệm vụ chính trị."]


APPENDED = """\
I. NỘI DUNG
1. Chấm theo Phụ lục.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Lê Thị Mơ
PHỤ LỤC{first}
BẢNG ĐIỂM
{table}
{second}
"""
TABLES = {
    "tabs": "STT\tTiêu chí\tĐiểm\nI\tHọc tập\t60\n1\tĐúng giờ\t40\n2\tChuyên cần\t20"
    "\nII\tNền nếp\t40\n1\tVệ sinh\t40\n\tTổng cộng\t100",
    "bars": "| STT | Tiêu chí | Điểm |\n|---|---|---|\n| I | Học tập | 60 |"
    "\n| 1 | Đúng giờ | 40 |\n| 2 | Chuyên cần | 20 |"
    "\n| II | Nền nếp | 40 |\n| 1 | Vệ sinh | 40 |\n|  | Tổng cộng | 100 |",
    "columns": "STT   Tiêu chí      Điểm\nI     Học tập       60\n1     Đúng giờ      40\n2     Chuyên cần    20"
    "\nII    Nền nếp       40"
    "\n1     Vệ sinh       40\n      Tổng cộng     100",
    "cells": "STT\nTiêu chí\nĐiểm\nI\nHọc tập\n60\n1\nĐúng giờ\n40\n2\nChuyên cần\n20"
    "\nII\nNền nếp\n40\n1\nVệ sinh\n40\nTổng cộng\n100",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_of_an_appendix(name: str) -> None:
    root = tree(APPENDED.format(first="", table=TABLES[name], second=""))
    rows = numbered(root)
    assert rows == {
        "PL.I": ["Học tập", "60"], "PL.I.1": ["Đúng giờ", "40"], "PL.I.2": ["Chuyên cần", "20"],
        "PL.II": ["Nền nếp", "40"], "PL.II.1": ["Vệ sinh", "40"],
    }  # fmt: skip


def test_several_appendices_are_told_apart_by_their_numbers() -> None:
    text = APPENDED.format(
        first=" 1", table="STT\tTiêu chí\tĐiểm\n1\tĐúng giờ\t100", second="PHỤ LỤC 2\nMẪU BÁO CÁO\n1. Kết quả."
    )
    assert [path for path in ids(text) if path.startswith("PL")] == ["PL.1", "PL.1.1", "PL.2", "PL.2.1"]


SPREAD = """\
I. GIAO VIỆC
TT   Cơ quan          Nhiệm vụ            Hạn
1    Văn phòng        Tổng hợp, báo cáo   31/12
                      kết quả hằng năm
2    Công an          Giữ trật tự         Hằng quý
"""


def test_a_long_cell_is_wrapped_in_its_own_column() -> None:
    rows = numbered(tree(SPREAD))
    assert rows["I.1"] == ["Văn phòng", "Tổng hợp, báo cáo kết quả hằng năm", "31/12"]
    assert rows["I.2"] == ["Công an", "Giữ trật tự", "Hằng quý"]


def test_a_tree_is_no_deeper_than_its_stack() -> None:
    deep = tree("\n".join(f"{'1.' * depth} Thi đua học tập:" for depth in range(1, 40)))
    assert max(clause.path.count(".") for clause in deep.walk()) < 40
