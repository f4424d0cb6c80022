"""Draws a corpus plan as PDF pages by Nghị định 30/2020: A4, justified 14 points, page number centred at the top."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from tests.plan_reader.drawing.markup import (
    Block,
    Closing,
    Letterhead,
    Mark,
    Note,
    Paragraph,
    Plan,
    Table,
    Title,
    Words,
    unbroken,
)

FONTS = Path(__file__).resolve().parents[3] / "packs/fonts/tinos"
_HEAD = """
#set document(date: none)
#set page("a4", margin: (left: 30mm, right: 18mm, top: 20mm, bottom: 20mm), header: context {
  let page = counter(page).get().first()
  if page > 1 { align(center, text(13pt, str(page))) }
})
#set text(font: "Tinos", size: SIZEpt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.72em, spacing: 0.95em)
#set table(stroke: 0.5pt, inset: 5pt)
#let side(left, right, ratio) = block(width: 100%, grid(columns: ratio, column-gutter: 4mm, left, right))
#let lines(..all, bold: (), at: center) = align(at, { set par(first-line-indent: 0pt, justify: false, spacing: 0.6em)
  for (n, line) in all.pos().enumerate() { par(if n in bold { strong(line) } else { line }) } })
"""


def _quoted(text: str) -> str:
    """A Typst expression of plain words."""
    return f"text({json.dumps(text, ensure_ascii=False)})"


def _words(words: Words) -> str:
    parts = []
    for part in words.parts:
        if isinstance(part, Note):
            parts.append(f"footnote({_quoted(part.words)})")
        elif part:
            parts.append(_quoted(unbroken(part)))
    return " + ".join(parts) or '""'


def _lines(lines: tuple[str, ...], *, at: str = "center", bold: bool = True) -> str:
    strong = [str(n) for n, line in enumerate(lines) if bold and (line.isupper() or line.startswith("Độc lập"))]
    stated = f"({', '.join(strong)},)" if strong else "()"
    return f"lines({', '.join(_quoted(line) for line in lines)}, bold: {stated}, at: {at})"


def _block(block: Block) -> str:
    match block:
        case Letterhead():
            left = (*block.left, *([block.number] if block.number else []))
            right = (*block.right, *([block.place] if block.place else []))
            return f"#text(12.5pt, side({_lines(left)}, {_lines(right)}, (37%, 62%)))\n#v(6mm)"
        case Title():
            shown = ", ".join(f"strong({_quoted(line)})" for line in block.lines)
            return f"#lines({shown})\n#v(3mm)"
        case Paragraph():
            label = f"{_quoted(block.label + ' ')} + " if block.label else ""
            inner = f"{label}{_words(block.words)}"
            return f"#par({{ strong({inner}) }})" if block.bold else f"#par({{ {inner} }})"
        case Table():
            return _table(block)
        case Closing():
            return _closing(block)
        case Mark(name="page"):
            return "#pagebreak()"
        case Mark(name="rule"):
            return "#align(center, line(length: 40mm, stroke: 0.5pt))"
    return ""


def _table(block: Table) -> str:
    rows = [*([block.header] if block.header else []), *block.rows]
    longest = [max((len(row[n]) for row in rows if n < len(row)), default=1) for n in range(max(map(len, rows)))]
    columns = ", ".join("auto" if n < 14 else f"{min(n, 60)}fr" for n in longest)
    head = ", ".join(f"strong({_quoted(cell)})" for cell in block.header)
    cells = ", ".join(
        _cell(block.rows, place, column)
        for place in range(len(block.rows))
        for column in range(len(longest))
        if (block.rows[place][column : column + 1] or ("",)) != ("^",)
    )
    header = f"table.header({head}), " if block.header else ""
    return f"#{{ set par(first-line-indent: 0pt, justify: false); table(columns: ({columns}), {header}{cells}) }}"


def _cell(rows: tuple[tuple[str, ...], ...], place: int, column: int) -> str:
    """A cell and the rows that it reaches down, those marked `^` under it."""
    words = _quoted((rows[place][column : column + 1] or ("",))[0].replace(" / ", "\n"))
    down = 1
    while place + down < len(rows) and rows[place + down][column : column + 1] == ("^",):
        down += 1
    return words if down == 1 else f"table.cell(rowspan: {down}, {words})"


def _closing(block: Closing) -> str:
    to = (f"{block.word}:", *[f"- {line}" for line in block.recipients]) if block.recipients else ()
    sign = (*block.authority, " ", " ", " ", block.name) if block.authority else ()
    shown_to = f"text(11pt, {_lines(to, at='left', bold=False)})"
    shown_sign = _lines(sign)
    if block.order == "beside":
        return f"#v(4mm)\n#side({shown_to}, {shown_sign}, (50%, 50%))"
    pair = (shown_sign, shown_to) if block.order == "sign-first" else (shown_to, shown_sign)
    return "\n".join(f"#{part}" for part in pair)


def draw_pages(plan: Plan, options: str, path: Path) -> None:
    """Write the plan as PDF with a text layer; options: `size=13`."""
    size = next((word.partition("=")[2] for word in options.split() if word.startswith("size=")), "14")
    source = _HEAD.replace("SIZE", size) + "\n".join(_block(block) for block in plan.blocks)
    stated = path.with_suffix(".typ")
    stated.write_text(source, encoding="utf-8")
    typst.compile(str(stated), output=str(path), font_paths=[str(FONTS)], ignore_system_fonts=True)
    stated.unlink()
