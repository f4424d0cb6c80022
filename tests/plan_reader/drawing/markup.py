"""Reads a corpus plan: one marked-up text that says paragraphs, labels, letterhead, tables, footnotes and signature.

    @head LEFT / LEFT || RIGHT / RIGHT || NUMBER || PLACE AND DAY      the two-column letterhead (|| may be empty)
    @title LINE / LINE                                                 centred bold lines
    @rule                                                              a line of underscores
    = words                                                            a paragraph of the clause it stands in
    =^ words                                                           one of that clause's parent
    # I.| words     ## 1.| words     ### a)| words     #### -| words   labelled paragraphs by depth (`!` bold)
    @table … @end             ! header cells  /  | row cells           (parted by `|`; lines by ` / `; `^`: as above)
    @notes                                                             where a text file prints the footnotes due so far
    @sign AUTHORITY / POSITION // NAME      @to WORDS: line / line      @close beside | sign-first | to-first
    @page                                                              a new page
    @txt, @docx, @pdf, @ocr OPTIONS                                    how the plan is drawn (see each drawing)

A footnote stands in its words as `[^mark: its own words]`; `⏎` is where a wrapped text must break its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_LABELLED = re.compile(r"(#+)(!?) ([^|]*)\|\s?(.*)", re.S)
_NOTE = re.compile(r"\[\^([^:\]]+): ([^\]]+)\]")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def unbroken(text: str) -> str:
    """The words without the line ends asked for; behind a hyphen one stands inside a document's number."""
    return text.replace("-⏎", "-").replace("⏎", " ")


@dataclass(frozen=True)
class Note:
    """A footnote: its mark and its words."""

    mark: str
    words: str


@dataclass(frozen=True)
class Words:
    """Words in which notes stand at places: `parts` alternate plain text and notes."""

    parts: tuple[str | Note, ...]

    @property
    def plain(self) -> str:
        return unbroken("".join(part for part in self.parts if isinstance(part, str)))

    @property
    def glued(self) -> str:
        """With superscript marks glued to the words, as text extraction leaves them."""
        return "".join(p if isinstance(p, str) else p.mark.translate(SUPERSCRIPT) for p in self.parts)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(part for part in self.parts if isinstance(part, Note))


@dataclass(frozen=True)
class Letterhead:
    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str
    place: str


@dataclass(frozen=True)
class Title:
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """`path` is the clause it stands in, made from the depths that the markup states, not guessed from the words."""

    words: Words
    depth: int = 0
    label: str = ""
    bold: bool = False
    path: str = ""


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    path: str = ""


@dataclass(frozen=True)
class Closing:
    """Signature and recipients; either may be empty."""

    authority: tuple[str, ...]
    name: str
    word: str
    recipients: tuple[str, ...]
    order: str


@dataclass(frozen=True)
class Mark:
    """`rule`, `notes` or `page`."""

    name: str


Block = Letterhead | Title | Paragraph | Table | Closing | Mark


@dataclass
class Plan:
    slug: str
    blocks: list[Block] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)

    def text_of(self, path: str) -> str:
        """The own words of a clause, its paragraphs joined."""
        found = [b.words.plain for b in self.blocks if isinstance(b, Paragraph) and b.path == path]
        return " ".join(" ".join(found).split())


def words_of(text: str) -> Words:
    parts: list[str | Note] = []
    at = 0
    for found in _NOTE.finditer(text):
        parts += [text[at : found.start()], Note(found[1].strip(), found[2].strip())]
        at = found.end()
    return Words((*parts, text[at:]))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(" / ")) if text.strip() else ()


