"""How a plan stands to its parent's and to its own earlier version: what is kept, shown, refused."""

import secrets

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, confirmed, make_open, make_version, plan
from thidua.base.models import Event
from thidua.lineage import actions, queries
from thidua.lineage.models import Lineage
from thidua.movements.actions import opening
from thidua.movements.models import Movement, Version
from thidua.people.models import User

OURS = PLAN.replace("2. Thi đua phổ biến kỹ năng số đến từng thôn, từng hộ gia đình.\n\n", "").replace(
    "trả kết quả đúng hẹn", "trả kết quả trước hẹn"
)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def above(place: Place) -> Movement:
    return make_open(place.province, place.standing).movement


@pytest.fixture
def child(place: Place, above: Movement) -> Version:
    return make_open(place.commune, place.head, text=OURS, parent=above)


def test_a_plan_is_compared_with_its_parents_once_it_is_in_force(
    place: Place, above: Movement, django_capture_on_commit_callbacks: object
) -> None:
    waiting = make_version(place.commune, place.clerk, text=OURS, parent=above)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        confirmed(waiting, place.head)
    lineage = Lineage.objects.get()
    assert (lineage.child, lineage.parent) == (waiting, above.versions.get())
    assert 0.8 < lineage.copied < 1


def test_what_was_dropped_adapted_and_kept_is_told(place: Place, child: Version) -> None:
    actions.trace(child, by=place.head)
    kin = queries.kin_of(child)
    assert kin is not None
    told = {(row["part"], row["status"]) for row in kin.rows}
    assert ("contents", "missing") in told
    assert ("contents", "adapted") in told
    assert ("criteria_items", "same") in told
    missing = [row for row in kin.rows if row["status"] == "missing"]
    assert kin.dropped == len(missing) >= 1
    assert any("phổ biến kỹ năng số" in row["a"]["words"] for row in missing)
    assert {row["status"] for row in (queries.kin_of(child, status="missing") or kin).rows} == {"missing"}


def test_compared_again_is_the_same_row(place: Place, child: Version) -> None:
    actions.trace(child, by=place.head)
    actions.trace(child, by=place.head)
    assert Lineage.objects.count() == 1
    assert Event.objects.filter(name="version.trace").count() == 2


def test_a_plan_without_parent_is_compared_with_nothing(place: Place, above: Movement) -> None:
    assert actions.trace(above.versions.get(), by=place.standing) is None
    assert not Lineage.objects.exists()


def test_a_new_version_above_makes_the_comparison_outdated(place: Place, above: Movement, child: Version) -> None:
    actions.trace(child, by=place.head)
    kin = queries.kin_of(child)
    assert kin is not None
    assert not kin.outdated
    confirmed(opening.amend(above, plan(PLAN + "\n"), by=place.standing), place.standing)
    kin = queries.kin_of(child)
    assert kin is not None
    assert kin.outdated


def test_set_parent_says_what_it_was_and_is(place: Place, above: Movement) -> None:
    child = make_open(place.commune, place.head)
    moved = actions.set_parent(child.movement, above, by=place.head)
    assert moved.parent == above
    event = Event.objects.order_by("id").last()
    assert event is not None
    assert (event.name, event.data) == ("movement.set_parent", {"before": None, "after": above.pk})


def test_a_movement_is_not_carried_down_from_itself(place: Place, above: Movement, child: Version) -> None:
    with pytest.raises(actions.Circle):
        actions.set_parent(above, child.movement, by=place.standing)
    above.refresh_from_db()
    assert above.parent is None


def test_who_may_not_sets_no_parent(place: Place, above: Movement) -> None:
    child = make_open(place.commune, place.head)
    for by in (place.clerk, place.stranger, place.auditor):
        with pytest.raises(PermissionDenied):
            actions.set_parent(child.movement, above, by=by)
    child.movement.refresh_from_db()
    assert child.movement.parent is None


def test_the_pages_warn_of_what_was_dropped(place: Place, child: Version) -> None:
    actions.trace(child, by=place.head)
    client = signed_in(place.clerk)
    words = client.get(reverse("lineage:page", args=[child.movement_id])).content.decode()
    assert "phổ biến kỹ năng số" in words
    assert "<ins>trước</ins>" in words
    lineage = reverse("lineage:page", args=[child.movement_id])
    assert f'href="{lineage}"' in client.get(reverse("movements:page", args=[child.movement_id])).content.decode()
    link = f"{reverse('movements:document', args=[child.movement_id, 1])}?words=0,20#fact-0"
    assert '<i id="fact-0"></i>' in client.get(link).content.decode()


def test_the_form_sets_and_compares(place: Place, above: Movement) -> None:
    child = make_open(place.commune, place.head, text=OURS)
    address = reverse("lineage:carry_down", args=[child.movement_id])
    said = {"parent": above.pk, "once": secrets.token_hex(8)}
    assert signed_in(place.clerk).post(address, said).status_code == 403
    assert signed_in(place.head).post(address, said).status_code == 302
    assert Lineage.objects.get().parent == above.versions.get()


def test_changes_of_a_version_are_told_by_what_they_were(place: Place) -> None:
    live = make_open(place.commune, place.head)
    amended = opening.amend(live.movement, plan(OURS), by=place.clerk)
    told = {(change.status, change.before is None, change.now is None) for change in queries.changes(amended)}
    assert told >= {("changed", False, False), ("gone", False, True), ("same", False, False)}
    address = reverse("lineage:changes", args=[live.movement_id])
    words = signed_in(place.clerk).get(address).content.decode()
    marked = [one.split("</dd>")[0] for one in words.split('<div class="differs">')[1:]]
    assert any("trước hẹn" in one for one in marked)
    assert any("đúng hẹn" in one for one in marked)
    assert not any("<dt>Ký hiệu trong văn bản</dt>" in one for one in marked)
    assert signed_in(place.stranger).get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_changes_ask_two_questions(place: Place, rows: int, django_assert_num_queries: object) -> None:
    live = make_open(place.commune, place.head)
    text = PLAN
    for number in range(rows):
        text = text.replace("III. TIÊU CHÍ", f"{number + 3}. Thi đua làm việc tốt thứ {number}.\n\nIII. TIÊU CHÍ")
    amended = opening.amend(live.movement, plan(text), by=place.clerk)
    amended = Version.objects.select_related("follows").get(pk=amended.pk)
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len([one for one in queries.changes(amended) if one.status == "new"]) >= rows


def test_the_form_refuses_a_circle_in_words(place: Place, above: Movement, child: Version) -> None:
    Movement.objects.filter(pk=child.movement_id).update(unit=place.province)
    said = {"parent": child.movement_id, "once": secrets.token_hex(8)}
    answer = signed_in(place.standing).post(reverse("lineage:carry_down", args=[above.pk]), said, follow=True)
    assert len(list(answer.context["messages"])) == 1
    above.refresh_from_db()
    assert above.parent is None


def test_a_movement_without_parent_says_so(place: Place, above: Movement) -> None:
    client = signed_in(place.standing)
    words = client.get(reverse("lineage:page", args=[above.pk])).content.decode()
    assert 'name="parent"' in words
    assert client.get(reverse("lineage:changes", args=[above.pk])).status_code == 404
