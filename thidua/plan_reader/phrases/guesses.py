"""What a section is about when its title does not say so: told from what its items are like."""

from __future__ import annotations

import re
from collections.abc import Callable

from thidua.plan_reader.phrases.actors import subject
from thidua.plan_reader.phrases.figures import find_figures
from thidua.plan_reader.phrases.wording import Wording, wording
from thidua.plan_reader.reading import Clause

_COMPETES = re.compile(r"(?:thi dua|phat dong thi dua)(?!\w)")
_ADDRESSES = re.compile(r"(?:doi voi|danh cho|tieu chi (?:doi voi|danh cho)) ")
_REWARDS = re.compile(r"(?:giay khen|bang khen|co thi dua)(?!\w)")
_PHASE = re.compile(r"(?:giai doan|dot|buoc) (?:\d|[ivx]+)(?!\w)")
_STRIVES = re.compile(r"(?<!\w)(?:dat|phan dau|it nhat|toi thieu|tro len|tren|giam|tang)(?!\w)")
_HALF = 0.6


def guessed(clause: Clause) -> str | None:
    """The name of the topic that most of a section's items show, None where they show none."""
    items = [child for child in clause.children if child.paragraphs and child.kind not in ("table", "row")]
    for name, shows in _SIGNS:
        if len(items) > 1 and sum(shows(child, wording(child.paragraphs[0])) for child in items) >= _HALF * len(items):
            return name
    return None


def _is_group(clause: Clause, words: Wording) -> bool:
    return bool(clause.children) and bool(_ADDRESSES.match(words.text))


def _sets_figures(clause: Clause, words: Wording) -> bool:
    figures = any(True for _ in find_figures(words, 0, len(words.text)))
    return not clause.children and figures and bool(_STRIVES.search(words.text))


def _binds(clause: Clause, words: Wording) -> bool:
    return subject(words, 0, len(words.text)) is not None


_SIGNS: tuple[tuple[str, Callable[[Clause, Wording], bool]], ...] = (
    ("phases", lambda clause, words: bool(_PHASE.match(words.text))),
    ("contents", lambda clause, words: bool(_COMPETES.match(words.text))),
    ("criteria", _is_group),
    ("awards", lambda clause, words: bool(_REWARDS.search(words.text))),
    ("targets", _sets_figures),
    ("duties", _binds),
)
