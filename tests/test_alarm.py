"""News goes from mouth to mouth: never early, never through walls, three times at most."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.tuning import Rules
from game.play.codec import decode, encode
from game.sim.components import Mind, Mood, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.resource_news import Cry, News
from game.sim.think.alarm import EARS, share_news
from game.sim.think.fields import route_fields
from game.sim.think.minds import dead_minds

HOP = 36
"""Ticks from a cry to its being heard: 0.6 s."""
MINDS = (route_fields, share_news, dead_minds)


def street(*gaps: int) -> str:
    """One of the dead, the next so many tiles on, and so forth."""
    line = "s" + "".join("." * (gap - 1) + "s" for gap in gaps)
    return "#" * (len(line) + 2) + f"\n#{line}#\n" + "#" * (len(line) + 2)


def alarmed(made: Scene, ticks: int) -> list[int]:
    """Ticks at which each began to hunt, the first having seen somebody at once; 9999 for never."""
    made.set(Senses, "s", detect=1, seen=made.who["s"], spot=(2.5, 1.5), spot_at=0)
    since = [9999] * len(made.all["s"])
    for tick in range(ticks):
        made.run(1, *MINDS)
        for i, each in enumerate(made.all["s"]):
            row = int(made.world.resolve(np.array([each]))[0][0])
            if since[i] == 9999 and made.world.table["Mind.mood"][row] == Mood.HUNT:
                since[i] = tick
    return since


@pytest.mark.parametrize("k", SYMMETRIES)
def test_each_hop_takes_its_time_and_eight_tiles(k: int) -> None:
    since = alarmed(scene(turned(street(7, 8, 8), k)), 160)
    ordered = sorted(since) if k in {2, 3, 4, 5} else since
    waits = np.diff(sorted(ordered))
    assert (waits == HOP).all()


def test_nine_tiles_are_too_far() -> None:
    assert alarmed(scene(street(8)), 80)[1] < 80
    assert alarmed(scene(street(9)), 80)[1] == 9999


def test_after_three_mouths_it_ends() -> None:
    since = alarmed(scene(street(8, 8, 8, 8)), 300)
    assert max(since[:4]) < 200
    assert since[4] == 9999


@pytest.mark.parametrize("wall", ["#", "+"])
def test_walls_and_shut_doors_stop_it(wall: str) -> None:
    art = f"#######\n#s.{wall}.s#\n#######"
    assert alarmed(scene(art), 120)[1] == 9999


def test_it_goes_round_the_corner_by_walking_distance() -> None:
    art = "########\n#s.#.s.#\n#..#...#\n#......#\n########"
    assert alarmed(scene(art), 120)[1] < 120


def test_taken_out_it_tells_nobody() -> None:
    assert alarmed(scene(street(5), rules=Rules(without=frozenset({"alarm"}))), 120)[1] == 9999


def test_a_sleeper_is_not_woken_by_a_call() -> None:
    made = scene(street(4))
    with made.world.edit(Mind, made.all["s"][1]) as mind:
        mind.mood[...] = Mood.ASLEEP
    assert alarmed(made, 120)[1] == 9999


def test_who_is_told_goes_where_the_foe_was_seen_and_says_so() -> None:
    made = scene(street(5))
    alarmed(made, 60)
    told = made.heard(Noticed)[-1]
    assert (told["who"], told["mood"], told["why"]) == (made.all["s"][1], Mood.HUNT, Cause.CALL)
    row = int(made.world.resolve(np.array(made.all["s"][1:]))[0][0])
    assert made.world.table["Senses.spot"][row].tolist() == [2.5, 1.5]


def test_of_two_criers_the_nearer_is_believed() -> None:
    made = scene("#############\n#a...s....b.#\n#############")
    news, wide = made.world.resource(News), 13
    for name in "ab":
        x, y = made.tile(name)
        news.cries.append(Cry(0, y * wide + x, made.pos(name), 5, 0, is_stir=False))
    made.run(EARS, share_news)
    assert made.of(Mind, "s").goal[0].tolist() == list(made.pos("a"))


def test_news_are_handed_over_in_order_and_the_rest_waits() -> None:
    news = News(
        [Cry(due, tile, (0, 0), -1, 0, is_stir=False) for due, tile in ((5, 1), (3, 2), (9, 3), (4, 4))]
    )
    assert [cry.tile for cry in news.take(5, 2)] == [1, 2]
    assert [cry.tile for cry in news.cries] == [3, 4]
    assert [cry.tile for cry in news.take(5, 9)] == [4]
    assert [cry.tile for cry in news.cries] == [3]


def test_a_cry_under_way_is_heard_by_a_game_that_was_saved_and_loaded() -> None:
    made = scene(street(6))
    alarmed(made, 10)
    assert made.world.resource(News).cries
    made.world.restore(decode(encode(made.world.snapshot(), {}))[0])
    made.run(60, *MINDS)
    assert (made.world.table["Mind.mood"][made.world.rows(Mind)] == Mood.HUNT).all()
