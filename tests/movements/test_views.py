"""The pages: what they show, ask of the database, refuse; how forms work without script and with htmx."""

import secrets
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from tests.movements.conftest import Place
from tests.movements.factories import PLAN, confirmed, fact_of, make_open, make_version
from thidua.base.models import Event
from thidua.movements.actions import opening
from thidua.movements.lifecycle import Stage, State
from thidua.movements.models import Fact, Movement, Version
from thidua.people.actions import roles
from thidua.people.models import User
from thidua.people.permissions import Role

HTMX = {"HX-Request": "true"}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sent(**said: Any) -> dict[str, Any]:
    return {"once": secrets.token_hex(8), **said}


def page(client: Client, name: str, *args: Any, question: str = "", status: int = 200, **headers: str) -> str:
    answer = client.get(reverse(f"movements:{name}", args=args) + question, headers=headers)
    assert answer.status_code == status, answer
    return answer.content.decode()


def hand_in(client: Client, place: Place, content: bytes = PLAN.encode(), **more: Any) -> Any:
    file = SimpleUploadedFile("ke-hoach.txt", content)
    return client.post(reverse("movements:open"), sent(file=file, unit=place.commune.pk, parent="", **more))


def test_a_plan_handed_in_goes_on_to_be_confirmed(place: Place) -> None:
    answer = hand_in(signed_in(place.clerk), place)
    movement = Movement.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("movements:confirm", args=[movement.pk]))
    assert movement.name == "Suối Trúc làm theo dữ liệu"


def test_the_form_sent_twice_is_one_movement(place: Place) -> None:
    client, key = signed_in(place.clerk), secrets.token_hex(8)
    first, second = hand_in(client, place, once=key), hand_in(client, place, once=key)
    assert first["Location"] == second["Location"]
    assert Movement.objects.count() == 1


def test_the_form_begins_with_the_unit_acted_for_and_tells_parents_apart(place: Place) -> None:
    make_open(place.commune, by=place.head)
    client = signed_in(place.standing)
    roles.grant(place.standing, Role.UNIT_CLERK, at=place.home, on=localdate(), by=place.standing)
    for unit in (place.home, place.province):
        client.post(reverse("people:act_for"), {"unit": unit.pk})
        words = page(client, "open")
        assert f'<option value="{unit.pk}" selected>' in words
    assert f"({place.commune})</option>" in words


@pytest.mark.parametrize("content", [b"", b"\x00" * 900, b"%PDF-1.7 x", b"Vai chu.", b"PK\x03\x04 not a zip"])
def test_a_bad_file_is_refused_with_one_sentence_in_the_summary(place: Place, content: bytes) -> None:
    answer = hand_in(signed_in(place.clerk), place, content)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="errors"' in words
    assert words.count('href="#id_file"') == 1
    assert not Movement.objects.exists()


def test_the_same_file_again_says_where_it_is(place: Place) -> None:
    client = signed_in(place.clerk)
    hand_in(client, place)
    answer = hand_in(client, place)
    assert answer.status_code == 422
    assert reverse("movements:page", args=[Movement.objects.get().pk]) in answer.content.decode()
    assert Movement.objects.count() == 1


def test_a_unit_of_others_cannot_be_chosen(place: Place) -> None:
    answer = hand_in(signed_in(place.stranger), place)
    assert answer.status_code == 422
    assert not Movement.objects.exists()


