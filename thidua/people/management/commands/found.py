"""`found`: the first act of an installation, its root unit and its first administrator."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from thidua.people.actions import founding
from thidua.people.actions.units import UnitDetails
from thidua.people.models import Level, UnitKind
from thidua.people.sign_in import password_link


class Command(BaseCommand):
    help = "Lập đơn vị gốc và người quản trị đầu tiên của một hệ thống còn trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("unit", help="tên đơn vị gốc, ví dụ: Ủy ban nhân dân tỉnh …")
        parser.add_argument("--locality", default="", help="tên địa phương, ví dụ: tỉnh …")
        parser.add_argument("--kind", choices=UnitKind.values, default=UnitKind.COMMITTEE)
        parser.add_argument("--level", choices=Level.values, required=True)
        parser.add_argument("--email", required=True, help="thư điện tử của người quản trị")
        parser.add_argument("--name", required=True, help="họ và tên người quản trị")

    def handle(self, *args: Any, **given: Any) -> None:
        """Found, and tell the way to the first password."""
        call_command("migrate", interactive=False, verbosity=0)
        kind, level = UnitKind(given["kind"]), Level(given["level"])
        details = UnitDetails(name=given["unit"], kind=kind, level=level, locality=given["locality"])
        try:
            holding = founding.found(details, email=given["email"], name=given["name"], on=localdate())
        except founding.AlreadyFounded as error:
            raise CommandError(
                "Hệ thống đã có đơn vị hoặc người dùng; người quản trị thêm tiếp trên màn hình."
            ) from error
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        self.stdout.write(f"Đã lập {holding.unit}. Người quản trị: {holding.user} <{holding.user.email}>.")
        self.stdout.write(f"Đặt mật khẩu lần đầu tại: <địa chỉ của hệ thống>{password_link(holding.user)}")
