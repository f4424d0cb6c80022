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
