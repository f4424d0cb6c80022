"""Constraints that every room writes the same way."""

from django.db.models import CheckConstraint, F, Q


def paired(verb: str, *, name: str) -> CheckConstraint:
    """A moment and the person stand together or not at all: `taken_at` with `taken_by`."""
    at, who = f"{verb}_at__isnull", f"{verb}_by__isnull"
    return CheckConstraint(condition=Q(**{at: True, who: True}) | Q(**{at: False, who: False}), name=name)


def ordered_days(*, name: str) -> CheckConstraint:
    """What ends does not end before it starts."""
    unbounded = Q(starts_on__isnull=True) | Q(ends_on__isnull=True)
    return CheckConstraint(condition=unbounded | Q(ends_on__gte=F("starts_on")), name=name)
