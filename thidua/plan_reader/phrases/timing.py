"""Which day goes with which act of a sentence."""

from __future__ import annotations

import re

from thidua.plan_reader.phrases.acts import Act
from thidua.plan_reader.phrases.dues import Due
from thidua.plan_reader.phrases.wording import Wording
from thidua.viet.dates import find_days

REVIEWS = ("interim_review", "final_review")
# One sentence may ask for several reports: `6 tháng trước ngày 05/6, năm trước ngày 20/11`.
_SEVERAL = (
    ("every-6-months", re.compile(r"(?<!\w)(?:6|06|sáu) tháng(?!\w)(?! một lần)")),
    ("quarterly", re.compile(r"(?<!\w)(?:(?:h[àằa]ng|mỗi|báo cáo) )quý(?!\w)|(?<=, )quý(?= \()")),
    ("monthly", re.compile(r"(?<!\w)(?:(?:hàng|hằng|báo cáo) )tháng(?!\w| \d)")),
    ("yearly", re.compile(r"(?<!\w)(?:(?:báo cáo|cả|h[àằa]ng|1|01|một) n[ăa]m|(?<=, )năm|(?<=và )năm)(?! \d)(?!\w)")),
)


def dues_of(words: Wording, act: Act, acts: list[Act], dues: list[Due], piece: tuple[int, int]) -> list[Due | None]:
    """The days of an act; several only for a report that is asked for several times a year."""
    if act.kind == "annual_report":
        several = _several(words, *piece)
        if len(several) > 1:
            return list(several)
    if not dues:
        return [None]
    if dues[0].start < acts[0].start:
        return [_leading(act, dues)]
    after = [due for due in dues if due.start >= act.start]
    if act.kind in REVIEWS and after and _before_other_review(act, acts, after[0]):
        return [None]
    return [after[0]] if after else [None]


def _leading(act: Act, dues: list[Due]) -> Due:
    """Days stand before their acts; a rhythm at the head gives way to a day behind the act."""
    before = [due for due in dues if due.start < act.start]
    dated = [due for due in dues if due.start > act.start and not _rhythm(due)]
    return dated[0] if dated and (not before or _rhythm(before[-1])) else (before or dues)[-1 if before else 0]


def _before_other_review(act: Act, acts: list[Act], due: Due) -> bool:
    return any(other.kind in REVIEWS and act.start < other.start < due.start for other in acts)


def _rhythm(due: Due) -> bool:
    return not due.value[:4].isdigit() and due.value.count("-") < 2


def _several(words: Wording, start: int, end: int) -> list[Due]:
    marks = sorted(
        (hit.start(), hit.end(), value) for value, cue in _SEVERAL for hit in cue.finditer(words.toned, start, end)
    )
    if len({value for _, _, value in marks}) < 2:
        return []
    last = marks[-1][1]
    days = [day for day, at, _ in find_days(words.printed) if last <= at < end]
    if len(days) == len(marks):  # `6 tháng, năm … trước ngày 10/6 và 10/12`
        return [_on(value, day, at, stop) for (at, stop, value), day in zip(marks, days, strict=True)]
    found: dict[str, Due] = {}
    for (at, stop, value), limit in zip(marks, [*(mark[0] for mark in marks[1:]), end], strict=True):
        day = next(((month, date) for (month, date), a, _ in find_days(words.printed) if stop <= a < limit), None)
        found.setdefault(value, _on(value, day, at, stop))
    return list(found.values())


def _on(value: str, day: tuple[int, int] | None, start: int, end: int) -> Due:
    due = f"yearly-{day[0]:02d}-{day[1]:02d}" if day and value == "yearly" else value
    return Due(due, start, end)
