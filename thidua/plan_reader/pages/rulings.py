"""The ruled lines of a scanned page, found in its pixels."""

from __future__ import annotations

import re

from thidua.plan_reader.pages.grids import Rule

DARK = 150  # of 255; blurred lines are grey
FLAT = 130  # pixels at 300 dpi, 11 mm: no letter has so long a stroke
UPRIGHT = 70  # pixels, 6 mm: a row of a table is higher, a capital is not
_INK = bytes(1 if grey < DARK else 0 for grey in range(256))
_FLAT_RUN = re.compile(b"\x01{%d,}" % FLAT)
_UPRIGHT_RUN = re.compile(b"\x01{%d,}" % UPRIGHT)

Run = tuple[int, int, int]  # row and columns of a flat run, column and rows of an upright one


def flat_runs(ink: bytes, width: int) -> list[Run]:
    """Long dark stretches of a row of pixels."""
    starts = range(0, len(ink), width)
    return [
        (row, found.start(), found.end())
        for row, start in enumerate(starts)
        for found in _FLAT_RUN.finditer(ink[start : start + width])
    ]


def upright_runs(ink: bytes, width: int) -> list[Run]:
    """Long dark stretches of a column of pixels."""
    return [
        (column, found.start(), found.end())
        for column in range(width)
        for found in _UPRIGHT_RUN.finditer(ink[column::width])
    ]


def _smeared(ink: bytes, step: int) -> bytes:
    """The ink with each pixel also laid on the one `step` before: a line on a skewed page breaks less often."""
    dots = int.from_bytes(ink, "little")
    return (dots | dots >> 8 * step).to_bytes(len(ink), "little")


def rules_of(pixels: bytes, width: int, point: float) -> list[Rule]:
    """The ruled lines of a page that has a table, in points, heights growing upwards."""
    ink = pixels.translate(_INK)
    flats = flat_runs(_smeared(ink, width), width)
    uprights = upright_runs(_smeared(ink, 1), width) if len(flats) > 1 else []
    if not uprights:
        return []
    rules = [Rule(left * point, -row * point, right * point, -row * point) for row, left, right in flats]
    return rules + [Rule(at * point, -bottom * point, at * point, -top * point) for at, top, bottom in uprights]
