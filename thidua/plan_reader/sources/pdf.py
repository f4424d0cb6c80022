"""A PDF in: the text layer page by page, with the places of its lines; pages without text go to OCR."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.plan_reader.pages.geometry import Run, arrange
from thidua.plan_reader.pages.grids import grids_of
from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources.draft import Draft
from thidua.plan_reader.sources.glyphs import Glyphs
from thidua.plan_reader.sources.refusals import refused
from thidua.plan_reader.sources.txt import is_legacy

MOST_PAGES = 400
LONGEST = 500_000
FEW = 200  # a page with fewer letters under a whole-page picture is a scan with a stamp or a signature's note
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_APART = re.compile(r"N[ƠơƠ]I\s+NH[ẬậẬ]N|C[ỘộỘ]NG H[ÒòOo]", re.IGNORECASE)

Progress = Callable[[int, int], None]


def read_pdf(path: Path, *, progress: Progress | None = None) -> Source:
    """The lines of a PDF; raises NotReadable for one that is locked, damaged or has too many pages."""
    with _opened(path) as document:
        pages: list[list[Run] | None] = []
        total = 0
        for number in range(len(document)):
            runs = _page(document, number)
            total += sum(len(run.text) for run in runs or ())
            if total > LONGEST:
                raise refused("too_big")
            pages.append(runs)
        scanned = [number for number, runs in enumerate(pages) if runs is None]
        if scanned:
            from thidua.plan_reader.sources.scan import recognise

            for number, runs in recognise(document, scanned, progress=progress):
                pages[number] = runs
    return _laid_down([runs or [] for runs in pages], "scan" if len(scanned) * 2 > len(pages) else "pdf")


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise refused("encrypted" if locked else "damaged") from error
    try:
        if len(document) > MOST_PAGES:
            raise refused("too_many_pages")
        yield document
    finally:
        document.close()


def _page(document: Any, number: int) -> list[Run] | None:
    """The lines of a page in reading order; None for one that has to be read as a picture."""
    try:
        page = document[number]
        glyphs = Glyphs(page)
    except pypdfium2.PdfiumError as error:
        raise refused("damaged") from error
    try:
        if len(glyphs.text) < FEW and _is_picture(page):
            return None
        if _is_garbled(glyphs.text) or is_legacy(glyphs.text):
            return None
        apart = number == 0 or _APART.search(glyphs.text)
        lines = None if apart else glyphs.plain()
        return lines if lines is not None else arrange(glyphs.worded(), grids_of(glyphs.rules()))
    finally:
        glyphs.close()
        page.close()


def _is_picture(page: Any) -> bool:
    """Whether pictures cover most of the page."""
    width, height = page.get_size()
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = shape.get_bounds()
        if (right - left) * (top - bottom) > 0.4 * width * height:
            return True
    return False


def _is_garbled(text: str) -> bool:
    """Whether the letters have no meaning: a font without its table of letters."""
    letters = len(text) - text.count(" ") - 2 * text.count("\n")
    return letters > 20 and len(_STRANGE.findall(text)) > 0.4 * letters


def _laid_down(pages: list[list[Run]], origin: str) -> Source:
    draft = Draft(origin)
    for number, runs in enumerate(pages, 1):
        above: Run | None = None
        for run in runs:
            gap = round(above.base - run.base - run.size, 1) if above else None
            left, right, size = round(run.left, 1), round(run.right, 1), round(run.size, 1)
            known = {"page": number, "left": left, "right": right, "gap": gap, "size": size}
            draft.add(run.text, **known, bold=run.bold, cells=run.cells)
            above = run
    return draft.source()
