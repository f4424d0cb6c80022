"""Is it a plan of an emulation movement at all? A cheap test on what was read."""

from __future__ import annotations

import re

from thidua.plan_reader.reading import Clause, Source
from thidua.viet.text import fold

FEWEST_CLAUSES = 3
LONGEST_PARAGRAPH = 30_000  # characters, ten pages without a break
_SPACE = re.compile(r"\s+")
_MOVEMENT = ("thidua", "phongtrao")
_PAPERS = ("kehoach", "huongdan", "quyetdinh", "chuongtrinh", "phatdong", "chithi", "thele", "congvan", "dean", "v/v")
# Papers about emulation that launch nothing; each is told by its own line above the title.
_OTHERS = {
    "baocao", "totrinh", "bienban", "luat", "phaplenh", "nghidinh", "thongtu", "hopdong", "giaymoi", "baocaotomtat",
    "giaychungnhan", "bangkhen", "giaykhen", "sangkien", "donxin", "baocaothanhtich",
}  # fmt: skip
_TYPES = {"kehoach", "huongdan", "quyetdinh", "chuongtrinh", "chithi", "dean", "congvan", *_OTHERS}


def is_plan(source: Source, root: Clause) -> bool:
    """Whether the text speaks of a movement, has numbered clauses, and is no report, law or the like."""
    plain = _SPACE.sub("", fold(source.text[:60_000]))  # without spaces: extractors break words
    if not any(word in plain for word in _MOVEMENT) or not any(word in plain for word in _PAPERS):
        return False
    if _type(source) in _OTHERS:
        return False
    passages = (passage for clause in root.walk() for passage in (*clause.paragraphs, *clause.tail))
    if any(len(passage.text) > LONGEST_PARAGRAPH for passage in passages):
        return False
    return sum(1 for clause in root.walk() if clause.path) >= FEWEST_CLAUSES


def _type(source: Source) -> str:
    """The word above the title that says what kind of paper it is."""
    for line in source.lines[:60]:
        words = source.text[line.start : line.end]
        if len(words) < 30 and words.isupper():
            word = _SPACE.sub("", fold(words))
            if word in _TYPES:
                return word
    return ""
