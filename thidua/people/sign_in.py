"""How allauth behaves here: nobody signs up by himself, and each coming, leaving and new password is written down."""

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from thidua.people.actions import users
from thidua.people.models import User


class SignIn(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no: an administrator adds users."""
        return False

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        """Open the session and write it down."""
        super().login(request, user)
        users.sign_in(user)

    @transaction.atomic
    def logout(self, request: HttpRequest) -> None:
        """Write it down and end the session."""
        if isinstance(request.user, User):
            users.sign_out(request.user)
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        """Leave the writing to the one act that does it."""
        users.choose_password(user, password)


def password_link(user: User) -> str:
    """The path at which a new user chooses his first password."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token})
