"""What a player may know: nothing through walls, behind the back or in the dark; memory of what was seen."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, scene, turned, way
from scenes import Scene as World

from game.data.area import Area
from game.data.enums import Task
from game.data.level import Level
from game.data.script import Script
from game.data.sketch import sketch
from game.data.things import Light, Objective, Power
from game.data.tuning import Rules, Tuning
from game.play.eyes import Sight
from game.play.observation import Cue, Observation
from game.play.observe import Observer
from game.play.simulation import Simulation
from game.sim.components import Body, Button, Feet, Lamp, Mind, Mood, Side
from game.sim.happenings import Heard, Noise
from game.sim.resource_marks import Marks
from game.sim.resources import Clock, Ground, Story


class Looked(Simulation):
    """A simulation around a scene's world, so that an observer can look at it."""

    def __init__(self, seen: World) -> None:
        self.world, self.seed, self.start, self.crowd = seen.world, 1, 0, 0
        self.level, self.rules = seen.world.resource(Level), seen.world.resource(Rules)
        self.tuning, self.script = seen.world.resource(Tuning), seen.world.resource(Script)
        self.events = []


def look(seen: World) -> Observation:
    """One look by the player of a scene."""
    return Observer(Looked(seen)).see()


def names(seen: World, observation: Observation) -> set[str]:
    """Letters of everybody visible."""
    return {name for name, who in seen.who.items() if who in observation.others.id.tolist()}


BEHIND_A_WALL = """
#########
#.......#
#@..#..s#
#...f...#
#########
"""


@pytest.mark.parametrize("k", SYMMETRIES)
def test_nobody_is_seen_through_a_wall(k: int) -> None:
    world = scene(turned(BEHIND_A_WALL.replace("f", "#"), k))
    world.set(Body, "@", heading=way((1, 0), k))
    assert names(world, look(world)) == set()


@pytest.mark.parametrize("k", SYMMETRIES)
def test_somebody_ahead_is_seen_and_somebody_behind_is_not(k: int) -> None:
    world = scene(turned("#############\n#l....@....s#\n#############", k))
    world.set(Body, "@", heading=way((1, 0), k))
    assert names(world, look(world)) == {"s"}


def test_somebody_close_behind_is_noticed() -> None:
    assert names(scene("########\n#.s@...#\n########"), look(scene("########\n#.s@...#\n########"))) == {"s"}


def test_beyond_sixteen_tiles_nobody_is_seen() -> None:
    near, far = scene(f"#@{'.' * 14}s#"), scene(f"#@{'.' * 17}s#")
    assert (names(near, look(near)), names(far, look(far))) == ({"s"}, set())


def test_in_the_dark_nobody_is_seen_but_whoever_turns_its_eyes() -> None:
    world = scene("############\n#@........s#\n############", ambient=0.0)
    world.set(Body, "s", heading=(1, 0))
    assert names(world, look(world)) == set(), "it looks away"
    world.set(Body, "s", heading=(-1, 0))
    assert names(world, look(world)) == {"s"}, "its eyes show"


def test_a_torch_shows_what_stands_in_its_beam() -> None:
    world = scene("############\n#@........s#\n############", ambient=0.0)
    world.set(Body, "s", heading=(1, 0)).set(Lamp, "@", is_on=True)
    assert names(world, look(world)) == {"s"}
    world.set(Body, "@", heading=(0, 1))
    assert names(world, look(world)) == set()


def test_one_sees_who_hunts_and_who_sleeps() -> None:
    world = scene("##########\n#@...s...#\n#....f...#\n##########")
    world.set(Mind, "s", mood=Mood.HUNT).set(Mind, "f", mood=Mood.ASLEEP)
    others = look(world).others
    by = {int(each): i for i, each in enumerate(others.id)}
    hunter, sleeper = by[world.who["s"]], by[world.who["f"]]
    assert (bool(others.hunts[hunter]), bool(others.asleep[hunter])) == (True, False)
    assert (bool(others.hunts[sleeper]), bool(others.asleep[sleeper])) == (False, True)
    assert (others.foes().side == Side.DEAD).all()


