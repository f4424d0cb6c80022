"""The command `thidua`: `read` and `compare` need no Django, every other word is one of Django's commands."""

from __future__ import annotations

import os
import sys

HELP = """\
Cách dùng: thidua TỪ …

  read TỆP          đọc một kế hoạch thi đua (thêm --json, --outline, --text hoặc --check)
  compare A B       so hai kế hoạch (thêm --json)
  open TỆP          mở một phong trào từ kế hoạch, chờ người xác nhận
  demo [TỆP]        dựng một tỉnh giả định rồi chạy máy chủ
  serve             chạy máy chủ web
  manage …          lệnh quản trị của Django

Xem thêm: thidua read --help
"""


def main() -> int:
    """Do what the first word asks for; answers the exit status."""
    word, *rest = sys.argv[1:] or ["--help"]
    if word in ("--help", "-h", "help"):
        print(HELP, end="")
        return 0
    if word in ("read", "compare"):
        from thidua.plan_reader import __main__ as reader

        return reader.read(rest) if word == "read" else reader.compare(rest)
    return _django(rest if word == "manage" else [word, *rest])


def _django(words: list[str]) -> int:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
    execute_from_command_line(["thidua", *words])
    return 0


if __name__ == "__main__":
    sys.exit(main())
