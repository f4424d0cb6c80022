"""How well the reader reads: every plan of the corpus in every drawing, and the five real plans."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

from bench import told
from tests.parts import tesseract
from tests.plan_reader.drawing.examine import SHARED, Mark, can_score, examine, examine_seed, expected, seeds
from tests.plan_reader.drawing.renderings import KINDS, SCANNED, draw, renderings, slugs
from thidua.plan_reader.reading import NotReadable

KEPT = Path(__file__).resolve().parents[1] / "var/corpus"


def main() -> int:
    """Print a line per drawing with its weak fields, then the line of JSON."""
    parser = argparse.ArgumentParser(prog="./run bench corpus")
    parser.add_argument("--keep", action="store_true", help="write the figures down under bench/results/")
    parser.add_argument("--all", action="store_true", help="scan every plan, not only the chosen ones (minutes)")
    parser.add_argument("--no-scan", action="store_true", help="leave the scans out")
    parser.add_argument("plans", nargs="*", help="only these plans")
    asked = parser.parse_args()
    if not can_score():
        print(f"The score program is not there: {SHARED / 'gold/score.py'}", file=sys.stderr)
        return 2
    marks: dict[str, list[float]] = defaultdict(list)
    for slug in asked.plans or slugs():
        kinds = [kind for kind in KINDS if kind != "scan" or _scanned(slug, every=asked.all, none=asked.no_scan)]
        for rendering in renderings(slug, tuple(kinds)):
            mark = _mark(lambda r=rendering: examine(draw(r, KEPT), expected(r.slug)))
            marks[rendering.kind].append(mark.score)
            print(f"{mark.score:7.2f}  {rendering.name:<28} {mark.weak()[:140]}", flush=True)
    for path in [] if asked.plans else seeds():
        mark = _mark(lambda p=path: examine_seed(p))
        marks["seeds"].append(mark.score)
        print(f"{mark.score:7.2f}  seed {path.stem:<23} {mark.weak()[:140]}")
    figures = {kind: {"min": round(min(of), 2), "mean": round(mean(of), 2)} for kind, of in marks.items()}
    for kind, of in figures.items():
        print(f"{kind:<6} {len(marks[kind]):>3} files   min {of['min']:6.2f}   mean {of['mean']:6.2f}")
    if not tesseract():
        print("Scans are left out: Tesseract with Vietnamese is not on this machine.")
    told("corpus", figures, keep=asked.keep)
    return 0


def _scanned(slug: str, *, every: bool, none: bool) -> bool:
    return not none and tesseract() and (every or slug in SCANNED)


def _mark(act) -> Mark:  # type: ignore[no-untyped-def]
    """The mark; a file that cannot be read has none of it right."""
    try:
        return act()
    except NotReadable as refusal:
        return Mark(0.0, {str(refusal): 0.0})


if __name__ == "__main__":
    sys.exit(main())
