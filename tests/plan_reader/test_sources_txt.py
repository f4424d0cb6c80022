"""Text files: encodings, lines, pages, rows."""

import codecs
import unicodedata
from pathlib import Path

import pytest

from thidua.plan_reader.reading import NotReadable, Source
from thidua.plan_reader.sources import open_source
from thidua.plan_reader.sources.txt import source_of

WORDS = "KẾ HOẠCH\nTriển khai phong trào thi đua “Xã sạch” năm 2026\n"


def opened(folder: Path, raw: bytes) -> Source:
    path = folder / "plan.txt"
    path.write_bytes(raw)
    return open_source(path)


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16-be mark", "utf-16-le", "utf-16-be", "utf-32", "crlf", "nfd"],
)
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, raw: bytes) -> None:
    assert opened(tmp_path, raw).text == WORDS


def test_windows_code_page_is_read(tmp_path: Path) -> None:
    tones = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
    apart = "".join(
        letter if letter in "ăâêôơưđĂÂÊÔƠƯĐ" else unicodedata.normalize("NFC", base) + marks
        for letter in "KẾ HOẠCH phong trào thi đua"
        for base, marks in [_split(letter, tones)]
    )
    assert opened(tmp_path, apart.encode("cp1258")).text == "KẾ HOẠCH phong trào thi đua"


def _split(letter: str, tones: dict[int, None]) -> tuple[str, str]:
    """A letter without its tone, and the tone: the way the code page writes them."""
    parts = unicodedata.normalize("NFD", letter)
    return parts.translate(tones), "".join(mark for mark in parts if ord(mark) in tones)


def test_a_file_cut_in_mid_letter_is_still_read(tmp_path: Path) -> None:
    assert opened(tmp_path, (WORDS * 3).encode()[:-12] + "ế".encode()[:2]).text.startswith(WORDS)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\u200b\n".encode(), "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\0" * 5000, "binary"),
        (b"\x01\x02\x03" * 500 + b"chu", "binary"),
        ("KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua".encode("latin-1"), "legacy_font"),
        ("KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua".encode(), "legacy_font"),
        ("Keá hoaïch phaùt ñoäng phong traøo thi ñua".encode("latin-1"), "legacy_font"),
        ("ключ от всех дверей города".encode("koi8-r"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    with pytest.raises(NotReadable) as caught:
        opened(tmp_path, raw)
    assert caught.value.code == code


def test_empty_lines_stay_in_the_text_but_are_no_lines() -> None:
    source = source_of("một\n\n  hai  \n")
    assert source.text == "một\n\n  hai\n"
    assert [source.text[line.start : line.end] for line in source.lines] == ["một", "  hai"]


def test_a_form_feed_is_a_page_break() -> None:
    assert [line.page for line in source_of("một\fhai\nba\f\fbốn").lines] == [1, 2, 2, 4]


@pytest.mark.parametrize(
    ("words", "is_row"),
    [
        ("1\tTrồng cây\t10", True),
        ("Trồng cây\t10", True),
        ("1.\tMục đích", False),
        ("a)\tMục đích", False),
        ("Điều 12.\tNội dung", False),
        ("\tThụt đầu dòng", False),
        ("Cuối dòng\t", False),
        ("Không có", False),
    ],
)
def test_tabs_part_cells_but_not_labels_or_indents(words: str, is_row: bool) -> None:
    assert source_of(words).lines[0].cells is is_row
