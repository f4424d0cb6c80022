"""Draws a corpus plan as a text file, in the layouts that extraction from Word and PDF leaves.

Options of `@txt`, each `name=value` or a bare word: `wrap=N` columns (0: one paragraph a line), `blank` after each
line, `gap` between paragraphs, `head=flat|side|mixed`, `page=N` lines, `number` on its own line at a page end, `lead` a
space where a page begins, `indent`, `table=tab|pipe|columns|cells`, `notes=mark|page`, `close=beside|below|mixed`,
`nfd`, `oldtone`, `running=words` at each page head.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from dataclasses import dataclass, field

from tests.plan_reader.drawing.markup import (
    SUPERSCRIPT,
    Closing,
    Letterhead,
    Mark,
    Note,
    Paragraph,
    Plan,
    Table,
    Title,
    unbroken,
)

_HYPHEN = re.compile(r"(\d\S*-)(?=\w)")
_PAIRS = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("ọa", "oạ"),
    ("ũy", "uỹ"),
    ("ủy", "uỷ"),
    ("úy", "uý"),
    ("ụy", "uỵ"),
]


@dataclass
class Look:
    wrap: int = 0
    blank: bool = False
    gap: bool = False
    head: str = "flat"
    page: int = 0
    number: bool = False
    lead: bool = False
    indent: bool = False
    table: str = "tab"
    notes: str = "mark"
    close: str = "below"
    nfd: bool = False
    oldtone: bool = False
    running: str = ""


def look_of(options: str) -> Look:
    """The look that an `@txt` line asks for."""
    look = Look()
    for word in options.split():
        name, _, value = word.partition("=")
        known = getattr(look, name)
        setattr(
            look, name, True if known is False else int(value) if isinstance(known, int) else value.replace("_", " ")
        )
    return look


@dataclass
class _Pen:
    look: Look
    lines: list[str] = field(default_factory=list)
    due: list[Note] = field(default_factory=list)

    def put(self, text: str, *, indent: bool = False) -> None:
        lead = " " * 5 if indent and self.look.indent else ""
        lines = [lead + unbroken(text)]
        if self.look.wrap:
            lines = _wrapped(lead + text, self.look.wrap)
        for line in lines:
            self.lines.append(line)
            if self.look.blank:
                self.lines.append("")
        if self.look.gap:
            self.lines.append("")

    def raw(self, *lines: str) -> None:
        for line in lines:
            self.lines.append(line)
            if self.look.blank:
                self.lines.append("")

    def notes(self) -> None:
        for note in self.due:
            self.put(f"{note.mark.translate(SUPERSCRIPT)} {note.words}")
        self.due.clear()


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of about `width`; where the markup asks for a line end, a width near it that fills the line before."""
    before, asked, after = text.partition("⏎")
    if not asked:
        return _lines(text, width) or [""]
    tries = [_lines(before, near) for near in range(width - 12, width + 6)]
    full = max(tries, key=lambda lines: len(lines[-1]) / max(map(len, lines)))
    if len(full[-1]) < 0.75 * max(map(len, full)):
        raise ValueError(f"no width near {width} fills the line before: {after[:40]}")
    return [*full, *_lines(after.strip(), width)]


def _lines(text: str, width: int) -> list[str]:
    """Wrapped as Word does it: a document's number may break behind its hyphen."""
    breakable = _HYPHEN.sub("\\1\0 ", text)
    return [line.replace("\0 ", "").rstrip("\0") for line in textwrap.wrap(breakable, width, break_long_words=False)]


def draw_text(plan: Plan, options: str) -> str:
    """The plan as one text file."""
    pen = _Pen(look_of(options))
    for block in plan.blocks:
        _DRAW[type(block)](pen, block)
    pen.notes()
    text = _paged(pen) if pen.look.page else "\n".join(pen.lines) + "\n"
    if pen.look.oldtone:
        for new, old in _PAIRS:
            text = text.replace(new, old)
    return unicodedata.normalize("NFD", text) if pen.look.nfd else text


def _paged(pen: _Pen) -> str:
    out: list[str] = []
    lines = pen.lines
    for page, start in enumerate(range(0, len(lines), pen.look.page), 1):
        chunk = lines[start : start + pen.look.page]
        if page > 1:
            if pen.look.number:
                out += ["", str(page), ""]
            if pen.look.running:
                out.append(pen.look.running)
            if pen.look.lead:
                chunk[0] = f" {chunk[0]}"
        out += chunk
    return "\n".join(out) + "\n"


