"""Whose turn it is to look and to think."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.turns import AT_ONCE, PERIOD, finding_ways, looking, making_room, people_think, thinking


@pytest.mark.parametrize("count", [1, 7, AT_ONCE, AT_ONCE + 1, 20_000])
def test_everybody_looks_and_thinks_once_a_period(count: int) -> None:
    for whose in (looking, thinking):
        turns = np.zeros(count, np.int64)
        for tick in range(100, 100 + PERIOD):
            turn = whose(tick, count)
            if turn is not None:
                turns[turn] += 1
        assert (turns == 1).all()


def test_every_tick_has_one_of_the_great_works() -> None:
    for tick in range(100, 100 + PERIOD):
        looks, thinks = (whose(tick, 100) is not None for whose in (looking, thinking))
        assert looks + thinks + making_room(tick) + people_think(tick) + finding_ways(tick) == 1


def test_a_vast_crowd_is_cut_in_three_so_that_no_tick_does_it_all() -> None:
    for tick in range(100, 100 + PERIOD):
        turns = [turn for whose in (looking, thinking) if (turn := whose(tick, 20_000)) is not None]
        assert len(turns) == 1
        assert len(range(20_000)[turns[0]]) <= 20_000 / 3 + 1


def test_whoever_thinks_looked_the_tick_before() -> None:
    for count in (100, 20_000):
        assert all(looking(tick, count) == thinking(tick + 1, count) for tick in range(100, 100 + PERIOD))
