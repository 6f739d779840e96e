"""On-jo marks by radio what she sees from above."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.area import Area
from game.data.enums import Actor as Kind
from game.data.things import Spawn
from game.data.tuning import load_tuning
from game.sim.act.legs import breathe
from game.sim.act.marking import mark
from game.sim.command.intents import take_intents
from game.sim.components import Body, Button, Health, Lamp
from game.sim.happenings import Heard, Marked, Noise
from game.sim.resource_marks import Marks
from game.sim.spawn import spawn_thing

TUNING = load_tuning()
RADIO = (take_intents, breathe, mark)
STREET = "###############\n#@.....s..#s..#\n#.........#...#\n###############"


def above(k: int = 0, hero: str = "onjo", seconds: float = 2.0) -> Scene:
    """On-jo, who has been still for so long."""
    return scene(turned(STREET, k), hero=hero).seconds(seconds, *RADIO)


def point_at(made: Scene, index: int) -> Scene:
    """Press the button at the shambler of this number, in reading order."""
    at = made.world.view(Body, made.world.resolve(np.array([made.all["s"][index]]))[0]).pos[0]
    x, y = (at - np.array(made.pos("@"))).tolist()
    made.press(Button.SENSE, at=(x, y)).run(1, *RADIO)
    return made.press().run(1, *RADIO)


def marked(made: Scene) -> list[int]:
    return list(made.world.resource(Marks).until)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_she_marks_the_foe_she_points_at_while_she_is_still(k: int) -> None:
    made = above(k)
    for index in range(2):
        point_at(made, index)
    seen = np.array(made.pos("@")) + np.array(way((6, 0), k))
    assert [each["pos"] for each in made.heard(Marked)] == [pytest.approx(seen.tolist())]


def test_she_does_not_mark_while_she_moves_nor_with_a_torch() -> None:
    assert not marked(point_at(above(seconds=0.5), 0))
    assert not marked(point_at(above().set(Lamp, "@", is_on=True), 0))


def test_nobody_else_marks() -> None:
    assert not marked(point_at(above(hero="cheongsan"), 0))


def test_she_marks_nobody_behind_a_wall() -> None:
    assert not marked(point_at(above(), 1))


def test_a_mark_ends_by_itself_and_with_whom_it_was_on() -> None:
    made = point_at(above(), 0)
    made.seconds(TUNING.marking.lasts_s - 0.2, *RADIO)
    assert len(marked(made)) == 1
    made.seconds(0.3, *RADIO)
    assert not marked(made)
    point_at(made, 0)
    made.world.kill(np.array([made.all["s"][0]]))
    made.world.apply()
    assert not marked(made.run(1, *RADIO))


def test_of_more_marks_than_she_can_keep_the_oldest_goes() -> None:
    made = scene("##########\n#@...s.s.#\n#....s.s.#\n##########", hero="onjo").seconds(2, *RADIO)
    for index in range(4):
        point_at(made, index)
    assert marked(made) == made.all["s"][1:]


def test_the_radio_is_heard() -> None:
    made = point_at(above(), 0)
    radio = [each for each in made.heard(Noise) if each["heard"] == Heard.RADIO]
    assert [each["loudness"] for each in radio] == [TUNING.noise.radio]


def test_the_dead_do_not_mark() -> None:
    assert not marked(point_at(above().set(Health, "@", hp=0), 0))


def test_the_story_hears_whom_of_the_map_she_marked() -> None:
    caller = Spawn(id=9, area=Area.point(5.5, 1.5), actor=Kind.SCREAMER)
    made = scene("########\n#@.....#\n########", hero="onjo", things=[caller])
    spawn_thing(made.world, caller)
    made.world.apply()
    made.seconds(2, *RADIO).press(Button.SENSE, at=(4, 0)).run(2, *RADIO)
    assert [each["thing"] for each in made.heard(Marked)] == [9]
