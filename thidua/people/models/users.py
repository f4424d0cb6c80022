"""Users: whoever signs in."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from thidua.base.fields import KeyField
from thidua.people.models.units import Unit


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> "User":
        """Find a user by address, whatever its capitals."""
        return self.get(email=(email or "").lower())


class User(AbstractBaseUser):
    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(_("full name"), max_length=200)
    folded = models.CharField(max_length=500, editable=False)
    sort_key = KeyField(max_length=1000, editable=False)
    language = models.CharField(
        _("language"), max_length=2, blank=True, choices=settings.LANGUAGES
    )  # empty: never chosen
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_on = models.DateField(_("from"))

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("user")
        constraints = (models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_in_small_letters"),)

    def __str__(self) -> str:
        return self.name

    def capacity(self, at: models.Model | None) -> str:
        """Name the roles held today at this unit or above it (anywhere, when there is no unit)."""
        held = self.holdings.on(localdate())
        if isinstance(at, Unit):
            held = held.filter(unit__path__in=at.lineage())
        return ",".join(sorted(set(held.values_list("role", flat=True))))