class _Paths:
    """Clause ids from stated depths: printed labels joined by dots, dashes counted."""

    def __init__(self) -> None:
        self.stack: list[tuple[int, str]] = []
        self.counts: dict[tuple[int, str], int] = {}

    def of(self, depth: int, label: str) -> str:
        while self.stack and self.stack[-1][0] >= depth:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else ""
        key = label.replace(" ", "").strip("/.():").rstrip("-")
        if label.strip() in {"-", "+", "*", "•"}:
            self.counts[depth, parent] = self.counts.get((depth, parent), 0) + 1
            key = str(self.counts[depth, parent])
        key = re.sub(r"^[-+*]", "", key)
        last = parent.rsplit(".", 1)[-1]
        if "." in key and parent:
            head, tail = key.rsplit(".", 1)
            while parent.endswith(head) or last in head.split("."):
                key = tail
                break
        path = f"{parent}.{key}" if parent else key
        self.stack.append((depth, path))
        return path

    @property
    def here(self) -> str:
        return self.stack[-1][1] if self.stack else ""


class _Reader:
    def __init__(self, slug: str) -> None:
        self.plan = Plan(slug)
        self.paths = _Paths()
        self.sign: tuple[tuple[str, ...], str] = ((), "")
        self.to: tuple[str, tuple[str, ...]] = ("", ())
        self.table: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] | None = None

    def line(self, line: str) -> None:
        if self.table is not None and not line.startswith("@"):
            cells = tuple(cell.strip() for cell in line[1:].split("|"))
            self.table[0 if line.startswith("!") else 1].append(cells)
        elif line.startswith("@"):
            name, _, rest = line[1:].partition(" ")
            act = getattr(self, f"at_{name}", None) or self.option(name)
            act(rest.strip())
        elif found := _LABELLED.fullmatch(line):
            depth, label = len(found[1]), found[3]
            path = self.paths.of(depth, label)
            self.plan.blocks.append(Paragraph(words_of(found[4]), depth, label, bool(found[2]), path))
        elif line.startswith("="):
            up = len(line) - len(line[1:].lstrip("^")) - 1
            self.paths.stack = self.paths.stack[: len(self.paths.stack) - up]
            self.plan.blocks.append(Paragraph(words_of(line[1 + up :].strip()), path=self.paths.here))
        elif line.strip():
            raise ValueError(f"{self.plan.slug}: not markup: {line[:60]}")

    def option(self, name: str):  # type: ignore[no-untyped-def]
        if name not in {"txt", "docx", "pdf", "ocr", "scan"}:
            raise ValueError(f"{self.plan.slug}: unknown @{name}")
        return lambda rest: self.plan.options.setdefault(name, []).append(rest)

    def at_head(self, rest: str) -> None:
        left, right, number, place = (part.strip() for part in (rest + " ").split("||"))
        self.plan.blocks.append(Letterhead(_split(left), _split(right), number, place))

    def at_title(self, rest: str) -> None:
        self.plan.blocks.append(Title(_split(rest)))

    def at_part(self, rest: str) -> None:
        """A new document or appendix begins: clause ids start again under `rest` (may be empty)."""
        self.paths.stack = [(0, rest)] if rest else []

    def at_table(self, rest: str) -> None:
        self.table = ([], [])

    def at_end(self, rest: str) -> None:
        assert self.table is not None
        header, rows = self.table
        self.plan.blocks.append(Table(header[0] if header else (), tuple(rows), self.paths.here))
        self.table = None

    def at_rule(self, rest: str) -> None:
        self.plan.blocks.append(Mark("rule"))

    def at_notes(self, rest: str) -> None:
        self.plan.blocks.append(Mark("notes"))

    def at_page(self, rest: str) -> None:
        self.plan.blocks.append(Mark("page"))

    def at_sign(self, rest: str) -> None:
        lines, _, name = rest.partition("//")
        self.sign = (_split(lines), name.strip())

    def at_to(self, rest: str) -> None:
        word, _, lines = rest.partition(":")
        self.to = (word.strip(), _split(lines))

    def at_close(self, rest: str) -> None:
        self.plan.blocks.append(Closing(*self.sign, *self.to, rest or "beside"))
        self.sign, self.to = ((), ""), ("", ())


def read_markup(path: Path) -> Plan:
    """The plan of a corpus folder's `plan.mark`."""
    reader = _Reader(path.parent.name)
    for line in path.read_text(encoding="utf-8").splitlines():
        reader.line(line)
    return reader.plan
