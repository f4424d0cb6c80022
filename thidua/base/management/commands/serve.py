"""`serve`: the web server and one worker beside it, on the database in use."""

import signal
import socket
import subprocess
import sys
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

START_LIMIT = 60.0  # seconds until the first answer
STOP_LIMIT = 20.0  # seconds for running requests and tasks to end
TAKEN = "Cổng {port} đã có chương trình khác trả lời. Hãy dừng chương trình đó hoặc chọn cổng khác: --port {other}"


class Command(BaseCommand):
    help = "Chạy máy chủ web và bộ xử lý việc nền."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định: chỉ máy này)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="số tiến trình web, nên bằng số nhân CPU")

    def handle(self, *args: Any, host: str, port: int, workers: int, **options: Any) -> None:
        """Prepare the database and the static files, start both, wait, stop both."""
        if answers(host, port):
            # The server shares its port with whoever asks, so a second start would mix old and new code unseen.
            raise CommandError(TAKEN.format(port=port, other=port + 1))
        prepare()
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        children = [start(*server(host, port, workers)), start(*worker())]
        try:
            self._announce(host, port, children=children, stop=stop)
            while not stop.wait(0.5) and all(child.poll() is None for child in children):
                pass
        finally:
            well = stop.is_set()
            stop_all(children)
        if not well:
            raise CommandError("Một tiến trình con đã dừng bất thường; xem thông báo phía trên.")

    def _announce(
        self, host: str, port: int, *, children: list[subprocess.Popen[bytes]], stop: threading.Event
    ) -> None:
        waited = 0.0
        while not answers(host, port):
            if stop.wait(0.1) or any(child.poll() is not None for child in children):
                return
            waited += 0.1
            if waited > START_LIMIT:
                raise CommandError("Máy chủ không khởi động được; xem thông báo phía trên.")
        name = f"[{host}]" if ":" in host else host
        self.stdout.write(f"Đang chạy tại http://{name}:{port}/ (dừng: Ctrl+C)")
        self.stdout.flush()


def prepare() -> None:
    """Bring the database to this version, and the static files to where they are served from."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=1)
    if not settings.DEBUG:
        call_command("collectstatic", interactive=False, verbosity=0)
    connection.close()


def answers(host: str, port: int) -> bool:
    """Say whether something listens there."""
    place = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    try:
        with socket.create_connection((place, port), timeout=1):
            return True
    except OSError:
        return False


def server(host: str, port: int, workers: int) -> list[str]:
    """The command of the web server: a thread for each of four requests in each process."""
    where = ["--host", host, "--port", str(port)]
    size = ["--workers", str(workers), "--blocking-threads", "4", "--workers-kill-timeout", "10"]
    return [
        "granian",
        "--interface",
        "wsgi",
        *where,
        *size,
        "--no-ws",
        "--respawn-failed-workers",
        "thidua.wsgi:application",
    ]


def worker() -> list[str]:
    """The command of the worker, for every queue."""
    return ["django", "db_worker", "--queue-name=*", "--no-reload", "--settings=thidua.settings"]


def start(module: str, *words: str) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own: Ctrl+C reaches us alone, and we stop it in order."""
    return subprocess.Popen([sys.executable, "-m", module, *words], start_new_session=True)  # noqa: S603 - our own words


def stop_all(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask each child to end, and end it if it does not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
