"""The title of a plan and the movement it launches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thidua.plan_reader.layout import Layout, is_capitals, joined, part_of
from thidua.plan_reader.layout.opening import SORT, is_annexed
from thidua.plan_reader.reading import Clause, Fact, Passage
from thidua.viet.text import fold

_QUOTED = re.compile(r"[“„\"«‘']\s*([^“”„\"«»]{6,300}?)\s*[”\"»’'“](?=[\s,.;:)]|$)")
_MOVED = re.compile(r"(?:phong trào|cuộc vận động|đợt|hội thi)(?:\s+thi đua)?(?:\s+yêu nước)?\W*$", re.IGNORECASE)
_UNQUOTED = re.compile(
    r"phong trào\s+(?=thi đua\s+\w)|phong trào\s+(?:thi đua\s+)?(?=\w)|(?<!\w)(?=thi đua\s+\w)|cuộc vận động\s+",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\s*(?:,|\(|trên địa bàn|giai đoạn\s+\d|trong (?:toàn|các|cán bộ|ngành|công nhân)"
    r"|(?:từ\s+)?năm\s+(?:học\s+)?\d{4}|\btại\b"
    r"|\bcủa (?:tỉnh|xã|phường|huyện|thành phố|trường|công ty|ngành)).*$",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(r"\(?\s*dự thảo\s*\)?|^\W*(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)


def title_of(layout: Layout) -> Passage | None:
    """The title without the word that names the sort of document and without the line on the annexing decision."""
    whole: Passage | None = None
    for row in layout.title:
        if is_annexed(row.text):
            break
        whole = joined(whole, row) if whole else row
    if whole is None:
        return _subject(layout)
    found = SORT.match(fold(whole.text))
    start = found.end() if found and whole.text[0].isupper() else _spaced(whole.text)
    rest = part_of(whole, start)
    return part_of(rest, 0, len(rest.text.rstrip(" *_-–"))) if rest.text else None


def _spaced(text: str) -> int:
    """Where a sort that is printed with spaced letters ends."""
    found = re.match(r"(?:[^\W\d_]\s+){5,}", text)
    return found.end() if found else 0


def _subject(layout: Layout) -> Passage | None:
    """The subject of a letter, `V/v …`, over as many lines as it runs."""
    subject: Passage | None = None
    for line in layout.header:
        found = re.match(r"\W*V/v\s*:?\s*", line.text, re.IGNORECASE)
        if found:
            subject = part_of(line, found.end())
        elif subject and (is_capitals(line.text) or re.search(r"ngày\b|Kính gửi|Độc lập|Số", line.text)):
            break
        elif subject:
            subject = joined(subject, line)
    return subject


def read_title(layout: Layout, root: Clause) -> Iterator[Fact]:
    """Title and movement."""
    title = title_of(layout)
    if title:
        yield Fact("title", {"value": title.text}, None, title.spans(), 0.95)
    named = _movement(title, root)
    if named:
        passage, confidence = named
        yield Fact("movement", {"value": passage.text}, None, passage.spans(), confidence)


def _movement(title: Passage | None, root: Clause) -> tuple[Passage, float] | None:
    opening = tuple(root.paragraphs)
    quoted = _quoted(title) if title else None
    if quoted:
        return _mostly_written(quoted, root), 0.95
    for passage in opening:
        named = _quoted(passage, moved=True)
        if named:
            return named, 0.75
    return (_unquoted(title), 0.5) if title and _unquoted(title) else None


def _quoted(passage: Passage, *, moved: bool = False) -> Passage | None:
    """The quoted name, of a movement if any of the quoted words is one."""
    first: Passage | None = None
    for found in _QUOTED.finditer(passage.text):
        name = part_of(passage, found.start(1), found.end(1))
        if _MOVED.search(passage.text[: found.start()]):
            return name
        first = first or name
    return None if moved else first


def _mostly_written(name: Passage, root: Clause) -> Passage:
    """The name as the plan mostly writes it: a title in capitals or misread is put right by the text below."""
    wanted = fold(name.text)
    written = [] if is_capitals(name.text) else [name]
    for clause in root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            at = fold(passage.text).find(wanted)
            if at >= 0:
                written.append(part_of(passage, at, at + len(wanted)))
    counted = Counter(passage.text for passage in written)
    return max(written, key=lambda passage: counted[passage.text], default=name)


def _unquoted(title: Passage) -> Passage:
    """The name of a movement that no quotation marks set off: the words after `phong trào` up to its scope."""
    found = _UNQUOTED.search(title.text)
    if not found:
        return Passage("", ())
    words = title.text[found.end() :]
    scope = _SCOPE.search(words)
    return part_of(title, found.end(), found.end() + (scope.start() if scope else len(words)))
