"""Who issues a plan, and for which place: put together from header, opening words, title and signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from thidua.plan_reader.heading.names import (
    LEVELS,
    begins_body,
    cased,
    is_unfinished,
    level_word,
    places_in,
    sort_of_body,
    squeezed,
    well_headed,
    written_out,
)
from thidua.plan_reader.layout import Layout, is_capitals, joined, loose, part_of
from thidua.plan_reader.layout.closing import AUTHORITY
from thidua.plan_reader.reading import Clause, Fact, Passage, Span
from thidua.viet.text import fold

_CUTS = re.compile(
    rf"{loose('cong hoa xa hoi chu nghia')}(?: ?{loose('viet')}(?: ?{loose('nam')})?)?"
    rf"|{loose('dang cong san viet nam')}"
    rf"|{loose('doc lap')}\W{{0,4}}{loose('tu do')}\W{{0,4}}{loose('hanh phuc')}"
    r"|\bso\s*[:.]?\s*[\d.…_ ]*[-/–]\s*[a-z][\w&]*(?:\s?[-–/.]\s?[\w&]+)*|\bso\s*:.*"
    r"|^[-/–]\s?[a-z]{2,}\S*|[^\d,;:]{2,40},?\s*ngay\b.{0,12}\bthang\b.{0,10}\bnam\b[\s\d.…]*"
    r"|\bv/v\b.*|\bdu thao\b.*|[*_]{1,}|[-–]{3,}"
)
_BROKEN_MOTTO = re.compile(r"cong hoa xa hoi chu nghia(?: viet)?\s*$")  # its last words stand on the next line
# Two bodies that issue a plan together, on one line: the first is its issuer.
_JOINT = re.compile(
    r"uy ban nhan dan [^-–]{3,60}?(?=\s+[-–]\s+(?:uy ban mat tran|hoi|doan|cong an|lien doan|ban chi huy)\b)"
)
_ORGAN = re.compile(r"ban (?:thuong truc|thuong vu|chap hanh)$")  # speaks for the body named above it
_ISSUES = re.compile(
    r"(?:^|[,.;)]\s+)(?P<body>[^\s,;.:“”][^,;.:“”)]{2,110}?)"
    r"\s+(?:ban hành|xây dựng|tổ chức|triển khai|phát động|đề ra|hướng dẫn)\s"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the places it was read from."""

    name: str
    spans: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A locality: level word, name, where it stands."""

    word: str
    name: str
    spans: tuple[Span, ...]
    confidence: float

    @property
    def text(self) -> str:
        return f"{self.word} {self.name}"


def read_issuer(layout: Layout, root: Clause, title: Passage | None) -> Iterator[Fact]:
    """Issuer, locality and level."""
    bodies = header_bodies(layout, root) or (header_bodies(layout.cover, root) if layout.cover else [])
    issuer = _from_header(bodies, root) or _from_opening(root) or _from_signature(layout)
    if issuer is None:
        return
    sort = sort_of_body(issuer.name)
    place = None if sort in ("central", "enterprise") else _place(issuer, bodies, layout, root, title)
    place = place and _mostly_spelt(place, layout, root, title)
    whole = _with_place(issuer, place, sort)
    whole = replace(whole, name=well_headed(whole.name))
    yield Fact("issuer", {"value": whole.name}, None, whole.spans, whole.confidence)
    if place and not _is_school(issuer.name):
        yield Fact("locality", {"value": place.text}, None, place.spans, place.confidence)
    level = _level(sort, place, issuer, root)
    if level:
        yield Fact("level", {"value": level}, None, whole.spans, min(whole.confidence, 0.9))


def header_bodies(layout: Layout, root: Clause) -> list[Passage]:
    """The bodies that the header names, the higher one first."""
    bodies: list[Passage] = []
    said = {fold(name) for name in _said(root)}
    motto = False
    for line in layout.header:
        goes_on, motto = motto and len(line.text) < 12, bool(_BROKEN_MOTTO.search(fold(line.text)))
        for piece in () if goes_on else _agency_pieces(line):
            if _ORGAN.match(fold(piece.text)) and bodies:
                continue
            if bodies and (is_unfinished(bodies[-1].text) or not _begins(piece.text, said)):
                bodies[-1] = joined(bodies[-1], piece)
            elif _begins(piece.text, said) or level_word(piece.text):
                bodies.append(piece)
    return bodies


def _begins(text: str, said: set[str]) -> bool:
    """Whether a header line begins a body's name, or nearly is the name that the opening words give."""
    return begins_body(text) or any(_likeness(text, name) > 0.8 for name in said)


