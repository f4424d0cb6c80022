"""Add users, and what a user sets for himself."""

import datetime as dt

from django.db import transaction

from thidua.base.log import record
from thidua.people.access import allow
from thidua.people.models import Unit, User
from thidua.people.permissions import Permission
from thidua.viet.sort import sort_key
from thidua.viet.text import fold


@transaction.atomic
def add(email: str, *, name: str, at: Unit, on: dt.date, by: User) -> User:
    """Add a user who will choose a password by the link that 'password forgotten' sends."""
    allow(by, Permission.USER_ADD, at=at)
    user = enrol(email, name=name, on=on)
    record("user.add", user, by=by, at=at)
    return user


def enrol(email: str, *, name: str, on: dt.date) -> User:
    """Write the row, for the acts of this room."""
    user = User(email=email.strip().lower(), name=name.strip(), joined_on=on)
    user.folded, user.sort_key = fold(f"{user.name} {user.email}"), sort_key(user.name)
    user.set_unusable_password()
    user.full_clean()
    user.save(force_insert=True)
    return user


@transaction.atomic
def choose_language(user: User, language: str) -> User:
    """Remember the language in which a user reads."""
    if user.language != language:
        before, user.language = user.language, language
        user.full_clean()
        user.save(update_fields=["language"])
        record("user.choose_language", user, by=user, before=before, after=language)
    return user
