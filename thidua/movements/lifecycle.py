"""States and moves of a movement, and of each version of its plan."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.people.permissions import Permission
from thidua.rules.lifecycle import Lifecycle, Move


class State(TextChoices):
    """Where a movement is."""

    DRAFT = "draft", _("In preparation")
    OPEN = "open", _("Open")
    DISCARDED = "discarded", _("Discarded")


MOVEMENT = Lifecycle(
    Move("open", (State.DRAFT,), State.OPEN, Permission.PLAN_CONFIRM),
    Move("discard", (State.DRAFT,), State.DISCARDED, Permission.PLAN_OPEN),
)


class Stage(TextChoices):
    """Where a version of a plan is."""

    READING = "reading", _("Being read")
    FAILED = "failed", _("Could not be read")
    DRAFT = "draft", _("To be confirmed")
    LIVE = "live", _("In force")
    REPLACED = "replaced", _("Replaced")
    DISCARDED = "discarded", _("Discarded")


PENDING = (Stage.READING, Stage.FAILED, Stage.DRAFT)

VERSION = Lifecycle(
    Move("read", (Stage.READING,), Stage.DRAFT, Permission.PLAN_OPEN),
    Move("fail", (Stage.READING,), Stage.FAILED, Permission.PLAN_OPEN),
    Move("retry", (Stage.FAILED, Stage.READING), Stage.READING, Permission.PLAN_OPEN),
    Move("accept", (Stage.DRAFT,), Stage.LIVE, Permission.PLAN_CONFIRM),
    Move("replace", (Stage.LIVE,), Stage.REPLACED, Permission.PLAN_CONFIRM),
    Move("discard", PENDING, Stage.DISCARDED, Permission.PLAN_OPEN),
)
