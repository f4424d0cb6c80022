"""Read a plan in a process of its own, with bounds: a hostile file can hurt nobody but that process."""

from __future__ import annotations

import io
import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from thidua.plan_reader import read_plan, reading
from thidua.plan_reader.reading import NotReadable, PlanReading
from thidua.plan_reader.sources.refusals import SENTENCES, refused

MB = 1 << 20
LARGEST_ANSWER = 128 * MB
Progress = Callable[[int, int], None]


def read_isolated(path: Path, *, seconds: float, megabytes: int, progress: Progress | None = None) -> PlanReading:
    """Read a plan as `read_plan` does; a crash, too much memory, or `seconds` without progress become NotReadable."""
    command = [sys.executable, "-P", "-m", __name__, str(path), str(max(1, round(seconds))), str(megabytes)]
    roots = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, roots))}
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module; the path is one argument
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment, start_new_session=True,
    ) as child:  # fmt: skip
        guard = _Guard(child, seconds)
        try:
            return _answer(child, guard, progress)
        finally:
            guard.stop()
            _end(child)


class _Guard:
    """Ends the child when it has shown no sign of work for so many seconds."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self.child, self.seconds = child, seconds
        self.struck = False
        self.timer = threading.Timer(0, _end)
        self.wind()

    def wind(self) -> None:
        """Begin to count anew."""
        self.timer.cancel()
        self.timer = threading.Timer(self.seconds, self._strike)
        self.timer.daemon = True
        self.timer.start()

    def stop(self) -> None:
        """Count no more."""
        self.timer.cancel()

    def _strike(self) -> None:
        self.struck = True
        _end(self.child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and what it started."""
    if child.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def _answer(child: subprocess.Popen[bytes], guard: _Guard, progress: Progress | None) -> PlanReading:
    """What the child says: lines of progress, then a refusal or the reading."""
    stream: IO[bytes] = child.stdout or io.BytesIO()
    for line in iter(lambda: stream.readline(200), b""):
        word, *rest = line.decode("ascii", errors="replace").split()
        if word == "progress" and progress is not None:
            progress(int(rest[0]), int(rest[1]))
        if word == "refused":
            raise refused(rest[0] if rest[0] in SENTENCES else "crashed")
        if word == "reading":
            return _unpacked(stream)
        guard.wind()
    status = child.wait()
    if guard.struck or status == -signal.SIGXCPU:
        raise refused("too_slow")
    raise refused("crashed")


_CLASSES = ("Clause", "Fact", "Line", "Passage", "PlanReading", "Source", "Span")


class _Plain(pickle.Unpickler):
    """Takes only the reading's own plain classes out of a pickle, whatever the child was made to write."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one of the reading's."""
        if module == reading.__name__ and name in (
            "Clause",
            "Fact",
            "Line",
            "Passage",
            "PlanReading",
            "Source",
            "Span",
        ):
            return getattr(reading, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _unpacked(stream: IO[bytes]) -> PlanReading:
    raw = stream.read(LARGEST_ANSWER)
    try:
        answer = _Plain(io.BytesIO(raw)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError) as error:
        raise refused("crashed") from error
    if not isinstance(answer, PlanReading):
        raise refused("crashed")
    return answer


def main(words: list[str]) -> int:
    """The child: bound itself, read, and write the answer to standard output."""
    path, seconds, megabytes = Path(words[0]), int(words[1]), int(words[2])
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, megabytes * MB), (resource.RLIMIT_CORE, 0)):
        _, hardest = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hardest == resource.RLIM_INFINITY else min(most, hardest), hardest))
    out = sys.stdout.buffer

    def tell(done: int, total: int) -> None:
        out.write(b"progress %d %d\n" % (done, total))
        out.flush()

    try:
        answer = b"reading\n" + pickle.dumps(read_plan(path, progress=tell), pickle.HIGHEST_PROTOCOL)
    except NotReadable as error:
        answer = f"refused {error.code}\n".encode("ascii")
    except MemoryError:
        answer = b"refused too_hungry\n"
    out.write(answer)
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
