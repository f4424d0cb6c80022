"""What holds of the faults of any text: they quote it, they are few of a kind, and they come in printed order."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plan_reader.faults.test_cases import CLEAN
from thidua.plan_reader import read_source
from thidua.plan_reader.compare import compare
from thidua.plan_reader.faults import MOST, find_faults
from thidua.plan_reader.reading import Clause, Fact, NotReadable, Passage, PlanReading, Source, Span
from thidua.plan_reader.sources.txt import source_of

LINES = CLEAN.splitlines()
SIGNS = (
    "“",
    "”",
    "(",
    ")",
    "huyện",
    "cụộc",
    "th i",
    "b)",
    "4.",
    "IV.",
    "Nghị quyết số 9",
    "toàn xã",
    "2027 - 2026",
    "\t",
    "ABC",
)
MODEST = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def check(reading: PlanReading) -> None:
    faults = find_faults(reading)
    for fault in faults:
        assert fault.quote
        assert " ".join(reading.source.text[fault.span.start : fault.span.end].split()) == fault.quote
        assert fault.severity in ("error", "warning", "note")
    assert [fault.span.start for fault in faults] == sorted(fault.span.start for fault in faults)
    assert max(Counter(fault.kind for fault in faults).values(), default=0) <= MOST
    assert {row.status for row in compare(reading, reading).rows} <= {"same"}


@MODEST
@given(st.permutations(LINES))
def test_lines_in_any_order(lines: list[str]) -> None:
    with suppress(NotReadable):
        check(read_source(source_of("\n".join(lines))))


@MODEST
@given(st.lists(st.tuples(st.integers(0, len(CLEAN)), st.sampled_from(SIGNS)), max_size=12))
def test_words_strewn_in_anywhere(strewn: list[tuple[int, str]]) -> None:
    text = CLEAN
    for at, sign in strewn:
        text = f"{text[:at]} {sign} {text[at:]}"
    with suppress(NotReadable):
        check(read_source(source_of(text)))


@MODEST
@given(st.text(max_size=300), st.sampled_from(["commune", "province", "agency", ""]))
def test_any_paragraph_at_all(words: str, level: str) -> None:
    text = " ".join(words.split()) or "–"
    clause = Clause("I.1", "1.", (Passage(text, tuple(range(len(text)))),))
    whole = (Span(0, len(text)),)
    facts = (
        Fact("level", {"value": level}, None, whole),
        Fact("duties", {"actor": text, "text": text}, "I.1", whole),
        Fact("obligations", {"kind": "register", "actor": None, "due": None}, "I.1", whole),
        Fact("recipients", {"text": text}, None, whole),
        Fact("awards", {"occasion": "annual", "forms": ("province_flag",)}, "I.1", whole),
    )
    check(PlanReading(Source(text, (), "txt"), Clause("", "", (), (clause,)), facts))
