"""Heroes who limp, and heroes who are still: what is heard of them, and how well they are seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.area import Area
from game.data.level import Level
from game.data.things import Light, Power
from game.data.tuning import load_tuning
from game.sim.act.legs import breathe
from game.sim.act.motion import accelerate, move, tread
from game.sim.command.intents import take_intents, wish
from game.sim.components import Body, Button, Lamp, Senses
from game.sim.happenings import Noise
from game.sim.light import light_now
from game.sim.resources import Clock, Story
from game.sim.sense.detect import detect
from game.sim.sense.sight import see

TUNING = load_tuning()
WALK = (take_intents, wish, breathe, accelerate, move, tread)
LOOK = (see, detect)
WARD = (
    "################################\n#@.............................#\n#..............................#\n"
    + "#" * 32
)
FACED = "##########\n#s....@..#\n##########"


def beats(hero: str, held: Button, seconds: float = 9.0) -> list[tuple[int, float]]:
    """When, and how loud, the steps of a hero who walks east are heard."""
    made = scene(WARD, hero=hero).press(held, move=(1, 0))
    made.seconds(seconds, *WALK)
    return [
        (told.tick, row["loudness"])
        for told in made.told
        if isinstance(told.event, Noise)
        for row in told.event.rows()
    ]


@pytest.mark.parametrize(("held", "loud"), [(Button(0), "noise"), (Button.SNEAK, "sneak_noise")])
def test_cheongsan_limps_in_the_same_beat_however_fast_he_walks(held: Button, loud: str) -> None:
    heard = beats("cheongsan", held)
    gaps = {later[0] - sooner[0] for sooner, later in pairwise(heard)}
    assert len(heard) >= 7
    assert gaps <= {round(TUNING.limp.beat_s * 60), round(TUNING.limp.beat_s * 60) + 1}
    assert {each[1] for each in heard} == {getattr(TUNING.limp, loud)}


def test_others_sound_by_the_way_they_go() -> None:
    assert len(beats("onjo", Button(0), 4)) > len(beats("onjo", Button.SNEAK, 4)) > 0


def test_cheongsan_does_not_sprint() -> None:
    made = scene(WARD, hero="cheongsan").press(Button.SPRINT, move=(1, 0)).seconds(1, *WALK)
    assert abs(made.of(Body, "@").vel[0, 0] - TUNING.hero["cheongsan"].walk) < 0.01


def test_who_stands_limps_not() -> None:
    made = scene(WARD, hero="cheongsan").seconds(5, *WALK)
    assert not made.heard(Noise)


def certainty(hero: str, quiet_s: float, k: int = 0, *, torch: bool = False) -> float:
    """How sure one of the dead is of a hero five tiles off, after a look; still for so long before."""
    made = scene(turned(FACED, k), hero=hero)
    made.set(Body, "s", heading=way((1, 0), k)).set(Lamp, "@", is_on=torch)
    made.world.resource(Clock).tick = round(quiet_s * 60)
    made.run(12, *LOOK)
    return float(made.of(Senses, "s").detect[0])


@pytest.mark.parametrize("k", SYMMETRIES)
@pytest.mark.parametrize("hero", ["cheongsan", "onjo"])
def test_who_is_still_is_noticed_more_slowly(hero: str, k: int) -> None:
    moving, still = certainty(hero, 0.2, k), certainty(hero, 1.5, k)
    assert still == pytest.approx(moving * getattr(TUNING.stillness, hero), rel=0.2)
    assert still > 0


def test_onjo_is_the_stiller_of_the_two() -> None:
    assert certainty("onjo", 2) < certainty("cheongsan", 2) / 2


@pytest.mark.parametrize("hero", ["namra", "suhyeok"])
def test_stillness_is_nothing_to_those_who_cannot_be_still(hero: str) -> None:
    assert certainty(hero, 2) == certainty(hero, 0.2)


def test_a_torch_undoes_stillness() -> None:
    assert certainty("onjo", 2, torch=True) == certainty("onjo", 0.2, torch=True)


def test_who_is_still_is_felt_all_the_same() -> None:
    made = scene("#####\n#s@.#\n#####", hero="onjo").set(Body, "@", pos=(1.9, 1.5))
    made.world.resource(Clock).tick = 120
    made.run(6, *LOOK)
    assert made.of(Senses, "s").detect[0] == 1


def lamps() -> Scene:
    things = [
        Light(area=Area.point(2.5, 1.5), circuit="hall"),
        Light(area=Area.point(12.5, 1.5), circuit="cells"),
        Power(area=Area.point(1.5, 1.5), circuit="hall", on=True),
    ]
    return scene(
        "###############\n#s.@.....s.@..#\n###############", hero="cheongsan", ambient=0.0, things=things
    )


def test_a_circuit_that_runs_lights_its_rooms_and_darkens_those_it_left() -> None:
    made = lamps()
    level, story = made.world.resource(Level), made.world.resource(Story)
    assert light_now(level, story, Clock()) is level.light
    story.circuits.pop("hall")
    story.circuits["cells"] = True
    light = light_now(level, story, Clock())
    assert light[1, 3] == 0
    assert light[1, 12] > 0.5
    assert level.light[1, 12] == 0


def test_the_dead_see_by_the_light_that_burns_now() -> None:
    made = lamps().run(6, *LOOK)
    lit = made.of(Senses, "s").detect[0]
    dark = lamps()
    dark.world.resource(Story).circuits.clear()
    dark.run(6, *LOOK)
    assert dark.of(Senses, "s").detect[0] < lit / 2
