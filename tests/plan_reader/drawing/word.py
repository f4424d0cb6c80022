"""Draws a corpus plan as a Word file: letterhead and closing as tables without borders, real tables and footnotes.

Options of `@docx`: `auto=levels` (one list of several levels), `auto=restart` (a list for each group of siblings),
`soft` (soft line breaks in titles and recipients), `tracked` (insertions and deletions left in the file).
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tests.plan_reader.drawing.lists import Lists
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

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
HEAD, CLOSING = 12, 14  # points
_FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def draw_word(plan: Plan, options: str, path: Path) -> None:
    """Write the plan to `path`; the same plan gives the same file."""
    made = io.BytesIO()
    _Writer(plan, options.split()).draw().save(made)
    with ZipFile(made) as package, ZipFile(path, "w", ZIP_DEFLATED) as drawn:
        for name in package.namelist():
            drawn.writestr(ZipInfo(name), package.read(name), ZIP_DEFLATED)


class _Writer:
    def __init__(self, plan: Plan, options: list[str]) -> None:
        self.plan, self.options = plan, options
        self.file = Document()
        style = self.file.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.top_margin = section.bottom_margin = Mm(20)
        stamp = datetime(2026, 1, 1, tzinfo=UTC)
        self.file.core_properties.created = self.file.core_properties.modified = stamp
        self.file.core_properties.author = self.file.core_properties.comments = ""
        self.lists = Lists(self.file, plan, self.option("auto"))
        style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(5), 1.1
        self.notes: list[Note] = []
        self.count = 0
        _number_pages(section)

    def option(self, name: str) -> str:
        return next((word.partition("=")[2] for word in self.options if word.startswith(f"{name}=")), "")

    def draw(self) -> Any:
        for block in self.plan.blocks:
            self.block(block)
        if self.notes:
            self.add_footnotes()
        return self.file

    def block(self, block: Block) -> None:
        match block:
            case Letterhead():
                number = [block.number] if block.number else []
                place = [block.place] if block.place else []
                self.side_by_side([*block.left, *number], [*block.right, *place])
            case Title():
                self.title(block)
            case Paragraph():
                self.paragraph(block)
            case Table():
                self.table(block)
            case Closing():
                self.closing(block)
            case Mark(name="page"):
                self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Mark(name="rule"):
                self.file.add_paragraph("_______________").alignment = CENTRE

    def cell(self, cell: Any, lines: list[str], *, centred: bool, size: int) -> None:
        first = cell.paragraphs[0]
        for place, line in enumerate(lines):
            paragraph = first if place == 0 else cell.add_paragraph()
            run = paragraph.add_run(line)
            run.bold = centred and (line.isupper() or line.startswith("Độc lập") or (size == CLOSING and bool(line)))
            run.italic = ", ngày" in line
            if not centred and place == 0:
                run.bold = run.italic = True
            run.font.size = Pt(size if centred or place else size + 1)
            paragraph.paragraph_format.space_after = Pt(0)
            if centred:
                paragraph.alignment = CENTRE

    def side_by_side(self, left: list[str], right: list[str], *, closing: bool = False) -> None:
        table = self.file.add_table(rows=1, cols=2)
        table.autofit = False
        for place, width in enumerate((Mm(92), Mm(73)) if closing else (Mm(62), Mm(103))):
            table.columns[place].width = table.rows[0].cells[place].width = width
        self.cell(table.rows[0].cells[0], left, centred=not closing, size=11 if closing else HEAD)
        self.cell(table.rows[0].cells[1], right, centred=True, size=CLOSING if closing else HEAD)
        self.file.add_paragraph().paragraph_format.space_after = Pt(0)

    def title(self, block: Title) -> None:
        if "soft" in self.options:
            paragraph = self.file.add_paragraph()
            for place, line in enumerate(block.lines):
                run = paragraph.add_run(line)
                run.bold = True
                if place + 1 < len(block.lines):
                    run.add_break()
            paragraph.alignment = CENTRE
            return
        for line in block.lines:
            paragraph = self.file.add_paragraph()
            paragraph.alignment = CENTRE
            paragraph.add_run(line).bold = True

    def paragraph(self, block: Paragraph) -> None:
        paragraph = self.file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        number = self.lists.number_of(block)
        if number is not None:
            properties = paragraph._p.get_or_add_pPr()
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val, numbered.get_or_add_numId().val = number
        elif block.label:
            paragraph.add_run(f"{block.label} ").bold = block.bold
        self.words(paragraph, block.words, bold=block.bold)
        self.count += 1
        if "tracked" in self.options and self.count % 3 == 0:
            _track(paragraph, self.count)

    def words(self, paragraph: Any, words: Words, *, bold: bool) -> None:
        for part in words.parts:
            if isinstance(part, Note):
                self.notes.append(part)
                run = paragraph.add_run()
                run.font.superscript = True
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(len(self.notes)))
                run._r.append(reference)
            elif part:
                paragraph.add_run(unbroken(part)).bold = bold

    def table(self, block: Table) -> None:
        rows = ([block.header] if block.header else []) + list(block.rows)
        table = self.file.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(line.cells, row, strict=False):
                cell.text = "" if words == "^" else words.replace(" / ", "\n")
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                if words == "^":
                    _merge(table, place, column)
        for cell in table.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
        self.file.add_paragraph()

    def closing(self, block: Closing) -> None:
        to = [f"{block.word}:", *[f"- {line}" for line in block.recipients]] if block.recipients else []
        sign = [*block.authority, "", "", "", block.name] if block.authority else []
        if block.order == "beside":
            self.side_by_side(to, sign, closing=True)
            return
        for lines, centred in (
            ((sign, True), (to, False)) if block.order == "sign-first" else ((to, False), (sign, True))
        ):
            for line in lines:
                paragraph = self.file.add_paragraph(line)
                paragraph.alignment = CENTRE if centred else None

    def add_footnotes(self) -> None:
        root = parse_xml(_FOOTNOTES)
        for place, note in enumerate(self.notes, 1):
            footnote = parse_xml(
                f'<w:footnote {nsdecls("w")} w:id="{place}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>'
            )
            footnote.find(qn("w:p")).findall(qn("w:r"))[1].find(qn("w:t")).text = f" {note.words}"
            root.append(footnote)
        from lxml import etree

        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), kind, blob, self.file.part.package)
        self.file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _merge(table: Any, row: int, column: int) -> None:
    """Let a cell be one with the cell above."""
    for place, word in ((row - 1, "restart"), (row, "continue")):
        properties = table.rows[place].cells[column]._tc.get_or_add_tcPr()
        if properties.find(qn("w:vMerge")) is None:
            merge = OxmlElement("w:vMerge")
            merge.set(qn("w:val"), word)
            properties.append(merge)


def _number_pages(section: Any) -> None:
    """Print the page number centred at the top, from the second page on."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)


def _track(paragraph: Any, number: int) -> None:
    """Leave a change in the paragraph: its last words inserted, other words deleted before them."""
    run = paragraph.runs[-1]
    head, _, tail = run.text.rpartition(" ")
    if not head:
        return
    run.text = f"{head} "
    change = {"w:author": "Soát xét", "w:date": "2026-01-01T00:00:00Z"}
    removed, added = OxmlElement("w:del"), OxmlElement("w:ins")
    for place, element in enumerate((removed, added)):
        element.set(qn("w:id"), str(2 * number + place))
        for name, value in change.items():
            element.set(qn(name), value)
    for element, tag, text in ((removed, "w:delText", "từ ngữ đã bỏ "), (added, "w:t", tail)):
        inner, words = OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        if run.bold:
            inner.get_or_add_rPr().append(OxmlElement("w:b"))
        inner.append(words)
        element.append(inner)
    run._r.addnext(removed)
    removed.addnext(added)
