"""PDFs with a text layer: lines with their places, blocks side by side apart, table rows whole."""

from pathlib import Path

import pypdfium2
import pytest

from tests.plan_reader.drawn import pdf
from thidua.plan_reader.pages.geometry import Run, arrange, joined
from thidua.plan_reader.pages.grids import Rule, grids_of
from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources import open_source

HEAD = """
#grid(columns: (1fr, 1.5fr), align: center, [ỦY BAN NHÂN DÂN\\ *XÃ ĐÔNG LĨNH*],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA*\\ *Độc lập - Tự do - Hạnh phúc*],
  [Số: 12/KH-UBND], [Đông Lĩnh, ngày 5 tháng 3 năm 2026])
#align(center)[*KẾ HOẠCH*\\ *Thi đua “Xã sạch, đường đẹp” trên địa bàn xã Đông Lĩnh*]
"""
LONG = "Các cơ quan, đơn vị, địa phương tổ chức phát động thi đua sâu rộng, thiết thực, hiệu quả, đúng quy định. " * 3


def opened(folder: Path, words: str) -> Source:
    return open_source(pdf(folder / "plan.pdf", words))


def lines(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def test_the_head_of_a_paper_is_read_block_by_block(tmp_path: Path) -> None:
    assert lines(opened(tmp_path, HEAD)) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐÔNG LĨNH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "Độc lập - Tự do - Hạnh phúc",
        "Đông Lĩnh, ngày 5 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "Thi đua “Xã sạch, đường đẹp” trên địa bàn xã Đông Lĩnh",
    ]


def test_a_line_knows_its_place_its_size_and_its_weight(tmp_path: Path) -> None:
    source = opened(tmp_path, f"*I. MỤC ĐÍCH*\n\n#h(1cm){LONG}\n\n#text(size: 10pt)[nhỏ]")
    head, first, second = source.lines[0], source.lines[1], source.lines[2]
    assert (head.bold, first.bold, head.size, source.lines[-1].size) == (True, False, 14.0, 10.0)
    assert first.left == pytest.approx(113.4, abs=2)
    assert second.left == pytest.approx(85, abs=2)
    assert first.right == pytest.approx(595 - 56.7, abs=4)
    assert head.gap is None
    assert 0 < (second.gap or 0) < (first.gap or 0)
    assert {line.page for line in source.lines} == {1}


def test_blocks_at_the_foot_stand_apart(tmp_path: Path) -> None:
    left, right = "[*Nơi nhận:*\\ - Như trên;\\ - Lưu: VT.]", "align(center)[*TM. ỦY BAN NHÂN DÂN*\\ *CHỦ TỊCH*]"
    read = lines(opened(tmp_path, f"#grid(columns: (1fr, 1fr), {left}, {right})"))
    assert read == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


TABLE = """#table(columns: (auto, 1fr, auto), {stroke} [*TT*], [*Tiêu chí*], [*Điểm*],
  [1], [Giữ gìn đường làng, ngõ xóm, bờ kênh, sân trường, chợ quê luôn sạch sẽ, không có rác tồn đọng qua đêm], [20],
  [2], [Trồng cây], [15])"""
ROWS = [
    "TT\tTiêu chí\tĐiểm",
    "1\tGiữ gìn đường làng, ngõ xóm, bờ kênh, sân trường, chợ quê luôn sạch sẽ, không có rác tồn đọng qua đêm\t20",
    "2\tTrồng cây\t15",
]


@pytest.mark.parametrize("stroke", ["", "stroke: none,"], ids=["ruled", "unruled"])
def test_the_rows_of_a_table_are_whole(tmp_path: Path, stroke: str) -> None:
    source = opened(tmp_path, LONG + "\n\n" + TABLE.format(stroke=stroke) + "\n\nHết.")
    rows = [line for line in source.lines if line.cells]
    assert [source.text[row.start : row.end] for row in rows] == ROWS
    assert lines(source)[-1] == "Hết."


def test_a_merged_cell_counts_as_its_first_row(tmp_path: Path) -> None:
    table = "#table(columns: 3, table.cell(rowspan: 2)[Nhóm một], [Việc a], [1], [Việc b], [2])"
    assert lines(opened(tmp_path, table)) == ["Nhóm một\tViệc a\t1", "\tViệc b\t2"]


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    assert lines(opened(tmp_path, "#rect(width: 100%)[Một\\ Hai]")) == ["Một", "Hai"]


