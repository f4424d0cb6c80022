"""What a plan says of itself: title, movement, issuer, number, date, signer, years, recipients."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.plan_reader.layout import Layout
from thidua.plan_reader.reading import Clause, Fact


def read_heading(layout: Layout, root: Clause) -> Iterator[Fact]:
    """The facts of the document as a whole, each with the place of its words."""
    for entry in layout.recipients:
        yield Fact("recipients", {"text": entry.text.rstrip(" ;.,")}, None, entry.spans(), 0.95)
