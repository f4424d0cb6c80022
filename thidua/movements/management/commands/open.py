"""`thidua open FILE`: open a movement from a plan as the web would."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils.timezone import localdate

from thidua.base.files import FileRefused
from thidua.movements.actions import facts, opening, versions
from thidua.movements.intake import take
from thidua.movements.models import Verdict, Version
from thidua.people.models import RoleHolding, Unit, User
from thidua.people.permissions import Permission, roles_with
from thidua.people.queries import found_by
from thidua.plan_reader.reading import NotReadable

SAID = "Đã đọc “{name}” của {unit}: {count} thông tin, {waiting} chờ xác nhận.\n{next}: {path}"


class Refused(Exception):
    """One sentence for whoever typed the command."""


class Command(BaseCommand):
    help = "Mở một phong trào từ tệp kế hoạch (.docx, .pdf, .txt)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="tệp kế hoạch")
        parser.add_argument("--unit", default="", help="tên cơ quan ban hành, đủ để chỉ đúng một cơ quan")
        parser.add_argument("--by", default="", help="thư điện tử của người mở")
        parser.add_argument("--confirm-all", action="store_true", help="xác nhận mọi thông tin như đã đọc và mở ngay")

    def handle(self, *args: Any, file: Path, unit: str, by: str, confirm_all: bool, **options: Any) -> None:
        """Read the file, hand it in, and open it if asked to; one sentence and status 2 where that cannot be."""
        try:
            who, where = _by_whom(by, unit)
            plan = take(_content(file), file.name, progress=self._tell)
            version = opening.open_plan(plan, at=where, by=who)
            if confirm_all:
                _confirm_all(version, who)
        except (Refused, NotReadable, FileRefused) as error:
            self._refuse(str(error))
        except opening.AlreadyHere as error:
            self._refuse(f"Tệp này đã có trong phong trào “{error.version.movement}”; hãy mở phong trào đó.")
        except PermissionDenied:
            self._refuse("Người này không có quyền mở phong trào tại cơ quan đó; hãy chọn người hoặc cơ quan khác.")
        else:
            self.stdout.write(_said(version))

    def _tell(self, done: int, of: int) -> None:
        self.stderr.write(f"\rĐang nhận dạng trang {done}/{of}", ending="\n" if done == of else "")

    def _refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        raise SystemExit(2)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"Không đọc được tệp {file}; hãy kiểm tra lại tên và quyền đọc.") from error


def _by_whom(email: str, words: str) -> tuple[User, Unit]:
    """Who opens where, as far as the words leave exactly one answer."""
    held = RoleHolding.objects.on(localdate()).filter(role__in=roles_with(Permission.PLAN_OPEN), user__is_active=True)
    held = held.filter(user__email=email.lower()) if email else held
    held = held.filter(unit__in=found_by(Unit.objects.all(), words)) if words else held
    found = {(row.user, row.unit) for row in held.select_related("user", "unit")}
    if not found:
        raise Refused("Không có ai như vậy được mở phong trào; hãy kiểm tra lại --by và --unit.")
    if len(found) > 1:
        raise Refused("Có nhiều người hoặc cơ quan mở được phong trào; hãy nêu rõ --by và --unit.")
    return found.pop()


def _confirm_all(version: Version, by: User) -> None:
    facts.confirm_sure(version, by=by)
    for fact in version.facts.filter(verdict=Verdict.READ):
        facts.confirm(fact, by=by)
    versions.accept(version, by=by)


def _said(version: Version) -> str:
    version.refresh_from_db()
    movement, waiting = version.movement, version.facts.filter(verdict=Verdict.READ).count()
    told = {"name": movement.name, "unit": movement.unit, "count": version.facts.count(), "waiting": waiting}
    path = reverse("movements:confirm" if waiting else "movements:page", args=[movement.pk])
    return SAID.format(**told, next="Xác nhận tại" if waiting else "Phong trào đã mở tại", path=path)
