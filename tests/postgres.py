"""A private PostgreSQL server on loopback for one run of the tests: never as root, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.parts import postgres_bin


def _servant() -> dict[str, object]:
    """Whom the server runs as: oneself, or an unprivileged account when the tests run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("no unprivileged account to run PostgreSQL as")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the address of a fresh server; stop it and remove its files on the way out."""
    programs, servant = postgres_bin(), _servant()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    home = Path(tempfile.mkdtemp(prefix="thidua-pg-", dir="/tmp"))
    if servant:
        os.chown(home, int(str(servant["user"])), int(str(servant["group"])))
    data, log, port = home / "data", home / "log", _free_port()
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    run = {"cwd": home, "env": environment, **servant}
    try:
        initdb = [str(programs / "initdb"), "-D", str(data), "-U", "thidua", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(initdb, check=True, capture_output=True, **run)  # type: ignore[call-overload]
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": home, "fsync": "off",
                    "max_connections": 100, "full_page_writes": "off", "synchronous_commit": "off"}  # fmt: skip
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        with log.open("wb") as out:
            server = subprocess.Popen(  # type: ignore[call-overload]
                [str(programs / "postgres"), "-D", str(data), *options], stdout=out, stderr=out, **run
            )
        try:
            _wait(server, port, log)
            yield f"postgres://thidua@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(2)  # SIGINT: PostgreSQL's fast shutdown
            server.wait(30)
    finally:
        shutil.rmtree(home, ignore_errors=True)
