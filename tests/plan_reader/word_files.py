"""Small Word files written part by part, so that each of Word's own ways can be tried alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def word_file(path: Path, body: str, *, types: str = TYPES, **parts: str | bytes) -> Path:
    """Write a Word file with `body` and other parts, named without `word/` and `.xml`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            if isinstance(content, bytes):
                archive.writestr(f"word/{name}.bin", content)
            else:
                archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{content}</w:{name}>")
    return path


def p(words: str, *, number: tuple[int, int] | None = None, style: str = "", mark: str = "") -> str:
    """A paragraph of one run, maybe in a list (its number and level), with a style, its mark changed."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr><w:{mark}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{styled}{listed}{marked}</w:pPr>{r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(*runs: str, style: str = "") -> str:
    """A paragraph of several runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list definition."""
    words = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{words}</w:lvl>'


def table(*rows: tuple[str, ...], borders: bool = True) -> str:
    """A table of plain cells; a cell that begins with `<` is taken as it is."""
    edge = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if borders else ""
    cells = ("".join(c if c[:1] == "<" else f"<w:tc>{p(c)}</w:tc>" for c in row) for row in rows)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr>{edge}</w:tblPr>{body}</w:tbl>"


def definitions_of_everything(path: Path, words: str) -> Path:
    """A whole plan as a Word file that uses lists, styles, notes, tables, changes and links at once."""
    lines = [line for line in words.splitlines() if line]
    body = "".join(p(line, number=(1, index % 4) if index % 5 == 0 else None) for index, line in enumerate(lines[:-3]))
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body += para(r("có ghi chú"), note) + table(("TT", "Việc", "Điểm"), ("1", "Trồng cây", "10"))
    body += table(("<w:tc>" + p("Nơi nhận:") + "</w:tc>", "CHỦ TỊCH"))
    levels = (
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "%3)")
        + level(3, "bullet", "-")
    )
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    return word_file(
        path,
        body,
        numbering=f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles=f'<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/>{listed}</w:style>',
        footnotes=f'<w:footnote w:id="2">{p("Nghị quyết số 57-NQ/TW")}</w:footnote>',
    )
