"""The plans of the demo: read by the reader, decided by persons, in force, the commune carrying the province down."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from thidua.base.models import Event
from thidua.demo import actions, pack
from thidua.demo.queries import province
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Movement, Verdict, Version
from thidua.obligations.queries import obligations_of
from thidua.plan_reader.reading import NotReadable

DAY = dt.date(2025, 7, 1)
PASSWORD = "mot-mat-khau-du-dai-2026"

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def opened(settings: object, tmp_path: Path) -> list[Movement]:
    settings.FILES = tmp_path  # type: ignore[attr-defined]
    actions.make_province(password=PASSWORD, on=DAY)
    return actions.open_own_plans()


def test_both_plans_are_in_force_and_the_commune_carries_the_province_down(opened: list[Movement]) -> None:
    above, below = Movement.objects.order_by("pk")
    assert [above.state, below.state] == [State.OPEN, State.OPEN]
    assert below.parent == above
    assert set(Version.objects.values_list("state", flat=True)) == {Stage.LIVE}
    assert above.name
    assert (above.first_year, above.last_year) == (2026, 2030)


def test_persons_decided_on_every_fact_and_changed_some(opened: list[Movement]) -> None:
    facts = Version.objects.get(movement__parent=None).facts
    verdicts = set(facts.values_list("verdict", flat=True))
    assert verdicts == {Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.ADDED}
    corrected = facts.filter(verdict=Verdict.CORRECTED)
    assert all(fact.values != fact.read_values and fact.judged_by and fact.reason for fact in corrected)
    added = facts.get(verdict=Verdict.ADDED)
    assert added.version.text[added.start :].split()[:2] == ["hằng", "năm"]
    assert Event.objects.filter(name="fact.correct").count() == len(corrected) == 2


def test_what_the_plans_ask_stands_on_the_desks(opened: list[Movement]) -> None:
    people = province().people
    clerk = obligations_of(people["clerk"], on=dt.date(2026, 11, 21))
    assert {row.what for row in clerk} >= {"Đăng ký thi đua", "Báo cáo hằng năm"}
    assert all(row.clause and row.href for row in clerk)


def test_a_persons_own_plan_waits_to_be_confirmed_and_is_found_again(settings: object, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    actions.make_province(password=PASSWORD, on=DAY)
    own = tmp_path / "own.docx"
    shutil.copy(pack.plans()[1].path, own)

    movement = actions.hand_in(own)

    assert movement.state == State.DRAFT
    assert movement.versions.get().facts.exclude(verdict=Verdict.READ).count() == 0
    assert actions.hand_in(own) == movement


def test_a_bad_file_is_refused_and_leaves_no_movement(settings: object, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    actions.make_province(password=PASSWORD, on=DAY)
    bad = tmp_path / "bad.txt"
    bad.write_text("Trời xanh mây trắng.\n" * 30, encoding="utf-8")
    with pytest.raises(NotReadable):
        actions.hand_in(bad)
    assert not Movement.objects.exists()
