"""Rooms above that keep rows in step with plans: each registers at start-up what is called after an act here."""

from collections.abc import Callable, Iterable
from functools import partial

from django.db import transaction

from thidua.movements.models import Fact, Version
from thidua.people.models import User

_judged: list[Callable[[Version, list[Fact]], None]] = []
_accepted: list[Callable[..., object]] = []


def when_judged(follower: Callable[[Version, list[Fact]], None]) -> None:
    """Call this in the same transaction whenever facts were judged, added or carried over."""
    _judged.append(follower)


def when_accepted(follower: Callable[..., object]) -> None:
    """Call this with the version and `by` once a version is in force and committed."""
    _accepted.append(follower)


def judged(version: Version, facts: Iterable[Fact]) -> None:
    """Tell those who follow facts."""
    changed = list(facts)
    for follower in _judged:
        follower(version, changed)


def accepted(version: Version, *, by: User) -> None:
    """Tell those who follow versions, after the commit."""
    for follower in _accepted:
        transaction.on_commit(partial(follower, version, by=by), robust=True)  # it is in force all the same
