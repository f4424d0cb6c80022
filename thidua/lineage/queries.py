"""What stands in a plan of its parent's, and what differs from the version before."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from thidua.lineage.models import Lineage
from thidua.movements.models import Fact, Verdict, Version
from thidua.movements.models.facts import STANDING
from thidua.rules.matching import same_values
from thidua.terms.fields import FIELDS

ORDER = ("missing", "adapted", "new", "same")


@dataclass(frozen=True)
class Kin:
    """How a plan stands to its parent's: the comparison, its rows by status, and whether the parent has moved on."""

    lineage: Lineage
    counts: dict[str, int]
    rows: list[dict[str, Any]]
    outdated: bool


def kin_of(version: Version, *, status: str = "") -> Kin | None:
    """The comparison of a version with its parent's, its rows narrowed to one status."""
    lineage = Lineage.objects.filter(child=version).select_related("parent__movement").first()
    if lineage is None:
        return None
    counts = Counter(row["status"] for row in lineage.rows)
    rows = [row for row in lineage.rows if status in ("", row["status"])]
    rows.sort(key=lambda row: ORDER.index(row["status"]))
    moved_on = lineage.parent.movement_id != version.movement.parent_id or lineage.parent.state != "live"
    return Kin(lineage, {status: counts[status] for status in ORDER}, rows, moved_on)


@dataclass(frozen=True)
class Change:
    """How a fact of one version stands to the version before."""

    status: str
    label: str
    now: Fact | None
    before: Fact | None


def changes(version: Version) -> list[Change]:
    """Changed, new and gone facts of a version, then the same ones: two questions."""
    facts = list(version.facts.select_related("follows").order_by("position"))
    found = [Change(_status(fact), str(FIELDS[fact.field].label), fact, fact.follows) for fact in facts]
    followed = {fact.follows_id for fact in facts}
    before = version.follows.facts.order_by("position") if version.follows else Fact.objects.none()
    gone = [one for one in before if one.pk not in followed and one.verdict in (*STANDING, Verdict.READ)]
    found += [Change("gone", str(FIELDS[one.field].label), None, one) for one in gone]
    order = ("changed", "new", "gone", "same")
    return sorted(found, key=lambda change: order.index(change.status))


def _status(fact: Fact) -> str:
    if fact.follows is None:
        return "new"
    before = fact.follows.read_values or fact.follows.values
    return "same" if same_values(fact.read_values or fact.values, before) else "changed"