def test_the_confirm_page_sets_facts_beside_their_words(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    fact = fact_of(version, "contents")
    words = page(signed_in(place.head), "confirm", version.movement_id, question=f"?group=contents&fact={fact.pk}")
    assert f'id="words-{fact.pk}"' in words
    assert f'data-facts="{fact.pk}"' in words or f"{fact.pk} " in words
    assert 'class="lit"' in words
    assert f'id="fact-{fact.pk}"' in words
    assert f'action="{reverse("movements:settle", args=[fact.pk, "confirm"])}"' in words


def test_doubtful_facts_come_first(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    doubtful, sure = fact_of(version, "duties"), fact_of(version, "contents")
    Fact.objects.filter(pk=doubtful.pk).update(confidence=0.3, about="Không rõ ai chủ trì.")
    words = page(signed_in(place.head), "confirm", version.movement_id)
    assert f'id="fact-{doubtful.pk}"' in words
    assert f'id="fact-{sure.pk}"' not in words
    assert "Không rõ ai chủ trì." in words


def test_words_lead_to_their_facts(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    fact, other = fact_of(version, "contents"), fact_of(version, "contents", 1)
    words = page(signed_in(place.head), "confirm", version.movement_id, question=f"?at={fact.pk}", **HTMX)
    assert f'id="fact-{fact.pk}"' in words
    assert f'id="fact-{other.pk}"' not in words
    assert "<html" not in words


def test_who_may_only_look_sees_no_button(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    for user in (place.clerk, place.auditor):
        words = page(signed_in(user), "confirm", version.movement_id, question="?group=contents")
        assert "/confirm/" not in words


def test_confirm_by_form_and_by_htmx(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    first, second = fact_of(version, "contents"), fact_of(version, "contents", 1)
    answer = client.post(reverse("movements:settle", args=[first.pk, "confirm"]), sent(group="contents"))
    confirm = reverse("movements:confirm", args=[version.movement_id])
    assert answer["Location"] == f"{confirm}?group=contents#fact-{first.pk}"
    answer = client.post(reverse("movements:settle", args=[second.pk, "confirm"]), sent(), headers=HTMX)
    words = answer.content.decode()
    assert f'id="fact-{second.pk}"' in words
    assert 'hx-swap-oob="true"' in words
    assert "<html" not in words
    assert version.facts.filter(verdict="confirmed").count() == 2


def test_correct_has_an_input_for_each_value(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    fact = fact_of(version, "obligations")
    words = page(client, "correct", fact.pk)
    for name in ("kind", "actor", "to", "due", "with", "via"):
        assert f'name="said-{name}"' in words
    said = {"said-kind": "annual_report", "said-actor": "Các cơ quan", "said-due": "trước 15/11 hằng năm"}
    client.post(reverse("movements:correct", args=[fact.pk]), sent(**said, reason="theo công văn"))
    fact.refresh_from_db()
    assert (fact.verdict, fact.values["kind"], fact.values["due"]) == ("corrected", "annual_report", "yearly-11-15")
    assert fact.reason == "theo công văn"


def test_a_wrong_value_is_said_and_changes_nothing(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    fact = fact_of(version, "obligations")
    said = sent(**{"said-kind": "other", "said-due": "càng sớm càng tốt"})
    answer = client.post(reverse("movements:correct", args=[fact.pk]), said)
    assert answer.status_code == 422
    assert 'class="errors"' in answer.content.decode()
    fact.refresh_from_db()
    assert fact.verdict == "read"


def test_reject_asks_why(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    fact = fact_of(version, "contents")
    assert client.post(reverse("movements:reject", args=[fact.pk]), sent(reason="")).status_code == 422
    client.post(reverse("movements:reject", args=[fact.pk]), sent(reason="Chỉ là lời dẫn"))
    fact.refresh_from_db()
    assert (fact.verdict, fact.reason) == ("rejected", "Chỉ là lời dẫn")


def test_confirming_all_says_the_count_first(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    count = version.facts.filter(confidence__gte=0.6).count()
    assert str(count) in page(client, "confirm_sure", version.movement_id)
    assert version.facts.filter(verdict="confirmed").count() == 0
    client.post(reverse("movements:confirm_sure", args=[version.movement_id]), sent())
    assert version.facts.filter(verdict="confirmed").count() == count


def test_opening_too_early_leads_to_what_waits(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    answer = client.post(reverse("movements:ready", args=[version.movement_id]), sent())
    assert answer["Location"].endswith("?group=undecided")
    version.refresh_from_db()
    assert version.state == Stage.DRAFT


def test_from_upload_to_an_open_movement_by_forms_alone(place: Place) -> None:
    client = signed_in(place.head)
    pk = Movement.objects.get(pk=hand_in(client, place)["Location"].split("/")[2]).pk
    client.post(reverse("movements:confirm_sure", args=[pk]), sent())
    for fact in Fact.objects.filter(version__movement=pk, verdict="read"):
        client.post(reverse("movements:settle", args=[fact.pk, "confirm"]), sent())
    client.post(reverse("movements:ready", args=[pk]), sent())
    assert Movement.objects.get().state == State.OPEN
    words = page(client, "page", pk)
    for text in ("Thi đua phổ biến kỹ năng số", "Có ít nhất một sáng kiến", "15/11/", "Lò Thị Mẫu", "45/KH-UBND"):
        assert text in words


def test_every_item_of_the_page_opens_its_sentence(place: Place) -> None:
    version, client = make_open(place.commune, place.head), signed_in(place.head)
    fact = fact_of(version, "contents")
    link = f"{reverse('movements:document', args=[version.movement_id, 1])}?fact={fact.pk}#fact-{fact.pk}"
    assert link in page(client, "page", version.movement_id)
    words = client.get(link).content.decode()
    assert f'<mark data-facts="{fact.pk}" class="lit"><i id="fact-{fact.pk}"></i>' in words


def test_a_preparation_is_shown_by_its_confirm_page(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    answer = signed_in(place.clerk).get(reverse("movements:page", args=[version.movement_id]))
    assert answer["Location"] == reverse("movements:confirm", args=[version.movement_id])


def test_a_scan_shows_how_far_it_is_and_then_goes_on(place: Place) -> None:
    version = opening.open_plan(opening.Plan(PLAN.encode(), "quet.pdf", None), at=place.commune, by=place.clerk)
    client, address = signed_in(place.clerk), reverse("movements:reading", args=[version.movement_id])
    assert client.get(reverse("movements:confirm", args=[version.movement_id]))["Location"] == address
    Version.objects.filter(pk=version.pk).update(pages_done=3, pages_all=9)
    words = client.get(address).content.decode()
    assert 'hx-trigger="every 2s"' in words
    assert 'http-equiv="refresh"' in words
    assert '<progress max="9" value="3"' in words
    Version.objects.filter(pk=version.pk).update(state=Stage.DRAFT)
    assert client.get(address, headers=HTMX)["HX-Redirect"].endswith("/xac-nhan/")


def test_what_a_scan_failed_of_is_said_with_what_to_do(place: Place) -> None:
    version = opening.open_plan(opening.Plan(b"x", "quet.pdf", None), at=place.commune, by=place.clerk)
    Version.objects.filter(pk=version.pk).update(state=Stage.FAILED, error="Bản quét mờ; hãy quét lại.")
    client = signed_in(place.clerk)
    assert "Bản quét mờ; hãy quét lại." in page(client, "reading", version.movement_id)
    client.post(reverse("movements:discard", args=[version.movement_id]), sent())
    assert Movement.objects.get().state == State.DISCARDED
    page(client, "page", version.movement_id, status=404)


def test_the_file_is_sent_as_it_was_handed_in(place: Place) -> None:
    version = make_open(place.commune, place.head)
    answer = signed_in(place.auditor).get(reverse("movements:file", args=[version.movement_id, 1]))
    assert b"".join(answer.streaming_content).decode().startswith(PLAN[:100])
    assert "attachment" in answer["Content-Disposition"]


def test_an_amended_plan_is_handed_in_and_a_second_one_waits(place: Place) -> None:
    live, client = make_open(place.commune, place.head), signed_in(place.clerk)
    address = reverse("movements:amend", args=[live.movement_id])

    def send(text: str) -> Any:
        return client.post(address, sent(file=SimpleUploadedFile("sua.txt", text.encode())))

    assert client.get(address).status_code == 200
    assert send(PLAN.replace("hộ gia đình", "hộ dân")).status_code == 302
    assert reverse("lineage:changes", args=[live.movement_id]) in page(client, "confirm", live.movement_id)
    second = send(PLAN.replace("hộ gia đình", "nhà"))
    assert second.status_code == 422
    assert live.movement.versions.count() == 2
    client.post(reverse("movements:discard", args=[live.movement_id]), sent())
    assert send(PLAN.replace("hộ gia đình", "nhà")).status_code == 302


def test_a_failed_scan_is_read_again(place: Place) -> None:
    version = opening.open_plan(opening.Plan(b"x", "quet.pdf", None), at=place.commune, by=place.clerk)
    Version.objects.filter(pk=version.pk).update(state=Stage.FAILED, error="Mờ.")
    client, address = signed_in(place.clerk), reverse("movements:retry", args=[version.movement_id])
    assert client.post(address, sent())["Location"] == reverse("movements:confirm", args=[version.movement_id])
    version.refresh_from_db()
    assert (version.state, version.error) == (Stage.READING, "")
    Version.objects.filter(pk=version.pk).update(state=Stage.DRAFT)
    assert client.post(address, sent()).status_code == 302
    version.refresh_from_db()
    assert version.state == Stage.DRAFT


def test_a_file_that_is_too_large_is_refused(place: Place, settings: Any) -> None:
    settings.FILE_MAX_BYTES = 1000
    answer = hand_in(signed_in(place.clerk), place)
    assert answer.status_code in (413, 422)
    assert not Movement.objects.exists()


def test_an_act_on_what_is_in_force_is_refused_in_words(place: Place) -> None:
    version, client = make_open(place.commune, place.head), signed_in(place.head)
    fact = fact_of(version, "contents")
    address = reverse("movements:settle", args=[fact.pk, "undo"])
    answer = client.post(address, sent(), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("movements:page", args=[version.movement_id])
    assert len(list(answer.context["messages"])) == 1
    fact.refresh_from_db()
    assert fact.verdict == "confirmed"


def test_a_day_that_no_calendar_has_is_shown_as_it_is(place: Place) -> None:
    version = make_open(place.commune, place.head)
    fact = fact_of(version, "obligations")
    Fact.objects.filter(pk=fact.pk).update(values={**fact.values, "due": "2026-02-30"})
    assert "30/02/2026" in page(signed_in(place.clerk), "page", version.movement_id)


def test_a_document_without_text_or_version_is_not_found(place: Place) -> None:
    version = make_open(place.commune, place.head)
    page(signed_in(place.clerk), "document", version.movement_id, 9, status=404)


def test_a_form_without_its_key_is_a_bad_request(place: Place) -> None:
    version, client = make_version(place.commune, place.clerk), signed_in(place.head)
    answer = client.post(reverse("movements:settle", args=[fact_of(version, "contents").pk, "confirm"]))
    assert answer.status_code == 400


def test_an_old_version_stays_readable(place: Place) -> None:
    live = make_open(place.commune, place.head)
    amended = make_amended(live, place)
    confirmed(amended, place.head)
    client = signed_in(place.clerk)
    assert "từng hộ gia đình" in page(client, "document", live.movement_id, 1)
    assert "từng hộ dân" in page(client, "document", live.movement_id)


def make_amended(live: Version, place: Place) -> Version:
    from tests.movements.factories import plan

    return opening.amend(live.movement, plan(PLAN.replace("từng hộ gia đình", "từng hộ dân")), by=place.clerk)


def test_an_act_is_logged_under_the_name_of_who_did_it(place: Place) -> None:
    version = make_version(place.commune, place.clerk)
    client = signed_in(place.head)
    client.post(reverse("movements:settle", args=[fact_of(version, "contents").pk, "confirm"]), sent())
    event = Event.objects.order_by("id").last()
    assert event is not None
    assert (event.name, event.actor_words, event.role) == ("fact.confirm", "Chủ tịch xã", "unit_head")
