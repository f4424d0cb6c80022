"""The pages of whom an obligation reaches."""

import secrets

import pytest
from django.test import Client
from django.urls import reverse

from tests.movements.conftest import Place
from tests.movements.factories import make_open, make_version
from thidua.movements.actions import facts
from thidua.obligations.models import Obligation
from thidua.people.models import User


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def inspection(place: Place) -> Obligation:
    version = make_open(place.commune, place.head)
    return Obligation.objects.get(version=version, kind="inspection")


def test_the_page_says_whom_each_reaches_and_what_reaches_nobody(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    facts.confirm_sure(version, by=place.head)
    Obligation.objects.get(kind="inspection").assignments.all().delete()
    page = signed_in(place.head).get(reverse("obligations:reach", args=[version.movement_id])).content.decode()
    assert "Phòng Văn hóa - Xã hội" in page
    assert page.count('class="pill soon"') == 1


def test_a_person_chooses_units_and_kinds(place: Place) -> None:
    obligation = inspection(place)
    client, address = signed_in(place.head), reverse("obligations:assign", args=[obligation.pk])
    assert f'value="{place.office.pk}"' in client.get(address).content.decode()
    said = {"units": [place.commune.pk], "reach": "below", "kinds": ["school", "front"], "once": secrets.token_hex(8)}
    assert client.post(address, said).status_code == 302
    rows = obligation.assignments.filter(part="owes").values_list("unit", "reach", "kind")
    here = place.commune.pk
    assert set(rows) == {(here, "itself", ""), (here, "below", "school"), (here, "below", "front")}
    assert "checked" in client.get(address).content.decode()


def test_kinds_without_a_reach_are_refused(place: Place) -> None:
    obligation = inspection(place)
    said = {"kinds": ["school"], "once": secrets.token_hex(8)}
    answer = signed_in(place.head).post(reverse("obligations:assign", args=[obligation.pk]), said)
    assert answer.status_code == 422
    assert obligation.assignments.filter(part="owes").get().unit == place.office


def test_a_unit_outside_cannot_be_chosen(place: Place) -> None:
    obligation = inspection(place)
    said = {"units": [place.neighbour.pk], "once": secrets.token_hex(8)}
    answer = signed_in(place.head).post(reverse("obligations:assign", args=[obligation.pk]), said)
    assert answer.status_code == 422


def test_who_may_not_chooses_nobody(place: Place) -> None:
    address = reverse("obligations:assign", args=[inspection(place).pk])
    said = {"units": [place.commune.pk], "once": secrets.token_hex(8)}
    answers = [signed_in(user).post(address, said).status_code for user in (place.clerk, place.stranger, place.auditor)]
    assert answers == [403, 404, 403]


@pytest.mark.parametrize("more", [0, 3])
def test_the_page_asks_the_same_number_of_questions(place: Place, more: int, django_assert_num_queries: object) -> None:
    from thidua.additions import actions

    version = make_open(place.commune, place.head)
    for number in range(more):
        said = {"kind": "publicity", "actor": "Phòng Văn hóa - Xã hội"}
        new = actions.Addition(field="obligations", values=said, reason=f"lý do {number}")
        actions.add_obligation(version.movement, new, by=place.standing)
    client = signed_in(place.head)
    address = reverse("obligations:reach", args=[version.movement_id])
    client.get(address)
    with django_assert_num_queries(16):  # type: ignore[operator]
        client.get(address)
