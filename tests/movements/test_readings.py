"""A scan is read by a task: idempotent, with signs of life, swept up when its worker dies."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, _taken, make_version
from thidua.movements.actions import opening, readings
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Version
from thidua.people.models import RoleHolding
from thidua.rules.lifecycle import MoveRefused


@pytest.fixture
def version(place: Place) -> Version:
    """A plan whose pages are still to be recognised; its bytes are in fact plain text."""
    return opening.open_plan(opening.Plan(PLAN.encode(), "quet.pdf", None), at=place.commune, by=place.clerk)


def test_a_scan_waits_under_its_files_name(version: Version) -> None:
    assert (version.state, version.movement.name, version.facts.count()) == (Stage.READING, "quet.pdf", 0)


def test_the_task_is_queued_when_the_act_is_committed(place: Place, django_capture_on_commit_callbacks: object) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        version = opening.open_plan(opening.Plan(PLAN.encode(), "a.pdf", None), at=place.commune, by=place.clerk)
    read, watch = DBTaskResult.objects.order_by("enqueued_at")
    assert (read.task_path.rsplit(".", 1)[1], watch.task_path.rsplit(".", 1)[1]) == ("read_scan", "watch")
    assert (read.args_kwargs["args"], watch.args_kwargs["args"]) == ([version.pk, place.clerk.pk], [version.pk])
    assert watch.run_after > timezone.now()


def test_the_task_reads_and_names_the_movement(version: Version) -> None:
    readings.read_scan.call(version.pk, version.handed_in_by_id)
    version.refresh_from_db()
    version.movement.refresh_from_db()
    assert (version.state, version.movement.name) == (Stage.DRAFT, "Suối Trúc làm theo dữ liệu")
    assert version.facts.filter(field="contents").count() == 2


def test_the_task_run_twice_reads_once(version: Version) -> None:
    readings.read_scan.call(version.pk, version.handed_in_by_id)
    count = version.facts.count()
    readings.read_scan.call(version.pk, version.handed_in_by_id)
    reading = _taken(PLAN).reading
    assert reading is not None
    readings.finish(version.pk, reading, by=version.handed_in_by)
    assert version.facts.count() == count > 0


def test_progress_is_told_page_by_page(version: Version) -> None:
    readings.beat(version.pk, 3, 12)
    version.refresh_from_db()
    assert (version.pages_done, version.pages_all, version.read_at is not None) == (3, 12, True)


def test_what_cannot_be_read_keeps_the_readers_sentence(place: Place) -> None:
    plan = opening.Plan(b"%PDF-1.4 broken", "hong.pdf", None)
    version = opening.open_plan(plan, at=place.commune, by=place.clerk)
    readings.read_scan.call(version.pk, version.handed_in_by_id)
    version.refresh_from_db()
    assert (version.state, version.facts.count()) == (Stage.FAILED, 0)
    assert "hỏng" in version.error


def silent(version: Version, minutes: int) -> dt.datetime:
    """Make a version's last sign of life old; answer with the moment of looking."""
    Version.objects.filter(pk=version.pk).update(read_at=timezone.now() - dt.timedelta(minutes=minutes))
    return timezone.now()


def test_the_sweeper_queues_again_what_fell_silent_and_leaves_what_lives(
    version: Version, django_capture_on_commit_callbacks: object
) -> None:
    assert readings.sweep(now=silent(version, 1)) == 0
    with django_capture_on_commit_callbacks() as callbacks:  # type: ignore[operator]
        assert readings.sweep(now=silent(version, 10)) == 1
    version.refresh_from_db()
    assert (version.tries, version.state, len(callbacks)) == (1, Stage.READING, 1)
    assert readings.sweep(now=timezone.now()) == 0


def test_the_sweeper_gives_up_after_some_tries(version: Version) -> None:
    for _ in range(readings.TRIES):
        readings.sweep(now=silent(version, 10))
    version.refresh_from_db()
    assert (version.state, bool(version.error)) == (Stage.FAILED, True)


def test_the_sweeper_leaves_what_its_sender_may_no_longer_do(place: Place, version: Version) -> None:
    holding = RoleHolding.objects.get(user=place.clerk)
    ended = {"ends_on": dt.date(2021, 1, 1), "taken_at": timezone.now(), "taken_by": place.head}
    RoleHolding.objects.filter(pk=holding.pk).update(**ended)
    assert readings.sweep(now=silent(version, 10)) == 0
    version.refresh_from_db()
    assert (version.state, version.tries) == (Stage.READING, 0)


def test_retry_begins_again_and_only_what_waits(place: Place, version: Version) -> None:
    readings.fail(version.pk, "Tệp mờ quá.", by=place.clerk)
    again = readings.retry(version, by=place.clerk)
    assert (again.state, again.error) == (Stage.READING, "")
    with pytest.raises(MoveRefused):
        readings.retry(make_version(place.commune, place.clerk), by=place.clerk)


def test_another_reads_again_what_one_who_left_handed_in(
    place: Place, version: Version, django_capture_on_commit_callbacks: object
) -> None:
    RoleHolding.objects.filter(user=place.clerk).update(ends_on=timezone.localdate())
    with pytest.raises(PermissionDenied):
        readings.read_scan.call(version.pk, place.clerk.pk)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        readings.retry(version, by=place.head)
    asked = DBTaskResult.objects.get(task_path__endswith="read_scan").args_kwargs["args"]
    readings.read_scan.call(*asked)
    version.refresh_from_db()
    assert version.state == Stage.DRAFT


def test_a_reading_is_watched_until_it_has_ended(version: Version) -> None:
    silent(version, 10)
    readings.watch.call(version.pk)
    version.refresh_from_db()
    assert (version.tries, DBTaskResult.objects.filter(task_path__endswith="watch").count()) == (1, 1)
    readings.read_scan.call(version.pk, version.handed_in_by_id)
    readings.watch.call(version.pk)
    assert DBTaskResult.objects.filter(task_path__endswith="watch").count() == 1
