"""Clause trees by hand: each letter of a passage stands where a text that holds them all would have it."""

from __future__ import annotations

from itertools import count

from thidua.plan_reader.reading import Clause, Passage

_PLACES = count()


def passage(words: str) -> Passage:
    """Words as a paragraph with places of their own."""
    return Passage(words, tuple(next(_PLACES) for _ in words))


def clause(
    path: str, *paragraphs: str, children: tuple[Clause, ...] = (), kind: str = "item", tail: str = ""
) -> Clause:
    """A clause whose label is the last part of its path."""
    label = path.rsplit(".", 1)[-1]
    return Clause(
        path,
        f"{label}." if path else "",
        tuple(passage(words) for words in paragraphs),
        children,
        (passage(tail),) if tail else (),
        kind,
    )


def part(path: str, *paragraphs: str, children: tuple[Clause, ...] = (), tail: str = "") -> Clause:
    """A section with its title first."""
    return clause(path, *paragraphs, children=children, kind="part", tail=tail)


def plan(*parts: Clause) -> Clause:
    """The document."""
    return Clause("", "", (), parts, (), "root")


def table(path: str, head: str, *rows: str) -> Clause:
    """A table with numbered rows; cells are parted by `|`."""

    def row(at: str, label: str, cells: str) -> Clause:
        return Clause(at, label, tuple(passage(cell.strip()) for cell in cells.split("|")), kind="row")

    numbered = tuple(row(f"{path}.{number}", str(number), cells) for number, cells in enumerate(rows, 1))
    return Clause(path, "", (), (row(path, "", head), *numbered), kind="table")