def _side(left: tuple[str, ...], right: tuple[str, ...], *, width: int = 42, centred: bool = True) -> list[str]:
    rows = max(len(left), len(right))
    pairs = zip((*left, *[""] * (rows - len(left))), (*right, *[""] * (rows - len(right))), strict=True)
    return [f"{a.center(width) if centred else a.ljust(width)}{b.center(width + 4)}".rstrip() for a, b in pairs]


def _letterhead(pen: _Pen, block: Letterhead) -> None:
    left = (*block.left, block.number) if block.number else block.left
    right = (*block.right, block.place) if block.place else block.right
    if pen.look.head == "side":
        pen.raw(*_side(left, right), "")
    elif pen.look.head == "mixed":
        rows = max(len(left), len(right))
        for i in range(rows):
            pen.raw(*left[i : i + 1], *right[i : i + 1])
    else:
        pen.raw(*left, *right)


def _title(pen: _Pen, block: Title) -> None:
    pen.raw("") if not pen.look.blank else None
    for line in block.lines:
        pen.put(line)
    pen.raw("") if not pen.look.blank else None


def _paragraph(pen: _Pen, block: Paragraph) -> None:
    pen.due += block.words.notes
    label = f"{block.label} " if block.label else ""
    pen.put(f"{label}{block.words.glued}", indent=True)


def _table(pen: _Pen, block: Table) -> None:
    rows = ([block.header] if block.header else []) + list(block.rows)
    draw = {"tab": _tabs, "pipe": _pipes, "columns": _columns, "cells": _cells}[pen.look.table]
    pen.raw(*draw([tuple("" if cell == "^" else cell.replace(" / ", " ") for cell in row) for row in rows]))
    if pen.look.gap:
        pen.raw("")


def _tabs(rows: list[tuple[str, ...]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def _pipes(rows: list[tuple[str, ...]]) -> list[str]:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]


def _cells(rows: list[tuple[str, ...]]) -> list[str]:
    return [cell for row in rows for cell in row if cell]


def _columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Columns held apart by spaces, long cells wrapped inside their own column."""
    count = max(len(row) for row in rows)
    longest = [max(len(row[i]) if i < len(row) else 0 for row in rows) for i in range(count)]
    room = 92 - 3 * (count - 1)
    widths = [min(n, 8) for n in longest]
    while sum(widths) < room and any(w < n for w, n in zip(widths, longest, strict=True)):
        for i in range(count):
            if widths[i] < longest[i] and sum(widths) < room:
                widths[i] += 1
    out: list[str] = []
    for row in rows:
        wrapped = [textwrap.wrap(row[i] if i < len(row) else "", widths[i]) or [""] for i in range(count)]
        for k in range(max(len(cell) for cell in wrapped)):
            cells = [(cell[k] if k < len(cell) else "").ljust(widths[i]) for i, cell in enumerate(wrapped)]
            out.append("   ".join(cells).rstrip())
    return out


def _closing(pen: _Pen, block: Closing) -> None:
    to = [f"{block.word}:", *[f"- {line}" for line in block.recipients]] if block.recipients else []
    sign = [*block.authority, *([""] * 3), block.name] if block.authority else []
    if pen.look.close == "mixed" and to and sign:
        signed = [line for line in sign if line]
        pen.raw(*[line for n, one in enumerate(to) for line in (one, *signed[n : n + 1])], *signed[len(to) :])
    elif block.order == "sign-first":
        pen.raw(*sign, *to)
    elif block.order == "to-first" or pen.look.close == "below" or not (to and sign):
        pen.raw(*to, *sign)
    else:
        pen.raw(*_side(tuple(to), tuple(sign), width=48, centred=False))


def _mark(pen: _Pen, block: Mark) -> None:
    if block.name == "rule":
        pen.raw("_______________")
    elif block.name == "notes":
        pen.notes()
    elif pen.look.lead:
        pen.raw(" ")


_DRAW = {
    Letterhead: _letterhead,
    Title: _title,
    Paragraph: _paragraph,
    Table: _table,
    Closing: _closing,
    Mark: _mark,
}
