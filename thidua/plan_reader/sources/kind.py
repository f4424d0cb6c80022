"""What kind of file it is, told by its bytes; the name's ending is not asked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from thidua.plan_reader.sources.refusals import refused

MB = 1 << 20
LARGEST = {"txt": 8 * MB, "docx": 50 * MB, "pdf": 150 * MB}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def kind_of(path: Path) -> str:
    """One of `txt`, `docx` (any zip, still to be looked into) and `pdf`; all else is refused, with its reason."""
    try:
        size, head = _begin(path)
    except FileNotFoundError as error:
        raise refused("missing") from error
    except PermissionError as error:
        raise refused("forbidden") from error
    except (OSError, ValueError) as error:  # a name too long, a null byte in it, a disk that fails
        raise refused("unreadable") from error
    if not size:
        raise refused("empty")
    kind = _by_magic(head, path)
    if size > LARGEST[kind]:
        raise refused("too_big")
    return kind


def _begin(path: Path) -> tuple[int, bytes]:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise refused("directory")
    if not stat.S_ISREG(about.st_mode):
        raise refused("not_a_file")
    with path.open("rb") as file:
        return os.fstat(file.fileno()).st_size, file.read(1024)


def _by_magic(head: bytes, path: Path) -> str:
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(_OLE):
        raise refused("encrypted" if _holds(path, _ENCRYPTED) else "old_doc")
    if head.startswith(_IMAGES[:5]) or _is_small_image(head):
        raise refused("image")
    if head.startswith(_ARCHIVES):
        raise refused("archive")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"{\\rtf", b"<!doctype html", b"<html")):
        raise refused("other_office")
    return "txt"


def _is_small_image(head: bytes) -> bool:
    """Formats whose mark is too short, or too late in the file, to be told by the first letters alone."""
    bitmap = head.startswith(b"BM") and head[6:10] == b"\0\0\0\0"
    return bitmap or head.startswith(b"\0\0\1\0") or head[8:12] == b"WEBP" or head[4:12] in (b"ftypheic", b"ftypavif")


def _holds(path: Path, mark: bytes) -> bool:
    """Whether the first megabytes hold `mark`; the directory of an OLE file may stand anywhere."""
    with path.open("rb") as file:
        return mark in file.read(16 * MB)
