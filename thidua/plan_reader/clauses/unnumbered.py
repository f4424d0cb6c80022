"""Sections whose headings stand in capitals without a number: they are counted, as dashes are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.plan_reader.layout import Label, Paragraph, Reading, is_capitals

_NUMBERED = ("Phần", "Chương", "Mục", "Điều", "I", "A")
_LONGEST = 90
_FEWEST = 3


def counted(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, headings without a number labelled by their order where no section has one of its own."""
    if any(_is_numbered(paragraph) for paragraph in paragraphs):
        return paragraphs
    places = [place for place, paragraph in enumerate(paragraphs) if _is_heading(paragraph)]
    if len(places) < _FEWEST:
        return paragraphs
    labelled = list(paragraphs)
    for order, place in enumerate(places, 1):
        label = Label("", 0, (Reading("Phần", "", order, str(order)),))
        labelled[place] = replace(labelled[place], label=label, weak=False)
    return labelled


def _is_numbered(paragraph: Paragraph) -> bool:
    label = paragraph.label
    return (
        label is not None and not label.dash and (label.readings[0].kind in _NUMBERED or is_capitals(paragraph.words))
    )


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.passage.text
    if paragraph.label or paragraph.cells or not 8 <= len(text) <= _LONGEST:
        return False
    return is_capitals(text) and " " in text and text[-1] not in ".;," and "“" not in text
