"""Invented plans of twelve kinds of bodies, drawn as text, Word, PDF and scan, must be read well."""

import json
import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from tests.parts import tesseract
from tests.plan_reader.drawing.examine import can_score, examine, examine_seed, expected, seeds
from tests.plan_reader.drawing.renderings import CORPUS, SCANNED, Rendering, draw, plan_of, renderings, slugs
from thidua.plan_reader import read_plan
from thidua.plan_reader.faults import find_faults
from thidua.plan_reader.output import as_contract

LIMITS = {"txt": 95, "docx": 95, "pdf": 95, "ocr": 85, "scan": 85}
DRAWN = [r for slug in slugs() for r in renderings(slug, ("txt", "docx", "pdf", "ocr"))]
SCANS = [r for slug in SCANNED for r in renderings(slug, ("scan",))]
scored = pytest.mark.skipif(not can_score(), reason="the contract's score program does not stand beside this checkout")


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plans are drawn, once for all tests of a worker."""
    return tmp_path_factory.mktemp("corpus")


def named(rendering: Rendering) -> str:
    return rendering.name


@scored
@pytest.mark.parametrize("rendering", DRAWN, ids=named)
def test_a_plan_is_read_well(rendering: Rendering, drawn: Path) -> None:
    mark = examine(draw(rendering, drawn), expected(rendering.slug))
    assert mark.score >= LIMITS[rendering.kind], mark.weak()


@scored
@pytest.mark.slow
@pytest.mark.ocr
@pytest.mark.skipif(not tesseract(), reason="Tesseract with Vietnamese is not on this machine")
@pytest.mark.parametrize("rendering", SCANS, ids=named)
def test_a_scan_is_read_well(rendering: Rendering, drawn: Path) -> None:
    mark = examine(draw(rendering, drawn), expected(rendering.slug))
    assert mark.score >= LIMITS["scan"], mark.weak()


@scored
@pytest.mark.skipif(not seeds(), reason="the real plans do not stand beside this checkout")
@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem)
def test_a_real_plan_is_read_well(path: Path) -> None:
    mark = examine_seed(path)
    assert mark.score >= 95, mark.weak()


def flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("slug", slugs())
def test_what_is_expected_quotes_the_plan(slug: str) -> None:
    plan = plan_of(slug)
    words = [b.words.plain for b in plan.blocks if hasattr(b, "words")]
    words += [cell for b in plan.blocks if hasattr(b, "rows") for row in b.rows for cell in row]
    whole = flat(" ".join(words))
    gold = expected(slug)
    rows = [row for field in ("contents", "solutions", "duties") for row in gold[field]]
    rows += [item for group in gold["criteria"] for item in group["items"]]
    assert [row["text"] for row in rows if flat(row["text"]) not in whole] == []


def joined(text: str | None) -> str:
    """A body's name for comparing: the same words written in several ways."""
    return re.sub(r"[\W_]+", "", (text or "").replace("UBND", "Ủy ban nhân dân").replace("Uỷ", "Ủy")).casefold()


def beside(read: dict, gold: dict, name: str) -> list[tuple[str, str, bool]]:
    """For each expected row that names who joins, through whom or who decides: whether the reading has it."""
    found = []
    for field in ("obligations", "duties", "quotas"):
        for row in gold[field]:
            if row.get(name):
                clauses = {row["clause"], *gold["_alt"].get(f"{field}[{gold[field].index(row)}].clause", [])}
                got = [joined(r.get(name)) for r in read[field] if r["clause"] in clauses]
                wanted = joined(row[name])
                found.append((field, row["clause"], any(wanted and (wanted in g or g in wanted) for g in got if g)))
    return found


@pytest.mark.parametrize("name", ["with", "via", "owner"])
def test_who_joins_through_whom_and_who_decides_are_read(name: str, drawn: Path) -> None:
    told = []
    for slug in slugs():
        path = draw(next(renderings(slug, ("txt",))), drawn)
        read = json.loads(json.dumps(as_contract(read_plan(path))))
        told += [(slug, *row) for row in beside(read, expected(slug), name)]
    assert len(told) >= 8
    missed = [row[:3] for row in told if not row[3]]
    assert len(missed) <= 0.1 * len(told), missed


FAULTY = sorted(path.parent.name for path in CORPUS.glob("*/faults.toml"))


@pytest.mark.parametrize("slug", FAULTY)
def test_planted_faults_are_found_and_few_others(slug: str, drawn: Path) -> None:
    planted = tomllib.loads((CORPUS / slug / "faults.toml").read_text(encoding="utf-8"))
    found = find_faults(read_plan(draw(next(renderings(slug, ("txt",))), drawn)))
    missed = []
    for fault in planted["fault"]:
        wanted = flat(fault["quote"])
        if not any(
            fault["clause"] in ("", one.clause or "") and (wanted in flat(one.quote) or flat(one.quote) in wanted)
            for one in found
        ):
            missed.append((fault["clause"], fault["about"]))
    assert missed == []
    assert len(found) <= planted["findings_at_most"], [(one.kind, one.clause, one.quote[:60]) for one in found]


@pytest.mark.parametrize("slug", sorted(set(slugs()) - set(FAULTY)))
def test_a_sound_plan_raises_no_alarm(slug: str, drawn: Path) -> None:
    found = find_faults(read_plan(draw(next(renderings(slug, ("txt",))), drawn)))
    assert [(one.kind, one.clause, one.quote) for one in found if one.severity != "note"] == []


def squashed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("rendering", [r for r in DRAWN if r.kind != "ocr"], ids=named)
def test_the_places_quote_the_words_and_nothing_between(rendering: Rendering, drawn: Path) -> None:
    reading = read_plan(draw(rendering, drawn))
    read, text = as_contract(reading), reading.source.text
    rows = [row for field in ("contents", "solutions", "duties") for row in read[field]]
    rows += [item for group in read["criteria"] for item in group["items"]]
    wrong = []
    for row in rows:
        quoted = squashed("".join(text[start:end] for start, end in row.get("spans") or [row["span"]]))
        if squashed(row["text"]) not in quoted:
            wrong.append((row["clause"], quoted[:60]))
    assert wrong == []
