"""A fresh machine can install what the lock file names, whatever index it uses; and every dependency says why."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = ("https://pypi.org/simple", "https://files.pythonhosted.org/")


def test_the_lock_names_only_the_public_index() -> None:
    places = re.findall(r'(?:registry|url) = "([^"]+)"', (ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert len(places) > 100
    assert [place for place in places if not place.startswith(PUBLIC)] == []


def test_the_fallback_holds_the_locked_versions_with_hashes_and_no_place() -> None:
    locked = dict(re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"', (ROOT / "uv.lock").read_text(encoding="utf-8")))
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)(?:\[[^]]*\])?==([^ ;\\]+)", text, re.M))
    assert "://" not in text
    assert pinned
    assert {name: version for name, version in pinned.items() if locked.get(name) != version} == {}
    assert text.count("--hash=sha256:") >= len(pinned)


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for block in re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", text, re.M | re.S):
        for line in block.splitlines():
            assert re.search(r'",?\s*# \S+ \S+', line), line
