"""Sent twice is one act: a form's key finds the act again instead of repeating it."""

import secrets
from collections.abc import Callable
from typing import TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist, SuspiciousOperation
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import Http404
from django.utils import timezone

from thidua.base.log import Actor, key_of, thing
from thidua.base.models import Once

M = TypeVar("M", bound=Model)


class NoKey(SuspiciousOperation):
    """The form came without its key (answered as a bad request)."""


def fresh_key() -> str:
    """Make the key of one form on one page."""
    return secrets.token_urlsafe(24)


@transaction.atomic
def once(key: str, act: Callable[[], M], *, by: Actor) -> M:
    """Act, or answer with what the same key brought about before; an act that fails leaves its key unused."""
    if not 0 < len(key) <= 80 or not key.isprintable():
        raise NoKey("no key")
    actor = f"people.user:{by.pk}"
    try:
        with transaction.atomic():  # a parallel sender of this key waits here until the first has ended
            claim = Once.objects.create(actor=actor, key=key, at=timezone.now())
    except IntegrityError:
        try:
            return cast(M, thing(Once.objects.get(actor=actor, key=key).item))
        except ObjectDoesNotExist as error:  # it was taken away again since
            raise Http404 from error
    item = act()
    claim.item = key_of(item)
    claim.save(update_fields=["item"])
    return item
