"""The rare ways of files: what a reader meets once in a thousand."""

from pathlib import Path

import pypdfium2
import pytest

from tests.plan_reader.drawn import pdf, scan
from tests.plan_reader.plans import PLAN
from tests.plan_reader.test_sources_scan import row
from tests.plan_reader.test_sources_scan import table as tsv
from tests.plan_reader.word_files import level, p, table, word_file
from thidua.plan_reader import read_plan
from thidua.plan_reader.pages.grids import Rule, grids_of
from thidua.plan_reader.pages.rulings import rules_of
from thidua.plan_reader.reading import NotReadable
from thidua.plan_reader.sources import open_source
from thidua.plan_reader.sources import pdf as pdf_source
from thidua.plan_reader.sources import scan as scan_source
from thidua.plan_reader.sources.scan import lines_of


def code_of(path: Path) -> str:
    with pytest.raises(NotReadable) as caught:
        read_plan(path)
    return caught.value.code


def plan(folder: Path, words: str = PLAN) -> Path:
    path = folder / "plan.txt"
    path.write_text(words, encoding="utf-8")
    return path


@pytest.mark.parametrize(("error", "code"), [(PermissionError, "forbidden"), (OSError, "unreadable")])
def test_a_file_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], code: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    path = plan(tmp_path)
    monkeypatch.setattr(Path, "open", fails)
    assert code_of(path) == code


