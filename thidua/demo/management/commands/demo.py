"""`thidua demo`: an invented province, its plan (or yours) opened, and the web server."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.timezone import localdate
from django.utils.translation import override

from thidua.base.management.commands.serve import answers
from thidua.demo import actions, pack, place
from thidua.people.models import Unit
from thidua.people.permissions import Role

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Dựng một tỉnh giả định, mở kế hoạch của tỉnh (hoặc kế hoạch nêu sau lệnh), rồi chạy máy chủ web."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="kế hoạch .docx, .pdf hoặc .txt")
        parser.add_argument("--fresh", action="store_true", help="xóa dữ liệu của lần chạy thử trước")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="chỉ dựng dữ liệu, không chạy máy chủ")

    def handle(self, *args: Any, file: Path | None, fresh: bool, port: int, no_serve: bool, **options: Any) -> None:
        """Stand on the demo's own data, fill what is missing, say who may sign in, serve."""
        if not place.is_here():
            _start_again(file, fresh=fresh, port=port, no_serve=no_serve)
        if fresh:
            place.clear()
        call_command("migrate", interactive=False, verbosity=0)
        with override("vi"):
            self._fill()
            self._tell(port if no_serve else (port := _free(port)))
        if not no_serve:
            call_command("serve", host=HOST, port=port, stdout=self.stdout, stderr=self.stderr)

    def _fill(self) -> None:
        if not Unit.objects.exists():
            actions.make_province(password=place.password(), on=localdate())
        self.stdout.write(f"{Unit.objects.get(parent=None).locality} (giả định): {Unit.objects.count()} đơn vị.")

    def _tell(self, port: int) -> None:
        self.stdout.write(f"\nMở trình duyệt tại http://{HOST}:{port}/ và đăng nhập bằng một trong các tài khoản:")
        for person in pack.people():
            self.stdout.write(f"  {Role(person.role).label:<32}{person.email}")
        self.stdout.write(f"  Mật khẩu chung: {place.password()}\n")
        self.stdout.flush()


def _start_again(file: Path | None, *, fresh: bool, port: int, no_serve: bool) -> None:
    """Begin anew on the demo's own data: settings are read once, at the start."""
    words = [*([str(file)] if file else []), *(["--fresh"] if fresh else []), *(["--no-serve"] if no_serve else [])]
    command = [sys.executable, "-m", "thidua", "demo", *words, "--port", str(port)]
    os.execve(sys.executable, command, {**os.environ, **place.environment()})  # noqa: S606 - our own words


def _free(port: int) -> int:
    """Take this port, or the next at which nothing answers."""
    return next(number for number in range(port, port + 100) if not answers(HOST, number))
