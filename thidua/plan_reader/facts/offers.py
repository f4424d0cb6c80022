"""What a section on awards offers, clause by clause: forms, occasion, year, numbers; headings hand theirs down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua.plan_reader.phrases.counts import Counts, find_counts
from thidua.plan_reader.phrases.forms import Form, find_forms
from thidua.plan_reader.phrases.occasions import Occasion, find_occasions
from thidua.plan_reader.phrases.sections import NONE, Topic, tops
from thidua.plan_reader.phrases.tables import Row, Table, read_table
from thidua.plan_reader.phrases.wording import Wording, joined, wording
from thidua.plan_reader.reading import Clause, Span

_ASIDE = re.compile(
    r"(?:tieu chuan|dieu kien|ho so|quy trinh|thoi gian|thoi diem|kinh phi|muc (?:tien )?thuong|doi tuong|"
    r"nguyen tac|thu tuc|cach)"
)
_NO_ASIDE = re.compile(r"hinh thuc|so luong|chi tieu|co cau")
_REWARDS = re.compile(r"khen thuong|khen |bieu duong|ton vinh|tang |tang thuong|hinh thuc")
_BARE_WORDS, _MOST_SHARES = 25, 12
_KINDS = ("collectives", "individuals", "items")


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

    occasions: tuple[Occasion, ...]
    forms: tuple[Form, ...]
    counts: Counts | None
    spans: tuple[Span, ...]


_Share = tuple[int, int, tuple[Form, ...]]


def find_offers(root: Clause, heading: Mapping[str, Any]) -> Iterator[Offer]:
    """Every offer of the sections on awards, in printed order."""
    for clause, topics in tops(root, Topic.AWARDS):
        if Topic.PURPOSE not in topics:
            yield from _collect(clause, (), heading)


def _collect(clause: Clause, forms: tuple[Form, ...], heading: Mapping[str, Any]) -> list[Offer]:
    if clause.kind == "table":
        return list(_tabled(read_table(clause, NONE), forms, heading))
    words = wording(joined(clause.paragraphs)) if clause.paragraphs else None
    if words is None or _is_aside(words):
        return [] if words else [one for child in clause.children for one in _collect(child, forms, heading)]
    pieces = list(_pieces(words, heading))
    if not clause.children:
        return _leaf(clause, words, pieces, forms)
    own = tuple(form for piece in pieces for form in piece.forms)
    below = [one for child in clause.children for one in _collect(child, own or forms, heading)]
    if not below or any(piece.counts for piece in pieces):
        return [*_leaf(clause, words, pieces, forms), *below]
    head = list(_pieces(wording(clause.paragraphs[0]), heading))
    return [*_prose(clause, heading), *_gathered(clause, head, below)]


def _prose(clause: Clause, heading: Mapping[str, Any]) -> Iterator[Offer]:
    """Sentences under the title of a clause that also lists something."""
    for passage in clause.paragraphs[1:]:
        words = wording(passage)
        pieces = list(_pieces(words, heading))
        if not words.text.endswith(":") and any(piece.forms for piece in pieces):
            yield from _leaf(clause, words, pieces, ())


def _tabled(table: Table, above: tuple[Form, ...], heading: Mapping[str, Any]) -> Iterator[Offer]:
    """A row gives a form; its other cells tell occasion and numbers, themselves or by the heads above them."""
    for row in table.rows:
        forms = tuple(find_forms(row.words, heading))[:1] or above
        said = find_occasions(row.words)
        columns = [(n, find_occasions(head)) for n, head in enumerate(table.heads) if find_occasions(head)]
        if columns and not said:
            for number, occasions in columns:
                cell = row.cell(number)
                counts = _cell_counts(row, cell, None) if cell else None
                if cell and forms and counts:
                    yield Offer(
                        row.clause, row.clause, occasions[0].name, forms, counts, occasions[0].year, row.words.spans()
                    )
        elif forms and not row.is_total:
            counts = _row_counts(table, row)
            one = said[0] if said else None
            yield Offer(
                row.clause,
                row.clause,
                one.name if one else None,
                forms,
                counts,
                one.year if one else None,
                row.words.spans(),
            )


def _row_counts(table: Table, row: Row) -> Counts | None:
    """The numbers of a row, each kind by its column or by the words of its cell."""
    found: dict[str, int] = {}
    for kind in ("collectives", "individuals", "items"):
        cell = row.cell(table.column(kind))
        counts = _cell_counts(row, cell, kind) if cell else None
        if counts:
            found |= {
                name: number for name in _KINDS if (number := getattr(counts, name)) is not None and name not in found
            }
    if not found:
        told = find_counts(row.words)
        return told[0] if told else None
    return Counts(**found)


def _cell_counts(row: Row, cell: Wording, kind: str | None) -> Counts | None:
    """`10 tập thể`, or a bare number that its column, or the form beside it, gives a kind."""
    told = find_counts(cell)
    if told:
        return told[0]
    bare = re.fullmatch(r"\D{0,12}(\d{1,4})\D{0,4}", cell.text.strip())
    if not bare:
        return None
    if kind is None:
        form = row.words.text
        kind = "collectives" if "tap the" in form else "individuals" if "ca nhan" in form else "items"
    return Counts(**{kind: int(bare[1])})


def _is_aside(words: Wording) -> bool:
    head = words.text[:90].split(":")[0]
    return bool(_ASIDE.match(head)) and not _NO_ASIDE.search(head)


def _pieces(words: Wording, heading: Mapping[str, Any]) -> Iterator[_Piece]:
    forms = find_forms(words, heading)
    for first, last in words.sentences():
        for start, end in words.pieces(first, last):
            inside = [form for form in forms if start <= form.start < end]
            occasions = tuple(find_occasions(words, start, end))
            for first_, last_, given in _shares(words, inside, start, end):
                counts = find_counts(words, first_, last_)
                yield _Piece(occasions, given, counts[0] if counts else None, words.spans(start, end))


def _shares(words: Wording, forms: list[Form], start: int, end: int) -> list[_Share]:
    """A piece parted by its forms where each has numbers of its own, else the whole piece."""
    if not 1 < len(forms) <= _MOST_SHARES:
        return [(start, end, tuple(forms))]
    cuts = [start, *(_begin(words, form, start) for form in forms[1:]), end]
    parts: list[tuple[int, int, tuple[Form, ...]]] = [
        (a, b, (form,)) for a, b, form in zip(cuts, cuts[1:], forms, strict=False)
    ]
    if all(find_counts(words, a, b) for a, b, _ in parts):
        return parts
    return [(start, end, tuple(forms))]


def _begin(words: Wording, form: Form, start: int) -> int:
    """Where a form's own words begin: at the number before it, if one stands there."""
    number = re.search(r"\d{1,4} \Z", words.text[max(start, form.start - 6) : form.start])
    return form.start - (number.end() - number.start()) if number else form.start


