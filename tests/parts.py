"""The parts of the machine that the tests use and this project does not install: which are missing, and the mend."""

import shutil
import subprocess
from pathlib import Path


def postgres_bin() -> Path | None:
    """Folder of PostgreSQL's server programs, version 15 or later."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda f: -float(f.parent.name)):
        if float(folder.parent.name) >= 15 and (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def chromium() -> str | None:
    """Path of the browser."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def tesseract() -> bool:
    """Say whether OCR of Vietnamese is there."""
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


PARTS = (
    ("PostgreSQL 15+", postgres_bin, "postgresql", "the tests on PostgreSQL"),
    ("Chromium", chromium, "chromium", "the browser tests"),
    ("Tesseract (vie)", tesseract, "tesseract-ocr tesseract-ocr-vie", "the tests on scanned plans"),
)


def missing() -> list[tuple[str, str, str]]:
    """Name, Debian packages and the tests left out, for each part that is not on this machine."""
    return [(name, packages, tests) for name, look, packages, tests in PARTS if not look()]
