"""Bad input: one sentence that says what is wrong and what to do, soon and in little memory."""

import os
import resource
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.plan_reader.drawn import pdf
from tests.plan_reader.word_files import TYPES, p, word_file
from thidua.plan_reader import read_plan
from thidua.plan_reader.reading import NotReadable
from thidua.plan_reader.sources.refusals import SENTENCES, refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SMALL = {
    "image": [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"II*\0",
        b"BM\x10\0\0\0\0\0\0\0",
        b"RIFF\0\0\0\0WEBP",
    ],
    "image ": [b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"\0\0\1\0"],
    "old_doc": [OLE + "WordDocument".encode("utf-16-le")],
    "encrypted": [OLE + "EncryptedPackage".encode("utf-16-le")],
    "archive": [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"PK\x05\x06" + bytes(18)],
    "other_office": [b"{\\rtf1 K\\'ea", b"<!DOCTYPE html><html>", b"\xef\xbb\xbf <HTML>"],
    "damaged": [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 3000, b"PK\x03\x04" + bytes(200), b"PK\x03\x04"],
    "empty": [b""],
    "binary": [os.urandom(0) + bytes(range(256)) * 20],
}


def code_of(path: Path) -> str:
    with pytest.raises(NotReadable) as caught:
        read_plan(path)
    return caught.value.code


@pytest.mark.parametrize(("code", "raw"), [(code, raw) for code, raws in SMALL.items() for raw in raws])
def test_a_file_is_told_by_its_bytes_whatever_its_name(tmp_path: Path, code: str, raw: bytes) -> None:
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(raw)
    assert code_of(path) == code.strip()


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path) == "directory"
    assert code_of(tmp_path / "pipe") == "not_a_file"
    assert code_of(tmp_path / "none.pdf") == "missing"
    assert code_of(tmp_path / ("x" * 5000)) == "unreadable"
    assert code_of(Path("a\0b")) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("KẾ HOẠCH", encoding="utf-8")
    path.chmod(0)
    assert code_of(path) == "forbidden"


def test_300_megabytes_of_text_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.write("KẾ HOẠCH thi đua\n".encode())
        file.truncate(300 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert code_of(path) == "too_big"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_text_longer_than_any_plan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Thi đua.\n" * 300_000, encoding="utf-8")
    assert code_of(path) == "too_big"


def bomb(path: Path, name: str, *, size: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        if name != "word/document.xml":
            archive.writestr("word/document.xml", "<w/>")
        with archive.open(name, "w", force_zip64=True) as part:
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    return path


@pytest.mark.parametrize("name", ["word/document.xml", "word/numbering.xml", "word/footnotes.xml"])
def test_a_zip_bomb_is_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    path = bomb(tmp_path / "plan.docx", name, size=200 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert code_of(path) == "bomb"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120_000


def test_parts_that_are_never_asked_for_may_be_large(tmp_path: Path) -> None:
    path = bomb(tmp_path / "plan.docx", "word/media/image1.emf", size=60 << 20)
    assert code_of(path) == "empty"


def test_too_many_parts_are_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plan.docx", "w") as archive:
        for number in range(6000):
            archive.writestr(f"word/{number}.xml", "")
    assert code_of(tmp_path / "plan.docx") == "bomb"


def test_entities_that_grow_are_not_resolved(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(12))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l12;</d>'
    with zipfile.ZipFile(tmp_path / "plan.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", xml)
    assert code_of(tmp_path / "plan.docx") in ("empty", "damaged")


def test_a_document_with_macros_is_refused(tmp_path: Path) -> None:
    assert code_of(word_file(tmp_path / "a.docx", p("x"), vbaProject=b"\0")) == "macro"
    types = TYPES.replace("wordprocessingml.document.main", "macroEnabled.main")
    assert code_of(word_file(tmp_path / "b.docx", p("x"), types=types)) == "macro"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.txt"], "archive"),
        (["mimetype", "content.xml"], "other_office"),
        (["[Content_Types].xml", "xl/workbook.xml"], "other_office"),
        (["[Content_Types].xml", "word/styles.xml"], "damaged"),
        (["[Content_Types].xml", "word/document.xml"], "damaged"),
    ],
)
def test_other_archives_are_named(tmp_path: Path, names: list[str], code: str) -> None:
    with zipfile.ZipFile(tmp_path / "plan.docx", "w") as archive:
        for name in names:
            archive.writestr(name, "")
    assert code_of(tmp_path / "plan.docx") == code


def test_a_word_file_cut_short_is_damaged(tmp_path: Path) -> None:
    path = word_file(tmp_path / "plan.docx", p("Thi đua") * 500)
    path.write_bytes(path.read_bytes()[:400])
    assert code_of(path) == "damaged"


def test_a_part_whose_bytes_are_spoilt_is_damaged(tmp_path: Path) -> None:
    path = word_file(tmp_path / "plan.docx", p("Thi đua") * 500)
    raw = bytearray(path.read_bytes())
    at = raw.index(b"word/document.xml") + 60
    raw[at : at + 20] = b"\xff" * 20
    path.write_bytes(raw)
    assert code_of(path) == "damaged"


def test_a_locked_part_is_encrypted(tmp_path: Path) -> None:
    path = word_file(tmp_path / "plan.docx", p("Thi đua"))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"word/document.xml"))
    raw[at + 8] |= 1
    path.write_bytes(raw)
    assert code_of(path) == "encrypted"


ENCRYPTED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
""" % (b"41" * 32, b"42" * 32)


def test_a_pdf_with_a_password_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(ENCRYPTED)
    assert code_of(path) == "encrypted"


def test_a_pdf_cut_short_is_damaged_or_still_read(tmp_path: Path) -> None:
    path = pdf(tmp_path / "plan.pdf", "Trang một")
    path.write_bytes(path.read_bytes()[:900])
    assert code_of(path) == "damaged"


def test_a_pdf_of_blank_pages_has_no_text(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(tmp_path / "plan.pdf")
    document.close()
    assert code_of(tmp_path / "plan.pdf") == "no_text"


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(401):
        document.new_page(20, 20)
    document.save(tmp_path / "plan.pdf")
    document.close()
    assert code_of(tmp_path / "plan.pdf") == "too_many_pages"


NOVEL = "Trời hôm nay đẹp quá. Tôi đi dạo quanh hồ, gặp một người bạn cũ.\n" * 60
REPORT = """BÁO CÁO
Kết quả phong trào thi đua năm 2025 theo kế hoạch
I. KẾT QUẢ
1. Công tác chỉ đạo
2. Công tác tuyên truyền
II. TỒN TẠI
1. Khó khăn
"""
BARE = "KẾ HOẠCH\nTổ chức phong trào thi đua\nCác đơn vị tổ chức thi đua sôi nổi.\n"


@pytest.mark.parametrize("words", [NOVEL, REPORT, BARE, "x"], ids=["novel", "report", "no clauses", "letter"])
def test_what_is_no_plan_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(words, encoding="utf-8")
    assert code_of(path) == "not_a_plan"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_refusal_is_one_sentence_that_says_what_to_do(code: str) -> None:
    sentence = str(refused(code))
    assert "\n" not in sentence
    assert "hãy " in sentence
    assert len(sentence) < 140
