"""Doors: hands, keys, circuits, orders, blows; and nobody is ever shut into one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.area import Area
from game.data.enums import ItemKind
from game.data.things import Door as DoorThing
from game.data.things import Item
from game.data.tuning import load_tuning
from game.sim.act.motion import accelerate, move
from game.sim.command.intents import ask_use, take_intents, wish
from game.sim.components import Bag, Body, Button, Door, Drive, Health, Pilot
from game.sim.doorways import hung
from game.sim.ground import is_blocked
from game.sim.happenings import DoorChange, DoorHit, DoorMoved, DoorOrder, Heard, Noise
from game.sim.resources import Ground, Story
from game.sim.settle.doors import PERIOD, ask_doors, batter, swing

TUNING = load_tuning()
LEAVES = (take_intents, wish, ask_use, accelerate, move, batter, ask_doors, swing)
ROOM = """
    #######
    #.@+..#
    #######
"""


def leaf(made: Scene, index: int = 0) -> Door:
    row = int(hung(made.world)[index])
    return made.world.view(Door, slice(row, row + 1))


def use(made: Scene, aim: tuple[float, float] = (1, 0)) -> Scene:
    made.press(Button.USE, aim=aim).run(1, *LEAVES)
    return made.press(aim=aim).run(1, *LEAVES)


def changes(made: Scene) -> list[int]:
    return [told["how"] for told in made.heard(DoorMoved)]


def door(x: float, y: float, **more: object) -> DoorThing:
    return replace(DoorThing(area=Area.rect(x, y, 1, 1)), **more)  # type: ignore[arg-type]  # any field of it


def order(made: Scene, how: DoorChange, index: int = 0) -> Scene:
    thing = int(leaf(made, index).thing[0])
    made.world.events.emit(DoorOrder, thing=thing, how=how)
    return made.run(1, *LEAVES)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_hand_opens_the_door_it_faces_and_shuts_it_again(k: int) -> None:
    made = scene(turned(ROOM, k)).press(aim=way((1, 0), k)).run(1, *LEAVES)
    use(made, way((1, 0), k))
    assert leaf(made).is_open[0]
    assert not made.world.resource(Ground).solid.all()
    use(made, way((1, 0), k))
    assert not leaf(made).is_open[0]
    assert changes(made) == [DoorChange.OPENED, DoorChange.SHUT]


def test_a_door_behind_the_back_stays_as_it_is() -> None:
    made = use(scene(ROOM).press(aim=(-1, 0)).run(1, *LEAVES), (-1, 0))
    assert not leaf(made).is_open[0]


def test_a_door_out_of_reach_stays_as_it_is() -> None:
    made = use(scene("########\n#@..+..#\n########"))
    assert not leaf(made).is_open[0]


def test_one_walks_through_an_open_door_and_not_through_a_shut_one() -> None:
    made = scene(ROOM).press(move=(1, 0)).seconds(1, *LEAVES)
    assert made.pos("@")[0] < 3
    use(made.press(move=(1, 0)))
    made.press(move=(1, 0)).seconds(1, *LEAVES)
    assert made.pos("@")[0] > 4


def test_a_door_that_moves_is_heard() -> None:
    made = use(scene(ROOM))
    assert [n["loudness"] for n in (*made.heard(Noise), *made.waiting(Noise))] == [TUNING.noise.door]


def test_a_hand_does_not_shut_a_door_on_whoever_stands_in_it() -> None:
    made = use(scene("########\n#.@+.s.#\n########"))
    made.set(Body, "s", pos=(3.5, 1.5))
    use(made)
    made.set(Body, "s", pos=(5.5, 1.5)).run(30, *LEAVES)
    assert leaf(made).is_open[0]


def test_a_locked_door_says_so_and_stays_shut() -> None:
    made = use(scene("#######\n#.@...#\n#######", things=[door(3, 1, locked=True)]))
    assert changes(made) == [DoorChange.LOCKED]
    assert not leaf(made).is_open[0]


def locked_with_key() -> Scene:
    keys = [
        Item(area=Area.point(1.5, 2.5), kind=ItemKind.KEY, name="cellar"),
        Item(area=Area.point(1.5, 2.5), kind=ItemKind.KEY, name="gym"),
    ]
    return scene("#######\n#.@...#\n#.....#\n#######", things=[door(3, 1, locked=True, key="gym"), *keys])


def test_its_key_opens_a_locked_door_and_it_stays_unlocked() -> None:
    made = use(locked_with_key().set(Bag, "@", keys=2))
    assert changes(made) == [DoorChange.UNLOCKED, DoorChange.OPENED]
    use(made)
    made.set(Bag, "@", keys=0)
    assert leaf(use(made)).is_open[0]


def test_another_key_does_not() -> None:
    assert changes(use(locked_with_key().set(Bag, "@", keys=1))) == [DoorChange.LOCKED]


def on_circuit(**more: object) -> Scene:
    return scene("#######\n#@....#\n#######", things=[door(3, 1, circuit="gate", **more)])


@pytest.mark.parametrize("rests_open", [False, True])
def test_a_door_stands_the_other_way_while_its_circuit_runs(*, rests_open: bool) -> None:
    made = on_circuit(open=rests_open, locked=True).run(2, *LEAVES)
    story = made.world.resource(Story)
    assert leaf(made).is_open[0] == rests_open
    story.circuits["gate"] = True
    made.run(PERIOD, *LEAVES)
    assert leaf(made).is_open[0] != rests_open
    del story.circuits["gate"]
    made.run(PERIOD, *LEAVES)
    assert leaf(made).is_open[0] == rests_open


def test_a_hand_does_not_shut_the_locked_gate_a_circuit_opened_for_it_could_not_open_it_again() -> None:
    gate = door(3, 1, locked=True, circuit="gate")
    made = scene("#######\n#.@...#\n#######", things=[gate]).run(1, *LEAVES)
    made.world.resource(Story).circuits["gate"] = True
    use(made.run(PERIOD, *LEAVES))
    assert leaf(made).is_open[0]
    assert changes(made) == [DoorChange.OPENED]


def test_a_circuit_waits_until_nobody_stands_in_the_door() -> None:
    made = on_circuit(open=True).set(Body, "@", pos=(3.5, 1.5))
    made.world.resource(Story).circuits["gate"] = True
    made.run(20, *LEAVES)
    assert leaf(made).is_open[0]
    made.set(Body, "@", pos=(1.5, 1.5)).run(PERIOD, *LEAVES)
    assert not leaf(made).is_open[0]


def test_the_story_needs_no_key() -> None:
    made = scene("#######\n#@....#\n#######", things=[door(3, 1, locked=True)])
    assert leaf(order(made, DoorChange.OPENED)).is_open[0]
    assert not leaf(order(made, DoorChange.SHUT)).is_open[0]
    order(made, DoorChange.UNLOCKED)
    assert not leaf(made).is_locked[0]


def strike(made: Scene, damage: float) -> Scene:
    row = int(hung(made.world)[0])
    made.world.events.emit(DoorHit, door=int(made.world.table["Entity.id"][row]), damage=damage)
    return made.run(1, *LEAVES)


def test_blows_dent_a_door_and_break_it() -> None:
    made = scene(ROOM)
    for _ in range(4):
        strike(made, 15)
    assert changes(made) == [DoorChange.DENTED] * 3 + [DoorChange.BROKE]
    assert leaf(made).is_open[0]
    assert leaf(made).dent[0] == 1
    assert made.waiting(Noise)[-1]["heard"] == Heard.DOOR


def test_a_broken_door_is_never_shut_again() -> None:
    made = strike(scene(ROOM), 100)
    use(made)
    order(made, DoorChange.SHUT)
    assert leaf(made).is_open[0]


def test_an_open_door_is_not_dented() -> None:
    made = strike(use(scene(ROOM)), 30)
    assert leaf(made).dent[0] == 0


def test_a_door_of_two_tiles_opens_whole() -> None:
    made = use(scene("#######\n#.@+..#\n#..+..#\n#######"))
    assert not made.world.resource(Ground).solid[1:3, 3].any()


def test_only_the_door_asked_for_moves() -> None:
    made = use(scene("#########\n#.@+.+..#\n#########"))
    assert leaf(made, 0).is_open[0]
    assert not leaf(made, 1).is_open[0]


@settings(max_examples=20, deadline=None)
@given(
    wants=st.lists(st.tuples(st.floats(-6, 6), st.floats(-6, 6)), min_size=3, max_size=8),
    flips=st.lists(st.booleans(), min_size=30, max_size=30),
    k=st.sampled_from(SYMMETRIES),
)
def test_nobody_is_ever_shut_into_a_leaf(wants: list[tuple[float, float]], flips: list[bool], k: int) -> None:
    made = scene(turned("#########\n#@.+s.s.#\n#..+..+.#\n#.s+.s..#\n#########", k))
    ground = made.world.resource(Ground)
    for step, flips_now in enumerate(flips):
        for number, each in enumerate(made.all["s"]):
            with made.world.edit(Drive, each) as drive:
                drive.want[...] = wants[(step + number) % len(wants)]
        held = Button.USE if flips_now else Button(0)
        order(made, DoorChange.SHUT if flips_now else DoorChange.OPENED, step % 2)
        made.press(held, move=(wants[step % len(wants)][0] / 6, 0)).run(4, *LEAVES)
        assert not is_blocked(ground, made.world.view(Body, made.world.rows(Drive)).pos).any()
    assert made.world.view(Pilot, made.world.rows(Pilot)).slot.tolist() == [0]
    assert np.isfinite(made.world.view(Health).hp).all()
