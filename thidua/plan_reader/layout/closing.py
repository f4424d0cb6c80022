"""The end of a document: who signed it and who receives it, in whatever order the two columns come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua.plan_reader.layout.labels import label_of
from thidua.plan_reader.layout.rows import UPPER, Row, is_capitals, joined, loose, part_of, passage_of, segments
from thidua.plan_reader.reading import Passage
from thidua.viet.text import fold

AUTHORITY = re.compile(
    rf"(?:(?:T\.?\s?M|K\.?\s?T|T\.?\s?L|T\.?U\.?Q|Q)\s?[./]|(?:T/M|K/T|T/L|T/U/Q)\b\.?)\s*(?=[{UPPER}]{{2}})"
)
_POSITIONS = (
    "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "giám đốc", "phó giám đốc", "tổng giám đốc", "trưởng ban",
    "phó tổng giám đốc", "hiệu trưởng", "phó hiệu trưởng", "bộ trưởng", "thứ trưởng", "chánh văn phòng",
    "phó chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "cục trưởng", "phó cục trưởng", "vụ trưởng",
    "phó vụ trưởng", "tổng cục trưởng", "viện trưởng", "phó viện trưởng", "chánh án", "chỉ huy trưởng", "chính ủy",
    "chi cục trưởng", "chánh thanh tra", "tổng bí thư", "thủ tướng", "phó thủ tướng", "trưởng đoàn",
    "tổng biên tập", "phó trưởng ban", "tổng thư ký", "ủy viên", "hiệu phó", "trưởng khoa", "hội đồng thành viên",
    "hội đồng quản trị", "tổng kiểm toán",
    "tiểu đoàn trưởng", "trung đoàn trưởng", "lữ đoàn trưởng", "sư đoàn trưởng", "phó trung đoàn trưởng",
    "chính trị viên", "tư lệnh", "phó tư lệnh", "trưởng công an", "phó trưởng công an", "đồn trưởng", "chính ủy",
    "thống đốc", "thường trực", "chủ nhiệm", "phó chủ nhiệm",
)  # fmt: skip
_BODIES = ("ủy ban nhân dân", "ban thường vụ", "ban chấp hành", "ban thường trực", "đảng ủy", "hội đồng trường")
_KNOWN = tuple((words, re.compile(loose(words))) for words in sorted((*_POSITIONS, *_BODIES), key=len, reverse=True))
_POSITION = re.compile("(?:" + "|".join(map(loose, sorted(_POSITIONS, key=len, reverse=True))) + r")\w?\b")
_NAME_WORD = rf"[{UPPER}](?:[^\W\d_A-Z]*|[{UPPER}]+)"
_NAME = re.compile(
    rf"(?:[A-Z][A-Za-z]{{1,7}}\.\s?){{0,3}}{_NAME_WORD}"
    rf"(?:\s[^\W\d_A-Z]{{1,2}}(?=\s|$)|\s+{_NAME_WORD}){{1,5}}\W{{0,3}}$"
)
_NO_NAME = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|ủy ban|uỷ ban|ubnd|sở|bộ|trường|công ty"
    r"|tổng công ty|tập đoàn|hội đồng|đảng ủy|đảng bộ|đảng uỷ|văn phòng|phòng"
    r"|trung tâm|kế hoạch|quyết định|phụ lục|danh mục)\b"
)
_SIGNED = re.compile(r"[(\[]?(?:da ky|ky ten|ky so|signed|ky va ghi|ky, dong dau|dau)")
_BESIDE = re.compile(
    rf"(?<=[;.,:])\s+({AUTHORITY.pattern}[{UPPER} ,\-]{{4,60}}$"
    rf"|[{UPPER}]{{2,}}(?:\s+[{UPPER}]{{2,}}){{1,4}}$|(?<=[;.]\s){_NAME.pattern})"
)
_RECEIVERS = re.compile(r"n ?[o0] ?i ?n ?h ?.{0,3}?a ?n\b\s*[:.;]?\s*")
_ENTRY = re.compile(r"(?:^|(?<=[;.:])\s*)[-–—+•*]\s+(?=\S)")


def is_signature(text: str) -> bool:
    """Whether a line names an authority or a position as a signature block does."""
    if AUTHORITY.match(text):
        return len(text) < 90
    return is_capitals(text) and len(text) < 70 and bool(_POSITION.match(fold(text)))


def well_read(text: str) -> str:
    """A position as it is always written, whatever marks the reading of a scan lost or changed."""
    for words, pattern in _KNOWN:
        found = pattern.search(fold(text))
        if found:
            rest = re.sub(r"^\w\b", "", text[found.end() :])
            text = text[: found.start()] + words.upper() + rest
    return text


def is_name(text: str) -> bool:
    """Whether a line can be a person's name."""
    return (
        len(text) < 40 and bool(_NAME.match(text)) and not (_POSITION.match(fold(text)) or _NO_NAME.match(text.lower()))
    )


