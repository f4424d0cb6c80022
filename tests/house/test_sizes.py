"""House rule 9: small files, small functions, no drawers without a name."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(p for p in (ROOT / "thidua").rglob("*.py") if "migrations" not in p.parts)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "thidua").rglob("*.html"))
NAMELESS = {"utils", "helpers", "common", "managers", "signals", "misc"}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=label)
def test_a_file_is_at_most_300_lines_and_its_functions_40(path: Path) -> None:
    assert lines(path) <= 300
    limit = 15 if path.stem == "views" or path.parent.name == "views" else 40
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = (node.end_lineno or 0) - node.lineno + 1
            assert body <= limit, f"{node.name} has {body} lines"


@pytest.mark.parametrize("path", TESTS, ids=label)
def test_a_test_file_is_at_most_400_lines(path: Path) -> None:
    assert lines(path) <= 400


@pytest.mark.parametrize("path", TEMPLATES, ids=label)
def test_a_template_is_at_most_150_lines_and_a_fragment_60(path: Path) -> None:
    assert lines(path) <= (60 if path.name.startswith("_") else 150)


@pytest.mark.parametrize("path", FILES, ids=label)
def test_a_module_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_no_drawer_is_nameless() -> None:
    assert [p for p in FILES if NAMELESS & {*p.parts, p.stem}] == []


# The reader is one room of stages (docs/decisions/0003): each of them is held to the size of a room.
READER = ROOT / "thidua" / "plan_reader"
ROOMS = [
    room
    for room in (*(ROOT / "thidua").iterdir(), *READER.iterdir())
    if room.is_dir() and room != READER and room.name != "__pycache__"
]


@pytest.mark.parametrize("room", sorted(ROOMS), ids=label)
def test_a_room_is_at_most_2000_lines(room: Path) -> None:
    assert 0 < sum(lines(path) for path in FILES if room in path.parents) <= 2000


def test_the_reader_outside_its_stages_is_small() -> None:
    assert sum(lines(path) for path in FILES if path.parent == READER) <= 1500
