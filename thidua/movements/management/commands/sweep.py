"""`sweep`: queue again the scans whose worker has died; run it each minute beside the worker."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from thidua.movements.actions.readings import sweep


class Command(BaseCommand):
    help = "Đưa lại vào hàng đợi những bản quét đang đọc dở mà bộ xử lý đã dừng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=0, help="lặp lại sau từng này giây (mặc định: chạy một lần)")

    def handle(self, *args: Any, every: float, **options: Any) -> None:
        """Sweep once, or again and again."""
        while True:
            if found := sweep(now=timezone.now()):
                self.stdout.write(f"Đã đưa lại {found} bản quét vào hàng đợi.")
            if not every:
                return
            time.sleep(every)
