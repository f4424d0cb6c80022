"""The parts of a Word file: opened with bounds, so that a small file cannot unpack into a huge one."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any

from lxml import etree

from thidua.plan_reader.sources.refusals import refused

MB = 1 << 20
LARGEST_PART = 24 * MB  # the body of a plan of 20 pages takes about half a megabyte
LARGEST_RATIO = 200
MOST_PARTS = 5_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


class Package:
    """A Word file held open; raises NotReadable for every other kind of archive."""

    def __init__(self, path: Path) -> None:
        try:
            self.archive = zipfile.ZipFile(path)
        except _DAMAGE as error:
            raise refused("damaged") from error
        self.names = set(self.archive.namelist()) if len(self.archive.infolist()) <= MOST_PARTS else set()
        self._judge()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.archive.close()

    def part(self, name: str) -> Any | None:
        """The root element of a part, None if the file has no such part."""
        if name not in self.names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(self._bytes(name).replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refused("damaged") from error

    def _bytes(self, name: str) -> bytes:
        about = self.archive.getinfo(name)
        if about.flag_bits & 1:
            raise refused("encrypted")
        try:
            with self.archive.open(name) as file:
                raw = file.read(LARGEST_PART + 1)
        except (RuntimeError, *_DAMAGE) as error:
            raise refused("damaged") from error
        if len(raw) > max(min(LARGEST_PART, LARGEST_RATIO * about.compress_size), MB):
            raise refused("bomb")
        return raw

    def _judge(self) -> None:
        """Refuse what is no Word document, and one that carries macros."""
        if not self.names:
            raise refused("bomb" if self.archive.infolist() else "damaged")
        if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in self.names):
            raise refused("macro")
        if "[Content_Types].xml" not in self.names:
            raise refused("other_office" if "mimetype" in self.names else "archive")
        if b"macroEnabled" in self._bytes("[Content_Types].xml"):
            raise refused("macro")
        if "word/document.xml" not in self.names:
            raise refused("damaged" if any(name.startswith("word/") for name in self.names) else "other_office")