def _likeness(text: str, name: str) -> float:
    """How like two names are, marks and case aside; 0 where their lengths tell enough."""
    if len(text) > 120 or not 0.7 < len(text) / max(len(name), 1) < 1.4:
        return 0.0
    return SequenceMatcher(None, fold(text), fold(name), autojunk=False).ratio()


def _agency_pieces(line: Passage) -> Iterator[Passage]:
    """What is left of a header line without motto, number, date and rules, as far as it is in capitals."""
    place = 0
    for cut in _CUTS.finditer(fold(line.text)):
        yield from _capitals(part_of(line, place, cut.start()))
        place = cut.end()
    yield from _capitals(part_of(line, place))


def _capitals(piece: Passage) -> Iterator[Passage]:
    joint = _JOINT.match(fold(piece.text))
    if joint:
        piece = part_of(piece, 0, joint.end())
    if piece.text and is_capitals(piece.text):
        yield piece


def _from_header(bodies: list[Passage], root: Clause) -> Named | None:
    if not bodies:
        return None
    said = list(_said(root))
    last = next((body for body in reversed(bodies) if fold(written_out(body.text)) in map(fold, said)), bodies[-1])
    name = written_out(last.text)
    written = _as_written(name, root)
    if written:
        return Named(written, last.spans(), 0.95)
    near = next((other for other in said if _likeness(name, other) > 0.8), None)
    return Named(near or cased(name), last.spans(), 0.7 if near else 0.9)


def _as_written(name: str, root: Clause) -> str:
    """A name in capitals as the text mostly writes it in small letters, if it does."""
    wanted = fold(name)
    counted: Counter[str] = Counter()
    for clause in root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            at = fold(passage.text).find(wanted)
            found = passage.text[at : at + len(wanted)]
            if at >= 0 and not is_capitals(found) and found[:1].isupper():
                counted[found] += 1
    return max(counted, key=lambda found: counted[found], default="")


def _said(root: Clause) -> Iterator[str]:
    """The bodies that the opening words name as issuing something."""
    for passage in root.paragraphs:
        for found in _ISSUES.finditer(passage.text):
            yield written_out(found["body"])


def _from_opening(root: Clause) -> Named | None:
    """The body that says in the opening words that it issues the plan."""
    best: Named | None = None
    for passage in root.paragraphs:
        for found in _ISSUES.finditer(passage.text):
            if begins_body(found["body"]) and found["body"][0].isupper():
                best = Named(written_out(found["body"]), passage.spans(found.start("body"), found.end("body")), 0.85)
    return best


def _from_signature(layout: Layout) -> Named | None:
    for line in layout.signature:
        found = AUTHORITY.match(line.text)
        if found and begins_body(line.text[found.end() :]):
            return Named(cased(line.text[found.end() :]), line.spans(found.end()), 0.6)
    return None


def _place(issuer: Named, bodies: list[Passage], layout: Layout, root: Clause, title: Passage | None) -> Place | None:
    """The place a body governs or sits in: in its own name, its header, the title, the text."""
    word = level_word(issuer.name)
    for place in places_in(issuer.name):
        return Place(place[0], place[1], issuer.spans, issuer.confidence)
    for body in reversed(bodies[:-1]):
        for found in places_in(body.text):
            return Place(found[0], found[1], body.spans(found[2], found[3]), 0.9)
    for found in places_in(title.text) if title else ():
        if title and (not word or found[0] == word):
            return Place(found[0], found[1], title.spans(found[2], found[3]), 0.85)
    return _often_named(word, root) or _by_place_line(word, layout)


