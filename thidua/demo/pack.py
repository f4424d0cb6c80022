"""The invented province as it stands in `packs/demo`: units, people and plans."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from thidua.people.actions.units import UnitDetails
from thidua.people.models import Level, UnitKind
from thidua.people.permissions import Role

PACK = Path(settings.ROOT) / "packs" / "demo"


@dataclass(frozen=True)
class UnitRow:
    """A unit, the key under which the pack knows it and the key of the unit above; the root has none above."""

    key: str
    under: str
    details: UnitDetails


@dataclass(frozen=True)
class PersonRow:
    """A person with the role for which the demo shows him, and whatever else he holds: roles and keys of units."""

    key: str
    name: str
    email: str
    role: Role
    unit: str
    also: tuple[tuple[Role, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Saying:
    """What a person says of a fact: at a clause it is corrected, at words of the plan it is added."""

    field: str
    values: dict[str, Any]
    clause: str = ""
    words: str = ""
    reason: str = ""


@dataclass(frozen=True)
class PlanRow:
    """A plan of the pack, who opens it where, and what he says of its facts."""

    path: Path
    unit: str
    by: str
    under: str
    corrections: tuple[Saying, ...]
    additions: tuple[Saying, ...]


def units() -> list[UnitRow]:
    """List the units, each after the one above it; the first is the root."""
    rows = _rows("units.toml", "unit")
    root = rows[0]["key"]
    return [UnitRow(row["key"], "" if row["key"] == root else row.get("under", root), _details(row)) for row in rows]


def people() -> list[PersonRow]:
    """List the people; the first is the administrator who makes the others."""
    rows = _rows("people.toml", "person")
    return [PersonRow(row["key"], row["name"], row["email"], *_role(row), _others(row)) for row in rows]


def _role(row: dict[str, str]) -> tuple[Role, str]:
    return Role(row["role"]), row["unit"]


def _others(row: dict[str, Any]) -> tuple[tuple[Role, str], ...]:
    return tuple(_role(one) for one in row.get("also", ()))


def plans() -> list[PlanRow]:
    """List the plans, each after the one it carries down."""
    return [
        PlanRow(
            path=PACK / row["file"],
            unit=row["unit"],
            by=row["by"],
            under=row.get("under", ""),
            corrections=_sayings(row, "correct"),
            additions=_sayings(row, "add"),
        )
        for row in _rows("plans.toml", "plan")
    ]


def _sayings(row: dict[str, Any], word: str) -> tuple[Saying, ...]:
    return tuple(Saying(**one) for one in row.get(word, ()))


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    return tomllib.loads((PACK / name).read_text(encoding="utf-8"))[table]


def _details(row: dict[str, Any]) -> UnitDetails:
    words = {key: row[key] for key in ("short_name", "locality", "code", "tax_code") if key in row}
    days: dict[str, dt.date] = {key: row[key] for key in ("starts_on", "ends_on") if key in row}
    return UnitDetails(name=row["name"], kind=UnitKind(row["kind"]), level=Level(row["level"]), **words, **days)
