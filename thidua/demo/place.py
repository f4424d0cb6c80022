"""Where the demo keeps its own database, files and password, apart from real data."""

import os
import secrets
import shutil
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

VAR = Path(settings.VAR).resolve()
DATABASE, FILES, PASSWORD = VAR / "demo.sqlite3", VAR / "demo.files", VAR / "demo.password"
LETTERS = "abcdefghkmnpqrstuvwxyz"  # none that is taken for another


def environment() -> dict[str, str]:
    """The environment in which the product stands on the demo's data."""
    address = f"sqlite:///{quote(str(DATABASE))}"
    return {"THIDUA_VAR": str(VAR), "THIDUA_DATABASE_URL": address, "THIDUA_FILES": str(FILES)}


def is_here() -> bool:
    """Say whether this process stands on the demo's data already."""
    return environment().items() <= os.environ.items()


def clear() -> None:
    """Take away what an earlier demo left, and nothing else."""
    for path in VAR.glob("demo.*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def password() -> str:
    """The one password of all accounts of this demo, made once."""
    if not PASSWORD.exists():
        PASSWORD.touch(mode=0o600)
        PASSWORD.write_text("-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(3)))
    return PASSWORD.read_text()
