"""What needs no test run: format, lint, types, floors, migrations, messages. `./run check`."""

import subprocess
import sys
import time

CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy"],
    "floors": ["lint-imports", "--no-cache"],
    "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
    "django": [sys.executable, "-W", "error", "manage.py", "check"],
    "messages": [sys.executable, "-m", "tests.house.messages", "--check"],
}


def failures() -> list[str]:
    """Run every check, print one line each, and name those that failed."""
    failed = []
    for name, command in CHECKS.items():
        started = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name:<11}{time.monotonic() - started:5.1f} s", flush=True)
        if done.returncode:
            print(done.stdout[-4000:] + done.stderr[-4000:], flush=True)
            failed.append(name)
    return failed


if __name__ == "__main__":
    sys.exit(1 if failures() else 0)
