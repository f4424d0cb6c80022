"""`./run test`: the checks, then every test on SQLite, on PostgreSQL and in the browser.

A part of the machine that is missing leaves its tests out, and the last lines say so; in CI that is a failure.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.check import failures
from tests.parts import missing
from tests.postgres import postgres

TEMPORARY = Path(__file__).resolve().parents[1] / "var" / "tmp"
PURE = ("tests/viet", "tests/law", "tests/rules", "tests/plan_reader", "tests/house")


def pytest(title: str, *words: str, database: str = "") -> bool:
    """Run pytest in a process of its own; an empty `database` is SQLite."""
    print(f"\n=== {title}", flush=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("THIDUA_")}
    environment["PYTEST_DEBUG_TEMPROOT"] = str(TEMPORARY)  # nothing is left outside the clone
    TEMPORARY.mkdir(parents=True, exist_ok=True)
    if database:
        environment["THIDUA_DATABASE_URL"] = database
    started = time.monotonic()
    code = subprocess.run([sys.executable, "-m", "pytest", "-q", *words], env=environment, check=False).returncode
    print(f"=== {title}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True)
    return code == 0


def main(words: list[str]) -> int:
    """Run all and return the exit status."""
    started, absent = time.monotonic(), {name for name, _, _ in missing()}
    browser = "Chromium" not in absent
    done = {"checks": not failures()}
    done["SQLite"] = pytest("SQLite", "-n", "2", "-m", "not browser", *words)
    if browser:
        done["browser on SQLite"] = pytest("browser on SQLite", "-m", "browser", *words)
    if "PostgreSQL 15+" not in absent:
        leave = [f"--ignore={folder}" for folder in PURE]
        with postgres() as address:
            done["PostgreSQL"] = pytest("PostgreSQL", "-m", "not browser", *leave, *words, database=address)
            if browser:
                done["browser on PostgreSQL"] = pytest(
                    "browser on PostgreSQL", "-m", "browser and journey", *words, database=address
                )
    print(f"\nWhole run: {time.monotonic() - started:.0f} s")
    for name, well in done.items():
        print(f"{'passed' if well else 'FAILED':<7}{name}")
    for name, packages, tests in missing():
        print(f"LEFT OUT: {tests}, because {name} is not on this machine. Install it: apt-get install -y {packages}")
    in_ci = os.environ.get("CI", "").lower() in ("1", "true", "yes")
    return 0 if all(done.values()) and not (in_ci and missing()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
