"""Files are kept once by their bytes, typed by their bytes, whole or not at all."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File

from thidua.base.files import FileRefused, keep, path_of, serve
from thidua.base.models import FileKind, StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.FILES = tmp_path / "files"
    return settings.FILES


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\n"
DOCX = packed("[Content_Types].xml", "word/document.xml")
TXT = "KẾ HOẠCH phát động phong trào".encode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "pdf"),
        (b"\n\xef\xbb\xbf" + PDF, "pdf"),
        (DOCX, "docx"),
        (TXT, "txt"),
        (TXT.decode().encode("utf-16"), "txt"),
    ],
)
def test_the_bytes_say_the_kind_and_the_name_does_not(content: bytes, kind: str) -> None:
    stored = keep(content, name="ke-hoach.exe")
    assert (stored.kind, stored.size, stored.name) == (kind, len(content), "ke-hoach.exe")
    assert path_of(stored).read_bytes() == content
    assert stored.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx"),
        (packed("xl/workbook.xml"), ".docx"),
        (b"PK\x03\x04 broken", ".docx"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", ".docx"),
        (b"words" * 300_000 + b"\0", ".docx"),
    ],
)
def test_what_is_no_plan_is_refused_with_the_mend_and_leaves_nothing(content: bytes, word: str, folder: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        keep(content, name="a.pdf")
    assert word in str(caught.value)
    assert not [path for path in folder.rglob("*") if path.is_file()]
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_whole_and_leaves_nothing(settings, folder: Path) -> None:
    settings.FILE_MAX_BYTES = 3 << 20
    read = []

    class Endless(File):
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            while True:
                read.append(1)
                yield b"a" * (1 << 20)

    with pytest.raises(FileRefused):
        keep(Endless(io.BytesIO()), name="a.txt")
    assert len(read) == 4
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_equal_bytes_lie_once_under_all_their_names(folder: Path) -> None:
    first, again, renamed = keep(TXT, name="a.txt"), keep(ContentFile(TXT), name="a.txt"), keep(TXT, name="b.txt")
    assert first == again != renamed
    assert path_of(first) == path_of(renamed)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_a_reader_that_breaks_off_leaves_nothing(folder: Path) -> None:
    class Broken(File):
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            yield b"half"
            raise OSError("the line was cut")

    with pytest.raises(OSError, match="cut"):
        keep(Broken(io.BytesIO()), name="a.txt")
    assert not [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/ke hoach.txt", "ke hoach.txt"), ("C:\\x\\y.pdf", "y.pdf"), ("a\r\nb.txt", "ab.txt"), ("", "file")],
)
def test_a_name_is_only_a_name(given: str, kept: str) -> None:
    assert keep(TXT, name=given).name == kept


def test_a_file_is_served_only_when_its_owner_says_so() -> None:
    stored = keep(PDF, name="Kế hoạch.pdf")
    with pytest.raises(PermissionDenied):
        serve(stored, allowed=False)
    answer = serve(stored, allowed=True)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer["Content-Security-Policy"]
    answer.close()


def test_every_kind_can_be_kept() -> None:
    assert {keep(content, name="x").kind for content in (PDF, DOCX, TXT)} == set(FileKind)
