"""Draws the files that are kept: the demo's plans as Word, a small scan for the browser tests.

Run it by `python -m tests.plan_reader.drawing.demo`.
"""

from __future__ import annotations

from pathlib import Path

from tests.plan_reader.drawing.markup import read_markup
from tests.plan_reader.drawing.page import draw_pages
from tests.plan_reader.drawing.renderings import CORPUS, plan_of
from tests.plan_reader.drawing.scan import draw_scan
from tests.plan_reader.drawing.word import draw_word

PLANS = Path(__file__).resolve().parents[3] / "packs/demo/plan"
SAMPLE = CORPUS / "samples/phuong-cau-may.pdf"


def texts() -> tuple[Path, ...]:
    """The marked-up plans of the demo."""
    return tuple(sorted(PLANS.glob("*.mark")))


def main() -> None:
    """Draw each file anew."""
    for path in texts():
        draw_word(read_markup(path), "", path.with_suffix(".docx"))
    SAMPLE.parent.mkdir(exist_ok=True)
    pages = SAMPLE.with_suffix(".pages.pdf")
    draw_pages(plan_of(SAMPLE.stem), "size=13", pages)
    draw_scan(pages, SAMPLE, dpi=140, speckled=0, quality=40)
    pages.unlink()


if __name__ == "__main__":
    main()
