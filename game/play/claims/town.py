"""The town of the claims: 96 by 96 tiles of streets and blocks round an open square, by night.

Rules of this module:
- Blocks are 17 tiles wide, streets five and the border street five. ``BLOCKS`` are drawn below and stand in
  turn, from west to east and north to south; cars stand about the square.
- Lamps stand in a lattice over the streets, so that about half of the ground is lit.
- Nobody is in it but the hero: whoever measures puts the dead where the measure wants them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from game.data.area import Area
from game.data.sketch import sketch
from game.data.things import Light, Start
from game.play.simulation import Simulation
from game.sim.components import PLAYER, Body
from game.sim.spawn import populate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.data.level import Level
    from game.data.tuning import Rules, Tuning
    from game.sim.components import Ids, Sort, Vec

    Grid = NDArray[np.bool_]
    Tiles = NDArray[np.intp]
    Points = NDArray[np.floating[Any]]

Zone = Literal["open", "street", "rooms"]
SIDE = 96
"""Tiles along a side."""
CORNERS = (6, 28, 50, 72)
"""First tile of each row and column of blocks."""
MIDDLE = CORNERS[1:3]
"""Where no blocks are but the square."""
BLOCK = 17
"""Tiles along a side of a block."""
SQUARE = (39, 57)
"""First tile of the bare middle of the square, and the first past it."""
PAST_ARMS = (22, 75)
"""Streets nearer to the square than this see it: they are no arms."""
STREETS = (25, 47, 69)
"""Middle tile of each street between them."""
CARS = (
    (33, 31, 3, 2),
    (52, 33, 3, 1),
    (60, 40, 2, 3),
    (35, 60, 2, 2),
    (56, 58, 4, 1),
    (62, 63, 2, 2),
    (30, 38, 2, 1),
    (29, 55, 1, 3),
)
"""x, y, width, height, tile."""
LAMPS_X, LAMPS_Y = (3, 14, 25, 36, 47, 58, 69, 80, 92), (3, 25, 47, 69, 92)
LAMP_REACH, LAMP_STRENGTH = 7.0, 4.0
"""Bright to five tiles, then gone within two: the edge of the light is where one is seen."""
NIGHT = 0.05
"""Light away from the lamps."""
SCHOOL = """
###.#############
#....#.....#....#
#....#.....#....#
#....#.....#....#
#....#.....#....#
#....#.....#....#
##.#####.####.###
.................
.................
.................
##.#####.####.###
#....#.....#....#
#....#.....#....#
#....#.....#....#
#....#.....#....#
#....#.....#....#
#############.###
"""
LAB = """
########.########
#....#.....#....#
#....#..........#
#....#.....#....#
#....#.....#....#
##.#####.####.###
#....#.....#....#
#....#.....#....#
.................
#....#.....#....#
#....#.....#....#
##.#####.########
#....#.....#....#
#...............#
#....#.....#....#
#....#.....#....#
########.########
"""
SHOPS = """
##.###.###.###.##
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
######.#######.##
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
#...#...#...#...#
##.###.###.###.##
"""
ALLEYS = """
#######..########
#######..########
#######..###..###
##.......###..###
##.......###..###
#######..###..###
#######..###..###
.................
.................
###..##..########
###..##..########
###..##..########
###..##........##
###..##........##
#######..########
#######..########
#######..########
"""
COURT = """
########..#######
#....###..##....#
#.........##....#
#....###..##....#
###..........####
###..........####
####.........####
####.........####
####.........####
####.........####
####.........####
####.........####
####..........###
#....##..###....#
#....##.........#
#....##..###....#
#######..########
"""
BLOCKS = (SCHOOL, LAB, SHOPS, ALLEYS, COURT)


@cache
def town() -> Level:
    """Return the town; its Start is in the middle of the square."""
    solid = _solid()
    art = "\n".join("".join("#" if wall else "." for wall in row) for row in solid.tolist())
    lamps = [
        Light(area=Area.point(x + 0.5, y + 0.5), radius=LAMP_REACH, strength=LAMP_STRENGTH)
        for y in LAMPS_Y
        for x in LAMPS_X
        if not solid[y, x]
    ]
    start = Start(area=Area.point(SIDE / 2 - 0.5, SIDE / 2 - 0.5))
    return sketch(art, things=[start, *lamps], ambient=NIGHT, title="town", hero="onjo")


def _solid() -> Grid:
    solid = np.ones((SIDE, SIDE), np.bool_)
    solid[1:-1, 1:-1] = False
    corners = [(y, x) for y in CORNERS for x in CORNERS if y not in MIDDLE or x not in MIDDLE]
    for number, (y, x) in enumerate(corners):
        block = np.array([list(row) for row in BLOCKS[number % len(BLOCKS)].split()]) == "#"
        solid[y : y + BLOCK, x : x + BLOCK] = block
    for x, y, width, height in CARS:
        solid[y : y + height, x : x + width] = True
    return solid


@cache
def zone(kind: Zone) -> Grid:
    """Return the free tiles of one kind of ground, ``(96, 96)``: the square, street arms, insides."""
    y, x = np.mgrid[:SIDE, :SIDE]
    if kind == "open":
        chosen = _within(y, SQUARE) & _within(x, SQUARE)
    elif kind == "street":
        chosen = _arm(x, y) | _arm(y, x)
    else:
        chosen = _in_block(y) & _in_block(x) & ~(_in_block(y, MIDDLE) & _in_block(x, MIDDLE))
    return np.asarray(chosen & ~_solid())


def _within(places: Tiles, span: tuple[int, int]) -> Grid:
    return np.asarray((places >= span[0]) & (places < span[1]))


def _arm(across: Tiles, along: Tiles) -> Grid:
    """Return the middle lines of the streets where they lead away from the square."""
    return np.asarray(np.isin(across, STREETS) & ~_within(along, PAST_ARMS))


def _in_block(places: Tiles, corners: tuple[int, ...] = CORNERS) -> Grid:
    return np.asarray(np.logical_or.reduce([_within(places, (first, first + BLOCK)) for first in corners]))


def empty_game(
    level: Level,
    seed: int,
    at: tuple[float, float],
    rules: Rules | None = None,
    tuning: Tuning | None = None,
) -> Simulation:
    """Begin a game in which the hero stands at ``at`` (tile) and nobody else was put.

    Args:
        level: has a Start.
        seed: of every stream of chance.
        at: where the hero stands, tile.
        rules: what is taken out, say; the usual ones unless given.
        tuning: the shipped constants unless given.
    """
    simulation = Simulation(level, seed, rules, tuning=tuning)
    world = simulation.world
    with world.edit(Body, world.table["Entity.id"][world.span(PLAYER)][:1]) as body:
        body.pos[...] = body.was[...] = at
    return simulation


def place(simulation: Simulation, sort: Sort, at: Points) -> Ids:
    """Put dead of a sort at ``(k, 2)`` tiles, or the nearest free places; return their ids ``(k,)``."""
    ids = populate(simulation.world, sort, np.asarray(at, np.float32))
    simulation.world.apply()
    return ids


def free_centres(level: Level, where: Grid) -> Vec:
    """Return the centres ``(k, 2)`` of the free tiles of a grid, in reading order, tile."""
    y, x = np.nonzero(where & ~level.solid)
    return np.stack([x, y], axis=1).astype(np.float32) + np.float32(0.5)
