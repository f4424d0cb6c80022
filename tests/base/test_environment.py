"""What the environment says is understood, and what it says wrongly is named with its mend."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from thidua.base import environment

ROOT = Path(__file__).resolve().parents[2]


def test_an_address_of_postgres_is_taken_apart(tmp_path: Path) -> None:
    found = environment.database("postgres://a%40b:p%2Fw@db.example:6543/thi%20dua?sslmode=require", tests=tmp_path)
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "a@b",
        "p/w",
        "db.example",
        6543,
        "thi dua",
    )
    assert found["OPTIONS"]["sslmode"] == "require"
    assert (found["OPTIONS"]["pool"]["max_size"], found["CONN_MAX_AGE"]) == (12, 0)


def test_an_address_of_sqlite_is_a_path_and_its_transactions_lock_at_once(tmp_path: Path) -> None:
    found = environment.database("sqlite:////srv/d%20u/thidua.sqlite3", tests=tmp_path)
    assert (found["NAME"], found["OPTIONS"]["transaction_mode"]) == ("/srv/d u/thidua.sqlite3", "IMMEDIATE")
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize("address", ["", "mysql://a/b", "postgres://host", "sqlite://", "x"])
def test_an_address_that_is_not_understood_says_how_to_write_one(tmp_path: Path, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="THIDUA_DATABASE_URL"):
        environment.database(address, tests=tmp_path)


@pytest.mark.parametrize(("value", "means"), [("1", True), ("Yes", True), ("", False), ("0", False)])
def test_a_flag_is_yes_or_no(monkeypatch: pytest.MonkeyPatch, value: str, means: bool) -> None:
    monkeypatch.setenv("THIDUA_X", value)
    assert environment.flag("THIDUA_X") is means


def test_a_flag_that_is_neither_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_X", "ja")
    with pytest.raises(ImproperlyConfigured, match="THIDUA_X=1"):
        environment.flag("THIDUA_X")


def test_the_secret_key_is_made_once_and_only_for_its_owner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("THIDUA_SECRET_KEY", raising=False)
    made = environment.secret_key(tmp_path)
    assert len(made) > 50
    assert environment.secret_key(tmp_path) == made
    assert [(path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [("secret_key", 0o600)]


def test_a_short_secret_key_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("THIDUA_SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match="32"):
        environment.secret_key(tmp_path)


def checked(tmp_path: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "manage.py", "check", *words]
    own = {"THIDUA_VAR": str(tmp_path), "PATH": "/usr/bin:/bin", **given}
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.slow
def test_an_installation_behind_https_has_no_deployment_warning(tmp_path: Path) -> None:
    done = checked(tmp_path, "--deploy", "--fail-level=WARNING", THIDUA_HTTPS="1", THIDUA_HOSTS="thidua.example")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_is_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = checked(tmp_path, THIDUA_VAR=str(tmp_path / "file"))
    assert done.returncode != 0
    assert "Set THIDUA_VAR" in done.stderr


@pytest.mark.django_db
def test_the_database_in_use_compares_keys_byte_by_byte() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "select collation_name from information_schema.columns"
                " where table_name = 'people_unit' and column_name = 'path'"
            )
            assert cursor.fetchone() == ("C",)
        else:
            cursor.execute("pragma journal_mode")
            assert cursor.fetchone() == ("wal",)
