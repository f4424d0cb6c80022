"""`thidua open`: as the web would; one sentence and status 2 where that cannot be."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.factories import make_user
from tests.movements.conftest import Place
from tests.movements.factories import PLAN
from thidua.movements.lifecycle import State
from thidua.movements.models import Movement


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_open_prepares_a_movement_and_says_where_to_confirm(
    place: Place, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("open", str(file), by=place.clerk.email)
    movement = Movement.objects.get()
    assert (movement.unit, movement.state, movement.added_by) == (place.commune, State.DRAFT, place.clerk)
    assert f"/phong-trao/{movement.pk}/xac-nhan/" in capsys.readouterr().out


def test_open_with_confirm_all_opens(place: Place, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("open", str(file), by=place.head.email, unit="xa suoi truc", confirm_all=True)
    movement = Movement.objects.get()
    assert movement.state == State.OPEN
    assert f"/phong-trao/{movement.pk}/" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "nêu rõ --by và --unit"),
        ({"by": "khong-co@example.org"}, "Không có ai như vậy"),
        ({"unit": "xã Không Có"}, "Không có ai như vậy"),
        ({"unit": "xa suoi truc"}, "nêu rõ --by và --unit"),
    ],
)
def test_who_and_where_must_be_clear(
    place: Place, file: Path, capsys: pytest.CaptureFixture[str], said: dict[str, str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        call_command("open", str(file), **said)
    assert caught.value.code == 2
    assert sentence in capsys.readouterr().err
    assert not Movement.objects.exists()


def test_the_only_one_who_may_need_not_be_named(db: None, file: Path) -> None:
    user = make_user(role="unit_head")
    call_command("open", str(file))
    assert Movement.objects.get().added_by == user


@pytest.mark.parametrize("content", [b"", b"\x00\x01" * 300, None])
def test_a_bad_file_is_one_sentence(
    place: Place, file: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(SystemExit) as caught:
        call_command("open", str(file), by=place.clerk.email)
    said = capsys.readouterr().err.strip()
    assert caught.value.code == 2
    assert "\n" not in said
    assert len(said) > 20
    assert not Movement.objects.exists()


def test_the_same_file_again_says_where_it_is(place: Place, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("open", str(file), by=place.clerk.email)
    with pytest.raises(SystemExit):
        call_command("open", str(file), by=place.clerk.email)
    assert "Suối Trúc làm theo dữ liệu" in capsys.readouterr().err
    assert Movement.objects.count() == 1


def test_a_clerk_cannot_confirm_by_command_either(place: Place, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("open", str(file), by=place.clerk.email, confirm_all=True)
    assert "không có quyền" in capsys.readouterr().err
    assert not Movement.objects.filter(state=State.OPEN).exists()
