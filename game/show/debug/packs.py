"""Layer "packs": the rings the dead draw round a foe, and where each of them is sent.

Round the place where a foe is believed to be lie sixteen sectors: a thick arc is held, a thin one is open and
nobody is there, none is where nobody could be. Diamonds are slots; a line leads from each of the dead to its
own. Others who are sent somewhere have a dim line to their goal.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show import style
from game.show.debug.page import Note, Place, cross, diamond, group_colour, line
from game.sim.components import Mood, Task
from game.sim.resource_packs import REACH, SECTORS, SIDE, Packs
from game.sim.resources import TICKS_PER_SECOND, Ground
from game.sim.think.sharing import held

if TYPE_CHECKING:
    from game.show.debug.page import Page
    from game.sim.resource_packs import Ring

RADIUS = 8.5
"""Of the arcs: sectors are held within it, tile."""
STEPS = 6
SENT: style.Colour = (150, 146, 136)
RUSH: style.Colour = (255, 122, 94)


def draw(page: Page) -> None:
    """Draw every ring, and everybody's errand."""
    rings = page.world.resource(Packs).rings
    plan = page.dead.plan
    shown = page.shown(page.dead.pos)
    sent = shown[(plan.task[shown] > 0) & (plan.until[shown] > page.tick)]
    for row in sent[plan.task[sent] != Task.SLOT].tolist():
        line(page, page.at(page.dead.pos[row]), page.at(plan.goal[row]), SENT)
        diamond(page, page.at(plan.goal[row]), 3, SENT)
    for number, ring in enumerate(rings):
        _ring(page, ring, number)
    if not rings:
        page.note("packs", Note(page.words.text("debug-no-rings")))


def _ring(page: Page, ring: Ring, number: int) -> None:
    dead, colour = page.dead, group_colour(number)
    hunts = ((dead.mind.mood == Mood.HUNT) & (dead.mind.foe == ring.foe)).nonzero()[0]
    away = dead.pos[hunts] - np.array(ring.spot, np.float32)
    holds = held(away, np.hypot(away[:, 0], away[:, 1]))
    slots = slots_of(page, ring)
    for sector in range(SECTORS):
        if sector in slots:
            _arc(page, page.at(ring.spot), sector, colour, 3.0 if holds[sector] else 1.0)
            diamond(page, slots[sector], 4, colour, hollow=True)
    for row in hunts[dead.plan.task[hunts] == Task.SLOT].tolist():
        slot = slots.get(int(dead.plan.sector[row]))
        if slot:
            line(page, page.at(dead.pos[row]), slot, colour)
    rushes = ring.rush_until > page.tick
    cross(page, page.at(ring.spot), RUSH if rushes else colour)
    _notes(page, ring, (len(hunts), int(sum(holds[each] for each in slots)), len(slots)), colour)


def slots_of(page: Page, ring: Ring) -> dict[int, Place]:
    """Return where the slot of each sector lies, u."""
    if ring.slots is None:
        return {}
    wide = page.world.resource(Ground).solid.shape[1]
    middle_y, middle_x = divmod(ring.slots.tile, wide)
    corner = middle_x - REACH - 0.5, middle_y - REACH - 0.5
    cells = {sector: int(ring.slots.cell[sector]) for sector in range(SECTORS)}
    return {
        sector: page.at((corner[0] + cell % SIDE, corner[1] + cell // SIDE))
        for sector, cell in cells.items()
        if cell >= 0
    }


def _arc(page: Page, middle: Place, sector: int, colour: style.Colour, width: float) -> None:
    """Draw a sector's arc, with a gap to the next one."""
    first = (sector - 0.42) / SECTORS * 2 * math.pi
    turns = [first + 0.84 / SECTORS * 2 * math.pi * step / STEPS for step in range(STEPS + 1)]
    far = RADIUS * TILE_PX
    points = [(middle[0] + math.cos(turn) * far, middle[1] + math.sin(turn) * far) for turn in turns]
    for start, end in pairwise(points):
        line(page, start, end, colour, width)


def _notes(page: Page, ring: Ring, counts: tuple[int, int, int], colour: style.Colour) -> None:
    hunters, holds, slots = counts
    words = page.words
    phase = "rush" if ring.rush_until > page.tick else "gather" if ring.began >= 0 else "hunt"
    page.note("packs", Note(words.text(f"debug-ring-{phase}", n=hunters), colour))
    share = holds / max(slots, 1)
    page.note("packs", Note(words.text("debug-held", n=holds, of=slots), colour, share, mark=0.75))
    age = max(0, page.tick - ring.spot_at) / TICKS_PER_SECOND
    page.note("packs", Note(words.text("debug-known-ago", seconds=f"{age:.1f}"), colour))
