"""What the environment says about this installation, read with errors that name the mend."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-64000", "mmap_size=268435456", "temp_store=MEMORY")


def flag(name: str) -> bool:
    """Read a yes or no; absent is no."""
    value = os.environ.get(name, "").strip().lower()
    if value not in {"", "0", "1", "no", "yes", "false", "true"}:
        raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no. Write {name}=1 or leave it out.")
    return value in {"1", "yes", "true"}


def secret_key(folder: Path) -> str:
    """Read the key given, or else one made once and kept in this folder."""
    if given := os.environ.get("THIDUA_SECRET_KEY"):
        if len(given) < 32:
            raise ImproperlyConfigured("THIDUA_SECRET_KEY is too short. Give 32 characters or more, or leave it out.")
        return given
    kept = folder / "secret_key"
    if not kept.exists():
        made = folder / f"secret_key.{secrets.token_hex(8)}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with suppress(FileExistsError):  # the first of several processes wins, whole
            kept.hardlink_to(made)
        made.unlink()
    return kept.read_text(encoding="ascii").strip()


def database(address: str, *, tests: Path) -> dict[str, Any]:
    """Read `sqlite:////path/to/file` or `postgres://user:password@host:port/name?sslmode=…`."""
    parts = urlsplit(address)
    name = unquote(parts.path[1:])
    if parts.scheme == "sqlite" and name:
        return _sqlite(name, tests=tests)
    if parts.scheme in {"postgres", "postgresql"} and name:
        where = {"HOST": parts.hostname or "", "PORT": parts.port or "", "NAME": name}
        who = {"USER": unquote(parts.username or ""), "PASSWORD": unquote(parts.password or "")}
        options = {"pool": {"min_size": 2, "max_size": 12}, **dict(parse_qsl(parts.query))}
        return {"ENGINE": "django.db.backends.postgresql", **where, **who, "OPTIONS": options, "CONN_MAX_AGE": 0}
    raise ImproperlyConfigured(
        "THIDUA_DATABASE_URL is not understood. "
        "Write postgres://user:password@host:5432/name or sqlite:////path/to/file."
    )


def _sqlite(name: str, *, tests: Path) -> dict[str, Any]:
    """Let a transaction lock for writing at its start: one that asks later is refused at once, whatever the timeout."""
    pragmas = "; ".join(f"PRAGMA {pragma}" for pragma in PRAGMAS)
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    # A file for each test process: a shared memory database would hide how SQLite locks.
    test = {"NAME": str(tests / f"test-{os.getpid()}.sqlite3")}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "TEST": test}
