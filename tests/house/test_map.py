"""The map, the floors and the tree say the same: every room has a line, every line a room."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {p.name for p in (ROOT / "thidua").iterdir() if p.is_dir() and any(p.glob("*.py"))}


def test_the_map_has_a_line_for_every_room_and_no_other() -> None:
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `thidua/(\w+)/`", text, re.M))
    assert told == ROOMS


def test_every_room_has_a_floor_and_every_floor_a_room() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = config["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {room for floor in floors for room in floor.split(" | ")}
    assert named - {"__main__", "wsgi", "urls"} == ROOMS


def test_every_path_on_the_map_exists() -> None:
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:thidua|packs|tests|bench|docs|locale)/[\w./-]+)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
