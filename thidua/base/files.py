"""Files handed in: kept by the hash of their bytes, typed by their bytes, written whole or not at all."""

import hashlib
import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.http import FileResponse
from django.utils.translation import gettext as _

from thidua.base.models import FileKind, StoredFile

TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.TXT: "text/plain; charset=utf-8",
}
CHUNK = 1 << 20
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")  # one in fifty is more than a text copied from a PDF has
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class FileRefused(Exception):
    """The file is not kept; the message is a sentence for the person who sent it."""


def keep(content: bytes | File, *, name: str) -> StoredFile:
    """Store the bytes under their hash and remember the name they came with."""
    folder = Path(settings.FILES)
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".new-", dir=folder)
    try:
        with os.fdopen(handle, "w+b") as out:
            digest, size = _copy(content, out)
            kind = _kind_of(out)
            out.flush()
            os.fsync(out.fileno())
        place = _place(digest)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(temporary, place)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return StoredFile.objects.get_or_create(sha256=digest, name=_plain(name), defaults={"kind": kind, "size": size})[0]


def path_of(stored: StoredFile) -> Path:
    """Where the bytes lie, for reading only."""
    return _place(stored.sha256)


def serve(stored: StoredFile, *, allowed: bool, download: bool = True) -> FileResponse:
    """Answer with the file when the room that owns it has said that this user may have it."""
    if not allowed:
        raise PermissionDenied
    answer = FileResponse(path_of(stored).open("rb"), as_attachment=download, filename=stored.name)
    answer["Content-Type"] = TYPES[FileKind(stored.kind)]
    answer["Content-Encoding"] = "identity"  # packed already, as PDF and Word are; keeps the length known
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _place(digest: str) -> Path:
    return Path(settings.FILES) / digest[:2] / digest


def _plain(name: str) -> str:
    base = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable()).strip()
    return base[-200:] or "file"


def _chunks(content: bytes | File) -> Iterator[bytes]:
    return iter((content,)) if isinstance(content, bytes) else content.chunks(CHUNK)


def _copy(content: bytes | File, out: IO[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(content):
        size += len(chunk)
        if size > settings.FILE_MAX_BYTES:
            most = settings.FILE_MAX_BYTES // (1 << 20)
            raise FileRefused(_("The file is larger than %(most)s MB. Send a smaller one.") % {"most": most})
        digest.update(chunk)
        out.write(chunk)
    if not size:
        raise FileRefused(_("The file is empty. Choose another."))
    return digest.hexdigest(), size


def _kind_of(out: IO[bytes]) -> FileKind:
    out.seek(0)
    head = out.read(1024)
    for kind, looks in LOOKS.items():
        out.seek(0)
        if looks(head, out):
            return kind
    if head.startswith(OLE):
        raise FileRefused(
            _("This is an old .doc or a locked Word file. Open it in Word, save it as .docx and send that.")
        )
    raise FileRefused(_("Only .docx, .pdf and .txt files are accepted. This file is none of them."))


def _is_pdf(head: bytes, _out: IO[bytes]) -> bool:
    return b"%PDF-" in head


def _is_docx(head: bytes, out: IO[bytes]) -> bool:
    if not head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(out) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def _is_text(head: bytes, out: IO[bytes]) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if len(CONTROL.findall(head)) * 50 > len(head):
        return False
    return all(b"\0" not in chunk for chunk in iter(lambda: out.read(CHUNK), b""))


LOOKS: dict[FileKind, Callable[[bytes, IO[bytes]], bool]] = {
    FileKind.PDF: _is_pdf,
    FileKind.DOCX: _is_docx,
    FileKind.TXT: _is_text,
}
