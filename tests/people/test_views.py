"""The pages of units: what one sees, finds, and at what price."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import LONG_AGO, make_unit, make_user
from thidua.people.actions import roles
from thidua.people.models import Unit, User
from thidua.people.permissions import Role

from .conftest import Tree


def seen(answer) -> list[str]:
    return [unit.name for unit in answer.context["page"].rows]


@pytest.fixture
def clerk(client: Client, tree: Tree) -> User:
    user = make_user(role="unit_clerk", at=tree.commune)
    client.force_login(user)
    return user


def test_the_first_page_shows_the_tops_of_ones_own_branches(client: Client, tree: Tree, clerk: User) -> None:
    assert seen(client.get("/don-vi/")) == ["Ủy ban nhân dân xã Đông"]


def test_a_unit_shows_what_it_is_who_works_there_and_what_stands_below(client: Client, tree: Tree, clerk: User) -> None:
    answer = client.get(f"/don-vi/{tree.commune.pk}/")
    assert seen(answer) == ["Văn phòng xã Đông"]
    assert clerk.name in answer.content.decode()
    assert answer.context["above"] == []


def test_a_neighbours_unit_is_not_there(client: Client, tree: Tree, clerk: User) -> None:
    assert client.get(f"/don-vi/{tree.home.pk}/").status_code == 404
    assert seen(client.get("/don-vi/?q=noi vu")) == []


def test_search_finds_units_without_accents_and_those_that_ended(client: Client, tree: Tree) -> None:
    client.force_login(make_user(role="auditor", at=tree.province))
    Unit.objects.filter(pk=tree.office.pk).update(ends_on=dt.date(2025, 7, 1))
    answer = client.get("/don-vi/", {"q": "VAN PHONG dong"})
    assert seen(answer) == ["Văn phòng xã Đông"]
    assert "01/07/2025" in answer.content.decode()
    assert seen(client.get(f"/don-vi/{tree.commune.pk}/")) == []


def test_the_script_gets_only_the_rows(client: Client, tree: Tree, clerk: User) -> None:
    fragment = client.get("/don-vi/?q=dong", headers={"hx-request": "true"}).content.decode()
    assert "Văn phòng xã Đông" in fragment
    assert "<html" not in fragment


def test_going_back_in_history_gets_the_whole_page(client: Client, tree: Tree, clerk: User) -> None:
    headers = {"hx-request": "true", "hx-history-restore-request": "true"}
    answer = client.get("/don-vi/?q=dong", headers=headers)
    assert "<html" in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_whoever_has_no_role_is_turned_away(client: Client, db: None) -> None:
    client.force_login(make_user())
    assert client.get("/don-vi/").status_code == 403


def test_the_script_of_whoever_was_signed_out_is_sent_to_sign_in_and_back_to_its_page(client: Client) -> None:
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/don-vi/?q=a"}
    answer = client.get("/don-vi/?q=ab", headers=headers)
    assert answer["HX-Redirect"] == "/accounts/login/?next=/don-vi/%3Fq%3Da"


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(client: Client, tree: Tree) -> None:
    client.force_login(make_user(role="unit_head", at=tree.home))
    asked = []
    for rows in (1, 2, 57):
        for _ in range(rows):
            make_unit("Phòng", under=tree.home)
        for address in ("/don-vi/?q=phong", f"/don-vi/{tree.home.pk}/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            asked.append(len(queries))
    assert asked[0::2] == [asked[0]] * 3
    assert asked[1::2] == [asked[1]] * 3
    assert max(asked) <= 11


def test_long_lists_go_forth_and_back_and_miss_nothing(client: Client, tree: Tree) -> None:
    client.force_login(make_user(role="unit_head", at=tree.home))
    for number in range(120):
        make_unit(f"Phòng {number % 60:02}", under=tree.home)
    address, names, pages = f"/don-vi/{tree.home.pk}/", [], []
    after = ""
    while True:
        page = client.get(address, {"after": after}).context["page"]
        pages.append([unit.pk for unit in page.rows])
        names += [unit.name for unit in page.rows]
        if not page.older:
            break
        after = page.older
    assert [len(page) for page in pages] == [50, 50, 20]
    assert names == [f"Phòng {number:02}" for number in range(60) for _ in range(2)]
    back = client.get(address, {"before": str(pages[2][0])}).context["page"]
    assert [unit.pk for unit in back.rows] == pages[1]
    first = client.get(address, {"before": back.newer}).context["page"]
    assert ([unit.pk for unit in first.rows], first.newer) == (pages[0], "")


@pytest.mark.parametrize("cursor", ["x", "-1", "9999999", "9" * 40, "²"])
def test_a_made_up_cursor_begins_at_the_beginning(client: Client, tree: Tree, clerk: User, cursor: str) -> None:
    assert seen(client.get("/don-vi/", {"after": cursor})) == ["Ủy ban nhân dân xã Đông"]


def test_one_acts_for_the_unit_one_chose(client: Client, tree: Tree, clerk: User) -> None:
    roles.grant(clerk, Role.UNIT_HEAD, at=tree.home, on=LONG_AGO, by=clerk)
    assert str(client.get("/don-vi/").context["acting_unit"]) == "Sở Nội vụ"
    answer = client.post("/don-vi/lam-viec-cho/", {"unit": tree.commune.pk, "next": "/don-vi/?q=a"})
    assert answer["Location"] == "/don-vi/?q=a"
    assert client.get("/don-vi/").context["acting_unit"] == tree.commune


@pytest.mark.parametrize("unit", ["", "x", "0", "99999"])
def test_one_does_not_act_for_a_unit_that_is_not_ones_own(client: Client, tree: Tree, clerk: User, unit: str) -> None:
    assert client.post("/don-vi/lam-viec-cho/", {"unit": unit}).status_code == 404
    assert client.post("/don-vi/lam-viec-cho/", {"unit": tree.home.pk}).status_code == 404
    assert client.get("/don-vi/").context["acting_unit"] == tree.commune


def test_the_switch_never_leads_to_another_site(client: Client, tree: Tree, clerk: User) -> None:
    answer = client.post("/don-vi/lam-viec-cho/", {"unit": tree.commune.pk, "next": "https://example.com/"})
    assert answer["Location"] == "/"


def test_a_chosen_unit_in_which_the_role_ended_is_forgotten(client: Client, tree: Tree, clerk: User) -> None:
    roles.grant(clerk, Role.UNIT_HEAD, at=tree.home, on=LONG_AGO, by=clerk)
    client.post("/don-vi/lam-viec-cho/", {"unit": tree.home.pk})
    clerk.holdings.filter(unit=tree.home).update(ends_on=LONG_AGO)
    assert client.get("/don-vi/").context["acting_unit"] == tree.commune
