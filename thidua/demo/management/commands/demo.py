"""`thidua demo`: an invented province, its plan (or yours) opened, and the web server."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management import call_command
from django.core.management.base import BaseCommand, OutputWrapper
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from thidua.base.files import FileRefused
from thidua.base.management.commands.serve import answers
from thidua.demo import actions, pack, place
from thidua.movements.lifecycle import PENDING
from thidua.movements.models import Movement
from thidua.people.models import Unit
from thidua.people.permissions import Role
from thidua.plan_reader.reading import NotReadable

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
            page = self._fill(file)
            self._tell(page, port if no_serve else (port := _free(port)))
        if not no_serve:
            call_command("serve", host=HOST, port=port, stdout=self.stdout, stderr=self.stderr)

    def _fill(self, file: Path | None) -> str:
        """Make what is missing, and answer with the page to begin at."""
        if not Unit.objects.exists():
            actions.make_province(password=place.password(), on=localdate())
        root = Unit.objects.get(parent=None)
        self.stdout.write(f"Tỉnh giả định: {root.locality}, {Unit.objects.count()} đơn vị.")
        if file:
            return self._hand_in(file)
        if not Movement.objects.exists():
            actions.open_own_plans()
        movement = Movement.objects.filter(unit=root).order_by("pk").first()
        return _page(movement, "Phong trào đã mở", self.stdout) if movement else "/"

    def _hand_in(self, file: Path) -> str:
        try:
            movement = actions.hand_in(file)
        except (NotReadable, FileRefused) as error:
            self._refuse(str(error))
        except OSError:
            self._refuse(f"Không mở được tệp {file}. Hãy kiểm tra lại đường dẫn.")
        waits = movement.versions.filter(state__in=PENDING).exists()
        return _page(movement, "Kế hoạch chờ xác nhận" if waits else "Phong trào đã mở", self.stdout)

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(2)

    def _tell(self, page: str, port: int) -> None:
        self.stdout.write(f"\nMở trình duyệt tại http://{HOST}:{port}{page}")
        self.stdout.write("Đăng nhập bằng một trong các tài khoản:")
        for person in pack.people():
            self.stdout.write(f"  {Role(person.role).label:<32}{person.email}")
        self.stdout.write(f"  Mật khẩu chung: {place.password()}\n")
        self.stdout.flush()


def _page(movement: Movement, words: str, out: OutputWrapper) -> str:
    out.write(f"{words}: {movement}")
    return reverse("movements:page", args=[movement.pk])


def _start_again(file: Path | None, *, fresh: bool, port: int, no_serve: bool) -> None:
    """Begin anew on the demo's own data: settings are read once, at the start."""
    words = [*([str(file)] if file else []), *(["--fresh"] if fresh else []), *(["--no-serve"] if no_serve else [])]
    command = [sys.executable, "-m", "thidua", "demo", *words, "--port", str(port)]
    os.execve(sys.executable, command, {**os.environ, **place.environment()})  # noqa: S606 - our own words


def _free(port: int) -> int:
    """Take this port, or the next at which nothing answers."""
    return next(number for number in range(port, port + 100) if not answers(HOST, number))
