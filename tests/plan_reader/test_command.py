"""`thidua read` and `thidua compare`: what they print, and when they refuse."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plan_reader.plans import PLAN
from thidua.plan_reader import __main__ as command
from thidua.plan_reader.sources.refusals import SENTENCES


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def printed(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> str:
    assert command.read(words) == 0
    return capfdbinary.readouterr().out.decode()


def test_json_is_one_object_in_utf_8_with_places(plan: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    data = json.loads(printed(capfdbinary, plan, "--json"))
    text = printed(capfdbinary, plan, "--text")
    start, end = data["scalars"]["movement"]["span"]
    assert data["movement"] == "Xã sạch, đường đẹp" == " ".join(text[start:end].split())
    assert data["number"] == "12/KH-UBND"


def test_outline_shows_the_tree(plan: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = printed(capfdbinary, plan, "--outline").splitlines()
    assert "I  I. MỤC ĐÍCH, YÊU CẦU" in lines
    assert any(line.startswith("  II.2  2. Thi đua trồng cây") for line in lines)


def test_without_a_choice_a_summary_is_printed(plan: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "Cơ quan ban hành" in printed(capfdbinary, plan)


def test_check_prints_findings_in_words_and_as_json(plan: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path(plan).write_text(PLAN.replace("2. Yêu cầu", "4. Yêu cầu"), encoding="utf-8")
    [gap] = [
        finding
        for finding in json.loads(printed(capfdbinary, plan, "--check", "--json"))["findings"]
        if finding["clause"] == "I.4"
    ]
    start, end = gap["span"]
    assert " ".join(printed(capfdbinary, plan, "--text")[start:end].split()) == gap["quote"]
    told = printed(capfdbinary, plan, "--check")
    assert f"“{gap['quote']}”" in told
    assert "điểm cần xem." in told


def test_a_plan_without_faults_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(command._told([])) == ["Không thấy lỗi nào."]


def test_compare_prints_rows_in_words_and_as_json(plan: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert command.compare([plan, plan, "--json"]) == 0
    lineage = json.loads(capfdbinary.readouterr().out)
    assert {row["status"] for row in lineage["rows"]} == {"same"}
    assert lineage["copied"] == pytest.approx(1)
    assert command.compare([plan, plan]) == 0
    assert "giữ nguyên" in capfdbinary.readouterr().out.decode()


@pytest.mark.parametrize("say", [command.read, lambda words: command.compare([*words, *words])])
def test_a_refusal_is_one_sentence_on_the_error_stream(
    say: object, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert callable(say)
    assert say([str(tmp_path / "none.txt")]) == 2
    out, err = capfdbinary.readouterr()
    assert (out, err.decode()) == (b"", SENTENCES["missing"] + "\n")


@pytest.mark.parametrize(
    "words", [[], ["a", "--json", "--text"], ["a", "--outline", "--check"], ["a", "b"], ["--x", "a"]]
)
def test_a_wrong_command_prints_how_to_use_it(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.read(words)
    assert caught.value.code == 2
    assert "Cách dùng: thidua read" in capsys.readouterr().err


def test_compare_wants_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.compare(["a"])
    assert "Cách dùng: thidua compare" in capsys.readouterr().err


@pytest.mark.parametrize("say", [command.read, command.compare])
def test_help_is_vietnamese(say: object, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert callable(say)
    assert say(["--help"]) == 0
    assert "Cách dùng" in capfdbinary.readouterr().out.decode()


def test_a_bar_is_drawn_only_when_a_step_is_slow(capsys: pytest.CaptureFixture[str]) -> None:
    bar = command.Bar()
    bar(1, 4)
    bar.close()
    assert capsys.readouterr().err == ""
    bar.began -= command.SLOW
    bar(2, 4)
    bar.close()
    assert capsys.readouterr().err == f"\r[{'#' * 15}{'.' * 15}] 2/4 trang\n"


def run(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), **more}
    return subprocess.run([sys.executable, "-m", *words], capture_output=True, check=False, env=environment)


@pytest.mark.parametrize("words", [["thidua", "read"], ["thidua.plan_reader"]])
def test_the_whole_command_prints_utf_8_in_any_locale_and_writes_nothing(words: list[str], plan: str) -> None:
    before = sorted(Path(plan).parent.iterdir())
    done = run(*words, plan, "--text", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Xã sạch, đường đẹp" in done.stdout.decode()
    assert sorted(Path(plan).parent.iterdir()) == before


def test_a_closed_pipe_is_no_error(plan: str) -> None:
    line = f"{sys.executable} -m thidua.plan_reader {plan} --json | head -c 10; exit ${{PIPESTATUS[0]}}"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, check=False, cwd=root)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_first_help_names_the_words() -> None:
    done = run("thidua")
    assert done.returncode == 0
    assert all(word in done.stdout.decode() for word in ("read", "compare", "open", "demo", "serve", "manage"))


def test_other_words_are_djangos() -> None:
    done = run("thidua", "manage", "help", "check")
    assert done.returncode == 0, done.stderr
    assert b"usage: thidua check" in done.stdout
