"""A small tree: a province with two departments and a commune that has an office."""

from dataclasses import dataclass

import pytest

from tests.factories import make_unit
from thidua.people.models import Unit


@dataclass(frozen=True)
class Tree:
    province: Unit
    finance: Unit
    home: Unit
    commune: Unit
    office: Unit


@pytest.fixture
def tree(db: None) -> Tree:
    province = make_unit("Ủy ban nhân dân tỉnh", kind="committee")
    finance, home = make_unit("Sở Tài chính", under=province), make_unit("Sở Nội vụ", under=province)
    commune = make_unit("Ủy ban nhân dân xã Đông", under=province, kind="committee", level="commune")
    office = make_unit("Văn phòng xã Đông", under=commune, kind="office", level="commune")
    return Tree(province, finance, home, commune, office)