def test_a_disk_that_fails_in_mid_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> bytes:
        raise OSError

    path = plan(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", fails)
    assert code_of(path) == "unreadable"


class Crowded(type(Path())):  # type: ignore[misc]
    """A file that finds no room in memory."""

    def read_bytes(self) -> bytes:
        raise MemoryError


def test_a_reading_without_room_is_refused(tmp_path: Path) -> None:
    assert code_of(Crowded(plan(tmp_path))) == "too_hungry"


def test_a_paragraph_of_ten_pages_belongs_to_no_plan(tmp_path: Path) -> None:
    assert code_of(plan(tmp_path, PLAN.replace("Phát huy", "thi đua sôi nổi " * 3000))) == "not_a_plan"


HAND = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length %d>>stream
%s
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def by_hand(folder: Path, content: bytes, *, pages: bytes = b"3 0 R") -> Path:
    path = folder / "plan.pdf"
    path.write_bytes(HAND % (pages, pages.count(b"R"), len(content), content))
    return path


def test_type_that_is_scaled_line_by_line_has_its_true_size(tmp_path: Path) -> None:
    lines = b"BT /F 1 Tf 12 0 0 12 72 700 Tm (Small line here) Tj ET BT /F 1 Tf 40 0 0 40 72 600 Tm (Large) Tj ET"
    small, large = open_source(by_hand(tmp_path, lines)).lines
    assert small.size == pytest.approx(12, abs=2)
    assert large.size == pytest.approx(40, abs=6)


def test_a_line_that_climbs_is_read_word_by_word(tmp_path: Path) -> None:
    first = b"BT /F 12 Tf 72 700 Td (First page) Tj ET"
    climbing = b"BT /F 12 Tf 72 700 Td (one two) Tj 60 5 Td (three) Tj ET"
    path = by_hand(tmp_path, first + climbing)
    assert "three" in open_source(path).text


def test_letters_of_an_old_font_are_left_to_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    words = b"BT /F 12 Tf 72 700 Td (K\\325 ho\\271ch ph\\270t \\256\\351ng phong tr\\265o thi \\256ua) Tj ET"
    path = by_hand(tmp_path, words)
    path.write_bytes(path.read_bytes().replace(b"/Helvetica", b"/Helvetica/Encoding/WinAnsiEncoding"))
    assert code_of(path) == "no_ocr"


def test_a_page_that_is_not_there_is_damage(tmp_path: Path) -> None:
    assert code_of(by_hand(tmp_path, b"", pages=b"9 0 R")) == "damaged"


def test_a_pdf_without_pages_is_damaged(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.save(tmp_path / "plan.pdf")
    document.close()
    assert code_of(tmp_path / "plan.pdf") == "damaged"


def test_a_pdf_with_more_letters_than_any_plan_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "LONGEST", 3)
    assert code_of(pdf(tmp_path / "plan.pdf", "Thi đua")) == "too_big"


def test_a_small_picture_does_not_make_a_page_a_scan(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(pdf(tmp_path / "plan.pdf", "Thi đua")) as document:
        page = document[0]
        picture = pypdfium2.PdfImage.new(document)
        bitmap = pypdfium2.PdfBitmap.new_native(4, 4, 1)
        bitmap.fill_rect((0, 0, 0, 255), 0, 0, 4, 4)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(60, 60))
        page.insert_obj(picture)
        page.gen_content()
        document.save(tmp_path / "seal.pdf")
        bitmap.close()
        page.close()
    assert open_source(tmp_path / "seal.pdf").text == "Thi đua"


def test_letters_without_meaning_are_left_to_ocr() -> None:
    assert pdf_source._is_garbled("\ue001\ue002\ue003 " * 20)
    assert not pdf_source._is_garbled("Phong trào thi đua \uf0b7 " * 20)


def test_a_scan_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "tesseract").write_text("#!/bin/sh\necho vie")
    (programs / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/bin")
    monkeypatch.setattr(scan_source, "MOST_PAGES", 0)
    assert code_of(scan(tmp_path / "plan.pdf", "Thi đua")) == "too_many_pages"


def test_a_tesseract_that_does_not_start_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tesseract").write_bytes(b"\x7fELF")
    (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert code_of(scan(tmp_path / "plan.pdf", "Thi đua")) == "no_ocr"


def drawn_grid(width: int, height: int) -> bytes:
    """A picture of a table of two by two, its lines three pixels thick and a little askew."""
    pixels = bytearray(b"\xff" * width * height)
    for top in (20, 120, 220):
        for x in range(20, width - 20):
            for thick in range(3):
                pixels[(top + x // 200 + thick) * width + x] = 0
    for left in (20, width // 2, width - 22):
        for y in range(20, 225):
            pixels[y * width + left : y * width + left + 3] = b"\0\0\0"
    return bytes(pixels)


def test_the_tables_of_a_scan_are_seen_in_its_pixels() -> None:
    [grid] = grids_of(rules_of(drawn_grid(900, 260), 900, 0.24))
    assert (grid.columns, [len(edges) for edges in grid.over]) == (2, [3, 3])


def test_a_page_without_uprights_has_no_table() -> None:
    assert rules_of(b"\xff" * 900 * 50, 900, 0.24) == []
    assert rules_of(b"\xff" * 9000 + b"\0" * 1800 + b"\xff" * 9000, 900, 0.24) == []


def test_ruled_lines_read_as_letters_are_taken_off_the_words_of_a_table() -> None:
    edges = [Rule(x, -100, x, -10) for x in (20.0, 100.0, 200.0)] + [Rule(20, y, 200, y) for y in (-10.0, -100.0)]
    words = tsv(row("|một", 120, width=100), row("|", 400, width=8, sure=90), row("hai]", 500, width=100))
    assert [run.text for run in lines_of(words, grids=grids_of(edges))] == ["một\thai"]


def test_a_long_table_without_borders_is_still_a_table(tmp_path: Path) -> None:
    rows = table(*[("Nơi nhận:", str(number)) for number in range(9)], borders=False)
    assert open_source(word_file(tmp_path / "plan.docx", rows)).text.startswith("Nơi nhận:\t0\n")


def test_rows_in_a_content_control_are_read(tmp_path: Path) -> None:
    rows = (
        table(("a", "b", "c"))
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
        .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
    )
    assert open_source(word_file(tmp_path / "plan.docx", rows)).text == "a\tb\tc"


def test_an_old_text_box_is_read(tmp_path: Path) -> None:
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('HỎA TỐC')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    assert open_source(word_file(tmp_path / "plan.docx", box + p("sau"))).text.split() == ["HỎA", "TỐC", "sau"]


def test_list_styles_that_lead_nowhere_give_no_label(tmp_path: Path) -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="Vong">{listed}</w:style>'
    styles += f'<w:style w:type="paragraph" w:styleId="Muc">{listed}</w:style>'
    for link in ("Vong", "Khong"):
        inside = f'<w:numStyleLink w:val="{link}"/>{level(0, "decimal", "%1.")}'
        numbering = f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>'
        numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        path = word_file(tmp_path / f"{link}.docx", p("x", style="Muc"), numbering=numbering, styles=styles)
        assert open_source(path).text == "1. x"


def test_a_page_full_of_lines_is_a_drawing() -> None:
    lines = [Rule(float(at % 500), 0, float(at % 500), 90) for at in range(20_001)]
    assert grids_of(lines) == []
