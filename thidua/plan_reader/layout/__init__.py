"""The lines of a document parted by what they are: header, title, body, notes, signature, recipients, appendices."""

from __future__ import annotations

from thidua.plan_reader.layout.joining import Paragraph, Width
from thidua.plan_reader.layout.labels import Label, Reading, label_of
from thidua.plan_reader.layout.parting import Appendix, Layout, lay_out
from thidua.plan_reader.layout.rows import UPPER, is_capitals, joined, loose, part_of

__all__ = [
    "UPPER",
    "Appendix",
    "Label",
    "Layout",
    "Paragraph",
    "Reading",
    "Width",
    "is_capitals",
    "joined",
    "label_of",
    "lay_out",
    "loose",
    "part_of",
]  # fmt: skip
