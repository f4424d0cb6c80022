"""Units take their place in the tree, one newcomer at a time."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from tests.factories import DAY, make_unit, make_user
from thidua.base.models import Event
from thidua.people import queries
from thidua.people.actions import units
from thidua.people.actions.units import TreeFull, UnitDetails
from thidua.people.models import Level, Unit, UnitKind

from .conftest import Tree

SCHOOL = UnitDetails(name="Trường  Trung học Đông", kind=UnitKind.SCHOOL, level=Level.COMMUNE, code="000.00.01.H99")


def test_add_puts_the_unit_below_its_parent_and_tells_the_log(tree: Tree) -> None:
    administrator = make_user(role="administrator", at=tree.province)
    school = units.add(tree.commune, SCHOOL, by=administrator)
    assert school.path.startswith(tree.commune.path)
    assert tree.commune.covers(school)
    assert not tree.home.covers(school)
    event = Event.objects.get(name="unit.add")
    assert (event.item, event.role, event.data["code"]) == (
        f"people.unit:{school.pk}",
        "administrator",
        "000.00.01.H99",
    )


def test_whoever_does_not_administer_there_adds_nothing(tree: Tree) -> None:
    for user in (make_user(role="unit_head", at=tree.commune), make_user(role="administrator", at=tree.home)):
        with pytest.raises(PermissionDenied):
            units.add(tree.commune, SCHOOL, by=user)
    assert not Unit.objects.filter(kind=UnitKind.SCHOOL).exists()
    assert not Event.objects.filter(name="unit.add").exists()


def test_a_unit_without_a_name_is_refused(tree: Tree) -> None:
    with pytest.raises(ValidationError):
        make_unit("  \u200b ", under=tree.home)


def test_paths_go_on_after_the_last_sibling(tree: Tree) -> None:
    Unit.objects.filter(pk=tree.office.pk).update(path=tree.commune.path + "00Z9")
    assert make_unit(under=tree.commune).path == tree.commune.path + "00ZA"


def test_a_tree_that_has_no_place_left_says_so(tree: Tree) -> None:
    Unit.objects.filter(pk=tree.office.pk).update(path=tree.commune.path + "ZZZZ")
    with pytest.raises(TreeFull):
        make_unit(under=tree.commune)
    deepest = make_unit(under=tree.home)
    while len(deepest.path) < 64:
        deepest = make_unit(under=deepest)
    with pytest.raises(TreeFull):
        make_unit(under=deepest)


def test_lineage_names_the_paths_from_the_root_down(tree: Tree) -> None:
    assert list(Unit.objects.above(tree.office)) == [tree.province, tree.commune]
    assert tree.office.lineage() == [tree.province.path, tree.commune.path, tree.office.path]


@pytest.mark.parametrize(("day", "count"), [("2025-06-30", 1), ("2025-07-01", 2), ("2026-07-01", 1)])
def test_units_of_a_day_are_those_in_force_on_it(db: None, day: str, count: int) -> None:
    make_unit()
    make_unit(starts_on=dt.date(2025, 7, 1), ends_on=dt.date(2026, 7, 1))
    assert Unit.objects.on(dt.date.fromisoformat(day)).count() == count


def test_a_unit_does_not_end_before_it_starts(db: None) -> None:
    unit = make_unit(starts_on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=unit.pk).update(ends_on=DAY - dt.timedelta(days=1))


@pytest.mark.parametrize("words", ["so noi vu", "NỘI", "vu so", "H99"])
def test_units_are_found_without_accents_in_any_order_and_by_code(tree: Tree, words: str) -> None:
    wanted = tree.home
    if words == "H99":
        wanted = make_unit("Đơn vị khác", under=tree.home, code="000.00.01.H99")
    assert list(queries.found_by(Unit.objects.all(), words)) == [wanted]


def test_siblings_stand_in_the_order_of_the_vietnamese_alphabet(db: None) -> None:
    names = ["Sở Đo lường", "Sở Dân tộc", "Sở Ăn", "Sở An ninh", "Sở Ý", "Sở Y tế"]
    for name in names:
        make_unit(name)
    found = [unit.name for unit in Unit.objects.order_by("sort_key")]
    assert found == ["Sở An ninh", "Sở Ăn", "Sở Dân tộc", "Sở Đo lường", "Sở Ý", "Sở Y tế"]


@pytest.mark.django_db(transaction=True)
def test_two_administrators_adding_at_once_make_two_units_on_two_paths() -> None:
    parent = make_unit()
    users = [make_user(role="administrator", at=parent) for _ in range(4)]
    together, failed = threading.Barrier(4), []

    def add(user) -> None:
        try:
            together.wait(10)
            units.add(parent, SCHOOL, by=user)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(user,)) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failed
    assert len(set(parent.children.values_list("path", flat=True))) == 4