def test_one_sees_who_obeys_and_how_far_an_order_has_come() -> None:
    world = scene("##########\n#@...h...#\n#....s...#\n##########").set(Mind, "h", mood=Mood.FOLLOW)
    seen = look(world.press(Button.ORDER, at=(6, 0)).run(25))
    by = {int(each): bool(obeys) for each, obeys in zip(seen.others.id, seen.others.obeys, strict=True)}
    assert by == {world.who["h"]: True, world.who["s"]: False}
    assert seen.me.casts == pytest.approx(0.5, abs=0.05)
    assert look(world.press(at=(6, 0)).run(2)).me.casts == 0


def test_the_faint_plan_tells_of_walls_in_the_picture_and_of_none_beyond() -> None:
    art = f"{'#' * 40}\n#@..#.....#{'.' * 28}#\n{'#' * 20}.{'#' * 19}\n{'#' * 40}"
    seen = look(scene(art))
    assert not seen.known[1, 10]
    assert seen.links[1, 10] == 0, "a wall in the picture"
    assert seen.links[2, 30] == 255, "one beyond it: a person tries"


def test_doorways_are_open_on_the_plan_until_their_door_is_seen() -> None:
    made = scene("############\n#@..#......#\n#...#..+...#\n#...#..#...#\n############")
    seen = look(made)
    assert not seen.doors
    assert seen.links[2, 7]
    assert not made.world.resource(Ground).links[2, 7], "it is shut"


def test_what_was_seen_is_believed_before_the_plan() -> None:
    made = scene("############\n#@..+......#\n############")
    observer = Observer(Looked(made))
    assert not observer.see().links[1, 4], "it is shut"
    made.set(Body, "@", heading=(-1, 0)).press(aim=(-1, 0)).run(12)
    assert not observer.see().links[1, 4], "and is remembered with the back turned"


def test_walls_are_learnt_when_seen_and_stay_learnt() -> None:
    world = scene("###########\n#@...#....#\n#....#....#\n###########")
    observer = Observer(Looked(world))
    seen = observer.see()
    assert seen.known[1, 5], "the wall ahead"
    assert seen.links[1, 5] == 0
    assert not seen.known[1, 8], "what lies behind it"
    world.set(Body, "@", heading=(-1, 0)).press(aim=(-1, 0)).run(12)
    assert observer.see().known[1, 5], "and is remembered with the back turned"


def test_a_door_is_remembered_as_it_was_last_seen() -> None:
    world = scene("########\n#@..+..#\n########")
    observer = Observer(Looked(world))
    (door,) = observer.see().doors
    assert (door.is_open, door.is_locked, door.box) == (False, False, (4.0, 1.0, 5.0, 2.0))


def test_a_name_tag_is_seen_where_it_lies() -> None:
    world = Simulation(scene("#######\n#@..T.#\n#######").world.resource(Level))
    (loot,) = Observer(world).see().loot
    assert loot.at == (4.5, 1.5)


def test_a_noise_behind_a_wall_reaches_the_player_fainter_and_with_its_direction() -> None:
    open_air, walled = (
        scene("#############\n#@.........n#\n#############"),
        scene("#############\n#@....#....n#\n#############"),
    )
    heard: list[Cue] = []
    for world in (open_air, walled):
        looked = Looked(world)
        world.world.events.emit(Noise, pos=(11.5, 1.5), loudness=30, heard=Heard.GUNSHOT)
        world.run(1)
        looked.events = world.told
        heard += Observer(looked).see().cues
    loud, faint = heard
    assert loud.way == faint.way == (1.0, 0.0)
    assert loud.heard == Heard.GUNSHOT
    assert loud.loudness > faint.loudness > 0


def test_a_noise_too_far_off_does_not_reach_the_player() -> None:
    world = scene("#############\n#@.........n#\n#############")
    looked = Looked(world)
    world.world.events.emit(Noise, pos=(11.5, 1.5), loudness=8, heard=Heard.STEP)
    world.run(1)
    looked.events = world.told
    assert Observer(looked).see().cues == ()


def test_the_objective_is_known_and_then_the_next_and_then_the_way_out() -> None:
    goals = [
        Objective(id=50, task=Task.REACH, order=2, area=Area.rect(4, 1, 1, 1), text="b"),
        Objective(id=51, task=Task.REACH, order=1, area=Area.rect(3, 1, 1, 1), text="a"),
    ]
    simulation = Simulation(sketch("#########\n#@....E.#\n#########", things=goals))
    observer = Observer(simulation)

    def goal() -> tuple[int, tuple[float, float]]:
        now = observer.see().goal
        assert now
        return now.id, now.at

    assert goal() == (51, (3.5, 1.5))
    simulation.world.resource(Story).done.append(51)
    assert goal() == (50, (4.5, 1.5))
    simulation.world.resource(Story).done.append(50)
    assert goal()[1] == (6.5, 1.5)


