"""What persons add to a plan: what it changes and logs, what it refuses, who may not."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.movements.conftest import Place
from tests.movements.factories import make_open, make_version
from thidua.additions import actions
from thidua.base.files import FileRefused
from thidua.base.models import Event
from thidua.movements.actions import facts
from thidua.movements.models import Document, Fact, Version
from thidua.obligations.models import Obligation


@pytest.fixture
def version(place: Place) -> Version:
    return make_version(place.commune, place.clerk)


def last_event() -> Event:
    event = Event.objects.order_by("id").last()
    assert event is not None
    return event


def test_an_added_fact_stands_in_the_clause_of_its_words(place: Place, version: Version) -> None:
    start = version.text.index("Có ít nhất một sáng kiến")
    new = actions.Addition(
        field="targets", values={"indicator": "Sáng kiến", "value": 1, "unit": ""}, words=(start, start + 24)
    )
    fact = actions.add(version, new, by=place.head)
    assert (fact.verdict, fact.clause, fact.spans, fact.read_values) == (
        "added",
        "III.1.b",
        [[start, start + 24]],
        None,
    )
    assert fact.values == {"indicator": "Sáng kiến", "value": 1}
    assert last_event().name == "fact.add"


def test_an_addition_without_words_document_or_reason_is_refused(place: Place, version: Version) -> None:
    before = version.facts.count()
    with pytest.raises(actions.NoReason):
        actions.add(version, actions.Addition(field="targets", values={"indicator": "x"}, reason=" "), by=place.head)
    assert version.facts.count() == before


def test_an_addition_may_lean_on_another_document(place: Place, version: Version) -> None:
    paper = actions.Paper(
        content=b"Cong van giao chi tieu", name="cv.txt", title="Công văn giao chỉ tiêu", number="9/CV-UBND"
    )
    document = actions.add_document(version.movement, paper, by=place.head)
    fact = actions.add(
        version, actions.Addition(field="targets", values={"indicator": "Hồ sơ số"}, document=document), by=place.head
    )
    assert (fact.document, str(document)) == (document, "9/CV-UBND · Công văn giao chỉ tiêu")


def test_another_document_of_an_unknown_kind_is_refused(place: Place, version: Version) -> None:
    with pytest.raises(FileRefused):
        actions.add_document(version.movement, actions.Paper(content=b"\x00\x01", name="x", title="x"), by=place.head)
    assert Document.objects.count() == 0


def test_undo_takes_an_added_fact_away_and_keeps_it_in_the_log(place: Place, version: Version) -> None:
    fact = actions.add(
        version, actions.Addition(field="solutions", values={"text": "Thêm"}, reason="Họp 5/1"), by=place.head
    )
    assert facts.undo(fact, by=place.head) == version
    assert not Fact.objects.filter(field="solutions", verdict="added").exists()
    assert last_event().data["before"] == {"text": "Thêm"}


@pytest.mark.parametrize("who", ["clerk", "stranger", "auditor"])
def test_who_may_not_confirm_adds_nothing(place: Place, version: Version, who: str) -> None:
    by, before = getattr(place, who), Event.objects.count()
    with pytest.raises(PermissionDenied):
        actions.add(version, actions.Addition(field="contents", values={"text": "x"}, reason="x"), by=by)
    with pytest.raises(PermissionDenied):
        actions.add_document(version.movement, actions.Paper(content=b"chu", name="x", title="x"), by=by)
    assert (Event.objects.count(), Document.objects.count()) == (before, 0)


REPORT = actions.Addition(
    field="obligations",
    values={"kind": "annual_report", "actor": "Các cơ quan, đơn vị", "to": "", "due": "yearly-12-01"},
    reason="Công văn của cấp trên ngày 2/3/2026",
)


def test_the_standing_agency_adds_an_obligation_to_an_open_movement(place: Place) -> None:
    version = make_open(place.commune, place.head)
    fact = actions.add_obligation(version.movement, REPORT, by=place.standing)
    obligation = Obligation.objects.get(fact=fact)
    assert (obligation.version, obligation.due, fact.judged_by) == (version, "yearly-12-01", place.standing)
    assert [(one.part, one.reach) for one in obligation.assignments.all()] == [("owes", "children")]
    event = last_event()
    assert (event.name, event.why, event.actor_words) == ("fact.add", REPORT.reason, str(place.standing))


def test_nothing_but_obligations_is_added_to_what_is_in_force(place: Place) -> None:
    version = make_open(place.commune, place.head)
    text = actions.Addition(field="contents", values={"text": "x"}, reason="x")
    with pytest.raises(facts.NotToBeConfirmed):
        actions.add_obligation(version.movement, text, by=place.standing)
    with pytest.raises(facts.NotToBeConfirmed):
        actions.add(version, REPORT, by=place.head)


def test_an_obligation_is_not_added_later_to_what_is_not_open(place: Place, version: Version) -> None:
    with pytest.raises(facts.NotToBeConfirmed):
        actions.add_obligation(version.movement, REPORT, by=place.standing)


@pytest.mark.parametrize("who", ["head", "clerk", "stranger", "auditor"])
def test_only_the_standing_agency_adds_an_obligation_later(place: Place, who: str) -> None:
    version = make_open(place.commune, place.head)
    before = Obligation.objects.count()
    with pytest.raises(PermissionDenied):
        actions.add_obligation(version.movement, REPORT, by=getattr(place, who))
    assert Obligation.objects.count() == before
