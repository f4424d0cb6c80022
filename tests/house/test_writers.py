"""House rules 4 and 5: only acts write, and only one door changes a state."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(p for p in (ROOT / "thidua").rglob("*.py") if "migrations" not in p.parts)
PURE = {"viet", "law", "rules", "plan_reader"}
ROOMS = [p for p in FILES if p.relative_to(ROOT).parts[1] not in PURE]
FORMS = [p for p in sorted((ROOT / "thidua").rglob("*.html")) if "base" not in p.relative_to(ROOT).parts[1:2]]
WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "acreate", "asave", "aupdate", "adelete", "execute", "executemany", "set_password",
}  # fmt: skip
WRITERS = {
    "thidua/base/log.py": "the event of every act",
    "thidua/base/once.py": "the key of an act, in its transaction",
    "thidua/base/files.py": "the name of a kept file, in its act's transaction",
    "thidua/base/models.py": "`Event` passes on the one save it allows",
    "thidua/people/moves.py": "the one door of states",
}


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def acts(path: Path) -> bool:
    return path.stem == "actions" or path.parent.name == "actions"


def writes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
            continue
        # A query set is updated by keywords only; a dictionary or a digest takes what it is given.
        if not (node.func.attr == "update" and node.args):
            yield f"line {node.lineno} .{node.func.attr}()"


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def states_set(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            for part in target.elts if isinstance(target, ast.Tuple | ast.List) else [target]:
                if isinstance(part, ast.Attribute) and part.attr == "state":
                    yield node.lineno
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"update", "setattr"}
        ):
            yield from (node.lineno for word in node.keywords if word.arg == "state")


@pytest.mark.parametrize("path", ROOMS, ids=label)
def test_only_acts_write(path: Path) -> None:
    if not acts(path) and label(path) not in WRITERS:
        assert list(writes(parsed(path))) == []


@pytest.mark.parametrize("path", ROOMS, ids=label)
def test_only_the_one_door_changes_a_state(path: Path) -> None:
    if label(path) != "thidua/people/moves.py":
        assert list(states_set(parsed(path))) == []


@pytest.mark.parametrize("path", FORMS, ids=label)
def test_every_form_that_is_sent_carries_its_key(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count('method="post"') <= text.count("base/_once.html")


@pytest.mark.parametrize("path", sorted(WRITERS))
def test_an_exception_that_no_longer_writes_is_taken_off_the_list(path: str) -> None:
    assert list(writes(parsed(ROOT / path)))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("a.state = 'x'", 1),
        ("b, a.state = a.state, 'x'", 1),
        ("a.state: str = 'x'", 1),
        ("Thing.objects.filter().update(state='x')", 1),
        ("x = a.state", 0),
        ("Thing(state='draft')", 0),
    ],
)
def test_the_check_sees_every_way_to_set_a_state(code: str, found: int) -> None:
    assert len(list(states_set(ast.parse(code)))) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("thing.save(update_fields=['a'])", 1),
        ("Thing.objects.filter(a=1).update(a=2)", 1),
        ("Thing.objects.update(**changes)", 1),
        ("Thing.objects.bulk_create(rows)", 1),
        ("holding.delete()", 1),
        ("words.update({'a': 1})", 0),
        ("digest.update(chunk)", 0),
    ],
)
def test_the_check_tells_a_write_from_an_update_of_a_dictionary(code: str, found: int) -> None:
    assert len(list(writes(ast.parse(code)))) == found
