"""A province, a commune below it, a neighbour, and the people who open plans there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.factories import make_unit, make_user
from thidua.people.models import Unit, User


@dataclass(frozen=True)
class Place:
    """Units and users around one commune."""

    province: Unit
    home: Unit
    commune: Unit
    office: Unit
    neighbour: Unit
    standing: User
    head: User
    clerk: User
    stranger: User
    auditor: User


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    """Keep the files of a test apart."""
    settings.FILES = tmp_path / "files"


@pytest.fixture
def place(db: None) -> Place:
    province = make_unit(
        "Ủy ban nhân dân tỉnh Lam Khê", kind="committee", short_name="UBND tỉnh", locality="tỉnh Lam Khê"
    )
    home = make_unit("Sở Nội vụ tỉnh Lam Khê", under=province, short_name="Sở Nội vụ")
    commune = make_unit(
        "Ủy ban nhân dân xã Suối Trúc", under=province, kind="committee", level="commune", locality="xã Suối Trúc"
    )
    office = make_unit("Phòng Văn hóa - Xã hội", under=commune, kind="office", level="commune")
    neighbour = make_unit(
        "Ủy ban nhân dân xã Lam Hạ", under=province, kind="committee", level="commune", locality="xã Lam Hạ"
    )
    return Place(
        province, home, commune, office, neighbour,
        standing=make_user("Cán bộ thường trực", role="standing_officer", at=province),
        head=make_user("Chủ tịch xã", role="unit_head", at=commune),
        clerk=make_user("Văn thư xã", role="unit_clerk", at=commune),
        stranger=make_user("Chủ tịch xã bên", role="unit_head", at=neighbour),
        auditor=make_user("Người kiểm toán", role="auditor", at=province),
    )  # fmt: skip
