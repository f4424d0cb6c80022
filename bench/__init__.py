"""One command per figure: a table for people, then one line of JSON; kept with machine and day on request."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def told(name: str, figures: dict[str, Any], *, keep: bool) -> None:
    """Print the figures as the last line; with `keep` also write them down under the machine and the day."""
    if keep:
        RESULTS.mkdir(exist_ok=True)
        with (RESULTS / f"{name}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({**machine(), **figures}, ensure_ascii=False) + "\n")
    print(json.dumps(figures), flush=True)


def machine() -> dict[str, Any]:
    """What a figure depends on: processor, cores, Python and the day."""
    return {
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.machine()
