"""Soldiers: rounds, posts, the fight, the radio, giving up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.area import Area
from game.data.enums import Facing, RouteMode
from game.data.things import Cover, Post, Route, Waypoint
from game.sim.components import Act, Arms, Body, Drive, Health, Mind, Mood, Senses, Side
from game.sim.happenings import DoorChange, DoorMoved, DoorOrder, Fired, Heard, Noise, Noticed
from game.sim.think.duty import rounds

YARD = "\n".join(
    ["#" * 18, *["#" + "." * 16 + "#"] * 2, "#.A.............#", *["#" + "." * 16 + "#"] * 2, "#" * 18]
)


def line(*points: tuple[float, float], **want: Any) -> Route:
    return Route(id=70, name="", layer="", line=0, area=Area(shape="polyline", points=points), **want)


def on_round(mode: RouteMode, *more: Any, **want: Any) -> Scene:
    route = line((2.5, 3.5), (6.5, 3.5), (6.5, 1.5), mode=mode, **want)
    return scene(YARD, things=[route, *more]).set(Mind, "A", mood=Mood.PATROL, route=70, leg=1)


def visits(made: Scene, seconds: float) -> list[tuple[int, int]]:
    """Tiles of the round's corners, in the order they were passed."""
    passed: list[tuple[int, int]] = []
    for _ in range(int(seconds * 30)):
        at = made.run(2).tile("A")
        if at in {(2, 3), (6, 3), (6, 1)} and at not in passed[-1:]:
            passed.append(at)
    return passed


def test_a_loop_goes_round_a_ping_pong_back_and_once_ends() -> None:
    assert visits(on_round(RouteMode.LOOP), 8)[1:4] == [(6, 3), (6, 1), (2, 3)]
    assert visits(on_round(RouteMode.PINGPONG), 8)[1:5] == [(6, 3), (6, 1), (6, 3), (2, 3)]
    assert visits(on_round(RouteMode.ONCE), 8)[1:] == [(6, 3), (6, 1)]


def test_he_waits_at_a_stop_and_looks_where_the_waypoint_says() -> None:
    mark = Waypoint(
        id=71, name="", layer="", line=0, area=Area.point(6.5, 3.5), wait_s=3, facing=Facing.SOUTH
    )
    made = on_round(RouteMode.LOOP, mark).seconds(3.5)
    at = made.pos("A")
    assert made.seconds(1).pos("A") == pytest.approx(at, abs=0.05)
    assert made.of(Body, "A").heading[0, 1] > 0.95


def test_a_ping_pong_unrolls_without_its_ends_twice() -> None:
    made = scene(YARD, things=[line((1, 1), (2, 1), (3, 1), mode=RouteMode.PINGPONG)])
    stops = rounds(next(c for c in made.world.constants if hasattr(c, "routes")))[70].stops
    assert [stop.at[0] for stop in stops] == [1, 2, 3, 2]


def test_a_guard_keeps_his_post_and_looks_about() -> None:
    post = Post(id=80, name="", layer="", line=0, area=Area.point(10.5, 2.5), radius=1)
    made = scene(YARD, things=[post]).set(Mind, "A", post=80).seconds(6)
    headings = set()
    for _ in range(20):
        headings.add(tuple(np.round(made.seconds(0.5).of(Body, "A").heading[0], 1).tolist()))
        assert np.hypot(*np.subtract(made.pos("A"), (10.5, 2.5))) < 1.6
    assert len(headings) > 3


FIGHT = "##############\n#A.........s.#\n#............#\n##############"


def test_he_reacts_before_he_shoots_and_shoots_in_bursts_of_three() -> None:
    made = scene(FIGHT).set(Mind, "s", mood=Mood.ASLEEP).set(Health, "s", hp=9999, most=9999)
    made.set(Body, "s", pos=(8.5, 1.5))
    noticed, shots = 0, []
    for tick in range(420):
        loaded = int(made.of(Arms, "A").loaded[0])
        made.run(1)
        if not noticed and made.of(Mind, "A").mood[0] == Mood.HUNT:
            noticed = tick
        if made.of(Arms, "A").loaded[0] < loaded:
            shots.append(tick)
    assert shots[0] - noticed >= 0.55 * 60
    gaps = np.diff(shots)
    assert (gaps[:2] < 12).all()
    assert gaps[2] >= 1.1 * 60
    assert len(made.heard(Fired)) == len(shots)


def test_he_and_the_dead_are_foes_and_he_wins_against_one() -> None:
    made = scene(FIGHT).seconds(12)
    assert not made.lives("s")
    assert made.lives("A")


def test_he_fights_the_player_too() -> None:
    made = scene(FIGHT.replace("s", "@")).seconds(3)
    assert made.heard(Fired)
    assert made.heard(Noticed)[-1]["foe"] == made.who["@"]


