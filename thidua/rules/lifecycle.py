"""States of a thing and the moves between them, as a table."""

from collections.abc import Iterator
from dataclasses import dataclass


class MoveRefused(Exception):
    """The thing is not in a state from which this move starts, or has no such move."""

    def __init__(self, name: str, state: str) -> None:
        super().__init__(f"no move {name!r} from the state {state!r}")
        self.name, self.state = name, state


@dataclass(frozen=True)
class Move:
    """One step: its name, where it may start, where it leads, and who may take it."""

    name: str
    sources: tuple[str, ...]
    target: str
    permission: str


class Lifecycle:
    """All moves of one kind of thing; the same table feeds buttons, checks and documents."""

    def __init__(self, *moves: Move) -> None:
        starts = [(move.name, source) for move in moves for source in move.sources]
        if len(set(starts)) != len(starts):
            raise ValueError("two moves of one name start from the same state")
        self.moves = moves

    def moves_from(self, state: str) -> Iterator[Move]:
        """Yield the moves that start here."""
        return (move for move in self.moves if state in move.sources)

    def find(self, name: str, state: str) -> Move:
        """Return the move of that name from this state, or raise MoveRefused."""
        for move in self.moves_from(state):
            if move.name == name:
                return move
        raise MoveRefused(name, state)
