"""A plan handed in: the first of a movement, or an amended one."""

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from thidua.base.files import keep
from thidua.base.log import record
from thidua.movements import queries
from thidua.movements.actions import readings
from thidua.movements.lifecycle import PENDING, Stage, State
from thidua.movements.models import Movement, Version
from thidua.people.access import allow
from thidua.people.models import Unit, User
from thidua.people.moves import hold
from thidua.people.permissions import Permission
from thidua.plan_reader.faults import Fault
from thidua.plan_reader.reading import PlanReading


@dataclass(frozen=True)
class Plan:
    """A file handed in, what was read in it, and its faults; a scan is read later."""

    content: bytes
    name: str
    reading: PlanReading | None
    faults: tuple[Fault, ...] = ()


class AlreadyHere(Exception):
    """The same bytes were handed in before."""

    def __init__(self, version: Version) -> None:
        super().__init__(str(version))
        self.version = version


class StillPending(Exception):
    """The movement has a version that is still to be read or confirmed."""


@transaction.atomic
def open_plan(plan: Plan, *, at: Unit, by: User, parent: Movement | None = None) -> Version:
    """Prepare a movement from a plan; nothing of it is live before it is confirmed."""
    allow(by, Permission.PLAN_OPEN, at=at)
    _refuse_twice(plan, by)
    movement = Movement(unit=at, parent=parent, added_at=timezone.now(), added_by=by)
    movement.call(readings.name_in(plan.reading) or plan.name)
    movement.save()
    record("movement.prepare", movement, by=by, file=plan.name)
    return _hand_in(movement, plan, by=by, follows=None)


@transaction.atomic
def amend(movement: Movement, plan: Plan, *, by: User) -> Version:
    """Hand in an amended plan; the version in force stays so until this one is accepted."""
    allow(by, Permission.PLAN_OPEN, at=movement.unit)
    held = hold(movement)
    if held.state == State.DISCARDED or held.versions.filter(state__in=PENDING).exists():
        raise StillPending
    _refuse_twice(plan, by)
    version = _hand_in(held, plan, by=by, follows=held.versions.filter(state=Stage.LIVE).first())
    record("version.hand_in", version, by=by, file=plan.name, ordinal=version.ordinal)
    return version


def _refuse_twice(plan: Plan, by: User) -> None:
    digest = hashlib.sha256(plan.content).hexdigest()
    same = Version.objects.filter(file__sha256=digest, movement__in=queries.visible_to(by))
    if version := same.filter(state__in=(Stage.READING, Stage.DRAFT, Stage.LIVE)).first():
        raise AlreadyHere(version)


def _hand_in(movement: Movement, plan: Plan, *, by: User, follows: Version | None) -> Version:
    last = movement.versions.aggregate(last=Max("ordinal"))["last"] or 0
    version = Version.objects.create(
        movement=movement,
        ordinal=last + 1,
        follows=follows,
        file=keep(plan.content, name=plan.name),
        state=Stage.DRAFT if plan.reading else Stage.READING,
        handed_in_at=timezone.now(),
        handed_in_by=by,
    )
    if plan.reading:
        readings.store(version, plan.reading, plan.faults)
    else:
        transaction.on_commit(lambda: readings.begin(version))
    return version
