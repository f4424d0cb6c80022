"""What every answer carries, and what is refused before a page sees it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

LOGIN = "/accounts/login/"


@pytest.mark.django_db
def test_no_page_allows_inline_script_or_a_frame(client: Client) -> None:
    answer = client.get(LOGIN)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_browser_asks_again_before_it_shows_a_page_it_kept(client: Client) -> None:
    assert client.get("/khong-co/")["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
def test_pages_are_compressed(client: Client) -> None:
    assert client.get(LOGIN, headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"


@pytest.mark.django_db
def test_pages_work_before_static_files_were_collected(client: Client) -> None:
    assert 'href="/static/base/thidua.css"' in client.get(LOGIN).content.decode()


@pytest.mark.django_db
def test_an_upload_that_is_too_large_is_told_so(client: Client, settings) -> None:
    settings.FILE_MAX_BYTES = 1 << 20
    answer = client.post(LOGIN, {"file": SimpleUploadedFile("a.pdf", b"%PDF-" + bytes(3 << 20))})
    assert answer.status_code == 413


@pytest.mark.django_db
def test_an_upload_within_the_limit_passes(client: Client, settings) -> None:
    settings.FILE_MAX_BYTES = 1 << 20
    assert client.post(LOGIN, {"file": SimpleUploadedFile("a.pdf", bytes(1 << 19))}).status_code == 200


@pytest.mark.django_db
def test_a_form_from_elsewhere_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(LOGIN, {"login": "a", "password": "b"}).status_code == 403


@pytest.mark.django_db
def test_an_unknown_address_is_a_page_of_ours(client: Client) -> None:
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert "<h1>" in answer.content.decode()
