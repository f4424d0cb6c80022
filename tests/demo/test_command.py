"""`thidua demo` as a person types it: keeps its data, starts over when told, refuses a bad file with a sentence."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from thidua.demo.management.commands.demo import HOST, _free

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


def demo(var: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("THIDUA_", "DJANGO_"))} | {"THIDUA_VAR": str(var)}
    command = [sys.executable, "-m", "thidua", "demo", "--no-serve", *words]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=180)


def password(said: str) -> str:
    found = re.search(r"Mật khẩu chung: ([a-z]{5}-[a-z]{5}-[a-z]{5})$", said, re.M)
    assert found, said
    return found[1]


def test_it_keeps_its_data_until_it_is_told_to_start_over(tmp_path: Path) -> None:
    (tmp_path / "thidua.sqlite3").write_text("real data")
    first, again = demo(tmp_path), demo(tmp_path)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "Phong trào đã mở: Lam Khê đổi mới sáng tạo" in first.stdout
    assert len(re.findall(r"^  \S.*@lamkhe\.example$", first.stdout, re.M)) == 5
    assert again.stdout == first.stdout
    fresh = demo(tmp_path, "--fresh")
    assert fresh.returncode == 0, fresh.stderr
    assert password(fresh.stdout) != password(first.stdout)
    assert (tmp_path / "thidua.sqlite3").read_text() == "real data"


def test_a_bad_file_is_refused_with_one_sentence_and_status_2(tmp_path: Path) -> None:
    bad = tmp_path / "tho.txt"
    bad.write_text("Trời xanh mây trắng.\n" * 30, encoding="utf-8")
    refused = demo(tmp_path / "var", str(bad))
    assert refused.returncode == 2
    assert refused.stderr.strip().startswith("Văn bản không giống một kế hoạch thi đua")
    assert "Traceback" not in refused.stderr
    missing = demo(tmp_path / "var", str(tmp_path / "khong-co.docx"))
    assert missing.returncode == 2
    assert "khong-co.docx" in missing.stderr


def test_own_plan_waits_at_the_address_that_is_told(tmp_path: Path) -> None:
    own = ROOT / "packs" / "demo" / "plan" / "ke-hoach-xa.docx"
    done = demo(tmp_path, str(own))
    assert done.returncode == 0, done.stderr
    assert "Kế hoạch chờ xác nhận: " in done.stdout
    assert re.search(r"http://127\.0\.0\.1:\d+/phong-trao/1/$", done.stdout, re.M)


def test_a_taken_port_gives_way_to_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert _free(port) > port
