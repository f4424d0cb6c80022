"""A plan that is not yet confirmed is seen only where it is being confirmed."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.movements.conftest import Place
from tests.movements.factories import make_open, plan
from thidua.movements.actions import opening, versions
from thidua.movements.models import Version


@pytest.fixture
def amended(place: Place) -> Version:
    """An open plan of the province, and a newer one that waits."""
    live = make_open(place.province, place.standing)
    return opening.amend(live.movement, plan(), by=place.standing)


def addresses(version: Version) -> list[str]:
    key = version.movement_id
    return [
        reverse("movements:document", args=[key, version.ordinal]),
        reverse("movements:file", args=[key, version.ordinal]),
        reverse("movements:reading", args=[key]),
        reverse("lineage:changes", args=[key]),
        reverse("lineage:changes", args=[key]) + f"?ordinal={version.ordinal}",
    ]


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    b"".join(answer)  # a file is closed when it has been read
    return answer.status_code


def test_units_below_see_no_draft_of_a_plan_that_binds_them(client: Client, place: Place, amended: Version) -> None:
    client.force_login(place.head)
    key = amended.movement_id
    assert [status(client, address) for address in addresses(amended)] == [404, 404, 403, 404, 404]
    assert client.get(reverse("movements:confirm", args=[key])).url == reverse("movements:page", args=[key])
    page = client.get(reverse("movements:page", args=[key]))
    assert [version.ordinal for version in page.context["versions"]] == [1]
    assert client.get(reverse("obligations:reach", args=[key])).context["version"].ordinal == 1


def test_who_looks_after_the_issuer_sees_its_draft(client: Client, place: Place, amended: Version) -> None:
    client.force_login(place.auditor)
    statuses = [status(client, address) for address in addresses(amended)]
    assert statuses == [200, 200, 302, 200, 200]
    assert client.get(reverse("obligations:reach", args=[amended.movement_id])).context["version"] == amended


def test_a_plan_put_away_is_no_longer_sent(client: Client, place: Place, amended: Version) -> None:
    versions.discard(amended, by=place.standing)
    client.force_login(place.standing)
    assert status(client, reverse("movements:file", args=[amended.movement_id, 2])) == 404


def test_the_desk_names_no_plan_to_who_has_left(client: Client, place: Place, amended: Version) -> None:
    Version.objects.filter(pk=amended.pk).update(handed_in_by=place.stranger)
    client.force_login(place.stranger)
    assert client.get(reverse("desk:index")).context["plans"] == []
