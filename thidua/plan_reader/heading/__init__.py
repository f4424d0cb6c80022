"""What a plan says of itself: title, movement, issuer, number, date, signer, years, recipients."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.plan_reader.heading.dating import read_date, read_number, read_period
from thidua.plan_reader.heading.issuer import read_issuer
from thidua.plan_reader.heading.signer import read_signer
from thidua.plan_reader.heading.title import read_title, title_of
from thidua.plan_reader.layout import Layout
from thidua.plan_reader.reading import Clause, Fact


def read_heading(layout: Layout, root: Clause) -> Iterator[Fact]:
    """The facts of the document as a whole, each with the place of its words."""
    title = title_of(layout)
    yield from read_title(layout, root)
    yield from read_issuer(layout, root, title)
    yield from read_number(layout)
    yield from read_date(layout)
    yield from read_signer(layout)
    yield from read_period(title, root)
    recipients = layout.recipients or (layout.cover.recipients if layout.cover else ())
    for entry in recipients:
        yield Fact("recipients", {"text": entry.text.rstrip(" ;.,")}, None, entry.spans(), 0.95)
