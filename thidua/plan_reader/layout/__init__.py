"""The lines of a document parted by what they are: header, title, body, footnotes, signature, recipients, appendices."""

from __future__ import annotations

from thidua.plan_reader.layout.joining import Paragraph, Width
from thidua.plan_reader.layout.labels import Label, Reading
from thidua.plan_reader.layout.parting import Appendix, Layout, lay_out
from thidua.plan_reader.layout.rows import is_capitals, joined, part_of

__all__ = [
    "Appendix",
    "Label",
    "Layout",
    "Paragraph",
    "Reading",
    "Width",
    "is_capitals",
    "joined",
    "lay_out",
    "part_of",
]
