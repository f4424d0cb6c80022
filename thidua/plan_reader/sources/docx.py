"""A Word file in: paragraphs and tables in the order of the body, as they read once all changes are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thidua.plan_reader.reading import Source
from thidua.plan_reader.sources import tables
from thidua.plan_reader.sources.draft import Draft
from thidua.plan_reader.sources.numbering import Numbering
from thidua.plan_reader.sources.package import Package, W
from thidua.plan_reader.sources.runs import Piece, Runs
from thidua.plan_reader.sources.styles import Styles
from thidua.plan_reader.sources.txt import is_row

_WRAPS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def read_docx(path: Path) -> Source:
    """The text of a Word file with automatic numbers, footnotes and table rows in their places."""
    with Package(path) as package:
        styles = Styles(package.part("word/styles.xml"))
        numbering = Numbering(package.part("word/numbering.xml"), styles)
        notes = {"footnote": package.part("word/footnotes.xml"), "endnote": package.part("word/endnotes.xml")}
        document = package.part("word/document.xml")
    writer = _Writer(styles, numbering, notes)
    body = None if document is None else document.find(W + "body")
    if body is not None:
        writer.blocks(body)
    return writer.draft.source()


def blocks_of(container: Any) -> Iterator[Any]:
    """The paragraphs and tables right under `container`, wrappers looked through, deleted ones left out."""
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPS:
            yield from blocks_of(child)


class _Writer:
    """Walks the body and lays down its lines."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, Any]) -> None:
        self.styles, self.numbering, self.notes = styles, numbering, notes
        self.draft = Draft("docx")
        self.runs = Runs(styles)
        self.carried: list[Piece] = []  # words whose paragraph mark was deleted: they go on in the next paragraph
        self.due: list[tuple[str, str, str]] = []  # footnotes cited and not yet printed: mark, kind, id

    def blocks(self, container: Any, left: float | None = None) -> None:
        """Lay down all that stands in `container`."""
        for block in blocks_of(container):
            if block.tag == W + "tbl":
                self.table(block)
            else:
                self.paragraph(block, left)
            self.footnotes()

    def paragraph(self, element: Any, left: float | None = None) -> None:
        """Lay down a paragraph: text boxes in it first, then its lines."""
        pieces, label = self.read(element)
        if pieces is None:
            return
        for box in self.runs.boxes():
            self.blocks(box)
        begins: bool | None = True
        for line in _lines(pieces):
            words = "".join(piece.words for piece in line)
            if begins and label and words.strip():
                words = f"{label} {words.lstrip()}"
            self.draft.add(words, **self.shape(line), begins=begins, left=left, cells=is_row(words))
            begins = None

    def read(self, element: Any) -> tuple[list[Piece] | None, str]:
        """The pieces and label of a paragraph; None where its mark was deleted and it goes on in the next one."""
        properties = element.find(W + "pPr")
        style = None if properties is None else properties.find(W + "pStyle")
        name = None if style is None else style.get(W + "val")
        pieces = [*self.carried, *self.runs.of(element, self.styles.look(name))]
        self.due += self.runs.cited()
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.carried = pieces
            return None, ""
        self.carried = []
        return pieces, self.numbering.label(properties, name)

    def table(self, element: Any) -> None:
        """Lay down a table: row by row, or, where it only sets blocks side by side, cell by cell."""
        rows = list(tables.rows_of(element))
        if tables.is_layout(element, rows, self.styles):
            lefts = tables.lefts_of(element)
            for row in rows:
                for cell in row:
                    self.blocks(cell.element, lefts[min(cell.column, len(lefts) - 1)] if lefts else None)
            return
        for row in rows:
            width = max((cell.column + cell.span for cell in row), default=0)
            words, looks = [""] * min(width, tables.MOST_COLUMNS), []
            for cell in row[: len(words)]:
                pieces = [] if cell.goes_on else list(self.cell(cell.element))
                looks += pieces
                words[min(cell.column, len(words) - 1)] = " ".join("".join(p.words for p in pieces).split())
            self.draft.add("\t".join(words), **self.shape(looks), begins=True, cells=True)

    def cell(self, element: Any) -> Iterator[Piece]:
        """All pieces of a cell, its paragraphs and inner tables parted by spaces."""
        for block in blocks_of(element):
            if block.tag == W + "tbl":
                for row in tables.rows_of(block):
                    for inner in row:
                        yield from self.cell(inner.element)
                continue
            pieces, label = self.read(block)
            self.runs.boxes()
            yield Piece(f" {label} ")
            yield from pieces or ()

    def footnotes(self) -> None:
        """Print the footnotes cited so far, each as one line that begins with its raised mark."""
        due, self.due = self.due, []
        for mark, kind, number in due:
            root = self.notes[kind]
            note = None if root is None else next((n for n in root if n.get(W + "id") == number), None)
            if note is None:
                continue
            pieces = [piece for block in note.iter(W + "p") for piece in (*(self.read(block)[0] or ()), Piece(" "))]
            self.runs.boxes()
            self.due = []
            words = " ".join("".join(piece.words for piece in pieces).split())
            self.draft.add(f"{mark} {words}".strip(), **self.shape(pieces), begins=True)

    def shape(self, line: list[Piece]) -> dict[str, Any]:
        """What is known of a line: its most frequent size, and bold where nearly all of it is."""
        sizes: Counter[float | None] = Counter()
        letters = bold = 0
        for piece in line:
            count = len(piece.words) - piece.words.count(" ")
            letters += count
            bold += count * piece.look.bold
            sizes[piece.look.size] += count
        size = sizes.most_common(1)[0][0] if sizes else None
        return {"page": self.runs.page, "size": size, "bold": bold > 0.8 * letters}


def _lines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Part the pieces at soft line breaks."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.words.split("\n")
        line.append(Piece(first, piece.look))
        for words in others:
            yield line
            line = [Piece(words, piece.look)]
    yield line
