"""What holds for every input: places quote their words, letters stay put, and only NotReadable is ever raised."""

import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plan_reader.drawn import pdf
from tests.plan_reader.plans import PLAN
from tests.plan_reader.word_files import definitions_of_everything
from thidua.plan_reader import read_plan, read_source
from thidua.plan_reader.output import as_contract
from thidua.plan_reader.reading import NotReadable, PlanReading, Source
from thidua.plan_reader.sources.txt import source_of
from thidua.viet.text import clean, fold

LINES = PLAN.splitlines()
SEEDS = sorted((Path(__file__).resolve().parents[2] / "../shared/seeds").glob("*.txt"))
SIGNS = ("I.", "1.", "a)", "-", "+", "\t", "PHỤ LỤC", "Điều 1.", "¹", "(", "“", "2026 -")
WORDS = st.sampled_from(sorted({*PLAN.split(), *SIGNS}))
MODEST = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def collapsed(text: str) -> str:
    return " ".join(text.split())


def check(reading: PlanReading) -> None:
    """Whatever was read, every place lies in the text and quotes the words that were read there."""
    text = reading.source.text
    for fact in reading.facts:
        assert fact.spans, fact
        assert all(0 <= span.start < span.end <= len(text) for span in fact.spans), fact
        quoted = fold(collapsed(" ".join(text[span.start : span.end] for span in fact.spans)))
        words = fact.values.get("text")
        if isinstance(words, str) and words:
            assert fold(words)[:12].replace(" ", "") in quoted.replace(" ", ""), fact
    for clause in reading.root.walk():
        for passage in (*clause.paragraphs, *clause.tail):
            assert len(passage.at) == len(passage.text)
            letters = zip(passage.text, passage.at, strict=True)
            assert all(text[at] == letter for letter, at in letters if not letter.isspace())
    as_contract(reading)


def attempt(source: Source) -> None:
    with suppress(NotReadable):
        check(read_source(source))


def attempt_file(path: Path) -> None:
    with suppress(NotReadable):
        check(read_plan(path))


def test_the_plan_itself_keeps_the_invariants() -> None:
    check(read_source(source_of(PLAN)))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_real_plans_keep_the_invariants(seed: Path) -> None:
    check(read_plan(seed))


@MODEST
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    attempt(source_of(text))


@MODEST
@given(st.permutations(LINES))
def test_shuffled_lines_are_read_or_refused(lines: list[str]) -> None:
    attempt(source_of("\n".join(lines)))


@MODEST
@given(st.lists(WORDS, max_size=200), st.sampled_from([" ", "\n", "\n\n", "\t"]))
def test_shuffled_words_are_read_or_refused(words: list[str], glue: str) -> None:
    attempt(source_of(PLAN[:900] + glue.join(words)))


@MODEST
@given(st.integers(0, len(PLAN)), st.integers(0, len(PLAN)))
def test_any_stretch_of_a_plan_is_read_or_refused(start: int, end: int) -> None:
    attempt(source_of(PLAN[start:end]))


@MODEST
@given(st.integers(0, len(LINES) - 1), st.integers(1, 60))
def test_a_repeated_line_is_read_or_refused(line: int, times: int) -> None:
    attempt(source_of("\n".join([*LINES[:line], *[LINES[line]] * times, *LINES[line:]])))


@MODEST
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_spoilt_letters_are_read_or_refused(seed: int, count: int) -> None:
    chance = random.Random(seed)
    letters = list(PLAN)
    for _ in range(count):
        letters[chance.randrange(len(letters))] = chance.choice(" \n\t1Ia).-–“”(\u0301\u00ad\uf0b7")
    attempt(source_of("".join(letters)))


@MODEST
@given(st.text(alphabet=st.sampled_from(PLAN + "\u0301\u0323\r\n\f\u200b"), max_size=2000))
def test_the_source_text_is_clean_and_its_lines_lie_in_it(text: str) -> None:
    source = source_of(text)
    assert clean(source.text) == source.text
    ends = [-1, *(line.end for line in source.lines)]
    assert all(end < line.start < line.end <= len(source.text) for end, line in zip(ends, source.lines, strict=False))
    assert all("\n" not in source.text[line.start : line.end] for line in source.lines)
    assert all(0 <= place.start < place.end <= len(source.text) for place in source.altered)


@cache
def word_bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return definitions_of_everything(Path(folder) / "plan.docx", PLAN).read_bytes()


@cache
def pdf_bytes() -> bytes:
    words = PLAN.replace("\n\n", "\n").replace("\n", "\n\n").replace("-", "\\-").replace("1. ", "1\\. ")
    with tempfile.TemporaryDirectory() as folder:
        return pdf(Path(folder) / "plan.pdf", words + "\n#table(columns: 3, [a], [b], [c], [d], [e], [f])").read_bytes()


def spoilt(raw: bytes, seed: int, count: int) -> bytes:
    chance = random.Random(seed)
    letters = bytearray(raw)
    for _ in range(count):
        letters[chance.randrange(len(letters))] = chance.randrange(256)
    cut = chance.randrange(len(letters)) if chance.random() < 0.3 else len(letters)
    return bytes(letters[:cut])


@pytest.mark.slow
@pytest.mark.parametrize("made", [word_bytes, pdf_bytes], ids=["docx", "pdf"])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(0, 60))
def test_spoilt_files_are_read_or_refused(made: Callable[[], bytes], seed: int, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan"
        path.write_bytes(spoilt(made(), seed, count))
        attempt_file(path)


def spoilt_parts(raw: bytes, seed: int) -> Iterator[tuple[str, bytes]]:
    """The parts of a Word file, one of them spoilt inside: values changed, tags cut out, tags doubled."""
    chance = random.Random(seed)
    with tempfile.TemporaryFile() as file:
        file.write(raw)
        with zipfile.ZipFile(file) as archive:
            victim = chance.choice([name for name in archive.namelist() if name.startswith("word/")])
            for name in archive.namelist():
                content = archive.read(name)
                if name == victim:
                    for _ in range(chance.randrange(1, 6)):
                        at = content.find(b'"', chance.randrange(len(content)))
                        value = chance.choice([b"-1", b"99999999999", b"x", b"", b"0", b"1e9", "ạ".encode()])
                        end = content.find(b'"', at + 1)
                        if 0 < at < end:
                            content = content[: at + 1] + value + content[end:]
                yield name, content


@pytest.mark.slow
@MODEST
@given(st.integers(0, 2**32))
def test_word_files_with_strange_values_are_read_or_refused(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in spoilt_parts(word_bytes(), seed):
                archive.writestr(name, content)
        attempt_file(path)


@MODEST
@given(st.binary(max_size=3000), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]))
def test_noise_is_refused(noise: bytes, begin: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan"
        path.write_bytes(begin + noise)
        with pytest.raises(NotReadable):
            read_plan(path)
