"""What stands in a plan of its parent's, and what differs from the version before."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.lineage.models import Lineage
from thidua.movements.lifecycle import Stage
from thidua.movements.models import Fact, Verdict, Version
from thidua.movements.models.facts import STANDING
from thidua.plan_reader.compare import PARTS
from thidua.rules.matching import same_values
from thidua.terms.fields import FIELDS, Form

WORDS: dict[str, tuple[Any, str]] = {
    "missing": (_("dropped"), "soon"),
    "gone": (_("gone"), "soon"),
    "adapted": (_("adapted"), "info"),
    "changed": (_("changed"), "info"),
    "new": (_("new"), "info"),
    "same": (_("the same"), "done"),
}
KIN = ("missing", "adapted", "new", "same")
CHANGES = ("changed", "new", "gone", "same")


@dataclass(frozen=True)
class Tab:
    """A kind of difference and how often it occurs."""

    key: str
    label: str
    count: int


def tabs(statuses: Iterable[str], order: Sequence[str]) -> list[Tab]:
    """How often each kind of difference occurs, in a given order."""
    counts = Counter(statuses)
    return [Tab(key, str(WORDS[key][0]), counts[key]) for key in order]


@dataclass(frozen=True)
class Kin:
    """How a plan stands to its parent's: the comparison, its rows by status, and whether the parent has moved on."""

    lineage: Lineage
    tabs: list[Tab]
    rows: list[dict[str, Any]]
    outdated: bool

    @property
    def share(self) -> int:
        """How much of the plan above stands here word for word, in percent."""
        return round(100 * self.lineage.copied)

    @property
    def dropped(self) -> int:
        """How many things of the plan above do not stand here."""
        return self.lineage.dropped


def kin_of(version: Version, *, status: str = "") -> Kin | None:
    """The comparison of a version with its parent's, its rows narrowed to one status."""
    lineage = Lineage.objects.filter(child=version).select_related("parent__movement").first()
    if lineage is None:
        return None
    rows = [_told(row) for row in lineage.rows if status in ("", row["status"])]
    rows.sort(key=lambda row: KIN.index(row["status"]))
    moved_on = lineage.parent.movement_id != version.movement.parent_id or lineage.parent.state != Stage.LIVE
    return Kin(lineage, tabs((row["status"] for row in lineage.rows), KIN), rows, moved_on)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    word, tone = WORDS[row["status"]]
    sides = {key: {**row[key], "words": _words(row["part"], row[key]["text"])} for key in "ab" if row[key]}
    field = PARTS.get(row["part"], row["part"])  # the label of the facts that were compared, not of their groups
    return {**row, **sides, "part": field, "word": str(word), "tone": tone}


def _words(part: str, text: str) -> str:
    """The words of one side; an award is named by its form."""
    return dict(Form.choices).get(text, text) if part == "awards" else text


@dataclass(frozen=True)
class Change:
    """How a fact of one version stands to the version before."""

    status: str
    label: str
    now: Fact | None
    before: Fact | None

    @property
    def word(self) -> str:
        """The status in words."""
        return str(WORDS[self.status][0])

    @property
    def tone(self) -> str:
        """The tone of its pill."""
        return WORDS[self.status][1]


def changes(version: Version) -> list[Change]:
    """Changed, new and gone facts of a version, then the same ones: two questions."""
    facts = list(version.facts.select_related("follows").order_by("position"))
    found = [Change(_status(fact), str(FIELDS[fact.field].label), fact, fact.follows) for fact in facts]
    followed = {fact.follows_id for fact in facts}
    before = version.follows.facts.order_by("position") if version.follows else Fact.objects.none()
    gone = [one for one in before if one.pk not in followed and one.verdict in (*STANDING, Verdict.READ)]
    found += [Change("gone", str(FIELDS[one.field].label), None, one) for one in gone]
    return sorted(found, key=lambda change: CHANGES.index(change.status))


def _status(fact: Fact) -> str:
    if fact.follows is None:
        return "new"
    before = fact.follows.read_values or fact.follows.values
    return "same" if same_values(fact.read_values or fact.values, before) else "changed"
