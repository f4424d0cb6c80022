"""Word files: what stands in the text is what Word prints once all changes are accepted."""

from pathlib import Path

import pytest

from tests.plan_reader.word_files import p, para, r, table, word_file
from thidua.plan_reader.reading import NotReadable, Source
from thidua.plan_reader.sources import open_source

TC = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"


def opened(folder: Path, body: str, **parts: str | bytes) -> Source:
    return open_source(word_file(folder / "plan.docx", body, **parts))


def words(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def read(folder: Path, body: str, **parts: str | bytes) -> list[str]:
    return words(opened(folder, body, **parts))


def test_paragraphs_and_tables_stand_in_the_order_of_the_body(tmp_path: Path) -> None:
    body = p("Một") + table(("TT", "Việc", "Điểm"), ("1", "Trồng cây", "10")) + p("Hai")
    assert read(tmp_path, body) == ["Một", "TT\tViệc\tĐiểm", "1\tTrồng cây\t10", "Hai"]


def test_a_row_is_one_line_of_cells_and_a_paragraph_surely_begins(tmp_path: Path) -> None:
    first, row = opened(tmp_path, p("Một") + table(("a", "b", "c"))).lines
    assert (first.begins, first.cells, row.begins, row.cells) == (True, False, True, True)


def test_the_head_of_a_paper_is_read_block_by_block(tmp_path: Path) -> None:
    head = table(
        ("<w:tc>" + p("UBND XÃ ĐÔNG") + p("Số: 5/KH-UBND") + "</w:tc>", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("", "Độc lập - Tự do - Hạnh phúc"),
    )
    expected = ["UBND XÃ ĐÔNG", "Số: 5/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert read(tmp_path, head) == expected


def test_a_table_without_borders_at_the_foot_sets_blocks_side_by_side(tmp_path: Path) -> None:
    assert read(tmp_path, table(("CƠ QUAN A", "CƠ QUAN B"), borders=False)) == ["CƠ QUAN A", "CƠ QUAN B"]


def test_blocks_know_where_their_column_begins(tmp_path: Path) -> None:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    body = table(("Nơi nhận:", "CHỦ TỊCH")).replace("<w:tblPr>", grid + "<w:tblPr>", 1)
    assert [line.left for line in opened(tmp_path, body).lines] == [0.0, 100.0]


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    assert read(tmp_path, table(("<w:tc>" + p("Một") + p("Hai") + "</w:tc>",))) == ["Một", "Hai"]


def test_merged_cells_keep_their_column(tmp_path: Path) -> None:
    rows = table(
        (TC.format('<w:gridSpan w:val="2"/>', p("Nhóm")), "Điểm"),
        (TC.format('<w:vMerge w:val="restart"/>', p("A")), "một", "1"),
        (TC.format("<w:vMerge/>", p("")), "hai", "2"),
    )
    assert read(tmp_path, rows) == ["Nhóm\t\tĐiểm", "A\tmột\t1", "\thai\t2"]


def test_a_cell_joins_its_paragraphs_and_inner_tables(tmp_path: Path) -> None:
    inner = "<w:tc>" + p("một") + table(("hai", "ba")) + p("bốn") + "</w:tc>"
    assert read(tmp_path, table(("x", inner, "y"))) == ["x\tmột hai ba bốn\ty"]


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('Thi đua ')}<w:del>{r('cũ')}</w:del><w:ins>{r('mới')}</w:ins><w:moveFrom>{r('x')}</w:moveFrom></w:p>"
    )
    assert read(tmp_path, body) == ["Thi đua mới"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    assert read(tmp_path, p("Thi đua ", mark="del") + p("yêu nước")) == ["Thi đua yêu nước"]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    rows = table(("a", "b", "c"), ("d", "e", "f")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert read(tmp_path, rows) == ["d\te\tf"]


def test_a_soft_line_break_may_or_may_not_begin_a_paragraph(tmp_path: Path) -> None:
    source = opened(tmp_path, "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Thi đua</w:t><w:cr/><w:t>năm</w:t></w:r></w:p>")
    assert words(source) == ["KẾ HOẠCH", "Thi đua", "năm"]
    assert [line.begins for line in source.lines] == [True, None, None]


def test_pages_are_counted(tmp_path: Path) -> None:
    body = (
        p("a")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>"
    )
    assert [line.page for line in opened(tmp_path, body).lines] == [1, 3]


def test_words_in_links_fields_controls_and_formulas_are_read(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:hyperlink>{r('một ')}</w:hyperlink><w:fldSimple>{r('hai ')}</w:fldSimple>"
        f"<w:sdt><w:sdtContent>{r('ba ')}</w:sdtContent></w:sdt><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>"
        f"<w:sdt><w:sdtContent>{p('bốn')}</w:sdtContent></w:sdt>"
    )
    assert read(tmp_path, body) == ["một hai ba x+1", "bốn"]


def test_signs_of_their_own_are_written_out(tmp_path: Path) -> None:
    run = (
        '<w:p><w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t><w:sym w:font="Symbol" w:char="F0B7"/>'
        '<w:sym w:char="zz"/><w:softHyphen/></w:r></w:p>'
    )
    assert read(tmp_path, run) == ["57-NQ/TW•"]


def test_hidden_words_are_left_out_and_capitals_shown(tmp_path: Path) -> None:
    body = para(r("ẩn", "<w:vanish/>"), r("kế hoạch", "<w:caps/>"), r(" thi đua", '<w:caps w:val="0"/>'))
    assert read(tmp_path, body) == ["KẾ HOẠCH thi đua"]


def test_raised_figures_become_marks(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert read(tmp_path, f"<w:p>{r('Bộ Chính trị')}{r('12', raised)}{r('o', raised)}</w:p>") == ["Bộ Chính trị¹²o"]


FOOTNOTES = '<w:footnote w:type="separator" w:id="-1"/><w:footnote w:id="2">{}{}</w:footnote>'
CITED = '<w:p>{}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'


def test_a_footnote_stands_after_its_paragraph_as_one_line(tmp_path: Path) -> None:
    notes = FOOTNOTES.format(p("Nghị quyết 57"), p("của Bộ Chính trị"))
    body = CITED.format(r("Căn cứ")) + p("Sau")
    assert read(tmp_path, body, footnotes=notes) == ["Căn cứ¹", "¹ Nghị quyết 57 của Bộ Chính trị", "Sau"]


def test_a_footnote_of_a_table_stands_after_the_table(tmp_path: Path) -> None:
    cell = "<w:tc>" + CITED.format(r("Căn cứ")) + "</w:tc>"
    read_lines = read(tmp_path, table(("1", cell, "2")) + p("Sau"), footnotes=FOOTNOTES.format(p("Ghi chú"), ""))
    assert read_lines == ["1\tCăn cứ¹\t2", "¹ Ghi chú", "Sau"]


def test_endnotes_and_own_marks_are_read_and_lost_notes_left_out(tmp_path: Path) -> None:
    own = f'<w:p>{r("a")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r></w:p>'
    end = f'<w:p>{r("b")}<w:r><w:endnoteReference w:id="7"/></w:r><w:r><w:footnoteReference w:id="99"/></w:r></w:p>'
    notes = {
        "footnotes": FOOTNOTES.format(p("* Riêng"), ""),
        "endnotes": f'<w:endnote w:id="7">{p("Cuối")}</w:endnote>',
    }
    assert read(tmp_path, own + end, **notes) == ["a*", "* Riêng", "b¹²", "¹ Cuối"]


def test_a_text_box_is_read_once_and_before_its_paragraph(tmp_path: Path) -> None:
    box = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{p('HỎA TỐC')}</w:txbxContent>"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('HỎA TỐC')}"
        f"</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{r('KẾ HOẠCH')}</w:p>"
    )
    assert read(tmp_path, box) == ["HỎA TỐC", "KẾ HOẠCH"]


def test_a_typed_tab_parts_cells_but_not_a_label_from_its_words(tmp_path: Path) -> None:
    tab = "</w:t><w:tab/><w:t>"
    source = opened(tmp_path, p(f"1.{tab}Mục đích") + p(f"Nơi nhận:{tab}TM. ỦY BAN NHÂN DÂN"))
    assert [line.cells for line in source.lines] == [False, True]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Light"><w:rPr><w:b w:val="0"/><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
)


def test_weight_and_size_come_down_through_the_styles(tmp_path: Path) -> None:
    light = para(r("nhẹ", '<w:rStyle w:val="Light"/>'), style="Head")
    own = para(r("to", '<w:sz w:val="40"/><w:b/><w:rFonts w:ascii="Arial"/>'))
    body = p("thường") + p("đậm", style="Head") + light + own + p("vòng", style="Round")
    looks = [(line.size, line.bold) for line in opened(tmp_path, body, styles=STYLES).lines]
    assert looks == [(14.0, False), (14.0, True), (10.0, False), (20.0, True), (14.0, False)]


def test_a_table_takes_its_borders_from_its_style(tmp_path: Path) -> None:
    edge = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    style = f'<w:style w:type="table" w:styleId="Grid">{edge}</w:style>'
    body = table(("a", "b"), borders=False).replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Grid"/>')
    assert read(tmp_path, body, styles=style) == ["a\tb"]


@pytest.mark.parametrize("body", ["", p(""), p("  ")])
def test_a_document_without_words_is_empty(tmp_path: Path, body: str) -> None:
    with pytest.raises(NotReadable) as caught:
        opened(tmp_path, body)
    assert caught.value.code == "empty"


def test_decomposed_letters_are_joined_and_remembered(tmp_path: Path) -> None:
    source = opened(tmp_path, p("Phong trào thie\u0302\u0301t thực"))
    assert source.text == "Phong trào thiết thực"
    assert [source.text[place.start : place.end] for place in source.altered] == ["thiết"]
