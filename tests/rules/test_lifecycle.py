"""The table of moves."""

import pytest

from thidua.rules.lifecycle import Lifecycle, Move, MoveRefused

LIFE = Lifecycle(
    Move("open", ("draft", "returned"), "live", "movement_open"),
    Move("return", ("live",), "returned", "movement_open"),
    Move("end", ("live",), "ended", "movement_end"),
)


def test_moves_from_a_state_are_the_buttons_of_its_page() -> None:
    assert [move.name for move in LIFE.moves_from("live")] == ["return", "end"]
    assert list(LIFE.moves_from("ended")) == []


def test_find_gives_where_a_move_leads_and_who_may_take_it() -> None:
    step = LIFE.find("open", "returned")
    assert (step.target, step.permission) == ("live", "movement_open")


@pytest.mark.parametrize(("name", "state"), [("open", "live"), ("fly", "draft"), ("end", "nowhere")])
def test_a_move_that_does_not_start_here_is_refused_by_name_and_state(name: str, state: str) -> None:
    with pytest.raises(MoveRefused) as caught:
        LIFE.find(name, state)
    assert (caught.value.name, caught.value.state) == (name, state)


def test_two_moves_of_one_name_from_one_state_are_a_mistake_of_the_table() -> None:
    with pytest.raises(ValueError, match="same state"):
        Lifecycle(Move("open", ("draft",), "live", "x"), Move("open", ("draft", "live"), "ended", "y"))
