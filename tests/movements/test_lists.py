"""Who sees which movement; how the list is searched and what it asks of the database."""

import secrets

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_user
from tests.movements.conftest import Place
from tests.movements.factories import PLAN, fact_of, make_open, make_version
from thidua.movements.actions import facts, versions
from thidua.movements.models import Fact
from thidua.movements.queries import visible_to
from thidua.people.models import User


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_preparation_is_seen_at_its_unit_and_above_only(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    office = make_user(role="unit_clerk", at=place.office)
    for user in (place.clerk, place.head, place.standing, place.auditor):
        assert [one.pk for one in visible_to(user)] == [version.movement_id]
    for user in (place.stranger, office, make_user()):
        assert not visible_to(user).exists()


def test_an_open_movement_is_seen_by_whom_its_plan_binds(place: Place) -> None:
    of_province, of_commune = make_open(place.province, place.standing), make_open(place.commune, place.head)
    office = make_user(role="unit_clerk", at=place.office)
    assert {one.pk for one in visible_to(office)} == {of_province.movement_id, of_commune.movement_id}
    assert {one.pk for one in visible_to(place.stranger)} == {of_province.movement_id}


def test_what_was_put_away_is_in_no_list(place: Place) -> None:
    versions.discard(make_version(place.commune, place.clerk), by=place.clerk)
    assert not visible_to(place.clerk).exists()


def test_the_list_is_searched_without_marks_by_name_and_unit(place: Place) -> None:
    make_version(place.commune, place.clerk)
    make_version(place.commune, place.clerk, text=PLAN.replace("Suối Trúc làm theo dữ liệu", "Học tập suốt đời"))
    client = signed_in(place.clerk)

    def found(words: str) -> str:
        return client.get(reverse("movements:index"), {"q": words}, headers={"HX-Request": "true"}).content.decode()

    assert "Học tập suốt đời" not in found("suoi truc lam theo")
    assert "Suối Trúc làm theo dữ liệu" in found("suoi truc lam theo")
    assert "Học tập suốt đời" in found("UY BAN học tập")
    assert "Suối Trúc làm" not in found("khong co")
    assert "Suối Trúc làm" not in client.get(reverse("movements:index"), {"state": "open"}).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions(place: Place, rows: int, django_assert_num_queries: object) -> None:
    for _ in range(rows):
        make_version(place.commune, place.clerk)
    client = signed_in(place.clerk)
    client.get(reverse("movements:index"))
    with django_assert_num_queries(9):  # type: ignore[operator]
        words = client.get(reverse("movements:index")).content.decode()
    assert words.count("<tr>") == rows + 1


@pytest.mark.parametrize("copies", [1, 4])
def test_a_long_plan_asks_no_more_than_a_short_one(
    place: Place, copies: int, django_assert_num_queries: object
) -> None:
    version = make_version(place.commune, place.clerk)
    template = fact_of(version, "contents")
    for number in range(100 * (copies - 1)):
        Fact.objects.create(
            version=version, field="contents", position=1000 + number, clause="II.1", start=template.start,
            spans=template.spans, read_values=template.values, values=template.values,
        )  # fmt: skip
    client = signed_in(place.head)
    address = reverse("movements:confirm", args=[version.movement_id]) + "?group=contents"
    client.get(address)
    with django_assert_num_queries(20):  # type: ignore[operator]
        words = client.get(address).content.decode()
    assert words.count("<article") <= 40
    assert len(words) < 150_000


@pytest.mark.parametrize("name", ["page", "document"])
def test_the_pages_of_a_movement_ask_few_questions(
    place: Place, name: str, django_assert_max_num_queries: object
) -> None:
    version = make_open(place.commune, place.head)
    client = signed_in(place.clerk)
    address = reverse(f"movements:{name}", args=[version.movement_id])
    client.get(address)
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        assert client.get(address).status_code == 200


PAGES = ["confirm", "ready", "confirm_sure", "amend", "page", "document", "reading"]


@pytest.mark.parametrize("name", PAGES)
def test_a_neighbour_finds_no_page_of_a_preparation(place: Place, name: str) -> None:
    version = make_version(place.commune, place.clerk)
    address = reverse(f"movements:{name}", args=[version.movement_id])
    assert signed_in(place.stranger).get(address).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("name", ["ready", "confirm_sure", "discard", "retry"])
def test_an_auditor_looks_and_acts_on_nothing(place: Place, name: str) -> None:
    version = make_version(place.commune, place.clerk)
    answer = signed_in(place.auditor).post(
        reverse(f"movements:{name}", args=[version.movement_id]), {"once": secrets.token_hex(8)}
    )
    assert answer.status_code == 403
    version.refresh_from_db()
    assert version.state == "draft"


@pytest.mark.parametrize("word", ["confirm", "undo"])
def test_a_fact_of_a_neighbour_is_not_found(place: Place, word: str) -> None:
    version = make_version(place.commune, place.clerk)
    fact = facts.confirm(fact_of(version, "contents"), by=place.head)
    answer = signed_in(place.stranger).post(
        reverse("movements:settle", args=[fact.pk, word]), {"once": secrets.token_hex(8)}
    )
    assert answer.status_code == 404


def test_a_plan_of_the_province_may_be_read_but_not_acted_on_by_a_commune(place: Place) -> None:
    version = make_open(place.province, place.standing)
    client = signed_in(place.head)
    assert client.get(reverse("movements:page", args=[version.movement_id])).status_code == 200
    assert client.get(reverse("movements:amend", args=[version.movement_id])).status_code == 403
    assert client.get(reverse("additions:add", args=[version.movement_id])).status_code == 403
