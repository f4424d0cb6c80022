"""Letters that were not written in the one standard form of Unicode (NFC)."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.plan_reader.faults.fault import Fault, Plan


def find_encoding(plan: Plan) -> Iterator[Fault]:
    """One fault for the whole file, quoting the first such word."""
    altered = [span for span in plan.reading.source.altered if plan.text[span.start : span.end].strip()]
    if altered:
        quote, spans = plan.quote(altered[:1])
        yield Fault("not_nfc", "warning", None, quote, spans,
            f"Tệp có {len(altered)} chỗ viết bằng Unicode tổ hợp (không phải NFC), tìm kiếm và so sánh sẽ sai lệch.",
            "Chuyển văn bản sang Unicode dựng sẵn (TCVN 6909:2001) rồi lưu lại.")  # fmt: skip
