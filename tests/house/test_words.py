"""What must never stand in the project: machine paths, private hosts, secrets, copied sentences of real plans."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
BANNED = re.compile(
    r"/root/|/home/\w+/|/work/|find-links|extra-index|BEGIN (?:RSA |EC )?PRIVATE KEY|AKIA[0-9A-Z]{16}", re.I
)
SELF = {"tests/house/test_words.py", "uv.lock"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and name not in SELF and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    return "" if b"\0" in raw[:4096] else raw.decode("utf-8", errors="replace")


def test_no_machine_path_private_host_or_secret_stands_in_the_project() -> None:
    found = [(p.name, m.group()) for p in tracked() if (m := BANNED.search(text_of(p)))]
    assert found == []


def sentences(text: str) -> set[str]:
    """Sentences long enough to be somebody's own wording."""
    flat = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    return {s.strip() for s in re.split(r"[.;:\n]", flat) if len(s.strip()) >= 160}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans do not stand beside this checkout")
def test_no_sentence_of_a_real_plan_is_copied_into_the_project() -> None:
    real = set().union(*(sentences(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")))
    assert len(real) > 50
    ours = " ".join(re.sub(r"\s+", " ", text_of(p)) for p in tracked())
    assert [s for s in real if s in ours] == []
