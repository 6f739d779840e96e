"""The dead: what they do about what reached them."""

from __future__ import annotations

import numpy as np
import pytest
import scenes
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.script import Script
from game.data.sketch import sketch
from game.data.tuning import Rules, load_tuning
from game.ecs.schedule import Schedule
from game.ecs.world import NOBODY
from game.sim.build import build
from game.sim.components import (
    DEAD,
    Act,
    Body,
    Button,
    Deed,
    Drive,
    Health,
    Mind,
    Mood,
    Senses,
    Side,
    Stage,
)
from game.sim.happenings import Cause, DoorHit, DoorMoved, Heard, Noise, Noticed, Screech
from game.sim.intent import Inbox, Intent
from game.sim.resources import Clock
from game.sim.tick import TICK

KEPT = {
    "take_intents", "wish", "deeds", "strike", "bash", "accelerate", "move", "tread",
    "batter", "swing", "wound",
}  # fmt: skip
LIVE = Schedule(
    {
        phase: tuple(s for s in systems if phase in {"sense", "think"} or s.name in KEPT)
        for phase, systems in TICK.phases.items()
    }
)
"""What minds need of the tick, so that a test has time for many."""


@pytest.fixture(autouse=True)
def _minds_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "TICK", LIVE)


YARD = """
    ####################
    #..................#
    #.s.............@..#
    #..................#
    ####################
"""
ROOMS = """
    ####################
    #........#.........#
    #..s.....#.........#
    #........#..###....#
    #........#..#@#....#
    #...........#.#....#
    #........#.........#
    ####################
"""


def mood(made: Scene, name: str = "s") -> Mood:
    return Mood(int(made.of(Mind, name).mood[0]))


def noise(made: Scene, at: tuple[float, float], loudness: float = 12, heard: Heard = Heard.BOTTLE) -> Scene:
    made.world.events.emit(
        Noise, pos=[at], loudness=loudness, heard=int(heard), side=int(Side.SURVIVOR), source=NOBODY
    )
    return made


def far(made: Scene, one: str, other: str = "@") -> float:
    return float(np.hypot(*np.subtract(made.pos(one), made.pos(other))))


# -- alone -----------------------------------------------------------------------------------------


def test_left_alone_it_stands_and_strolls_near_home_and_notices_nothing() -> None:
    made = scene(ROOMS)
    home, moods = made.pos("s"), set()
    for _ in range(30):
        made.run(30)
        moods.add(mood(made))
        assert np.hypot(*np.subtract(made.pos("s"), home)) < 5.5
    assert moods == {Mood.IDLE, Mood.WANDER}
    assert made.heard(Noticed) == []


def test_a_lurker_does_not_stroll() -> None:
    made = scene(ROOMS.replace("s", "l"))
    assert made.run(500).pos("l") == made.spots["l"][0]


# -- hearing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_faint_noise_makes_it_turn_first_and_then_go_to_look(k: int) -> None:
    made = scene(turned(YARD.replace("@", "n"), k)).set(Body, "s", heading=way((-1, 0), k))
    start, toward = np.array(made.pos("s")), np.array(way((1, 0), k))
    noise(made, tuple(np.array(made.pos("n")) - 8 * toward), loudness=8).run(40)
    assert mood(made) is Mood.SUSPECT
    assert made.of(Body, "s").heading[0] @ toward > 0.9
    made.run(80)
    assert (np.array(made.pos("s")) - start) @ toward > 0.5


def test_nothing_happens_before_the_sound_has_come_that_far() -> None:
    made = noise(scene(YARD.replace("@", ".")), (16.5, 2.5), loudness=30)
    delay = round((0.1 + 14 * 0.03) * 60)
    assert mood(made.run(delay - 2)) in {Mood.IDLE, Mood.WANDER}
    assert mood(made.run(8)) is Mood.SEARCH


def test_a_loud_noise_sends_it_there_at_once_round_the_corner() -> None:
    made = noise(scene(ROOMS.replace("@", ".")), (16.5, 1.5), loudness=30)
    made.seconds(13)
    assert np.hypot(*np.subtract(made.pos("s"), (16.5, 1.5))) < 6
    assert made.heard(Noticed)[0]["why"] == Cause.HEARING


