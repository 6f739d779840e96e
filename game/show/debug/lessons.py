"""Layer "lessons": evidence of each habit, what is known and who carries it, and the places remembered.

A bar runs to ``learning.cap``; its mark is where a lesson is taken up. A known lesson has its icon; a ring
with that icon stands around the caller who carries it. Squares are zones: how often the player was there
(figure) and was found hiding there (figure with ``!``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tuning import Tuning
from game.ecs.world import NOBODY
from game.show import style
from game.show.debug.page import Note, cross, disc, label, line, tint
from game.sim.components import NEVER, Body
from game.sim.happenings import Habit
from game.sim.resource_lessons import Lessons
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.show.debug.page import Page

USED: style.Colour = (120, 168, 255)
FOUND: style.Colour = (255, 140, 170)
ICON = 16
LEAST = 0.05
"""Zones used less are not shown."""


def paint(page: Page) -> None:
    """Paint the places they remember."""
    zone, places = _zones(page), page.world.resource(Lessons).places
    page.paint(tint(np.minimum(places.use[zone], 1), USED, 60))
    page.paint(tint(np.minimum(places.finds[zone], 1), FOUND, 70))


def draw(page: Page) -> None:
    """Draw what they remember of each place, who carries lessons, and the bars."""
    lessons = page.world.resource(Lessons)
    _figures(page, lessons)
    _carriers(page, lessons)
    if lessons.known_at > NEVER:
        _last_known(page, lessons)
    learning = page.world.resource(Tuning).learning
    for habit in Habit:
        name = habit.name.lower()
        carrier = int(lessons.carrier[habit])
        said = page.words.text(f"hud-lesson-{name}")
        if lessons.is_known[habit]:
            said = page.words.text("debug-known" if carrier != NOBODY else "debug-remembered", lesson=said)
        colour = style.GOLD_LIT if lessons.is_known[habit] else style.SOFT
        share, mark = float(lessons.evidence[habit]) / learning.cap, learning.adopt_at / learning.cap
        page.note("lessons", Note(said, colour, share, mark))


def _zones(page: Page) -> NDArray[np.intp]:
    """Return the zone of every tile of the window, ``(h, w)``."""
    lessons = page.world.resource(Lessons)
    y, x = np.mgrid[page.window]
    return np.asarray(y // lessons.zone_tiles * lessons.across + x // lessons.zone_tiles)


def _figures(page: Page, lessons: Lessons) -> None:
    """Write how much each place is used, and how often somebody was found there."""
    side, places = lessons.zone_tiles, lessons.places
    for number in np.unique(_zones(page)).tolist():
        use, finds = float(places.use[number]), float(places.finds[number])
        down, across = divmod(number, lessons.across)
        at = page.at(((across + 0.5) * side, (down + 0.5) * side))
        if use > LEAST:
            label(page, at, f"{use:.1f}", USED, "micro")
        if finds > LEAST:
            label(page, (at[0], at[1] + 10), f"! {finds:.1f}", FOUND, "micro")


def _carriers(page: Page, lessons: Lessons) -> None:
    """Draw a ring round each caller who carries lessons, and their icons over it."""
    carried = np.flatnonzero(lessons.carrier != NOBODY)
    rows, alive = page.world.resolve(lessons.carrier[carried])
    for row in np.unique(rows[alive]).tolist():
        x, y = page.at(page.world.view(Body, slice(row, row + 1)).pos[0])
        disc(page, (x, y), 11, style.INK, 3)
        disc(page, (x, y), 11, style.GOLD, 1)
        habits = carried[alive & (rows == row)].tolist()
        left = x - ICON * len(habits) / 2
        page.canvas.plate(left - 2, y - 34, ICON * len(habits) + 4, ICON + 2, 220)
        for place, habit in enumerate(habits):
            page.canvas.icon(Habit(habit).name.lower(), left + place * ICON, y - 33, style.GOLD_LIT)


def _last_known(page: Page, lessons: Lessons) -> None:
    """Cross the place where the player was last known to be, with the way they went."""
    at = page.at(lessons.spot)
    cross(page, at, FOUND)
    if lessons.seen_at > NEVER:
        line(page, at, page.at(lessons.spot + lessons.way), FOUND, 1)
    age = max(0, page.tick - lessons.known_at) / TICKS_PER_SECOND
    page.note("lessons", Note(page.words.text("debug-known-ago", seconds=f"{age:.1f}"), FOUND))
