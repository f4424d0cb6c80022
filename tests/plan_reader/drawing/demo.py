"""Draws the plans of the demo as Word files beside their text: `python -m tests.plan_reader.drawing.demo`."""

from __future__ import annotations

from pathlib import Path

from tests.plan_reader.drawing.markup import read_markup
from tests.plan_reader.drawing.word import draw_word

PLANS = Path(__file__).resolve().parents[3] / "packs/demo/plan"


def texts() -> tuple[Path, ...]:
    """The marked-up plans of the demo."""
    return tuple(sorted(PLANS.glob("*.mark")))


def main() -> None:
    """Draw each plan anew."""
    for path in texts():
        draw_word(read_markup(path), "", path.with_suffix(".docx"))


if __name__ == "__main__":
    main()
