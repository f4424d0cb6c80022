"""The places of the movements."""

from tests.movements.conftest import files, place

__all__ = ["files", "place"]
