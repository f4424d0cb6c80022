"""What the columns of a table hold, told by their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.phrases.sections import NONE, Topics, topics_of
from thidua.plan_reader.phrases.vocabulary import book, either
from thidua.plan_reader.phrases.wording import Wording, joined, wording
from thidua.plan_reader.reading import Clause, Passage

# The first role that fits a head is its role.
_ROLES = tuple((row["role"], re.compile(either(row["heads"]))) for row in book("tables")["column"])
_OCCASIONS = re.compile(r"hang nam|so ket|tong ket|thuong nien")
_TOTAL = re.compile(r"(?:tong|cong)(?: (?:so )?(?:diem|cong|so|diem toi da))?\W*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells by column number; `at` gives the column of a role."""

    clause: Clause
    cells: tuple[Passage, ...]

    def cell(self, column: int | None) -> Wording | None:
        """The words of a cell, None where there are none."""
        if column is None or column >= len(self.cells) or not self.cells[column].text.strip():
            return None
        return wording(self.cells[column])

    @property
    def words(self) -> Wording:
        return wording(joined(tuple(cell for cell in self.cells if cell.text)))

    @property
    def is_total(self) -> bool:
        first = next((cell for cell in self.cells if cell.text.strip()), None)
        return first is None or bool(_TOTAL.match(wording(first).text))


@dataclass(frozen=True, slots=True)
class Table:
    clause: Clause
    heads: tuple[Wording, ...]
    roles: tuple[str | None, ...]
    rows: tuple[Row, ...]
    topics: Topics

    def column(self, role: str) -> int | None:
        """The first column of a role."""
        return self.roles.index(role) if role in self.roles else None

    def columns(self, *roles: str) -> list[int]:
        return [number for number, role in enumerate(self.roles) if role in roles]


def tables(root: Clause, above: Topics = NONE) -> Iterator[Table]:
    """Every table with the topics it stands under."""
    topics = topics_of(root, above)
    for child in root.children:
        if child.kind == "table":
            yield read_table(child, topics)
        else:
            yield from tables(child, topics)


def read_table(clause: Clause, topics: Topics) -> Table:
    """The head row is the unlabelled one at the table's own path; without it no column has a role."""
    heads: tuple[Wording, ...] = ()
    children = clause.children
    if children and children[0].path == clause.path and not children[0].children:
        heads = tuple(wording(cell) for cell in children[0].paragraphs)
        children = children[1:]
    rows = tuple(Row(one, one.paragraphs) for child in children for one in child.walk())
    return Table(clause, heads, _roles(heads), rows, topics)


def _roles(heads: tuple[Wording, ...]) -> tuple[str | None, ...]:
    roles = [next((role for role, cue in _ROLES if cue.search(head.text.strip())), None) for head in heads]
    for number, head in enumerate(heads):
        if roles[number] == "year" and _OCCASIONS.search(head.text):
            roles[number] = "occasion"
    if "text" not in roles:  # what is listed stands first
        first = next((number for number, role in enumerate(roles) if role in (None, "product", "value")), None)
        if first is not None:
            roles[first] = "text"
    return tuple(roles)
