"""Layer "sight": the tiles the player and another see each other on; which way soldiers look."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.data.tiles import TILE_PX
from game.data.tuning import Tuning
from game.show.debug.page import shape, tint
from game.sim.components import SOLDIER, Actor, Body, Pilot
from game.sim.resource_sight import BITS, Sights, bit

if TYPE_CHECKING:
    from game.show.debug.page import Page
    from game.show.style import Colour

SEEN: Colour = (255, 240, 190)
CONE: Colour = (140, 200, 120)
STEPS = 12


def paint(page: Page) -> None:
    """Paint the player's sight as the simulation has it."""
    slots = page.world.view(Pilot, page.world.rows(Pilot)).slot
    first = int(slots.argmin()) if len(slots) else BITS
    if first < BITS:
        seen = page.world.resource(Sights).seen[page.window] & bit(first)
        page.paint(tint(seen != 0, SEEN, 64))


def draw(page: Page) -> None:
    """Draw the cones."""
    span = page.world.span(SOLDIER)
    body, sort = page.world.view(Body, span), page.world.view(Actor, span).sort
    beasts = page.world.resource(Tuning).bestiary
    for row in page.shown(body.pos).tolist():
        half = math.acos(float(beasts.fov_cos[sort[row]]))
        reach = float(beasts.see_lit[sort[row]])
        heading = math.atan2(float(body.heading[row, 1]), float(body.heading[row, 0]))
        turns = [heading - half + 2 * half * step / STEPS for step in range(STEPS + 1)]
        x, y = page.at(body.pos[row])
        far = reach * TILE_PX
        arc = [(x + math.cos(turn) * far, y + math.sin(turn) * far) for turn in turns]
        shape(page, [(x, y), *arc], CONE, 1)
