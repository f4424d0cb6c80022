"""A file handed in: read at once in a process of its own, or left for a task where its pages are pictures."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from thidua.movements.actions.opening import Plan
from thidua.movements.actions.readings import MEGABYTES, STALE
from thidua.plan_reader.isolated import examine_isolated

SECONDS = 20.0


class _Scanned(Exception):
    """The reader has begun to count pages, which it does only for pictures of pages."""


def take(content: bytes, name: str, *, progress: Callable[[int, int], None] | None = None) -> Plan:
    """Read a file, or raise NotReadable with the sentence for whoever sent it; nothing is kept.

    A scan is left unread, unless somebody waits for it and is told its `progress`.
    """
    seconds = STALE.total_seconds() if progress else SECONDS
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        path = Path(folder) / "plan"
        path.write_bytes(content)
        try:
            told = examine_isolated(path, seconds=seconds, megabytes=MEGABYTES, progress=progress or _stop)
            return Plan(content, name, *told)
        except _Scanned:
            return Plan(content, name, None)


def _stop(done: int, of: int) -> None:
    raise _Scanned
