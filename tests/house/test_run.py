"""The script `run` on a machine where Python is missing or too old: it says so plainly and touches nothing."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "cat", "cksum", "dirname")


def test_a_machine_without_a_fit_python_is_told_what_is_missing(tmp_path: Path) -> None:
    tools, clone = tmp_path / "bin", tmp_path / "clone"
    tools.mkdir()
    clone.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(str(shutil.which(name)))
    old = tools / "python3"  # an interpreter that is too old, or a shim that fails
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    for name in ("run", "uv.lock"):
        shutil.copy(ROOT / name, clone / name)
    done = subprocess.run(
        ["sh", "run", "demo"],
        cwd=clone,
        env={"PATH": str(tools), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Cần Python 3.11 trở lên" in done.stderr
    assert "Python 3.11 or later" in done.stderr
    assert sorted(path.name for path in clone.iterdir()) == ["run", "uv.lock"]


def test_without_a_word_it_lists_its_words() -> None:
    done = subprocess.run(["sh", "run"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(f"./run {word}" in done.stdout for word in ("demo", "test", "fast", "check", "serve", "read", "bench"))
