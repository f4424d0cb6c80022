"""The words `read` and `compare` of the command; `python -m thidua.plan_reader FILE` reads one plan."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from thidua.plan_reader.isolated import read_isolated
from thidua.plan_reader.output import as_contract, as_finding, outline, summary
from thidua.plan_reader.reading import NotReadable, PlanReading

READ_HELP = """\
Cách dùng: thidua read TỆP [--json | --outline | --text | --check [--json]]

Đọc một kế hoạch thi đua (.txt, .docx, .pdf, hoặc .pdf quét khi máy có Tesseract tiếng Việt).

  --json      toàn bộ kết quả đọc, mỗi dữ kiện kèm điều khoản và vị trí trong văn bản
  --outline   cây mục: phần, mục, khoản, điểm
  --text      văn bản đã chuẩn hóa mà các vị trí (span) chỉ vào
  --check     những lỗi, thiếu sót của chính kế hoạch; thêm --json để in dạng JSON
  --help      in hướng dẫn này

Không có lựa chọn nào: in tóm tắt. Mã thoát: 0 là đọc được, 2 là không đọc được (lý do ghi ở luồng lỗi).
"""
COMPARE_HELP = """\
Cách dùng: thidua compare TỆP_A TỆP_B [--json]

So hai kế hoạch: nội dung, tiêu chí, khen thưởng, nhiệm vụ nào của A có trong B (giữ nguyên, điều chỉnh),
bị bỏ, hoặc mới; và bao nhiêu phần câu chữ của A được chép nguyên văn vào B.

  --json      in dạng JSON
  --help      in hướng dẫn này
"""
MOST_SECONDS, MOST_MEGABYTES = 120, 512  # of one reading; a scan begins to count anew with every page
SLOW = 2.0  # seconds after which a step shows its progress


class _Parser(argparse.ArgumentParser):
    """Speaks Vietnamese: its help is written by hand, its errors are one sentence."""

    def __init__(self, text: str) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self.text = text
        self.add_argument("--json", action="store_true")
        self.add_argument("-h", "--help", action="store_true")

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Lệnh chưa đúng.\n\n{self.text}")
        raise SystemExit(2)


class Bar:
    """Draws a progress bar on the error stream once a step has lasted `SLOW` seconds."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` pages are read."""
        if not self.drawn and time.monotonic() - self.began < SLOW:
            return
        self.drawn = True
        filled = 30 * done // max(total, 1)
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total} trang")
        sys.stderr.flush()

    def close(self) -> None:
        """Leave the line."""
        if self.drawn:
            sys.stderr.write("\n")


def read(words: Sequence[str]) -> int:
    """Read one plan and print what was asked for."""
    parser = _Parser(READ_HELP)
    parser.add_argument("file", nargs="?")
    for name in ("--outline", "--text", "--check"):
        parser.add_argument(name, action="store_true")
    asked = parser.parse_args(words)
    if asked.help:
        return _say([READ_HELP.rstrip()])
    views = asked.outline + asked.text
    if asked.file is None or views + asked.check > 1 or (asked.json and views):
        parser.error("")
    try:
        return _answer(asked)
    except NotReadable as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _reading(name: str) -> PlanReading:
    bar = Bar()
    try:
        return read_isolated(Path(name), seconds=MOST_SECONDS, megabytes=MOST_MEGABYTES, progress=bar)
    finally:
        bar.close()


def _answer(asked: argparse.Namespace) -> int:
    reading = _reading(asked.file)
    if asked.check:
        from thidua.plan_reader.faults import find_faults

        findings = [as_finding(fault) for fault in find_faults(reading)]
        return _json({"findings": findings}) if asked.json else _say(_told(findings))
    if asked.json:
        return _json(as_contract(reading))
    if asked.text:
        return _say([reading.source.text])
    return _say(outline(reading.root) if asked.outline else summary(reading))


def compare(words: Sequence[str]) -> int:
    """Read two plans and print their lineage."""
    parser = _Parser(COMPARE_HELP)
    parser.add_argument("files", nargs="*")
    asked = parser.parse_args(words)
    if asked.help:
        return _say([COMPARE_HELP.rstrip()])
    if len(asked.files) != 2:
        parser.error("")
    try:
        readings = [_reading(name) for name in asked.files]
    except NotReadable as error:
        sys.stderr.write(f"{error}\n")
        return 2
    from thidua.plan_reader.compare import as_json
    from thidua.plan_reader.compare import compare as lineage_of

    lineage = as_json(lineage_of(*readings))
    return _json(lineage) if asked.json else _say(_related(lineage))


def _told(findings: list[dict[str, Any]]) -> Iterable[str]:
    for finding in findings:
        yield f"[{finding['severity']}] {finding['clause'] or '(toàn văn)'}: {finding['message']}"
        yield f"    “{finding['quote']}”"
        if finding["advice"]:
            yield f"    → {finding['advice']}"
    yield f"{len(findings)} điểm cần xem." if findings else "Không thấy lỗi nào."


PART = {"contents": "nội dung", "criteria": "tiêu chí", "awards": "khen thưởng", "duties": "nhiệm vụ"}
STATUS = {"same": "giữ nguyên", "adapted": "điều chỉnh", "missing": "bị bỏ", "new": "mới"}


def _related(lineage: dict[str, Any]) -> Iterable[str]:
    for row in lineage["rows"]:
        sides = f"{_clause(row['a']):<12} → {_clause(row['b']):<12}"
        yield f"{STATUS[row['status']]:<11} {PART[row['part']]:<12} {sides} {row['likeness']:.0%}"
    yield f"Chép nguyên văn: {lineage['copied']:.0%} câu chữ của văn bản thứ nhất."


def _clause(side: Any) -> str:
    return str((side.get("clause") if isinstance(side, dict) else side) or "–")


def _json(data: dict[str, Any]) -> int:
    return _say([json.dumps(data, ensure_ascii=False, indent=1)])


def _say(lines: Iterable[str]) -> int:
    text = "\n".join(lines) + "\n"
    raw = getattr(sys.stdout, "buffer", None)  # UTF-8 whatever the terminal's locale says
    try:
        sys.stdout.write(text) if raw is None else raw.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the pipe has seen enough
        sys.stderr.close()
    return 0


if __name__ == "__main__":
    sys.exit(read(sys.argv[1:]))
