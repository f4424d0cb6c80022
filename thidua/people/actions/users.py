"""Add users, and what a user sets for himself."""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from thidua.base.log import record
from thidua.people.access import allow
from thidua.people.models import Unit, User
from thidua.people.permissions import Permission
from thidua.viet.sort import sort_key
from thidua.viet.text import clean, fold


@transaction.atomic
def add(email: str, *, name: str, at: Unit, on: dt.date, by: User) -> User:
    """Add a user who will choose a password by the link that 'password forgotten' sends."""
    allow(by, Permission.USER_ADD, at=at)
    user = enrol(email, name=name, on=on)
    record("user.add", user, by=by, at=at)
    return user


def enrol(email: str, *, name: str, on: dt.date) -> User:
    """Write the row, for the acts of this room."""
    user = User(email=email.strip().lower(), name=clean(name).strip(), joined_on=on)
    user.folded, user.sort_key = fold(f"{user.name} {user.email}"), sort_key(user.name)
    user.set_unusable_password()
    user.full_clean()
    user.save(force_insert=True)
    return user


@transaction.atomic
def choose_password(user: User, password: str) -> User:
    """Set the user's own password, never told to the log."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    record("user.choose_password", user, by=user)
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


@transaction.atomic
def sign_in(user: User) -> None:
    """Write that a user came in."""
    record("user.sign_in", user, by=user)


@transaction.atomic
def sign_out(user: User) -> None:
    """Write that a user left."""
    record("user.sign_out", user, by=user)
