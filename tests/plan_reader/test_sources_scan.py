"""Scanned PDFs: Tesseract reads the pages that have no text, and only those."""

import os
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.plan_reader.drawn import pdf, scan
from thidua.plan_reader.reading import NotReadable
from thidua.plan_reader.sources import open_source
from thidua.plan_reader.sources.scan import lines_of

WORDS = """
#grid(columns: (1fr, 1.5fr), align: center, [ỦY BAN NHÂN DÂN\\ *XÃ ĐÔNG LĨNH*],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA*\\ *Độc lập - Tự do - Hạnh phúc*])
#align(center)[*KẾ HOẠCH*]
- giữ gìn đường làng sạch đẹp
"""
needs_ocr = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


@pytest.mark.ocr
@pytest.mark.slow
@needs_ocr
def test_a_scan_is_read_page_by_page_with_progress(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = scan(tmp_path / "scan.pdf", WORDS + "#pagebreak() Trang hai về phong trào thi đua #pagebreak() Trang ba")
    source = open_source(path, progress=lambda done, total: told.append((done, total)))
    assert source.origin == "scan"
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    read = [source.text[line.start : line.end] for line in source.lines]
    assert read.index("XÃ ĐÔNG LĨNH") < read.index("Độc lập - Tự do - Hạnh phúc") < read.index("KẾ HOẠCH")
    assert source.lines[-1].page == 3


@pytest.mark.ocr
@pytest.mark.slow
@needs_ocr
def test_of_a_mixed_file_only_the_pictures_are_recognised(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    text = pdf(tmp_path / "text.pdf", "Trang một có chữ.")
    picture = scan(tmp_path / "scan.pdf", "Trang hai là ảnh quét của kế hoạch.")
    with pypdfium2.PdfDocument(text) as one, pypdfium2.PdfDocument(picture) as other:
        one.import_pages(other)
        one.save(tmp_path / "mixed.pdf")
    source = open_source(tmp_path / "mixed.pdf", progress=lambda done, total: told.append((done, total)))
    assert source.origin == "pdf"
    assert told[-1] == (1, 1)
    assert source.text.startswith("Trang một có chữ.\nTrang hai")


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (None, "no_ocr"),
        ("#!/bin/sh\necho eng", "no_ocr_vie"),
        ("#!/bin/sh\n[ $1 = --list-langs ] && echo vie && exit\nexit 1", "ocr_failed"),
    ],
)
def test_a_missing_or_failing_tesseract_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, code: str
) -> None:
    path = scan(tmp_path / "scan.pdf", WORDS)
    programs = tmp_path / "bin"
    programs.mkdir()
    if script:
        (programs / "tesseract").write_text(script)
        (programs / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs) + (os.pathsep + "/bin" if script else ""))
    with pytest.raises(NotReadable) as caught:
        open_source(path)
    assert caught.value.code == code


def row(words: str, left: int, *, line: int = 1, top: int = 100, sure: int = 90, width: int | None = None) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{width or 25 * len(words)}\t40\t{sure}\t{words}"


def table(*rows: str) -> str:
    return "\n".join(["level\tpage_num\t…", "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t", *rows])


def test_strokes_are_left_out_but_a_dash_may_begin_a_line_or_part_two_years() -> None:
    words = [row("-", 100, sure=40), row("năm", 140), row("|", 225, sure=30), row("2026", 250), row("–", 365, sure=40)]
    assert [run.text for run in lines_of(table(*words, row("2030", 400)))] == ["- năm 2026 – 2030"]


def test_scribbles_are_left_out() -> None:
    assert [run.text for run in lines_of(table(row("x~}", 100, sure=8), row("chữ", 100, line=2, top=200)))] == ["chữ"]


def test_a_page_without_words_has_no_lines() -> None:
    assert lines_of(table()) == []
