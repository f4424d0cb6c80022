"""Where a paragraph begins when a line looks like a bullet, and tables whose cells bars part."""

import pytest

from thidua.plan_reader.layout import lay_out
from thidua.plan_reader.sources.txt import source_of

HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua “Xanh”\n"
WRAPPED = "Các cơ quan, đơn vị, địa phương tổ chức phát động phong trào thi đua sâu rộng,\nthiết thực, phù hợp.\n"


def texts(body: str) -> list[str]:
    return [paragraph.passage.text for paragraph in lay_out(source_of(HEAD + body)).body]


@pytest.mark.parametrize("item", ["- 100% công chức biết ký số.", "- hoàn thành nhiệm vụ được giao."])
def test_a_bullet_behind_a_short_heading_is_an_item(item: str) -> None:
    assert texts(f"I. MỤC TIÊU\n{WRAPPED * 6}2. Chỉ tiêu cụ thể\n{item}\n")[-2:] == ["2. Chỉ tiêu cụ thể", item]


@pytest.mark.parametrize("tail", ["- xã hội trên địa bàn.", "- 2030 và những năm sau."])
def test_a_dash_that_the_margin_brought_to_the_front_goes_on(tail: str) -> None:
    line = "2. Thi đua thực hiện thắng lợi các chỉ tiêu của nghị quyết, phát triển kinh tế"
    assert texts(f"I. MỤC TIÊU\n{WRAPPED * 6}{line}\n{tail}\n")[-1] == f"{line} {tail}"


@pytest.mark.parametrize(("left", "right"), [("", ""), ("| ", " |")])
def test_bars_part_the_cells_of_a_table(left: str, right: str) -> None:
    rows = ("TT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Đăng ký | Các phòng | Tháng 3", "2 | Tổng kết | Văn phòng | ")
    body = "I. PHÂN CÔNG\n" + "".join(f"{left}{row}{right}\n" for row in rows)
    cells = [[cell.text for cell in paragraph.cells] for paragraph in lay_out(source_of(HEAD + body)).body]
    assert cells[1:] == [[word.strip() for word in row.split("|")] for row in rows]


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    assert texts("I. MỤC TIÊU\nGhi theo mẫu tên | đơn vị | ngày.\nSau đó gửi đi.\n")[1].startswith("Ghi theo mẫu tên |")
