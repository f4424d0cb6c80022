"""The five real plans, from file to open movement: what the page must show of each."""

import datetime as dt

import pytest

from tests.movements.conftest import Place
from tests.movements.factories import SEEDS, confirmed
from thidua.movements.actions import opening
from thidua.movements.intake import take
from thidua.movements.models import Version
from thidua.movements.queries.plans import page_of
from thidua.obligations.models import Obligation

DAY = dt.date(2026, 11, 21)
COUNTS = {"000-hue": (7, 4, 2), "001-tan-lap": (6, 4, 2), "002-thanh-hoa": (7, 4, 2), "003-dong-thap": (7, 4, 2),
          "004-cao-minh": (7, 3, 2)}  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans do not stand beside this checkout"),
]


def opened(place: Place, name: str) -> Version:
    plan = take((SEEDS / f"{name}.txt").read_bytes(), f"{name}.txt")
    version = confirmed(opening.open_plan(plan, at=place.commune, by=place.head), place.head)
    return Version.objects.select_related("movement").get(pk=version.pk)


@pytest.mark.parametrize("name", COUNTS)
def test_a_real_plan_opens_with_what_it_says(place: Place, name: str) -> None:
    version = opened(place, name)
    plan = page_of(version, on=DAY)
    contents, criteria, phases = COUNTS[name]
    assert len(plan.rows["contents"]) == contents
    assert len({head.clause for head, _ in plan.criteria if head}) == criteria
    assert all(items for head, items in plan.criteria if head)
    assert len(plan.phases) == phases
    assert all(phase.width and phase.href for phase in plan.phases)
    assert len(plan.obligations) >= 10
    assert Obligation.objects.filter(version=version).count() == len(plan.obligations)


def test_the_quotas_of_cao_minh_stand_by_occasion(place: Place) -> None:
    plan = page_of(opened(place, "004-cao-minh"), on=DAY)
    told = {
        (fact.values["form"], fact.values["occasion"], fact.values.get("year")): tuple(
            fact.values.get(key) for key in ("collectives", "individuals", "items")
        )
        for _, _, counted in plan.awards
        for fact in counted
    }
    assert told == {
        ("province_flag", "final", 2030): (None, None, 2),
        ("province_certificate", "annual", None): (15, 20, None),
        ("province_certificate", "interim", 2027): (20, 20, None),
        ("province_certificate", "final", 2030): (30, 30, None),
        ("commune_certificate", "annual", None): (2, 5, None),
        ("commune_certificate", "interim", 2027): (5, 10, None),
        ("commune_certificate", "final", 2030): (15, 20, None),
    }
