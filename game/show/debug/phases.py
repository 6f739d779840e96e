"""Layer "phases": each of the dead as a clock: the hand is its phase, and so is the colour.

A group of hunters who hear one caller has the caller's number over it, and a line from each to the caller.
"""

from __future__ import annotations

import colorsys
import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.data.tuning import Tuning
from game.show import style
from game.show.debug.page import Note, disc, group_colour, label, line
from game.sim.components import NO_TICK, Mood
from game.sim.resource_order import Order
from game.sim.think.unison import order

if TYPE_CHECKING:
    from game.show.debug.page import Page
    from game.sim.resource_order import Group

HUES = 64
TURN = 65536
RADIUS = 5.0


@cache
def hue(step: int) -> style.Colour:
    """Return the colour of a phase, one of ``HUES`` round the wheel."""
    red, green, blue = colorsys.hsv_to_rgb(step / HUES, 0.65, 1.0)
    return round(red * 255), round(green * 255), round(blue * 255)


def draw(page: Page) -> None:
    """Draw the phases, and how ordered they are."""
    dead = page.dead
    for row in page.shown(dead.pos).tolist():
        theta = int(dead.pulse.theta[row])
        at = page.at(dead.pos[row])
        turn = theta / TURN * 2 * math.pi
        disc(page, at, RADIUS + 1, style.INK)
        disc(page, at, RADIUS, hue(theta * HUES // TURN))
        line(page, at, (at[0] + math.cos(turn) * RADIUS, at[1] + math.sin(turn) * RADIUS), style.INK, 1.5)
    for number, group in enumerate(page.world.resource(Order).groups):
        _group(page, number, group)
    _notes(page, page.words.text("debug-order-all", n=len(dead.pos)), order(dead.pulse.theta))


def _group(page: Page, number: int, group: Group) -> None:
    """Draw who hears a caller, and how far they are in step."""
    dead, colour = page.dead, group_colour(number)
    caller = np.flatnonzero(dead.id == group.caller)
    if len(caller):
        x, y = page.at(dead.pos[caller[0]])
        hears = np.flatnonzero((dead.pulse.group == number) & (dead.mind.mood == Mood.HUNT))
        for row in hears.tolist():
            line(page, page.at(dead.pos[row]), (x, y), colour, 0.5)
        disc(page, (x, y), 12, colour, 1.5)
        label(page, (x, y - 20), f"{number + 1}: {group.order:.2f}", colour)
    word = "calls" if group.begun != NO_TICK else "step" if group.since != NO_TICK else "group"
    said = page.words.text(f"debug-order-{word}", n=group.hunters, number=number + 1)
    _notes(page, said, group.order, colour)


def _notes(page: Page, said: str, share: float, colour: style.Colour = style.TEXT) -> None:
    """Say who is meant, and under it how far they are in step."""
    mark = page.world.resource(Tuning).unison.order
    page.note("phases", Note(said, colour))
    figure = page.words.text("debug-order", share=f"{share:.2f}")
    page.note("phases", Note(figure, colour, share, mark=mark))
