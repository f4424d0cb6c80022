"""Plain text in: each printed line is one line, a form feed is a page break."""

from __future__ import annotations

import re
from pathlib import Path

from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources.draft import Draft
from thidua.plan_reader.sources.refusals import refused
from thidua.viet.text import clean, fold, tidy

_LABEL = re.compile(
    r"\s*(?:(?:phần|chương|mục|điều|phụ lục)\s+\w+|\w{1,4}(?:\.\w{1,3})*|[-–+*•])\s?[.):/]?\t", re.IGNORECASE
)
_LEGACY = ("ho¹ch", "Ho¹ch", "HO¹CH", "thi ®ua", "Thi ®ua", "thi ®Ua", "hoaïch", "HOAÏCH", "thi ñua", "Thi ñua")
_PLAIN_WORDS = re.compile(r"\b(?:ke hoach|thi dua|phong trao|khen thuong|thuc hien)\b")


def read_txt(path: Path) -> Source:
    """The lines of a text file in UTF-8, UTF-16 or Windows' Vietnamese code page."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise refused("empty")
    return source_of(text)


def source_of(text: str) -> Source:
    """The lines of a text. A row of tab-parted words is a table row."""
    draft = Draft("txt")
    for number, page in enumerate(text.split("\f"), 1):
        for words in tidy(page).split("\n"):
            draft.add(words, page=number, cells=is_row(words))
    return draft.source()


def is_row(words: str) -> bool:
    """Whether the tabs in a line part cells: a tab after a label or at either end does not."""
    if "\t" not in words:
        return False
    label = _LABEL.match(words)
    cells = [cell for cell in words[label.end() if label else 0 :].split("\t") if cell.strip()]
    return len(cells) + (label is not None and len(cells) > 1) > 1


def is_legacy(text: str) -> bool:
    """Whether the words are those of a font that was a code page of its own: TCVN3 or VNI."""
    return any(word in text for word in _LEGACY)


def decode(raw: bytes) -> str:
    """The letters of a text file; refuses binary noise and unknown code pages."""
    text = _unicode(raw)
    return _windows(raw) if text is None else text


def _unicode(raw: bytes) -> str | None:
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if b"\0" in raw:
        return _utf16_without_mark(raw)
    text = raw.decode("utf-8-sig", errors="replace")
    if _is_noise(raw):
        raise refused("binary")
    lost = text.count("\ufffd")
    return text if lost <= len(text) // 200 + 2 and not (lost and len(text) < 50) else None


def _utf16_without_mark(raw: bytes) -> str:
    """Text whose every second byte is nearly always zero; other zeros are noise."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = raw[first::2].count(0)
        if zeros > len(raw) // 4 and raw[1 - first :: 2].count(0) == 0:
            return raw.decode(encoding, errors="replace")
    raise refused("binary")


def _is_noise(raw: bytes) -> bool:
    controls = sum(raw.count(bytes([code])) for code in (*range(1, 8), *range(14, 27), 28, 29, 30, 31, 127))
    return controls > len(raw) // 100 + 1


def _windows(raw: bytes) -> str:
    """Code page 1258, when that gives Vietnamese words; else Latin-1, when that shows one of the old fonts."""
    text = clean(raw.decode("cp1258", errors="replace"))
    if _PLAIN_WORDS.search(fold(text)):
        return text
    old = raw.decode("latin-1")
    if is_legacy(old):
        return old
    raise refused("encoding")
