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
from typing import IO, TYPE_CHECKING, Any

from thidua.plan_reader import read_plan, reading
from thidua.plan_reader.reading import NotReadable, PlanReading
from thidua.plan_reader.sources.refusals import SENTENCES, refused

if TYPE_CHECKING:
    from thidua.plan_reader.faults import Fault

MB = 1 << 20
LARGEST_ANSWER = 128 * MB
Progress = Callable[[int, int], None]
Answer = tuple[PlanReading, "tuple[Fault, ...]"]


def read_isolated(path: Path, *, seconds: float, megabytes: int, progress: Progress | None = None) -> PlanReading:
    """Read a plan as `read_plan` does; a crash, too much memory, or `seconds` without progress become NotReadable."""
    return _ask(_words(path, seconds, megabytes), seconds, progress)[0]


def examine_isolated(path: Path, *, seconds: float, megabytes: int, progress: Progress | None = None) -> Answer:
    """Read a plan and look for its faults; where only that takes too long, none is told."""
    return _ask([*_words(path, seconds, megabytes), "faults"], seconds, progress)


def _words(path: Path, seconds: float, megabytes: int) -> list[str]:
    return [sys.executable, "-P", "-m", __name__, str(path), str(max(1, round(seconds))), str(megabytes)]


def _ask(command: list[str], seconds: float, progress: Progress | None) -> Answer:
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


def _answer(child: subprocess.Popen[bytes], guard: _Guard, progress: Progress | None) -> Answer:
    """What the child says: lines of progress, then a refusal or the reading, and after it the faults."""
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
        if module == reading.__name__ and name in _CLASSES:
            return getattr(reading, name)
        if (module, name) == ("thidua.plan_reader.faults.fault", "Fault"):
            return _fault()
        raise pickle.UnpicklingError(f"{module}.{name}")


def _unpacked(stream: IO[bytes]) -> Answer:
    raw = io.BytesIO(stream.read(LARGEST_ANSWER))  # up to the child's end, which the guard may bring about
    read, faults = _load(raw), _load(raw)
    if not isinstance(read, PlanReading):
        raise refused("crashed")
    found = faults if isinstance(faults, tuple) else ()
    return read, tuple(one for one in found if isinstance(one, _fault()))


def _fault() -> type[Fault]:
    from thidua.plan_reader.faults import Fault  # the most of what is loaded; not for a mere reading

    return Fault


def _load(raw: IO[bytes]) -> Any:
    try:
        return _Plain(raw).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError):
        return None


def main(words: list[str]) -> int:
    """The child: bound itself, read, and write the answer to standard output; last, the faults if asked for."""
    path, seconds, megabytes = Path(words[0]), int(words[1]), int(words[2])
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, megabytes * MB), (resource.RLIMIT_CORE, 0)):
        _, hardest = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hardest == resource.RLIM_INFINITY else min(most, hardest), hardest))
    out = sys.stdout.buffer

    def tell(done: int, total: int) -> None:
        out.write(b"progress %d %d\n" % (done, total))
        out.flush()

    read = None
    try:
        read = read_plan(path, progress=tell)
        answer = b"reading\n" + pickle.dumps(read, pickle.HIGHEST_PROTOCOL)
    except NotReadable as error:
        answer = f"refused {error.code}\n".encode("ascii")
    except MemoryError:
        answer = b"refused too_hungry\n"
    out.write(answer)
    out.flush()
    if read and "faults" in words[3:]:
        from thidua.plan_reader.faults import find_faults

        out.write(pickle.dumps(find_faults(read), pickle.HIGHEST_PROTOCOL))
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