def test_a_footnotes_mark_is_raised_and_its_text_begins_with_it(tmp_path: Path) -> None:
    read = lines(opened(tmp_path, "Căn cứ Nghị quyết của Bộ Chính trị#footnote[Nghị quyết số 57-NQ/TW.], kế hoạch."))
    assert read == ["Căn cứ Nghị quyết của Bộ Chính trị¹, kế hoạch.", "¹ Nghị quyết số 57-NQ/TW."]


def test_a_hyphen_at_a_line_end_stays(tmp_path: Path) -> None:
    words = "Nghị quyết số 57-#linebreak()NQ/TW, văn hóa xã-#linebreak()hội, giai đoạn 2026 -#linebreak()2030."
    assert lines(opened(tmp_path, words)) == [
        "Nghị quyết số 57-",
        "NQ/TW, văn hóa xã-",
        "hội, giai đoạn 2026 -",
        "2030.",
    ]


def test_a_label_stays_with_its_words_however_wide_the_gap(tmp_path: Path) -> None:
    words = "1.#h(1.2cm)Trồng cây xanh\\ 2.#h(1.2cm)Giữ sạch đường làng ngõ xóm"
    assert lines(opened(tmp_path, words)) == ["1. Trồng cây xanh", "2. Giữ sạch đường làng ngõ xóm"]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(tmp_path: Path, turned: int) -> None:
    words = f"#rotate(-{turned}deg, reflow: true)[#box(width: 15cm)[{LONG}\\ I. MỤC ĐÍCH\\ 1. Mục một]]"
    path = pdf(tmp_path / "straight.pdf", words)
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        page.set_rotation(turned)
        page.close()
        document.save(tmp_path / "turned.pdf")
    read = lines(open_source(tmp_path / "turned.pdf"))
    assert read[-2:] == ["I. MỤC ĐÍCH", "1. Mục một"]
    assert " ".join(read[:-2]) == LONG.strip()


def test_pages_follow_each_other(tmp_path: Path) -> None:
    source = opened(tmp_path, "Trang một #pagebreak() Trang hai #pagebreak() #pagebreak() Trang bốn")
    assert [(line.page, words) for line, words in zip(source.lines, lines(source), strict=True)] == [
        (1, "Trang một"),
        (2, "Trang hai"),
        (4, "Trang bốn"),
    ]


def run(text: str, left: float, base: float, *, size: float = 10, width: float | None = None) -> Run:
    return Run(text, left, left + (width or 5 * len(text)), base, size)


def test_words_on_one_line_are_joined_and_a_small_raised_figure_is_a_mark() -> None:
    mark = Run("1", 65, 68, 104, 6)
    assert joined([run("Bộ Chính trị", 5, 100), mark, run(", sau", 68, 100)]).text == "Bộ Chính trị¹, sau"


def test_a_line_of_two_far_words_without_neighbours_is_a_row() -> None:
    [row] = arrange([[run("Tổng cộng", 0, 100), run("100", 300, 100)]], [])
    assert (row.text, row.cells) == ("Tổng cộng\t100", True)


def test_a_line_of_two_near_words_is_one_line() -> None:
    [line] = arrange([[run("Tổng cộng", 0, 100), run("100", 60, 100)]], [])
    assert (line.text, line.cells) == ("Tổng cộng 100", False)


def test_lines_without_words_are_nothing() -> None:
    assert arrange([[]], []) == []


def test_a_grid_needs_an_inner_edge() -> None:
    box = [Rule(0, 0, 0, 50), Rule(100, 0, 100, 50), Rule(0, 0, 100, 0), Rule(0, 50, 100, 50)]
    assert grids_of(box) == []
    [grid] = grids_of([*box, Rule(50, 0, 50, 50), Rule(0, 25, 100, 25)])
    assert [grid.cell(x, y) for x, y in ((10, 40), (60, 40), (10, 10), (60, 10))] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_two_tables_on_a_page_are_two_grids() -> None:
    def table(top: float) -> list[Rule]:
        uprights = [Rule(x, top - 40, x, top) for x in (0.0, 50.0, 100.0)]
        return [*uprights, *(Rule(0, y, 100, y) for y in (top, top - 20, top - 40))]

    assert len(grids_of([*table(100), *table(300)])) == 2
