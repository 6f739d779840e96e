"""Small scenarios that only a whole mind shows: each plays one, and asserts what must be seen in it."""

from __future__ import annotations

import numpy as np
from scenes import Scene, scene

from game.sim.components import DEAD, Body, Health, Mind, Mood, Senses
from game.sim.resource_belief import Beliefs

HIDEOUTS = """
    ###############################
    #..............#.......#......#
    #.s............................#
    #....s.....@...#.......#......#
    #..............####.####......#
    ###.############.......#......#
    #..............#.......####.###
    #..............#..............#
    #..............#.......#......#
    ###############################
"""
YARD = "\n".join(["#" * 44, *["#" + "." * 42 + "#"] * 30, "#" * 44])


def dead(made: Scene) -> Body:
    return made.world.view(Body, made.world.span(DEAD))


def lost(hideout: tuple[float, float]) -> Scene:
    """Two have seen the player, who is gone from one tick to the next, without a sound."""
    made = scene(HIDEOUTS).seconds(1.5)
    assert (made.world.view(Mind, made.world.span(DEAD)).mood == Mood.HUNT).all()
    return made.set(Body, "@", pos=hideout, was=hideout)


def minds_while_hidden(hideout: tuple[float, float]) -> list[bytes]:
    """Everything the dead do until the player is seen again, tick by tick, for ten seconds at most."""
    made, told = lost(hideout), []
    made.run(12)  # whoever looked a moment ago still sees
    for _ in range(600):
        made.run(1)
        span = made.world.span(DEAD)
        if (made.world.view(Senses, span).seen >= 0).any():
            break
        keys = [
            key for key in sorted(made.world.table) if key.startswith(("Body.", "Mind.", "Plan.", "Drive."))
        ]
        told.append(b"".join(np.ascontiguousarray(made.world.table[key][span]).tobytes() for key in keys))
    return told


def where_one_hides_changes_nothing_until_one_is_seen() -> None:
    here, there = minds_while_hidden((25.5, 8.5)), minds_while_hidden((28.5, 1.5))
    both = min(len(here), len(there))
    assert both > 120
    assert here[:both] == there[:both]


def what_is_believed_possible_grows_while_nobody_is_found() -> None:
    made = lost((28.5, 1.5)).set(Senses, "s", detect=0)
    widest = 0
    for _ in range(8):
        made.seconds(1)
        for belief in made.world.resource(Beliefs).lost:
            widest = max(widest, int(((belief.run + belief.rest) > 1e-4).sum()))
    assert widest > 40


def from_one_side_they_come_round() -> None:
    rows = [list(row) for row in YARD.splitlines()]
    rows[15][30] = "@"
    for y in range(12, 18):
        for x in range(14, 18):
            rows[y][x] = "s"
    made = scene("\n".join("".join(row) for row in rows))
    for each in made.all["s"]:
        with made.world.edit(Senses, each) as senses:
            senses.detect[...], senses.spot[...], senses.spot_at[...] = 1, made.pos("@"), 0
        with made.world.edit(Mind, each) as mind:
            mind.mood[...], mind.foe[...] = Mood.HUNT, made.who["@"]
    held: set[int] = set()
    for tick in range(8 * 60):
        made.set(Health, "@", hp=100).run(1)
        if tick > 6 * 60:
            held |= sectors(made)
    assert len(held) >= 9


def sectors(made: Scene) -> set[int]:
    """Sixteenths of the circle round the player in which one of the dead stands, two to eight tiles off."""
    away = dead(made).pos - np.array(made.pos("@"))
    far = np.hypot(*away.T)
    turn = np.arctan2(away[:, 1], away[:, 0]) / (2 * np.pi) * 16
    return set(np.round(turn[(far > 2) & (far < 8)]).astype(int) % 16)
