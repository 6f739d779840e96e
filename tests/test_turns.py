"""Whose turn it is to look and to think."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.turns import AT_ONCE, PERIOD, looking, making_room, people_think, thinking


@pytest.mark.parametrize("count", [1, 7, AT_ONCE, AT_ONCE + 1, 20_000])
def test_everybody_looks_and_thinks_once_a_period(count: int) -> None:
    for whose in (looking, thinking):
        turns = np.zeros(count, np.int64)
        for tick in range(100, 100 + PERIOD):
            turn = whose(tick, count)
            if turn is not None:
                turns[turn] += 1
        assert (turns == 1).all()


@pytest.mark.parametrize("count", [100, 20_000])
def test_no_tick_has_two_of_the_great_works_but_looking_and_making_room(count: int) -> None:
    for tick in range(100, 100 + PERIOD):
        assert looking(tick, count) is None or thinking(tick, count) is None
        assert not (making_room(tick) and (people_think(tick) or thinking(tick, count) is not None))


def test_a_vast_crowd_is_halved_so_that_no_tick_does_it_all() -> None:
    count = 20_000
    turns = [thinking(tick, count) for tick in range(PERIOD)]
    assert all(turn is None or len(range(count)[turn]) <= count / 2 for turn in turns)