def test_after_searching_in_vain_it_calms_down_where_it_is() -> None:
    made = noise(scene(ROOMS.replace("@", ".")), (14.5, 6.5), loudness=30).seconds(30)
    assert mood(made) in {Mood.IDLE, Mood.WANDER}
    assert made.of(Senses, "s").detect[0] < 0.1
    assert made.of(Mind, "s").home[0, 0] > 9


# -- the hunt --------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", SYMMETRIES)
def test_it_sees_you_comes_and_strikes(k: int) -> None:
    art = "############\n#s......@..#\n#..........#\n############"
    made = scene(turned(art, k)).set(Body, "s", heading=way((1, 0), k)).seconds(6)
    assert made.of(Health, "@").hp[0] < 100
    assert [n["mood"] for n in made.heard(Noticed)] == [Mood.SUSPECT, Mood.SEARCH, Mood.HUNT]
    assert {n["why"] for n in made.heard(Noticed)} == {Cause.SIGHT}


def test_no_blow_falls_without_a_warning_of_a_third_of_a_second() -> None:
    made = scene("############\n#s......@..#\n############")
    warned = 0
    for _ in range(600):
        made.run(1)
        deed = made.of(Deed, "s")
        warned = warned + 1 if deed.stage[0] == Stage.WINDUP else warned
        if made.of(Health, "@").hp[0] < 100:
            break
    assert made.of(Health, "@").hp[0] < 100
    assert warned >= 0.35 * 60


def test_it_loses_you_behind_a_wall_searches_there_and_gives_up() -> None:
    art = "\n".join(
        ["#" * 20, "#s....@..#.........#", "#........#.........#", "#" + "." * 18 + "#", "#" * 20]
    )
    made = scene(art, rules=Rules(without=frozenset({"belief"}))).seconds(1.5)
    assert mood(made) is Mood.HUNT
    made.set(Body, "@", pos=(17.5, 1.5), was=(17.5, 1.5))
    last = made.of(Senses, "s").spot[0].copy()
    seen = [mood(made.seconds(1)) for _ in range(20)]
    assert Mood.SEARCH in seen
    assert made.of(Senses, "s").seen[0] == NOBODY
    assert seen[-1] in {Mood.IDLE, Mood.WANDER}
    assert np.hypot(*(made.of(Senses, "s").spot[0] - last)) < 1.5


def test_it_hunts_five_seconds_unseen_and_no_longer() -> None:
    made = scene("###########\n#s..g..@..#\n#...####..#\n###########").seconds(2)
    assert mood(made) is Mood.HUNT
    made.set(Body, "@", pos=(8.5, 2.5), was=(8.5, 2.5))
    assert mood(made.seconds(4.5)) is Mood.HUNT
    assert mood(made.seconds(1)) is Mood.SEARCH


def test_it_walks_round_furniture_it_can_see_over() -> None:
    art = "##############\n#.....=......#\n#s....=...@..#\n#.....=......#\n#............#\n##############"
    made = scene(art).seconds(9)
    assert made.of(Health, "@").hp[0] < 100


def test_it_breaks_a_shut_door_that_lies_on_its_way() -> None:
    art = "#############\n#s....+.....#\n#######.....#\n#......+....#\n#############"
    made = noise(scene(art), (9.5, 1.5), loudness=30).seconds(12)
    assert made.heard(DoorHit)
    noise(made, (9.5, 1.5), loudness=30).seconds(12)
    assert made.heard(DoorMoved)


def test_a_hurt_one_turns_on_whoever_hurt_it_from_behind() -> None:
    made = scene("############\n#s......@..#\n############").set(Body, "s", heading=(-1, 0)).run(5)
    made.set(Health, "s", hurt_at=5, hurt_by=made.who["@"]).run(6)
    assert mood(made) is Mood.HUNT
    assert made.heard(Noticed)[-1]["why"] == Cause.TOUCH


def test_the_dead_fight_soldiers_and_leave_each_other_alone() -> None:
    made = scene("############\n#s......A..#\n#s.........#\n############").set(Body, "A", heading=(1, 0))
    made.set(Mind, "A", ready_at=9999).seconds(6)
    assert made.of(Health, "A").hp[0] < 60
    assert all(n["foe"] in {made.who["A"], NOBODY, *made.all["s"]} for n in made.heard(Noticed))
    assert made.of(Health, "s").hp[0] > 0


