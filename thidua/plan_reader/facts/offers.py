"""What a section on awards offers, clause by clause: forms, occasion, year and numbers, handed down from the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua.plan_reader.facts.counts import Counts, find_counts
from thidua.plan_reader.facts.forms import Form, find_forms
from thidua.plan_reader.facts.occasions import find_occasions
from thidua.plan_reader.facts.papers import places
from thidua.plan_reader.facts.sections import Topic, tops
from thidua.plan_reader.facts.wording import Wording, joined, wording
from thidua.plan_reader.reading import Clause, Span
from thidua.viet.dates import find_years

_ASIDE = re.compile(
    r"(?:tieu chuan|dieu kien|ho so|quy trinh|thoi gian|thoi diem|kinh phi|muc (?:tien )?thuong|doi tuong|nguyen tac|thu tuc|cach)"
)
_NO_ASIDE = re.compile(r"hinh thuc|so luong|chi tieu|co cau")
_REWARDS = re.compile(r"khen thuong|khen |bieu duong|ton vinh|tang |tang thuong|hinh thuc")
_BARE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Offer:
    """Forms given on one occasion. `clause` is where it is said, `home` the clause whose offer it is."""

    clause: Clause
    home: Clause
    occasion: str | None
    forms: tuple[Form, ...]
    counts: Counts | None
    year: int | None
    spans: tuple[Span, ...]
    bare: bool = False  # a name in a list: the clause above gathers it


@dataclass(frozen=True, slots=True)
class _Piece:
    """One stretch of a clause's own words."""

    occasions: tuple[str, ...]
    forms: tuple[Form, ...]
    counts: Counts | None
    year: int | None
    spans: tuple[Span, ...]


def find_offers(root: Clause, heading: Mapping[str, Any]) -> Iterator[Offer]:
    """Every offer of the sections on awards, in printed order."""
    for clause, topics in tops(root, Topic.AWARDS):
        if Topic.PURPOSE not in topics:
            yield from _collect(clause, (), heading)


def _collect(clause: Clause, forms: tuple[Form, ...], heading: Mapping[str, Any]) -> list[Offer]:
    words = wording(joined(clause.paragraphs)) if clause.paragraphs else None
    if words is None or _is_aside(words):
        return [] if words else [one for child in clause.children for one in _collect(child, forms, heading)]
    pieces = list(_pieces(words, heading))
    if not clause.children:
        return _leaf(clause, words, pieces, forms)
    own = tuple(form for piece in pieces for form in piece.forms)
    below = [one for child in clause.children for one in _collect(child, own or forms, heading)]
    counted = any(piece.counts for piece in pieces)
    if not below or counted:
        return [*_leaf(clause, words, pieces, forms), *below]
    return _gathered(clause, pieces, below)


def _is_aside(words: Wording) -> bool:
    head = words.text[:90].split(":")[0]
    return bool(_ASIDE.match(head)) and not _NO_ASIDE.search(head)


def _pieces(words: Wording, heading: Mapping[str, Any]) -> Iterator[_Piece]:
    forms = find_forms(words, heading)
    for first, last in words.sentences():
        for start, end in words.pieces(first, last):
            counts = find_counts(words, start, end)
            inside = tuple(form for form in forms if start <= form.start < end)
            occasions = tuple(dict.fromkeys(name for name, _, _ in find_occasions(words, start, end)))
            yield _Piece(occasions, inside, counts[0] if counts else None, _year(words, start, end), words.spans(start, end))


def _year(words: Wording, start: int, end: int) -> int | None:
    cited = places(words)
    years = {year for year, at, _ in find_years(words.printed) if start <= at < end and not any(a <= at < b for a, b in cited)}
    return years.pop() if len(years) == 1 else None


def _leaf(clause: Clause, words: Wording, pieces: list[_Piece], above: tuple[Form, ...]) -> list[Offer]:
    """The offers of a clause's own words; where one occasion only is named it holds for all of them."""
    named = list(dict.fromkeys(name for piece in pieces for name in piece.occasions))
    several = len(named) > 1 and sum(1 for piece in pieces if piece.occasions) > 1
    offers: list[Offer] = []
    carried: tuple[str, ...] = ()
    for piece in pieces:
        carried = piece.occasions or carried
        said = carried if several else tuple(named)
        lone = not piece.forms and not piece.counts
        forms = piece.forms or (above if piece.counts else ())
        if not lone and (forms or piece.counts):
            offers += _offered(clause, replace(piece, forms=forms, occasions=said), words)
    offers = _filled(offers)
    if offers or not named:
        return offers
    if above or (_REWARDS.search(words.text[:120]) and clause.kind != "part"):
        return [Offer(clause, clause, name, above, None, pieces[0].year, words.spans()) for name in named if name != "any" or above]
    return []


def _offered(clause: Clause, piece: _Piece, words: Wording) -> Iterator[Offer]:
    bare = not piece.occasions and _is_name(words, piece)
    for occasion in piece.occasions or (None,):
        yield Offer(clause, clause, occasion, piece.forms, piece.counts, piece.year, piece.spans, bare)


def _filled(offers: list[Offer]) -> list[Offer]:
    """Numbers that stand in the sentence behind the form's own belong to that form."""
    out: list[Offer] = []
    for offer in offers:
        last = out[-1] if out else None
        if not offer.forms and offer.counts and last and last.forms and last.counts is None and last.occasion == offer.occasion:
            out[-1] = replace(last, counts=offer.counts, year=offer.year or last.year, spans=(*last.spans, *offer.spans), bare=False)
        else:
            out.append(offer)
    return out


def _is_name(words: Wording, piece: _Piece) -> bool:
    """The words hold little beside the names of forms and numbers."""
    taken = sum(form.end - form.start for form in piece.forms)
    return len(words.text) - taken <= _BARE_WORDS or (piece.counts is not None and len(words.text) - taken <= 3 * _BARE_WORDS)


def _gathered(clause: Clause, pieces: list[_Piece], below: list[Offer]) -> list[Offer]:
    """Bare names become one offer of the clause that lists them; an occasion in its heading holds for all below."""
    occasions = tuple(dict.fromkeys(name for piece in pieces for name in piece.occasions))
    year = next((piece.year for piece in pieces if piece.year), None)
    out: list[Offer] = []
    for offer in below:
        if offer.occasion is not None or not (occasions or offer.bare):
            out.append(offer)
            continue
        for occasion in occasions or (None,):
            out.append(replace(offer, home=clause, occasion=occasion, year=offer.year or year, bare=False))
    return out
