"""How long the whole reading of a 20-page PDF takes, beside pypdfium2's bare text of the same file."""

from __future__ import annotations

import argparse
import functools
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import told

LIMIT_MS = 1000
RUNS = 15


def main() -> int:
    """Draw the plan, measure in a fresh process, print the table and the line of JSON."""
    parser = argparse.ArgumentParser(prog="./run bench reader")
    parser.add_argument("--keep", action="store_true", help="write the figures down under bench/results/")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure)))
        return 0
    from bench.long_plan import draw

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.pdf"
        draw(path)
        command = [sys.executable, "-m", "bench.reader", "--measure", str(path)]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    stages = figures.pop("stages")
    print(f"{figures['pages']} pages, {figures.pop('characters')} characters, median of {RUNS} runs")
    for name, ms in stages.items():
        print(f"  {name:<28}{ms:>9.1f} ms")
    print(f"  {'peak memory':<28}{figures['peak_mb']:>9.1f} MB")
    told("reader", figures, keep=asked.keep)
    return 0


def measured(path: Path) -> dict[str, object]:
    """The figures of one file; imports and the first, cold run are left out."""
    import pypdfium2

    from thidua.plan_reader import read_plan, read_source
    from thidua.plan_reader.sources import open_source

    def bare() -> None:
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                textpage = page.get_textpage()
                textpage.get_text_range()
                textpage.close()
                page.close()

    source = open_source(path)
    with pypdfium2.PdfDocument(path) as document:
        pages = len(document)
    acts: dict[str, Callable[[], object]] = {
        "bare text (pypdfium2)": bare,
        "text with its layout": lambda: open_source(path),
        "tree and facts": lambda: read_source(source),
        "whole reading": lambda: read_plan(path),
    }
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(RUNS + 1):  # in turn, so that another load on the machine meets all alike
        for name, act in acts.items():
            forget()
            began = time.perf_counter()
            act()
            taken[name].append((time.perf_counter() - began) * 1000)
    stages = {name: round(median(times[1:]), 1) for name, times in taken.items()}
    whole, text = stages["whole reading"], stages["bare text (pypdfium2)"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "pages": pages, "ms": whole, "limit_ms": LIMIT_MS, "ratio": round(whole / text, 2), "peak_mb": round(peak, 1),
        "characters": len(source.text), "stages": stages,
    }  # fmt: skip


def forget() -> None:
    """Empty the reader's memory of texts, or each run but the first would only look its answers up.

    Tables without a bound are made once a process, like imports, and stay.
    """
    for thing in gc.get_objects():
        if not isinstance(thing, functools._lru_cache_wrapper) or thing.cache_parameters()["maxsize"] is None:
            continue
        if (thing.__module__ or "").startswith("thidua."):
            thing.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