# -- the sorts -------------------------------------------------------------------------------------


def test_a_lurker_waits_until_you_are_near_and_leaps() -> None:
    made = scene("##############\n#l.....@.....#\n#............#\n##############").seconds(3)
    assert mood(made, "l") is Mood.HUNT
    assert made.pos("l") == made.spots["l"][0]
    made.set(Body, "@", pos=(4.3, 1.5), heading=(-1, 0)).run(8)
    assert made.of(Deed, "l").act[0] == Act.LUNGE
    assert made.seconds(1.5).of(Health, "@").hp[0] < 100


def test_a_screamer_keeps_off_and_calls_and_the_call_brings_the_others() -> None:
    art = "#" * 40 + "\n#c...@" + "." * 33 + "#\n" + "#" + "." * 38 + "#\n##########" + "#" * 29 + "#\n"
    made = scene(art).seconds(2)
    assert {s["stage"] for s in made.heard(Screech)} >= {Stage.WINDUP}
    made.seconds(3)
    assert {s["stage"] for s in made.heard(Screech)} >= {Stage.WINDUP, Stage.ACTIVE}
    assert made.of(Health, "@").hp[0] == 100


def test_the_call_tells_where_the_caller_knows_you_to_be() -> None:
    art = "\n".join(
        ["#" * 20, "#c....@............#", "################.###", "#s" + "." * 17 + "#", "#" * 20]
    )
    made = scene(art).seconds(4)
    assert made.heard(Screech)
    assert mood(made) in {Mood.SEARCH, Mood.HUNT}
    assert np.hypot(*(made.of(Mind, "s").goal[0] - made.pos("@"))) < 3.5


def test_a_brute_charges_down_a_straight_line() -> None:
    made = scene("##############\n#B......@....#\n#............#\n##############")
    acts = set()
    for _ in range(300):
        acts.add(int(made.run(1).of(Deed, "B").act[0]))
    assert Act.LUNGE in acts


def test_a_flanker_comes_from_outside_your_aim() -> None:
    art = "\n".join(
        ["#" * 18, *["#" + "." * 16 + "#"] * 5, "#....f.......@....#", *["#" + "." * 16 + "#"] * 5, "#" * 18]
    )
    aside = {}
    for letter in "fs":
        made = scene(art.replace("f", letter)).press(aim=(-1, 0)).set(Body, "@", heading=(-1, 0))
        off = []
        for _ in range(300):
            made.run(1)
            if 2.2 < far(made, letter) < 6:
                gap = np.subtract(made.pos(letter), made.pos("@"))
                off.append(abs(gap[1]) / np.hypot(*gap))
        aside[letter] = max(off)
    assert aside["f"] > np.sin(np.radians(40)) > aside["s"]


# -- in numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("letter", "caught"), [("s", False), ("B", False), ("f", True)])
def test_a_walker_outruns_a_shambler_and_a_brute_but_not_a_flanker(letter: str, caught: bool) -> None:  # noqa: FBT001
    art = "#" * 70 + f"\n#{letter}....@" + "." * 62 + "#\n#" + "." * 68 + "#\n" + "#" * 70
    made = scene(art).seconds(1.2).press(move=(1, 0), aim=(1, 0))
    gaps = [far(made.seconds(0.5), letter) for _ in range(24)]
    assert (min(gaps) < 1.6) is caught


@pytest.mark.parametrize(("weave", "hit"), [(0.0, False), (0.7, True)])
def test_a_flanker_strikes_as_it_runs_whoever_does_not_walk_straight_on(weave: float, hit: bool) -> None:  # noqa: FBT001
    lawn = ["#" * 60, *("#" + "." * 58 + "#" for _ in range(30)), "#" * 60]
    lawn[15], lawn[19] = "#" + "." * 19 + "@" + "." * 38 + "#", "#" + "." * 19 + "f" + "." * 38 + "#"
    made = scene("\n".join(lawn)).set(Senses, "f", detect=1.0)
    for half_second in range(12):
        side = weave if half_second % 2 == 0 else -weave
        made.press(move=(0.7, side), aim=(1, 0)).seconds(0.5)
    assert mood(made, "f") is Mood.HUNT
    assert bool(made.of(Health, "@").hp[0] < 100) is hit


