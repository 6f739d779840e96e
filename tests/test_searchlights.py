"""Beams that sweep: the light they make for the dead, and the light that is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.data.area import Area
from game.data.lightmap import AIM_STEP, aim_at, relight, swung
from game.data.sketch import sketch
from game.data.things import Light, Power
from game.show.torches import searchlights
from game.sim.light import light_now
from game.sim.resources import TICKS_PER_SECOND, Clock, Story

FIELD = "\n".join(["#" * 26, *["#" + "." * 24 + "#"] * 15, "#" * 26])
HERE = (3.5, 8.5)
LAMP = Light(id=9, area=Area.point(*HERE), radius=20, strength=2.0, cone=20, sweep=30, sweep_s=8)
SOUTH, AHEAD, NORTH = (13, 11), (8, 17), (3, 11)
"""Row and column of tiles at one end of the beam's way, in its middle, and at the other end."""


def lit(seconds: float, lamp: Light = LAMP, running: tuple[str, ...] = ()) -> np.ndarray:
    level = sketch(FIELD, ambient=0.0, things=(lamp, Power(area=Area.point(1, 1), circuit="field")))
    story = Story(circuits=dict.fromkeys(running, True))
    return light_now(level, story, Clock(tick=round(seconds * TICKS_PER_SECOND)))


def test_a_beam_swings_to_either_side_and_back() -> None:
    shown = {
        at: [bool(lit(seconds)[at] > 0.05) for seconds in (0, 2, 4, 6, 8)] for at in (SOUTH, AHEAD, NORTH)
    }
    assert shown[SOUTH] == [True, False, False, False, True]
    assert shown[AHEAD] == [False, True, False, True, False]
    assert shown[NORTH] == [False, False, True, False, False]


def test_it_never_jumps_further_than_a_step_and_slows_at_its_ends() -> None:
    ways = np.array([swung(LAMP, tick / 60) for tick in range(8 * 60 + 1)])
    paces = np.abs(np.diff(ways))
    assert paces.max() < AIM_STEP
    assert ways.max() == pytest.approx(30)
    assert ways.min() == pytest.approx(-30)
    assert paces[0] < paces[120] / 5
    assert len({aim_at(LAMP, tick / 60) for tick in range(8 * 60)}) == 2 * 30 / AIM_STEP + 1


def test_the_light_kept_in_parts_is_the_light_worked_out_whole() -> None:
    other = Light(id=10, area=Area.point(20.5, 4.5), radius=6, circuit="field")
    level = sketch(FIELD, ambient=0.1, things=(LAMP, other, Power(area=Area.point(1, 1), circuit="field")))
    story = Story(circuits={"field": True})
    for seconds in (0.0, 1.3, 2.9):
        clock = Clock(tick=round(seconds * TICKS_PER_SECOND))
        assert np.allclose(
            light_now(level, story, clock), relight(level, {"field"}, clock.seconds), atol=1e-6
        )


def test_a_beam_whose_circuit_is_off_neither_lights_nor_is_drawn() -> None:
    wired = replace(LAMP, circuit="field")
    assert lit(2, wired).max() == 0
    assert lit(2, wired, ("field",))[AHEAD] > 0.05
    level = sketch(FIELD, things=(wired,))
    assert searchlights(level, (), 2.0) == []
    assert len(searchlights(level, {"field"}, 2.0)) == 1


def test_what_is_drawn_points_where_the_dead_are_shown_somebody() -> None:
    level = sketch(FIELD, ambient=0.0, things=(LAMP,))
    for seconds in np.arange(0, 8, 0.25).tolist():
        (torch,) = searchlights(level, (), seconds)
        x, y = HERE[0] + 9 * np.cos(torch.angle), HERE[1] + 9 * np.sin(torch.angle)
        assert lit(seconds)[int(y), int(x)] > 0.05


def test_a_lamp_that_stands_still_is_none_of_them() -> None:
    level = sketch(FIELD, ambient=0.0, things=(replace(LAMP, sweep=0.0),))
    assert searchlights(level, (), 0.0) == []
    assert light_now(level, Story(), Clock()) is level.light
