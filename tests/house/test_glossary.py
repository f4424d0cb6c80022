"""One English name per Vietnamese term: every model and every law key stands in the glossary."""

import re
import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
NAMES = set(re.findall(r"`([A-Za-z_][\w.]*)`", TEXT))


def test_every_model_stands_in_the_glossary() -> None:
    models = {m.__name__ for m in apps.get_models() if m.__module__.startswith("thidua.")}
    assert models
    assert models - NAMES == set()


def test_every_law_key_stands_in_the_glossary() -> None:
    files = sorted((ROOT / "thidua" / "law" / "data").rglob("*.toml"))
    keys = {key for path in files for key in tomllib.loads(path.read_text(encoding="utf-8"))}
    assert keys - NAMES == set()


def test_every_row_says_term_name_and_meaning() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert len(rows) > 20
    assert [row for row in rows if len([cell for cell in row.strip("|").split("|") if cell.strip()]) < 3] == []