# -- sleep -----------------------------------------------------------------------------------------

GYM = "################\n#s.s.s.s.s.s...#\n#s.s.s.s.s.s...#\n#..............#\n################"


def asleep(made: Scene) -> NDArray[np.bool_]:
    span = made.world.span(DEAD)
    return np.asarray(made.world.view(Mind, span).mood == Mood.ASLEEP)


def gym() -> Scene:
    made = scene(GYM)
    for each in made.all["s"]:
        with made.world.edit(Mind, each) as mind:
            mind.mood[...] = Mood.ASLEEP
    return made


def test_sleepers_sleep_through_a_careful_walk() -> None:
    made = scene(GYM.replace("...#", "..@#", 1))
    for each in made.all["s"]:
        with made.world.edit(Mind, each) as mind:
            mind.mood[...] = Mood.ASLEEP
    made.press(Button.SNEAK, move=(0, 1)).seconds(2)
    assert asleep(made).all()


def test_one_that_wakes_wakes_its_neighbours_in_a_wave() -> None:
    made = gym()
    made.set(Senses, "s", loud=5, react_at=0).run(10)
    shares = [asleep(made).mean(), *(asleep(made.run(15)).mean() for _ in range(12))]
    assert 0.8 < shares[0] < 1
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] == 0
    assert sum(0 < share < 0.9 for share in shares) >= 2


# -- fairness --------------------------------------------------------------------------------------

TOWN = """
    ########################################
    #@.........#......s.....#..............#
    #..........#............#......f.......#
    #..........#....s.......#..............#
    ######..####............####..##########
    #...............s......................#
    #.........................c............#
    ####.######....###########....####.#####
    #.........#....#.........#....#........#
    #....s....#....#...s.....#....#....s...#
    #.........#....#.........#....#........#
    ########################################
"""


def dead_of(world_at: tuple[float, float], ticks: int) -> list[bytes]:
    """Everything about the dead, tick by tick, with a player standing still at a place."""
    made = scene(TOWN, ambient=0.0).set(Body, "@", pos=world_at, was=world_at)
    history = []
    for _ in range(ticks):
        made.run(1)
        span = made.world.span(DEAD)
        columns = [
            made.world.table[key][span] for key in sorted(made.world.table) if key.startswith(DEAD_STATE)
        ]
        history.append(b"".join(np.ascontiguousarray(column).tobytes() for column in columns))
    assert made.heard(Noticed) == []
    return history


DEAD_STATE = ("Body.", "Mind.", "Senses.", "Drive.", "Pulse.", "Deed.")


def test_an_unseen_unheard_player_changes_nothing_wherever_he_is() -> None:
    assert dead_of((1.5, 1.5), 600) == dead_of((6.5, 2.5), 600)


def test_the_same_seed_and_intents_give_the_same_world() -> None:
    def play() -> list[int]:
        world = build(sketch(TOWN), 7, Rules(), load_tuning(), Script(), crowd=60)
        sums = []
        for tick in range(240):
            world.resource(Inbox).intents = [Intent.of((1, 0) if tick // 40 % 2 else (0, 1), (1, 0))]
            TICK.tick(world)
            world.resource(Clock).tick += 1
            if tick % 40 == 39:
                sums.append(world.checksum())
        return sums

    assert play() == play()


def test_a_world_restored_in_the_middle_of_a_hunt_goes_on_the_same() -> None:
    made = scene(ROOMS).set(Body, "@", pos=(6.5, 5.5))
    made.press(Button.SPRINT, move=(1, 0), aim=(1, 0)).run(63)
    before = made.world.snapshot()
    first = made.run(90).world.checksum()
    made.world.restore(before)
    assert made.run(90).world.checksum() == first


def test_nobody_leaves_the_room_for_walking_into_walls() -> None:
    made = scene(ROOMS).seconds(6)
    assert np.isfinite(made.of(Body, "s").pos).all()
    assert np.isfinite(made.of(Drive, "s").want).all()