def is_signed(text: str) -> bool:
    return len(text) < 40 and bool(_SIGNED.match(fold(text)))


def is_receivers(text: str) -> bool:
    """Whether a line opens the list of those who receive the document."""
    return bool(_RECEIVERS.match(fold(text[:20])))


def closing_start(rows: Sequence[Row], start: int, end: int) -> int:
    """Where the signature and the recipients begin among `rows[start:end]`; `end` where there are none."""
    receivers = next((i for i in range(start, end) if any(is_receivers(s.text) for s in segments(rows[i]))), None)
    if receivers is None:
        return _signature_start(rows, start, end)
    first = receivers
    for index in range(receivers - 1, max(start, receivers - 12) - 1, -1):
        texts = [segment.text for segment in segments(rows[index])]
        if any(is_signature(text) for text in texts):
            first = index
        elif not all(is_name(text) or is_signed(text) for text in texts):
            break
    return first


def _signature_start(rows: Sequence[Row], start: int, end: int) -> int:
    """The last block of signature lines that only a name, a mark of signing or nothing follows."""
    first, loose = end, 0
    for index in range(end - 1, max(start, end - 30) - 1, -1):
        texts = [segment.text for segment in segments(rows[index])]
        if any(is_signature(text) for text in texts):
            first, loose = index, 0
        elif not any(is_name(text) or is_signed(text) for text in texts):
            loose += 1
            if loose > (0 if first < end else 3):
                break
    return first


def part_closing(rows: Iterable[Row]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The lines of the signature block, and the entries of the recipients."""
    signature: list[Passage] = []
    entries: list[Passage] = []
    listing = False
    for row in rows:
        for piece in _columns(row):
            text = piece.text
            passage = passage_of([piece])
            if is_receivers(text):
                listing = True
                _enter(entries, part_of(passage, _RECEIVERS.match(fold(passage.text)).end()), fresh=True)  # type: ignore[union-attr]
            elif is_signature(text) or is_signed(text) or _is_signer(piece, signature, listing=listing):
                signature.append(passage)
            elif listing and not (entries and _is_last(entries[-1]) and text[0] not in "-–—+•*"):
                _enter(entries, passage, fresh=_is_fresh(text, entries))
    return tuple(signature), tuple(entries)


def _columns(row: Row) -> Iterator[Row]:
    """The columns of a row, parted where capitals of a signature or a name stand close behind an entry."""
    for piece in segments(row):
        found = None if is_signature(piece.text) or is_name(piece.text) else _BESIDE.search(piece.text)
        if found:
            yield replace(piece, text=piece.text[: found.start()].rstrip())
            piece = replace(piece, text=found[1], start=piece.start + found.start(1))
        yield piece


def _is_signer(piece: Row, signature: list[Passage], *, listing: bool) -> bool:
    """A name in the block, or words in capitals that go on from the authority's line."""
    if not signature or label_of(piece.text):
        return False
    return is_name(piece.text) or (is_capitals(piece.text) and len(piece.text) > 6)


def _is_last(entry: Passage) -> bool:
    """Whether the list of recipients is over: it ends with those who keep the paper."""
    return fold(entry.text).startswith("luu") and entry.text.endswith(".")


def _is_fresh(text: str, entries: list[Passage]) -> bool:
    if text[0] in "-–—+•*" or not entries:
        return True
    return entries[-1].text.endswith((";", ".")) and not text[0].islower()


def _enter(entries: list[Passage], passage: Passage, *, fresh: bool) -> None:
    """Add the entries of one line: it may hold several, or go on from the entry before."""
    marks = [found.end() for found in _ENTRY.finditer(passage.text)]
    bounds = [0, *marks] if not marks or marks[0] > 3 else marks
    for number, start in enumerate(bounds):
        end = bounds[number + 1] if number + 1 < len(bounds) else len(passage.text)
        entry = _bare(part_of(passage, start, end))
        if not entry.text or (len(entry.text) < 4 and entries and not fresh):
            continue  # a speck on the paper, read as letters
        if entries and not fresh and number == 0:
            entries[-1] = joined(entries[-1], replace(entry, breaks=(entry.at[0], *entry.breaks)))
        else:
            entries.append(entry)


def _bare(entry: Passage) -> Passage:
    """An entry without the dash of the next one that the cut left behind it."""
    return part_of(entry, 0, len(entry.text.rstrip(" -–—+•*")))
