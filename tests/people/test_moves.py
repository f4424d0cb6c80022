"""One door changes a state: it locks, checks, changes and logs together or not at all."""

import threading
from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction

from tests.factories import make_unit, make_user
from thidua.base.log import NotInTransaction
from thidua.base.models import Event
from thidua.people.models import Unit, User
from thidua.people.moves import hold, move
from thidua.people.permissions import Permission
from thidua.rules.lifecycle import Lifecycle, Move, MoveRefused


class Thing(models.Model):
    """A thing with a life, for these tests only."""

    LIFECYCLE = Lifecycle(Move("open", ("draft",), "live", Permission.PLAN_CONFIRM))
    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default="draft")

    class Meta:
        app_label = "people"

    def __str__(self) -> str:
        return f"Thing {self.pk}"


@pytest.fixture
def thing(transactional_db: None) -> Iterator[Thing]:
    with connection.schema_editor() as editor:
        editor.create_model(Thing)
    yield Thing.objects.create(unit=make_unit())
    with connection.schema_editor() as editor:
        editor.delete_model(Thing)


@transaction.atomic
def opened(thing: Thing, by: User) -> Thing:
    return move(thing, "open", by=by, reason="kế hoạch đã ký")


def test_a_move_changes_the_state_and_tells_what_was_before(thing: Thing) -> None:
    head = make_user(role="unit_head", at=thing.unit)
    opened(thing, head)
    assert Thing.objects.get().state == "live"
    event = Event.objects.get(name="thing.open")
    assert event.data == {"before": "draft", "after": "live", "reason": "kế hoạch đã ký"}
    assert (event.actor, event.unit) == (f"people.user:{head.pk}", f"people.unit:{thing.unit.pk}")


def test_whoever_may_not_changes_nothing(thing: Thing) -> None:
    for by in (make_user(role="unit_clerk", at=thing.unit), make_user(role="unit_head", at=make_unit())):
        with pytest.raises(PermissionDenied):
            opened(thing, by)
    assert Thing.objects.get().state == "draft"
    assert not Event.objects.filter(name="thing.open").exists()


def test_a_move_judges_by_the_state_in_the_database_and_not_by_an_old_copy(thing: Thing) -> None:
    head, copy = make_user(role="unit_head", at=thing.unit), Thing.objects.get()
    opened(thing, head)
    assert copy.state == "draft"
    with pytest.raises(MoveRefused):
        opened(copy, head)
    assert Event.objects.filter(name="thing.open").count() == 1


def test_nothing_is_held_or_moved_outside_a_transaction(thing: Thing) -> None:
    with pytest.raises(NotInTransaction):
        hold(thing)
    with pytest.raises(NotInTransaction):
        move(thing, "open", by=make_user(role="unit_head", at=thing.unit))
    assert Thing.objects.get().state == "draft"


def test_two_who_move_at_once_move_it_once(thing: Thing) -> None:
    heads = [make_user(role="unit_head", at=thing.unit) for _ in range(2)]
    together, told = threading.Barrier(2), []

    def try_it(head: User) -> None:
        try:
            together.wait(10)
            opened(thing, head)
            told.append("moved")
        except MoveRefused:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it, args=(head,)) for head in heads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(told) == ["moved", "refused"]
    assert Event.objects.filter(name="thing.open").count() == 1


def test_hold_gives_the_row_as_it_stands(db: None) -> None:
    unit = make_unit("Cũ")
    Unit.objects.filter(pk=unit.pk).update(name="Mới")
    assert hold(unit).name == "Mới"
