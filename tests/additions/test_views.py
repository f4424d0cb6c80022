"""The pages that add to a plan: by selected words, by copied words, by a document, by a reason."""

import secrets
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.movements.conftest import Place
from tests.movements.factories import make_open, make_version
from thidua.movements.models import Document, Fact, Version
from thidua.people.models import User

WORDS = "Có ít nhất một sáng kiến được áp dụng"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def version(place: Place) -> Version:
    return make_version(place.commune, place.clerk)


def add(client: Client, version: Version, **said: Any) -> Any:
    values = {"field": "targets", "said-indicator": "Sáng kiến", "said-value": "1.234,5", "once": secrets.token_hex(8)}
    return client.post(reverse("additions:add", args=[version.movement_id]), {**values, **said})


def added() -> Fact:
    return Fact.objects.get(verdict="added")


def test_the_selected_words_come_with_their_offsets(place: Place, version: Version) -> None:
    client, start = signed_in(place.head), version.text.index(WORDS)
    question = f"?field=targets&words={WORDS}&at_start={start}&at_end={start + len(WORDS)}"
    page = client.get(reverse("additions:add", args=[version.movement_id]) + question).content.decode()
    assert WORDS in page
    assert f'value="{start}"' in page
    answer = add(client, version, words=WORDS, at_start=start, at_end=start + len(WORDS))
    assert answer.status_code == 302
    assert (added().spans, added().clause) == ([[start, start + len(WORDS)]], "III.1.b")
    assert added().values["value"] == 1234.5


def test_words_copied_without_script_are_found_across_lines(place: Place, version: Version) -> None:
    assert add(signed_in(place.head), version, words=WORDS.replace(" ", "\n  ", 2)).status_code == 302
    (span,) = added().spans
    assert " ".join(version.text[span[0] : span[1]].split()) == WORDS


@pytest.mark.parametrize("words", ["không hề có trong kế hoạch này", "Phong trào"])
def test_words_that_stand_nowhere_or_often_are_said_so(place: Place, version: Version, words: str) -> None:
    answer = add(signed_in(place.head), version, words=words)
    assert answer.status_code == 422
    assert 'href="#id_words"' in answer.content.decode()
    assert not Fact.objects.filter(verdict="added").exists()


def test_offsets_that_do_not_quote_the_words_are_not_believed(place: Place, version: Version) -> None:
    add(signed_in(place.head), version, words=WORDS, at_start=0, at_end=5)
    assert added().start == version.text.index(WORDS)


def test_nothing_to_lean_on_is_refused(place: Place, version: Version) -> None:
    assert add(signed_in(place.head), version).status_code == 422
    assert not Fact.objects.filter(verdict="added").exists()


def test_another_document_is_handed_in_and_leant_on(place: Place, version: Version) -> None:
    client = signed_in(place.head)
    file = SimpleUploadedFile("cv.txt", "Công văn giao chỉ tiêu".encode())
    said = {"file": file, "title": "Công văn giao chỉ tiêu", "dated_on": "5/3/2026", "once": secrets.token_hex(8)}
    assert client.post(reverse("additions:document", args=[version.movement_id]), said).status_code == 302
    document = Document.objects.get()
    add(client, version, document=document.pk, reason="mục 2")
    assert (added().document, added().reason) == (document, "mục 2")
    answer = client.get(reverse("additions:file", args=[document.pk]))
    assert b"".join(answer.streaming_content).decode() == "Công văn giao chỉ tiêu"
    assert signed_in(place.stranger).get(reverse("additions:file", args=[document.pk])).status_code == 404


def test_a_document_of_an_unknown_kind_is_said_so(place: Place, version: Version) -> None:
    said = {"file": SimpleUploadedFile("x.txt", b"\x00\x01"), "title": "x", "once": secrets.token_hex(8)}
    answer = signed_in(place.head).post(reverse("additions:document", args=[version.movement_id]), said)
    assert answer.status_code == 422
    assert not Document.objects.exists()


def test_without_a_field_the_page_asks_what_the_words_say(place: Place, version: Version) -> None:
    page = signed_in(place.head).get(reverse("additions:add", args=[version.movement_id]) + "?words=abc")
    assert 'name="field"' in page.content.decode()
    assert 'name="words" value="abc"' in page.content.decode()


def test_the_standing_agency_adds_an_obligation_later(place: Place) -> None:
    version = make_open(place.commune, place.head)
    said = {"said-kind": "inspection", "said-actor": "Phòng Văn hóa - Xã hội", "said-due": "quý II/2027"}
    client = signed_in(place.standing)
    answer = add(client, version, **said, reason="Chỉ đạo tại cuộc họp ngày 3/3")
    assert answer["Location"] == reverse("movements:page", args=[version.movement_id]) + "#obligations"
    assert (added().field, added().values["due"]) == ("obligations", "2027-Q2")
    page = client.get(answer["Location"]).content.decode()
    assert "Chỉ đạo tại cuộc họp ngày 3/3" in page
    assert "30/06/2027" in page


def test_who_may_not_finds_no_form(place: Place, version: Version) -> None:
    address = reverse("additions:add", args=[version.movement_id])
    assert [signed_in(user).get(address).status_code for user in (place.clerk, place.stranger, place.auditor)] == [
        403, 404, 403,
    ]  # fmt: skip
