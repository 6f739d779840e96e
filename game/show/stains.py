"""What marks look like: blood, shells, pits, splinters, shards and footprints, as surfaces with alpha."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import DECALS
from game.show import shells
from game.show.bake.art import decals, expose
from game.show.fx import effect, turned
from game.show.layers import clear, from_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIANTS = 12
"""Numbers of variants run up to here; a kind with fewer goes round."""
PRINT_LEVELS = 5
PRINT, PRINT_RIM = (14, 15, 20), (255, 250, 240)  # what is trodden down, and the edge that catches the light
PRINT_DARK, PRINT_LIGHT = 165, 60  # of 255; how opaque both are in a fresh print
SOLE = 60  # of 255; alpha of the drawn sole above which it presses
PIT = (11, 13, 20)
GLASS = ((156, 185, 176), (207, 223, 208), (52, 188, 203))
WOOD = ((51, 35, 31), (77, 53, 38), (141, 108, 66))


class Kind(IntEnum):
    """Kinds of marks. Saved games hold the numbers: add at the end."""

    SPLASH = 0
    POOL_SMALL = 1
    POOL_HALF = 2
    POOL = 3
    DROPS = 4
    SHELL = 5
    RED_SHELL = 6
    PIT = 7
    SHARDS = 8
    SPLINTERS = 9


POOLS = {Kind.POOL_SMALL: 0.4, Kind.POOL_HALF: 0.7, Kind.POOL: 1.0}
"""Stages of a spreading pool, as shares of its size."""


@cache
def pictures(kind: Kind) -> tuple[pygame.Surface, ...]:
    """Every variant of a kind of mark."""
    if kind in POOLS:
        pools = _stains("blood, spread")
        return tuple(pygame.transform.scale_by(each, POOLS[kind]) for each in pools)
    if kind in {Kind.SHELL, Kind.RED_SHELL}:
        return shells.pictures(is_red=kind is Kind.RED_SHELL)
    if kind is Kind.SPLASH:
        return tuple(_stains("blood"))
    if kind is Kind.DROPS:
        return effect("splat").frames
    if kind is Kind.PIT:
        return (_pit(),)
    colours, count, side = (GLASS, 16, 22) if kind is Kind.SHARDS else (WOOD, 14, 26)
    return tuple(_bits(colours, count, side, seed) for seed in range(4))


def _stains(name: str) -> Iterator[pygame.Surface]:
    for stamp in decals()[DECALS.index(name)]:
        pixels = stamp.pixels.copy()
        pixels[..., :3] = expose(pixels[..., :3])
        yield from_pixels(pixels)


def _pit() -> pygame.Surface:
    surface = clear((2, 2))
    surface.fill((*PIT, 255), (0, 0, 2, 1))
    surface.fill((0, 0, 0, 120), (0, 1, 2, 1))
    return surface


def _bits(colours: tuple[tuple[int, int, int], ...], count: int, side: int, seed: int) -> pygame.Surface:
    """Small pieces with a shadow each, dense in the middle."""
    chance, surface = np.random.default_rng([seed, side]), clear((side, side))
    for x, y in np.clip(chance.normal(side / 2, side / 6, (count, 2)), 0, side - 4).astype(int).tolist():
        colour = np.array(colours[int(chance.integers(len(colours)))], np.uint8)
        long = int(chance.integers(1, 4))
        size = (long, 1) if chance.integers(2) else (1, long)
        surface.fill((6, 7, 11, 120), (x + 1, y + 1, *size))
        surface.fill((*expose(colour[None])[0].tolist(), 255), (x, y, *size))
    return surface


@cache
def footprint(direction: int, foot: int, level: int) -> pygame.Surface:
    """A print in ash that points one of 16 ways, left (0) or right (1), at one of ``PRINT_LEVELS``."""
    sole = pygame.mask.from_surface(turned("footprint", foot, direction), SOLE)
    share = (level + 1) / PRINT_LEVELS
    width, height = sole.get_size()
    art = clear((width, height + 1))
    rim = sole.to_surface(setcolor=(*PRINT_RIM, int(PRINT_LIGHT * share)), unsetcolor=(0, 0, 0, 0))
    hollow = sole.to_surface(setcolor=(*PRINT, int(PRINT_DARK * share)), unsetcolor=(0, 0, 0, 0))
    art.blit(rim, (0, 1))
    art.blit(hollow, (0, 0))
    return art