def test_looking_changes_nothing() -> None:
    world = scene("############\n#@...s..+..#\n############")
    observer = Observer(Looked(world))
    before = world.world.hashes()
    observer.see()
    assert world.world.hashes() == before


def test_nobody_can_write_through_an_observation() -> None:
    seen = look(scene("######\n#@..s#\n######"))
    for whole in (seen.known, seen.links, seen.light):
        with pytest.raises(ValueError, match="read-only"):
            whole[0, 0] = 1


def test_what_is_unseen_and_unheard_leaves_no_trace_in_an_observation() -> None:
    """Two worlds that differ only behind a wall look the same."""
    seen = [look(scene(f"#########\n#@..#{hidden}#\n#########")) for hidden in ("s...", "..sB", "....")]
    for other in seen[1:]:
        assert other.me == seen[0].me
        assert len(other.others) == 0
        assert np.array_equal(other.links, seen[0].links)


# -- what only some heroes have ------------------------------------------------------------------

LONG = "#" * 34 + "\n#@" + "." * 23 + "s" + "." * 7 + "#\n" + "#" * 34


@pytest.mark.parametrize("k", SYMMETRIES)
@pytest.mark.parametrize(
    ("hero", "still_s", "sees"), [("onjo", 1.5, 1), ("onjo", 0.5, 0), ("cheongsan", 9, 0)]
)
def test_onjo_sees_twice_as_far_while_she_is_still(k: int, hero: str, still_s: float, sees: int) -> None:
    world = scene(turned(LONG, k), hero=hero, ambient=0.5).set(Body, "@", heading=way((1, 0), k))
    world.world.resource(Clock).tick = round(still_s * 60)
    assert len(look(world).others) == sees


def test_a_torch_ends_the_far_sight() -> None:
    world = scene(LONG, hero="onjo", ambient=0.5).set(Lamp, "@", is_on=True)
    world.world.resource(Clock).tick = 600
    assert not len(look(world).others)


def test_momentum_and_stillness_are_known_by_their_share() -> None:
    runner = scene(LONG, hero="suhyeok").set(Feet, "@", momentum=1.25)
    assert look(runner).me.momentum == 0.5
    assert look(runner).me.stillness == 0
    listener = scene(LONG, hero="onjo")
    listener.world.resource(Clock).tick = 30
    assert look(listener).me.stillness == 0.5


def test_who_is_marked_is_known_behind_a_wall() -> None:
    world = scene(BEHIND_A_WALL, hero="onjo")
    world.world.resource(Marks).until[world.who["s"]] = 99
    assert look(world).marks == (world.pos("s"),)
    assert not look(scene(BEHIND_A_WALL)).marks
    world.world.kill(world.who["s"])
    world.world.apply()
    assert not look(world).marks


def test_after_a_retry_one_sees_by_the_doors_as_they_are_now() -> None:
    world = scene("#######\n#@+.+.#\n#######")
    ground, sight = world.world.resource(Ground), Sight()
    kept = world.world.snapshot()
    ground.opaque[1, 2], ground.version = False, ground.version + 1
    assert sight.tiles(ground, (1.5, 1.5), 9)[1, 3]
    world.world.restore(kept)
    ground.version += 1
    assert not sight.tiles(ground, (1.5, 1.5), 9)[1, 3]


def test_what_is_nothing_is_remembered_once_it_was_seen() -> None:
    world = scene("#########\n#@..OO#O#\n#########", hero="suhyeok")
    assert np.argwhere(look(world).void).tolist() == [[1, 4], [1, 5]]


def test_a_room_whose_circuit_stopped_is_dark_to_the_eye() -> None:
    lamp = Light(area=Area.point(2.5, 1.5), circuit="hall")
    power = Power(area=Area.point(2.5, 1.5), circuit="hall", on=True)
    world = scene("########\n#.@....#\n########", ambient=0.0, things=[lamp, power])
    assert look(world).me.light > 0.5
    world.world.resource(Story).circuits.clear()
    assert look(world).me.light == 0
