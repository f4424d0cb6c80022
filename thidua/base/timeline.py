"""Where spans of days lie on one line of time, in percent of the whole, for the component `_timeline.html`."""

import datetime as dt
from collections.abc import Sequence

Span = tuple[dt.date | None, dt.date | None]


def laid_out(spans: Sequence[Span], *, on: dt.date) -> tuple[list[tuple[float, float | None, str]], float | None]:
    """Left, width (none for a span without days) and tone of each span, and where `on` is, if on the line at all."""
    days = [day for span in spans for day in span if day]
    begin, end = (min(days), max(days)) if days else (on, on)

    def percent(day: dt.date) -> float:
        return round(100 * (day - begin).days / max((end - begin).days, 1), 2)

    rows: list[tuple[float, float | None, str]] = []
    for first, last in spans:
        left, right = percent(first or begin), percent(last or end)
        tone = "done" if last and last < on else "now" if first and first <= on else ""
        rows.append((left, max(right - left, 0.5) if first or last else None, tone))
    return rows, percent(on) if days and begin <= on <= end else None
