"""Layer "belief": where the searchers take a lost foe to be, and who goes where to look.

The brighter, the likelier, on a log scale; peaks carry the chance that lies within two tiles of them. A cross
is the last sign of the foe, a diamond where a party goes, ``!`` where somebody lost was found before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.ecs.world import NOBODY
from game.show import style
from game.show.debug.page import Note, cross, diamond, group_colour, label, line
from game.sim.components import Body
from game.sim.resource_belief import Beliefs
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.show.debug.page import Page
    from game.sim.resource_belief import Belief, Window

DECADES = 3.0
"""Powers of ten below the highest chance that are still drawn."""
LOW: style.Colour = (70, 30, 110)
HIGH: style.Colour = (255, 196, 70)
FAINT, STRONG = 50, 200
"""How opaque the least and the most likely tiles are, of 255."""
PEAKS, APART, AROUND = 4, 6, 2
"""So many peaks are marked, so far apart, each with the chance so many tiles around, tile."""
LEAST_PEAK = 0.01
FOUND: style.Colour = (255, 140, 170)


def paint(page: Page) -> None:
    """Paint how likely every tile is."""
    if page.world.resource(Beliefs).lost:
        page.paint(heat(page, *page.window))


def draw(page: Page) -> None:
    """Mark peaks, parties and the last sign of every belief there is."""
    beliefs = page.world.resource(Beliefs)
    for x, y in beliefs.found:
        label(page, page.at((x + 0.5, y + 0.5)), "!", FOUND)
    for belief in beliefs.lost:
        _peaks(page, belief)
        _parties(page, belief)
        last = page.at(belief.spot)
        cross(page, last, style.TEXT)
        seconds = max(0, page.tick - belief.at) / TICKS_PER_SECOND
        said = page.words.text("debug-lost", seconds=f"{seconds:.0f}")
        label(page, (last[0], last[1] + 14), said, style.TEXT)
        settled = page.words.text("debug-settled", n=len(belief.parties.goal))
        page.note("belief", Note(settled, share=float(belief.rest.sum())))
    if not beliefs.lost:
        page.note("belief", Note(page.words.text("debug-nobody-lost")))


def mass_of(belief: Belief) -> NDArray[np.float32]:
    """Return the chance of every tile of a belief's window, ``(h, w)``."""
    window = belief.window
    return (belief.run + belief.rest).reshape(window.height, window.width)


def heat(page: Page, rows: slice, cols: slice) -> NDArray[np.uint8]:
    """Return the colour of what is believed on some tiles of the map, ``(h, w, 4)``; clear where none is."""
    lost = page.world.resource(Beliefs).lost
    chance = np.zeros((rows.stop - rows.start, cols.stop - cols.start), np.float32)
    for belief in lost:
        there, here = _overlap(belief.window, rows, cols)
        np.maximum(chance[there], mass_of(belief)[here], out=chance[there])
    highest = max((float(mass_of(belief).max()) for belief in lost), default=1.0)
    light = np.clip(1 + np.log10(np.maximum(chance / highest, 1e-9)) / DECADES, 0, 1)
    sheet = np.empty((*light.shape, 4), np.uint8)
    low, high = np.array(LOW), np.array(HIGH)
    sheet[..., :3] = low + (high - low) * light[..., None]
    sheet[..., 3] = np.where(light > 0, FAINT + (STRONG - FAINT) * light, 0)
    return sheet


def _overlap(window: Window, rows: slice, cols: slice) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return where a belief's window lies in the picture's, and the same part in its own."""
    top, low = max(window.top, rows.start), min(window.top + window.height, rows.stop)
    left, right = max(window.left, cols.start), min(window.left + window.width, cols.stop)
    low, right = max(low, top), max(right, left)
    there = slice(top - rows.start, low - rows.start), slice(left - cols.start, right - cols.start)
    here = slice(top - window.top, low - window.top), slice(left - window.left, right - window.left)
    return there, here


def _peaks(page: Page, belief: Belief) -> None:
    """Write the chance around each of the highest places."""
    mass = np.pad(mass_of(belief), AROUND)
    for _ in range(PEAKS):
        y, x = np.unravel_index(int(mass.argmax()), mass.shape)
        near = mass[max(y - AROUND, 0) : y + AROUND + 1, max(x - AROUND, 0) : x + AROUND + 1]
        share = float(near.sum())
        if share < LEAST_PEAK:
            return
        window = belief.window
        at = window.left + x - AROUND + 0.5, window.top + y - AROUND + 0.5
        label(page, page.at(at), f"{share:.0%}", HIGH, "micro")
        mass[max(y - APART, 0) : y + APART + 1, max(x - APART, 0) : x + APART + 1] = 0


def _parties(page: Page, belief: Belief) -> None:
    """Draw a line from everybody to the goal of their party."""
    parties = belief.parties
    rows, alive = page.world.resolve(parties.who)
    for row, number, lives in zip(rows.tolist(), parties.party.tolist(), alive.tolist(), strict=True):
        goal = int(parties.goal[number]) if lives and number < len(parties.goal) else NOBODY
        if goal >= 0:
            x, y = belief.window.tile(goal)
            pos = page.world.view(Body, slice(row, row + 1)).pos[0]
            line(page, page.at(pos), page.at((x + 0.5, y + 0.5)), group_colour(number))
    for number, goal in enumerate(parties.goal.tolist()):
        if goal >= 0:
            x, y = belief.window.tile(goal)
            at = page.at((x + 0.5, y + 0.5))
            diamond(page, at, 6, group_colour(number))
            label(page, (at[0] + 11, at[1]), str(number + 1), group_colour(number))
