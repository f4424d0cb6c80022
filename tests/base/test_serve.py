"""`serve` starts a server and a worker, says where, and leaves nothing running behind it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    own = {**os.environ, "THIDUA_VAR": str(tmp_path), "THIDUA_DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "manage.py", "serve", f"--port={port}"]
    child = subprocess.Popen(words, cwd=ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    yield child
    if child.poll() is None:
        child.kill()
        child.wait()
    child.stdout.close()


def until(child: subprocess.Popen[str], words: str) -> str:
    told = ""
    assert child.stdout
    for line in child.stdout:
        told += line
        if words in line:
            return told
    raise AssertionError(f"ended without {words!r}:\n{told}")


def family(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    children = [int(pid) for pid in found.stdout.split()]
    return children + [grand for child in children for grand in family(child)]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_and_stops_whole(served: subprocess.Popen[str], port: int, number: signal.Signals) -> None:
    until(served, f"http://127.0.0.1:{port}/")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=20) as answer:
        page = answer.read().decode()
    assert answer.status == 200
    assert "/static/base/thidua." in page
    assert "/static/base/thidua.css" not in page  # collected: the name has a hash and is kept for a year
    running = family(served.pid)
    assert len(running) >= 4  # the server, its two workers, the worker of tasks
    served.send_signal(number)
    assert served.wait(30) == 0
    assert not [pid for pid in running if alive(pid)]


def test_serve_ends_when_its_server_dies(served: subprocess.Popen[str], port: int) -> None:
    until(served, f"http://127.0.0.1:{port}/")
    running = family(served.pid)
    worker = next(pid for pid in running if b"db_worker" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(worker, signal.SIGKILL)
    assert served.wait(30) != 0
    assert not [pid for pid in running if alive(pid)]


def test_a_port_that_answers_is_refused_with_the_mend(served: subprocess.Popen[str], port: int, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        told = until(served, "--port")
    assert str(port) in told
    assert served.wait(30) != 0
    assert not (tmp_path / "thidua.sqlite3").exists()