def test_he_never_shoots_through_a_mate() -> None:
    made = scene("##############\n#A..A......s.#\n##############").set(Mind, "s", mood=Mood.ASLEEP)
    made.set(Health, "s", hp=9999, most=9999)
    back, front = (made.row("A"), made.row("A") + 1)
    shots = 0
    for _ in range(240):
        loaded = made.world.table["Arms.loaded"][[back, front]].copy()
        pos, aim = made.world.table["Body.pos"].copy(), made.world.table["Drive.aim"][back].copy()
        made.run(1)
        fired = made.world.table["Arms.loaded"][[back, front]] < loaded
        shots += int(fired[1])
        gap = pos[front] - pos[back]
        along, aside = gap @ aim, abs(gap[0] * aim[1] - gap[1] * aim[0])
        assert not (fired[0] and along > 0.6 and aside < 0.5)
    assert shots >= 3


def test_who_fights_calls_his_mates_over_the_radio() -> None:
    art = "\n".join(
        [
            "#" * 24,
            "#A......@.#............#",
            "#.........#............#",
            "#.........#..A.........#",
            "#" * 24,
        ]
    )
    made = scene(art).seconds(2)
    assert made.world.table["Mind.mood"][made.row("A") + 1] in {Mood.SEARCH, Mood.HUNT}
    assert any(n["heard"] == Heard.VOICE for n in made.heard(Noise))


def test_beaten_he_gives_up_for_good_and_nobody_fights_him() -> None:
    made = scene(FIGHT.replace("s", "@")).seconds(1).set(Health, "A", hp=12).seconds(1)
    shots = len(made.heard(Fired))
    made.seconds(3)
    assert made.of(Mind, "A").mood[0] == Mood.SURRENDER
    assert made.of(Drive, "A").act[0] == Act.NONE
    assert len(made.heard(Fired)) == shots


def test_he_backs_off_from_what_comes_near() -> None:
    made = scene(
        "#" * 16 + ("\n#" + "." * 14 + "#") + "\n#......A..s....#" + ("\n#" + "." * 14 + "#\n") + "#" * 16
    )
    made.set(Health, "s", hp=9999, most=9999)
    start = made.pos("A")[0]
    made.seconds(4)
    assert made.pos("A")[0] < start - 0.8


def test_hurt_he_runs_behind_cover_away_from_the_foe() -> None:
    box = Cover(id=90, name="", layer="", line=0, area=Area.rect(4, 3, 1, 1))
    art = "\n".join(
        ["#" * 18, *["#" + "." * 16 + "#"] * 2, "#......A......s..#", *["#" + "." * 16 + "#"] * 2, "#" * 18]
    )
    made = scene(art, things=[box]).set(Health, "s", hp=9999, most=9999).seconds(1.2)
    made.set(Health, "A", hurt_at=72, hurt_by=made.who["s"]).seconds(2)
    assert np.hypot(*np.subtract(made.pos("A"), (3.5, 3.5))) < 1.2


def test_a_noise_brings_him_to_look_and_then_he_goes_back_to_his_round() -> None:
    made = on_round(RouteMode.LOOP)
    made.world.events.emit(
        Noise, pos=[(14.5, 4.5)], loudness=26, heard=int(Heard.BOTTLE), side=int(Side.NONE)
    )
    far = max(made.seconds(1).pos("A")[0] for _ in range(10))
    assert far > 11
    made.seconds(14)
    assert made.of(Mind, "A").mood[0] == Mood.PATROL
    assert (6, 3) in visits(made, 12)


def test_he_opens_a_shut_door_on_his_way() -> None:
    made = scene("############\n#A...+.....#\n############")
    made.world.events.emit(Noise, pos=[(9.5, 1.5)], loudness=28, heard=int(Heard.BOTTLE), side=int(Side.NONE))
    made.seconds(6)
    assert DoorChange.OPENED in {moved["how"] for moved in made.heard(DoorMoved)}
    assert made.pos("A")[0] > 6


def test_a_door_is_opened_by_who_stands_before_it() -> None:
    made = scene("############\n#AA..+.....#\n############").set(Mind, "A", mood=Mood.SURRENDER)
    made.world.events.emit(Noise, pos=[(9.5, 1.5)], loudness=28, heard=int(Heard.BOTTLE), side=int(Side.NONE))
    made.seconds(6)
    assert {order["source"] for order in made.heard(DoorOrder)} == {made.all["A"][1]}


def test_a_lost_foe_is_searched_for_and_then_forgotten() -> None:
    made = scene(
        "\n".join(["#" * 16, "#A....@.#......#", "#.......#......#", "#..............#", "#" * 16])
    ).seconds(1.4)
    assert made.of(Mind, "A").mood[0] == Mood.HUNT
    made.set(Body, "@", pos=(14.5, 1.5), was=(14.5, 1.5), heading=(1, 0)).set(Health, "@", hp=9999)
    moods = {int(made.seconds(1).of(Mind, "A").mood[0]) for _ in range(7)}
    assert Mood.SEARCH in moods or made.of(Senses, "A").seen[0] == made.who["@"]
