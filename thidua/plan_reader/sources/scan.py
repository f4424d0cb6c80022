"""Pages that are pictures: drawn by pdfium, read by Tesseract in Vietnamese, put in order by their geometry."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from statistics import mean, median
from typing import Any, NamedTuple

from thidua.plan_reader.pages.geometry import Run, arrange
from thidua.plan_reader.pages.grids import Grid, grids_of
from thidua.plan_reader.pages.rulings import rules_of
from thidua.plan_reader.pages.spacing import parted
from thidua.plan_reader.sources.refusals import refused

DPI = 300
POINT = 72 / DPI
MOST_PAGES = 120
MOST_PIXELS = 24_000_000  # an A4 page at 300 dpi has 8.7 million
SECONDS_A_PAGE = 90
AT_ONCE = 2
SURE = 35  # mean confidence, of 100, under which a line is a stamp or a scribble
_DASHES = ("-", "–", "—", "+", "*", "•")
_RULED = "|¦_[]{}"
_STROKES = set("|¦_—–-=~«»‹›\\/°.,'`:;•*")

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Page:
    """A drawn page: its picture in PGM, how many points a pixel is, its ruled tables."""

    picture: bytes
    point: float
    grids: list[Grid]


class Word(NamedTuple):
    """A row of Tesseract's table, in pixels from the top left."""

    line: tuple[str, str, str]
    left: int
    top: int
    width: int
    height: int
    sure: float
    text: str


def recognise(document: Any, pages: list[int], *, progress: Progress | None = None) -> Iterator[tuple[int, list[Run]]]:
    """The lines of each of `pages`, two pages being read at once."""
    program = _tesseract()
    if len(pages) > MOST_PAGES:
        raise refused("too_many_pages")
    tell = progress or (lambda done, total: None)
    tell(0, len(pages))
    waiting: list[tuple[int, _Page, Future[str]]] = []
    done = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for number in pages:
                page = _drawn(document, number)
                waiting.append((number, page, pool.submit(_read, program, page.picture)))
                page.picture = b""
                if len(waiting) > AT_ONCE:
                    yield _finished(*waiting.pop(0))
                    tell(done := done + 1, len(pages))
            while waiting:
                yield _finished(*waiting.pop(0))
                tell(done := done + 1, len(pages))
        finally:
            pool.shutdown(cancel_futures=True)


def _tesseract() -> str:
    """Where Tesseract stands; refuses with what to install where it, or its Vietnamese, is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise refused("no_ocr")
    try:
        spoken = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)  # noqa: S603 - a fixed program and word
    except (OSError, subprocess.SubprocessError) as error:
        raise refused("no_ocr") from error
    if "vie" not in (spoken.stdout + spoken.stderr).decode(errors="replace").split():
        raise refused("no_ocr_vie")
    return program


def _drawn(document: Any, number: int) -> _Page:
    """A page as a grey picture in PGM, with the tables ruled on it."""
    page = document[number]
    width, height = page.get_size()
    scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    raw = memoryview(bitmap.buffer).cast("B")
    across, down = bitmap.width, bitmap.height
    pixels = b"".join(raw[row * bitmap.stride : row * bitmap.stride + across] for row in range(down))
    del raw
    bitmap.close()
    page.close()
    grids = grids_of(rules_of(pixels, across, 1 / scale))
    return _Page(b"P5 %d %d 255\n" % (across, down) + pixels, 1 / scale, grids)


def _read(program: str, picture: bytes) -> str:
    """Tesseract's table of words. More than one thread a page would make it ten times slower."""
    command = [program, "stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "--psm", "3", "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the picture goes in by a pipe
            command, input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True, env=environment
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise refused("ocr_failed") from error
    return done.stdout.decode("utf-8", errors="replace")


def _finished(number: int, page: _Page, table: Future[str]) -> tuple[int, list[Run]]:
    return number, lines_of(table.result(), page.point, page.grids)


def lines_of(table: str, point: float = POINT, grids: Sequence[Grid] = ()) -> list[Run]:
    """The lines of a page from Tesseract's table, in reading order; strokes and scribbles are left out."""
    words = [word for row in table.splitlines()[1:] if (word := _word(row)) is not None]
    lines = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    lines = [_legible(line) for line in lines if mean(word.sure for word in line) >= SURE]
    lines = [line for line in lines if line]
    if not lines:
        return []
    tall = median(word.height for line in lines for word in line)
    return arrange([_cleared([_run(word, line, tall, point) for word in line], grids) for line in lines], list(grids))


def _word(row: str) -> Word | None:
    fields = row.split("\t", 11)
    if fields[0] != "5" or len(fields) < 12:
        return None
    _level, _page, block, paragraph, line, _number, left, top, width, height, sure, text = fields
    if not text.strip():
        return None
    return Word(
        (block, paragraph, line), int(left), int(top), int(width), int(height), float(sure), parted(text.strip())
    )


def _legible(line: list[Word]) -> list[Word]:
    """A line without strokes that were taken for letters; a dash is no such stroke, it may part two years."""
    return [word for word in line if word.text in _DASHES or word.sure >= 80 or not set(word.text) <= _STROKES]


def _cleared(line: list[Run], grids: Sequence[Grid]) -> list[Run]:
    """A line without the ruled lines that were read as letters of the words beside them."""
    for word in line:
        if any(grid.holds(word.middle, word.waist) for grid in grids):
            word.text = word.text.strip(_RULED)
    return [word for word in line if word.text]


def _run(word: Word, line: list[Word], tall: float, point: float) -> Run:
    """A word with its base line, which is guessed from the words of its line next to it: letters may hang below."""
    near = [other for other in line if abs(other.left - word.left) < 12 * tall]
    bottom = median(other.top + other.height for other in near)
    size = max(median(other.height for other in near), 0.7 * tall)
    return Run(word.text, word.left * point, (word.left + word.width) * point, -bottom * point, size * point)
