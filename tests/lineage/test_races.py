"""Two people who say at once what carries down what."""

import threading

import pytest
from django.db import connection

from tests.movements.conftest import Place, place
from tests.movements.factories import make_open
from thidua.lineage import actions
from thidua.movements.models import Movement

__all__ = ["place"]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_close_no_circle(place: Place) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")
    one, other = (make_open(place.commune, place.head).movement for _ in range(2))
    refused, start = [], threading.Barrier(2)

    def say(movement: Movement, parent: Movement) -> None:
        try:
            start.wait()
            actions.set_parent(movement, parent, by=place.head)
        except actions.Circle:
            refused.append(movement)
        finally:
            connection.close()

    threads = [threading.Thread(target=say, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert sorted(bool(row.parent_id) for row in Movement.objects.all()) == [False, True]
