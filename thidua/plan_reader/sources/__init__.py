"""A file in, one clean text with what is known of its lines out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources.kind import kind_of
from thidua.plan_reader.sources.refusals import refused
from thidua.plan_reader.sources.txt import is_legacy, read_txt

Progress = Callable[[int, int], None]
LONGEST = 500_000  # characters; a plan of 20 pages has about 60,000
MOST_LINES = 20_000


def open_source(path: Path, *, progress: Progress | None = None) -> Source:
    """The file's text and lines; raises NotReadable with what is wrong and what to do."""
    kind = kind_of(path)
    try:
        source = _read(path, kind, progress)
    except OSError as error:
        raise refused("unreadable") from error
    if not source.lines:
        raise refused("empty" if source.origin in ("txt", "docx") else "no_text")
    if len(source.text) > LONGEST or len(source.lines) > MOST_LINES:
        raise refused("too_big")
    if is_legacy(source.text):
        raise refused("legacy_font")
    return source


def _read(path: Path, kind: str, progress: Progress | None) -> Source:
    """Call the reader of the file's kind; each library is loaded only when a file needs it."""
    if kind == "pdf":
        from thidua.plan_reader.sources.pdf import read_pdf

        return read_pdf(path, progress=progress)
    if kind == "docx":
        from thidua.plan_reader.sources.docx import read_docx

        return read_docx(path)
    return read_txt(path)
