"""Everything in the air of a level: wind, ash, paper, fire, smoke, dust, what shots and steps throw up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show.fires import Fires
from game.show.layers import add_pixels
from game.show.particles import Particles
from game.show.shards import Shards
from game.show.veil import Veil
from game.show.weather import Weather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.level import Level
    from game.ecs.events import Told
    from game.show.light import Lighting
    from game.show.quality import Grade
    from game.show.wind import Wind


class Air:
    """The air of one level.

    Args:
        level: which.
        fires: x and y in tiles of each, and whether it is large.
        wind: what carries it all.
    """

    def __init__(self, level: Level, fires: Sequence[tuple[float, float, bool]], wind: Wind) -> None:
        self.fires, self.weather = Fires(fires, wind), Weather(level, wind)
        self.particles, self.shards = Particles(level), Shards(level)
        self.wind, self.veil = wind, Veil(wind)

    def hear(self, told: Sequence[Told]) -> None:
        """Throw up what one tick's journal throws up."""
        for each in (self.wind, self.veil, self.particles):
            each.hear(told)

    def forget(self) -> None:
        """Time went back: drop what was in the air."""
        self.wind.forget()
        self.veil.forget()
        self.particles.bursts.clear()

    def draw_lit(
        self, picture: pygame.Surface, corner: tuple[int, int], now: float, light: Lighting, grade: Grade
    ) -> None:
        """Draw what the light falls on, before it does."""
        picture.fblits(self.particles.lit(corner, now, light))
        if grade.papers:
            picture.fblits(self.weather.paper(corner, now))

    def draw_over(
        self, picture: pygame.Surface, corner: tuple[int, int], now: float, light: Lighting, grade: Grade
    ) -> None:
        """Draw what shines or hangs in the light, after it."""
        add = pygame.BLEND_RGB_ADD
        add_pixels(picture, *self.weather.ash(corner, now, light, grade.ash))
        if grade.smokes:
            picture.fblits(self.fires.smoke(corner, now))
        picture.fblits(self.veil.blits(corner, now))
        picture.fblits(self.shards.glints(corner, light), add)
        picture.fblits(self.fires.flames(corner, now, light), add)
        picture.fblits(self.particles.glowing(corner, now, light), add)
