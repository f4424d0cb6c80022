"""A file in, one clean text with what is known of its lines out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources import txt

Progress = Callable[[int, int], None]


def open_source(path: Path, *, progress: Progress | None = None) -> Source:
    """The file's text and lines; raises NotReadable with what is wrong and what to do."""
    return txt.source_of(path.read_bytes().decode("utf-8-sig"))
