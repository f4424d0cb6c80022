"""The word lists beside the finders: a new name for a thing is a line in `words/`, not code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).parent / "words"


@cache
def book(name: str) -> Mapping[str, Any]:
    """One file of word lists."""
    return tomllib.loads((_WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def either(parts: Iterable[str]) -> str:
    """A pattern for any of the parts."""
    return "(?:" + "|".join(parts) + ")"


def filled(pattern: str, lists: Mapping[str, str]) -> str:
    """A pattern with `<name>` replaced by the list of that name."""
    return re.sub(r"<([a-z_]+)>", lambda hit: lists[hit[1]], pattern)
