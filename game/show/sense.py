"""The gold-eye sense: a dimmed, blue-grey world in which the living stand out in gold, through walls.

Rules of this module:
- Shown are those within the hero's reach of the sense, seen or not; nothing else about them is told.
- Hunters that hunt together are joined by red links; three rings show how far the sense reaches.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.eyes import LEVELS, eye
from game.show.layers import clear, plain
from game.show.sprites import SOLID, cast
from game.sim.components import Mood, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ecs.column import Array
    from game.show.actors import Shown

DIM = (96, 128, 190)  # of 255; what is left of each channel of the grey world
DEEP = (4, 6, 13)  # added, so that the dark is ink, not black
GOLD, ARMY = (242, 176, 30), (140, 191, 242)
LINK = (242, 102, 77)
BODY, LINE = 97, 242  # of 255; opacity of a silhouette and of its outline
RINGS = (0.32, 0.63, 1.0)  # shares of the reach
LINKED = 8.0  # tile; hunters this close to one another are linked
HEAD = 7  # px; of the eye above the foot
LINKS = 24  # at most


def wash(picture: pygame.Surface, spare: pygame.Surface) -> None:
    """Drain the picture of colour and light."""
    pygame.transform.grayscale(picture, spare)
    picture.blit(spare, (0, 0))
    picture.fill(DIM, special_flags=pygame.BLEND_RGB_MULT)
    picture.fill(DEEP, special_flags=pygame.BLEND_RGB_ADD)


def draw(
    picture: pygame.Surface, shown: Shown, hero: tuple[float, float], reach: float, camera: tuple[int, int]
) -> None:
    """Draw what a hero at a place (tiles) senses over the drained picture."""
    middle = (int(hero[0] * TILE_PX) - camera[0], int(hero[1] * TILE_PX) - camera[1])
    draw_rings(picture, middle, reach)
    draw_links(picture, links(shown, hero, reach), camera)
    picture.fblits(silhouettes(shown, hero, reach, camera))
    draw_eye(picture, middle)


def silhouettes(
    shown: Shown, hero: tuple[float, float], reach: float, camera: tuple[int, int]
) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
    """Everybody within reach but the hero, fainter with distance."""
    far = _distance(shown.pos, hero)
    for i in np.flatnonzero((far < reach) & (far > 0.01) & ~shown.is_dead).tolist():  # noqa: PLR2004 - the hero
        sheet, cell = cast().sheet(int(shown.look[i])), int(shown.cell[i])
        colour = ARMY if shown.side[i] == Side.ARMY else GOLD
        faint = min(3, int(far[i] / reach * 4))
        art = _silhouette(sheet.cells[cell], colour, faint)
        x = int(shown.pos[i, 0] * TILE_PX) - camera[0] - sheet.foot[cell][0]
        y = int(shown.pos[i, 1] * TILE_PX) - camera[1] - sheet.foot[cell][1]
        yield art, (x, y)


@lru_cache(maxsize=4096)
def _silhouette(cell: pygame.Surface, colour: tuple[int, int, int], faint: int) -> pygame.Surface:
    """A body filled faintly and outlined, without its shadow; cached by the cell itself."""
    share = 1 - 0.22 * faint
    mask = pygame.mask.from_surface(cell, SOLID)
    art = mask.to_surface(setcolor=(*colour, int(BODY * share)), unsetcolor=(0, 0, 0, 0))
    surface = clear(cell.get_size())
    surface.blit(art, (0, 0))
    for part in mask.connected_components(6):
        for point in part.outline():
            surface.set_at(point, (*colour, int(LINE * share)))
    return surface


def links(shown: Shown, hero: tuple[float, float], reach: float) -> list[tuple[Array, Array]]:
    """Pairs of places (tiles) between hunters: each to the nearest other that hunts."""
    near = (_distance(shown.pos, hero) < reach) & (shown.side == Side.DEAD) & (shown.mood == Mood.HUNT)
    places = shown.pos[near]
    found = []
    for i in range(min(len(places), LINKS)):
        far = _distance(places, (float(places[i, 0]), float(places[i, 1])))
        far[i] = np.inf
        other = int(far.argmin()) if len(far) > 1 else i
        if other != i and far[other] < LINKED:
            found.append((places[i], places[other]))
    return found


def draw_links(picture: pygame.Surface, pairs: list[tuple[Array, Array]], camera: tuple[int, int]) -> None:
    """Dotted red lines, from body to body."""
    for a, b in pairs:
        start, way = a * TILE_PX - np.array(camera), (b - a) * TILE_PX
        length = float(np.hypot(way[0], way[1]))
        for step in np.arange(7.0, length - 6.0, 4.0):
            x, y = start + way * (step / max(length, 1e-3))
            picture.fill(LINK, (int(x), int(y) - 4, 2, 1))


def draw_rings(picture: pygame.Surface, middle: tuple[int, int], reach: float) -> None:
    """How far the sense reaches."""
    for share, strength in zip(RINGS, (0.34, 0.25, 0.17), strict=True):
        colour = tuple(int(v * strength) for v in GOLD)
        ring = _ring(int(reach * TILE_PX * share), (colour[0], colour[1], colour[2]))
        side = ring.get_width() // 2
        picture.blit(ring, (middle[0] - side, middle[1] - side), special_flags=pygame.BLEND_RGB_ADD)


@cache
def _ring(radius: int, colour: tuple[int, int, int]) -> pygame.Surface:
    surface = plain((2 * radius + 3, 2 * radius + 3))
    pygame.draw.circle(surface, colour, (radius + 1, radius + 1), radius, 1)
    return surface


def draw_eye(picture: pygame.Surface, middle: tuple[int, int]) -> None:
    """The hero's own gold eye, the one warm thing in the drained world."""
    art = eye("gold", LEVELS - 1)
    side = art.get_width() // 2
    picture.blit(art, (middle[0] - side, middle[1] - side - HEAD), special_flags=pygame.BLEND_RGB_ADD)


def _distance(places: Array, hero: tuple[float, float]) -> Array:
    found: Array = np.hypot(places[:, 0] - hero[0], places[:, 1] - hero[1])
    return found
