"""How noise travels, and who minds it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.area import Area
from game.data.things import Noise as Source
from game.sim.components import Mind, Mood, Senses, Side
from game.sim.happenings import Heard, Noise
from game.sim.sense.hearing import EIGHTHS, carried, hear

OPEN = np.ones((30, 30), np.float32)
STREET = """
    ################
    #n......s......#
    ################
"""


def shout(
    made: Scene, at: str, loudness: float, heard: Heard = Heard.STEP, side: Side = Side.SURVIVOR
) -> Scene:
    made.world.events.emit(Noise, pos=[made.pos(at)], loudness=loudness, heard=int(heard), side=int(side))
    return made.run(1, hear)


def left(made: Scene, name: str = "s") -> float:
    return float(made.of(Senses, name).loud[0])


def test_in_the_open_a_tile_costs_a_tile() -> None:
    field = carried(OPEN, 15, 15, 6) / EIGHTHS
    assert field[6].tolist() == [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0]
    assert field[9, 9] == 6 - 3 * 11 / 8


@pytest.mark.parametrize(("share", "rest"), [(0.5, 2.5), (0.7, 3.5), (1.0, 5.0)])
def test_a_wall_leaves_half(share: float, rest: float) -> None:
    muffle = OPEN.copy()
    muffle[:, 16] = share
    assert carried(muffle, 15, 15, 6)[6, 7] / EIGHTHS == rest


@settings(max_examples=40)
@given(arrays(np.bool_, (12, 12)), st.integers(0, 11), st.integers(0, 11), st.integers(2, 7))
def test_louder_is_never_heard_less_and_walls_never_help(
    walls: np.ndarray, x: int, y: int, loud: int
) -> None:
    muffle = np.where(walls, 0.5, 1).astype(np.float32)
    quiet, louder = carried(muffle, x, y, loud), carried(muffle, x, y, loud + 1)
    free = carried(np.ones_like(muffle), x, y, loud)
    assert (louder[1:-1, 1:-1] >= quiet).all()
    assert (free >= quiet).all()


@settings(max_examples=40)
@given(arrays(np.bool_, (12, 12)), st.integers(0, 11), st.integers(0, 11))
def test_noise_turns_and_mirrors_with_the_map(walls: np.ndarray, x: int, y: int) -> None:
    muffle = np.where(walls, 0.5, 1).astype(np.float32)
    assert (carried(muffle.T.copy(), y, x, 5) == carried(muffle, x, y, 5).T).all()
    assert (carried(muffle[:, ::-1].copy(), 11 - x, y, 5) == carried(muffle, x, y, 5)[:, ::-1]).all()


@pytest.mark.parametrize("k", SYMMETRIES)
def test_one_of_the_dead_hears_a_step_seven_tiles_off_but_not_a_softer_one(k: int) -> None:
    assert left(shout(scene(turned(STREET, k)), "n", 8)) == 1
    assert left(shout(scene(turned(STREET, k)), "n", 7)) == 0


def test_it_hears_where_the_noise_was_and_answers_later_the_farther() -> None:
    far = shout(scene(STREET), "n", 20).of(Senses, "s")
    near = shout(scene("#####\n#ns.#\n#####"), "n", 20).of(Senses, "s")
    assert far.heard_spot.tolist() == [[1.5, 1.5]]
    assert far.react_at[0] == round((0.1 + 7 * 0.03) * 60)
    assert near.react_at[0] == round((0.1 + 1 * 0.03) * 60)


def test_a_noise_goes_round_the_wall_not_through_the_air() -> None:
    room = "#########\n#n#.....#\n#.#.###.#\n#...#s..#\n#########"
    assert 0 < left(shout(scene(room), "n", 12)) < 4


@pytest.mark.parametrize(
    ("heard", "side", "minds"),
    [
        (Heard.STEP, Side.DEAD, False),
        (Heard.SCREECH, Side.DEAD, True),
        (Heard.DOOR_BASH, Side.DEAD, True),
        (Heard.ALARM, Side.NONE, True),
        (Heard.MACHINE, Side.NONE, False),
        (Heard.GUNSHOT, Side.ARMY, True),
    ],
)
def test_the_dead_mind_others_and_what_alarms(heard: Heard, side: Side, minds: bool) -> None:  # noqa: FBT001
    assert (left(shout(scene(STREET), "n", 20, heard, side)) > 0) is minds


def test_a_sleeper_needs_three_tiles_of_loudness_left() -> None:
    for loudness, wakes in ((9.9, False), (10, True)):
        made = scene(STREET).set(Mind, "s", mood=Mood.ASLEEP)
        assert (left(shout(made, "n", loudness)) > 0) is wakes


def test_the_louder_of_two_noises_is_the_one_turned_to() -> None:
    made = scene("#########\n#n..s.m.#\n#########")
    for at, loudness in (("m", 5), ("n", 9)):
        made.world.events.emit(
            Noise, pos=[made.pos(at)], loudness=loudness, heard=int(Heard.STEP), side=int(Side.SURVIVOR)
        )
    assert made.run(1, hear).of(Senses, "s").heard_spot.tolist() == [[1.5, 1.5]]


def test_nobody_hears_himself() -> None:
    made = scene(STREET)
    made.world.events.emit(
        Noise,
        pos=[made.pos("s")],
        loudness=20,
        heard=int(Heard.SCREECH),
        side=int(Side.DEAD),
        source=made.who["s"],
    )
    assert left(made.run(1, hear)) == 0


def test_a_machine_that_masks_swallows_what_is_soft() -> None:
    fan = Source(id=900, name="", layer="", line=0, area=Area.point(8.5, 1.5), reach=6, masks=True)
    assert left(shout(scene(STREET, things=[fan]), "n", 9)) == 0
    assert left(shout(scene(STREET, things=[fan]), "n", 11)) > 0


def test_a_burst_from_one_place_is_as_loud_as_its_loudest_shot_and_drowns_nothing_else() -> None:
    made = scene("##################\n#n..s......m..s###\n##################")
    near, far = made.all["s"]
    for shot in range(20):
        made.world.events.emit(Noise, pos=[made.pos("n")], loudness=8 + shot % 2 / 2, side=int(Side.SURVIVOR))
    shout(made, "m", 6)
    loud = {
        who: float(made.world.view(Senses, made.world.resolve(np.array([who]))[0]).loud[0])
        for who in (near, far)
    }
    assert loud[near] == pytest.approx(8.5 - 3, abs=0.2)
    assert loud[far] == pytest.approx(6 - 3, abs=0.2)


def test_what_is_remembered_of_a_noise_ends_with_the_wall_it_passed() -> None:
    muffle = OPEN.copy()
    before = carried(muffle, 15, 15, 6)
    assert (carried(muffle, 15, 15, 6) == before).all()
    muffle[14:17, 16] = 0.5
    assert (carried(muffle, 15, 15, 6) != before).any()
