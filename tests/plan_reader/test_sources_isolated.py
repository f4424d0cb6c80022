"""Reading in a process of its own: whatever a file does, the caller only sees NotReadable."""

import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plan_reader.plans import PLAN
from thidua.plan_reader import isolated, read_plan
from thidua.plan_reader.faults import find_faults
from thidua.plan_reader.isolated import examine_isolated, read_isolated
from thidua.plan_reader.reading import NotReadable

GENEROUS = {"seconds": 30, "megabytes": 512}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_reading_is_the_same(plan: Path) -> None:
    assert read_isolated(plan, **GENEROUS) == read_plan(plan)


def test_a_refusal_comes_through(tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        read_isolated(tmp_path / "none", **GENEROUS)
    assert caught.value.code == "missing"


def test_a_path_that_looks_like_an_option_is_a_path(tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        read_isolated(Path("--help"), **GENEROUS)
    assert caught.value.code == "missing"


def test_too_much_memory_is_refused(plan: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        read_isolated(plan, seconds=30, megabytes=1)
    assert caught.value.code in ("too_hungry", "crashed")


def child(words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE, start_new_session=True)


def answer(words: str, *, seconds: float = 30, told: list[tuple[int, int]] | None = None) -> str:
    """What the caller makes of a child that says `words`: the code of the refusal."""
    with child(words) as running:
        guard = isolated._Guard(running, seconds)
        with pytest.raises(NotReadable) as caught:
            isolated._answer(running, guard, None if told is None else lambda done, total: told.append((done, total)))
        guard.stop()
        isolated._end(running)
    return caught.value.code


def test_a_child_that_hangs_is_ended() -> None:
    assert answer("import time; time.sleep(600)", seconds=0.2) == "too_slow"


def test_a_child_that_uses_up_its_time_is_too_slow() -> None:
    assert answer(f"import os; os.kill(os.getpid(), {signal.SIGXCPU.value})") == "too_slow"


def test_a_child_that_dies_has_crashed() -> None:
    assert answer("import os; os.abort()") == "crashed"


def test_progress_is_passed_on() -> None:
    told: list[tuple[int, int]] = []
    assert answer("print('progress 1 2'); print('refused damaged')", told=told) == "damaged"
    assert told == [(1, 2)]


@pytest.mark.parametrize("said", ["refused nonsense", "reading", "reading\\nnonsense"])
def test_a_child_that_talks_nonsense_has_crashed(said: str) -> None:
    assert answer(f"print('{said}')") == "crashed"


@pytest.mark.parametrize("thing", [print, Path("x"), [1, 2]])
def test_a_pickle_of_anything_else_is_not_believed(thing: object) -> None:
    raw = b"reading\n" + pickle.dumps(thing)
    assert answer(f"import sys; sys.stdout.buffer.write({raw!r})") == "crashed"


def test_the_child_bounds_itself_and_answers_in_its_own_words(plan: Path) -> None:
    words = [sys.executable, "-m", "thidua.plan_reader.isolated", str(plan), "30", "512"]
    done = subprocess.run(words, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.startswith(b"reading\n")


def test_faults_are_found_in_the_same_process(plan: Path) -> None:
    plan.write_text(PLAN.replace("2. Yêu cầu", "4. Yêu cầu"), encoding="utf-8")
    reading, faults = examine_isolated(plan, **GENEROUS)
    assert reading == read_plan(plan)
    assert faults == find_faults(reading) != ()


def test_a_child_that_hangs_over_the_faults_has_still_read(plan: Path) -> None:
    raw = b"reading\n" + pickle.dumps(read_plan(plan))
    words = f"import sys, time; sys.stdout.buffer.write({raw!r}); sys.stdout.flush(); time.sleep(600)"
    with child(words) as running:
        guard = isolated._Guard(running, 2)
        assert isolated._answer(running, guard, None) == (read_plan(plan), ())
        guard.stop()