def _named(pieces: list[_Piece]) -> tuple[Occasion, ...]:
    """Every occasion that the pieces name, once each, one with its year before one without."""
    known: dict[str, Occasion] = {}
    for piece in pieces:
        for one in piece.occasions:
            if one.name not in known or known[one.name].year is None:
                known[one.name] = one
    return tuple(known.values())


def _leaf(clause: Clause, words: Wording, pieces: list[_Piece], above: tuple[Form, ...]) -> list[Offer]:
    """The offers of a clause's own words; where one occasion only is named it holds for all of them."""
    named = _named(pieces)
    several = len(named) > 1 and sum(1 for piece in pieces if piece.occasions) > 1
    offers: list[Offer] = []
    carried: tuple[Occasion, ...] = ()
    for piece in pieces:
        carried = piece.occasions or carried
        said = carried if several else named
        lone = not piece.forms and not piece.counts
        forms = piece.forms or (above if piece.counts else ())
        if not lone and (forms or piece.counts):
            offers += _offered(clause, replace(piece, forms=forms, occasions=said), words)
    offers = _filled(offers)
    if offers or not named:
        return offers
    if above or (_REWARDS.search(words.text[:120]) and clause.kind != "part"):
        return [
            Offer(clause, clause, one.name, above, None, one.year, words.spans())
            for one in named
            if one.name != "any" or above
        ]
    return []


def _offered(clause: Clause, piece: _Piece, words: Wording) -> Iterator[Offer]:
    bare = not piece.occasions and _is_name(words, piece)
    for one in piece.occasions or (None,):
        name, year = (one.name, one.year) if one else (None, None)
        yield Offer(clause, clause, name, piece.forms, piece.counts, year, piece.spans, bare)


def _filled(offers: list[Offer]) -> list[Offer]:
    """Numbers that stand in the sentence behind the form's own belong to that form."""
    out: list[Offer] = []
    for offer in offers:
        last = out[-1] if out else None
        if (
            not offer.forms
            and offer.counts
            and last
            and last.forms
            and last.counts is None
            and last.occasion == offer.occasion
        ):
            out[-1] = replace(
                last, counts=offer.counts, year=offer.year or last.year, spans=(*last.spans, *offer.spans), bare=False
            )
        else:
            out.append(offer)
    return out


def _is_name(words: Wording, piece: _Piece) -> bool:
    """The words hold little beside the names of forms."""
    taken = sum(form.end - form.start for form in piece.forms)
    return piece.counts is None and len(words.text) - taken <= _BARE_WORDS


def _gathered(clause: Clause, pieces: list[_Piece], below: list[Offer]) -> list[Offer]:
    """Bare names become one offer of the clause that lists them; an occasion in its heading holds for all below."""
    occasions = _named(pieces)
    out: list[Offer] = []
    for offer in below:
        if offer.occasion is not None or not (occasions or offer.bare):
            out.append(offer)
            continue
        home = clause if offer.bare and (occasions or offer.home is offer.clause) else offer.home
        for one in occasions or (None,):
            name, year = (one.name, one.year) if one else (None, None)
            out.append(replace(offer, home=home, occasion=name, year=offer.year or year, bare=offer.bare and not one))
    return out
