"""The whole policy: what can be allowed, and to whom. A role is held in a unit and so in all below it."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One name for each thing that needs leave: OBJECT_VERB."""

    UNIT_VIEW = "unit_view"
    UNIT_ADD = "unit_add"
    USER_ADD = "user_add"
    ROLE_GIVE = "role_give"
    LOG_VIEW = "log_view"
    PLAN_OPEN = "plan_open"
    PLAN_CONFIRM = "plan_confirm"
    MOVEMENT_VIEW = "movement_view"
    OBLIGATION_ADD = "obligation_add"


class Role(TextChoices):
    """Short keys that stay for ever; the words are for the screen."""

    UNIT_CLERK = "unit_clerk", _("Unit clerk")
    UNIT_HEAD = "unit_head", _("Unit head")
    STANDING_OFFICER = "standing_officer", _("Standing agency officer")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


_EVERYONE = frozenset({Permission.UNIT_VIEW, Permission.MOVEMENT_VIEW})

ROLES: dict[str, frozenset[Permission]] = {
    Role.UNIT_CLERK: _EVERYONE | {Permission.PLAN_OPEN},
    Role.UNIT_HEAD: _EVERYONE | {Permission.PLAN_OPEN, Permission.PLAN_CONFIRM},
    Role.STANDING_OFFICER: _EVERYONE | {Permission.PLAN_OPEN, Permission.PLAN_CONFIRM, Permission.OBLIGATION_ADD},
    Role.AUDITOR: _EVERYONE | {Permission.LOG_VIEW},
    # Units and accounts only: no decision of the work itself.
    Role.ADMINISTRATOR: frozenset(
        {Permission.UNIT_VIEW, Permission.UNIT_ADD, Permission.USER_ADD, Permission.ROLE_GIVE}
    ),
}


def roles_with(permission: Permission) -> list[str]:
    """Name the roles that carry this permission."""
    return [str(role) for role, allowed in ROLES.items() if permission in allowed]
