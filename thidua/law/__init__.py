"""What the law says, as dated and cited data, asked about a day."""

from __future__ import annotations

from thidua.law.book import Authority, Body, Instrument, LawBook, LawOn, open_book

__all__ = ["Authority", "Body", "Instrument", "LawBook", "LawOn", "open_book"]