def _mostly_spelt(place: Place, layout: Layout, root: Clause, title: Passage | None) -> Place:
    """The place as title, text and place line mostly spell it: capitals and scans lose marks and spaces."""
    line = _by_place_line(place.word, layout)
    counted = Counter([line.name] if line else [])
    passages = [title] if title else []
    passages += [passage for clause in root.walk() for passage in (*clause.paragraphs, *clause.tail)]
    for passage in passages:
        counted.update(name for _, name, _, _ in places_in(passage.text))
    same = {name: count for name, count in counted.items() if _key(name) == _key(place.name)}
    return replace(place, name=max(same, key=lambda name: same[name])) if same else place


def _key(name: str) -> str:
    return squeezed(name).replace(" ", "")


def _often_named(word: str, root: Clause) -> Place | None:
    """The place of this level that the text names most."""
    counted: Counter[tuple[str, str]] = Counter()
    spans: dict[tuple[str, str], tuple[Span, ...]] = {}
    for clause in root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            for found_word, name, start, end in places_in(passage.text):
                if found_word == word:
                    counted[found_word, name] += 1
                    spans.setdefault((found_word, name), passage.spans(start, end))
    if not counted:
        return None
    place, _ = counted.most_common(1)[0]
    return Place(*place, spans[place], 0.7)


def _by_place_line(word: str, layout: Layout) -> Place | None:
    """The place named before the date, where only the level is known otherwise."""
    for line in layout.header:
        found = re.match(r"([^\d,;:]{2,40}),\s*ngày", line.text)
        if found and word:
            return Place(word, found[1].strip(), line.spans(0, found.end(1)), 0.65)
    return None


def _with_place(issuer: Named, place: Place | None, sort: str) -> Named:
    """The issuer's whole name: with its place, if the name does not hold one."""
    if place is None or _is_school(issuer.name):
        return issuer
    if place.spans == issuer.spans:
        own = next((start for _, _, start, _ in places_in(issuer.name)), None)
        return issuer if own is None else replace(issuer, name=_named_after(issuer.name, own, place))
    if sort == "agency" and level_word(issuer.name):
        return issuer
    name = re.sub(rf"\s+{place.word}$", "", issuer.name, flags=re.IGNORECASE)
    confidence = min(issuer.confidence, place.confidence)
    return Named(f"{name} {place.text}", (*issuer.spans, *place.spans), confidence)


def _named_after(name: str, start: int, place: Place) -> str:
    """A name whose own mention of its place is spelt like the place; `Tỉnh ủy` keeps its one word."""
    words = name[start:].split()
    keep = 2 if len(words) > 1 and fold(words[1]) in ("uy", "doan") else len(place.word.split())
    return f"{name[:start]}{' '.join(words[:keep])} {place.name}"


def _is_school(name: str) -> bool:
    return bool(re.match(r"truong\b|dai hoc|hoc vien|benh vien|trung tam|vien\b|nha truong", fold(name)))


def _level(sort: str, place: Place | None, issuer: Named, root: Clause) -> str | None:
    if sort in ("central", "enterprise", "agency"):
        return sort
    if place is None:
        word = level_word(issuer.name)
        return LEVELS.get(word)
    if place.word == "thành phố" and _under_a_province(root):
        return "district"
    return LEVELS.get(place.word)


def _under_a_province(root: Clause) -> bool:
    """Whether a city's plan speaks as one below a province: of its own divisions, of the province above it."""
    above = below = 0
    for clause in root.walk():
        for passage in clause.paragraphs:
            above += len(
                re.findall(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) tỉnh|Tỉnh ủy|Phòng [A-ZĐ]", passage.text)
            )
            below += len(re.findall(r"\bSở [A-ZĐ]|[Cc]ác sở|Thành ủy trực thuộc", passage.text))
    return above > below
