"""The law book: opens the data, and answers about a day. What is not known for sure is not answered."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).parent / "data"
Standing = Literal["read", "second-hand", "unknown"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree or circular that rows cite; `since` None where its first day was not found."""

    key: str
    name: str
    standing: Standing
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A body that has ended: the words that name it, its last day, what stands in its place."""

    key: str
    name: str
    words: tuple[str, ...]
    until: dt.date
    successor: str
    instrument: Instrument
    article: str
    standing: Standing

    @property
    def cite(self) -> str:
        return _cite(self.article, self.instrument)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides a form of award, from a day on."""

    form: str
    level: str
    decides: str
    since: dt.date
    instrument: Instrument
    article: str
    standing: Standing

    @property
    def cite(self) -> str:
        return _cite(self.article, self.instrument)


@dataclass(frozen=True, slots=True)
class LawOn:
    """The law on one day: bodies that have ended before it, and who decides which form."""

    day: dt.date
    ended: tuple[Body, ...]
    authorities: Mapping[str, Authority]


@dataclass(frozen=True, slots=True)
class LawBook:
    """All rows, of all days."""

    instruments: tuple[Instrument, ...]
    bodies: tuple[Body, ...]
    authorities: tuple[Authority, ...]

    def on(self, day: dt.date) -> LawOn:
        """The law as it holds on `day`; a row whose standing is unknown says nothing and hides the one before it."""
        ended = tuple(body for body in self.bodies if body.until < day and body.standing != "unknown")
        latest: dict[str, Authority] = {}
        for row in sorted(self.authorities, key=lambda row: row.since):
            if row.since <= day:
                latest[row.form] = row
        known = {form: row for form, row in latest.items() if row.standing != "unknown"}
        return LawOn(day, ended, known)


@lru_cache(maxsize=1)
def open_book() -> LawBook:
    """The law book of this package's data."""
    cited = {row["key"]: Instrument(**row) for row in _rows("instruments", "instrument")}
    bodies = (Body(**{**row, "words": tuple(row["words"])}) for row in _cited(_rows("bodies", "body"), cited))
    authorities = (Authority(**row) for row in _cited(_rows("competence", "authority"), cited))
    return LawBook(tuple(cited.values()), tuple(bodies), tuple(authorities))


def _rows(file: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8"))[table]
    return rows


def _cited(rows: Iterable[dict[str, Any]], instruments: Mapping[str, Instrument]) -> Iterable[dict[str, Any]]:
    return ({**row, "instrument": instruments[row["instrument"]]} for row in rows)


def _cite(article: str, instrument: Instrument) -> str:
    return f"{article}, {instrument.name}" if article else instrument.name
