"""What the dead have learned, as the player reads it: a banner when it changes, a list while it lasts.

Rules of this module:
- A lesson is an icon and a word; a forgotten one is struck out and grey for a while, then gone. Nothing is
  told by colour alone, and the six keep one order.
- The list shows what is known now, the banner what the journal told; both are silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.data.tuning import Tuning
from game.show import style
from game.sim.happenings import Habit, Learned
from game.sim.resource_lessons import Lessons as Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.locale import Words
    from game.ecs.events import Told
    from game.ecs.world import World
    from game.show.canvas import Canvas

BANNER_S = 4.0
"""How long a banner holds, s."""
SLIDES_S, FADES_S = 8 / 60, 20 / 60
"""How long it comes and goes, s."""
GONE_S = 5.0
"""How long a forgotten lesson is still listed, s."""
BANNER_Y, BANNER_H, LEAST_W = 40, 40, 240
CELL, STEP = 30, 35
"""Side of a cell of the strip of all six, and from one to the next, u."""
LIST_TOP, ROW, RIGHT = 32, 19, 632


@dataclass(frozen=True)
class Banner:
    """One lesson taken up, or forgotten."""

    habit: Habit
    is_known: bool


class Lessons:
    """The lessons on screen.

    Attributes:
        banners: what is still to be told; the first is on screen.
        since: when that one came, s.
        gone: forgotten lessons still listed, and until when, s.
    """

    def __init__(self) -> None:
        self.banners: list[Banner] = []
        self.since = 0.0
        self.gone: dict[Habit, float] = {}

    def hear(self, told: Sequence[Told], now: float) -> None:
        """Take in one tick's journal; ``now`` is seconds since the scene began."""
        for each in told:
            if isinstance(each.event, Learned):
                pairs = zip(each.event.habit.tolist(), each.event.is_known.tolist(), strict=True)
                for habit, is_known in pairs:
                    self._tell(Banner(Habit(habit), bool(is_known)), now)

    def _tell(self, banner: Banner, now: float) -> None:
        late = [each for each in self.banners if each.habit != banner.habit]
        if not late or late[0] != self.banners[0]:
            self.since = now
        self.banners = [*late, banner]
        self.gone.pop(banner.habit, None)
        if not banner.is_known:
            self.gone[banner.habit] = now + GONE_S

    def update(self, now: float) -> None:
        """Let banners and what was forgotten go."""
        self.gone = {habit: until for habit, until in self.gone.items() if until > now}
        if self.banners and now - self.since > BANNER_S + FADES_S:
            del self.banners[0]
            self.since = now

    def clear(self) -> None:
        """The hero came back: what was being told is past."""
        self.banners.clear()
        self.gone.clear()

    def draw_banner(self, canvas: Canvas, words: Words, now: float) -> bool:
        """Draw the banner of the moment; return whether there is one."""
        if self.banners:
            _draw_banner(canvas, words, self.banners[0], now - self.since)
        return bool(self.banners)

    def draw_list(self, canvas: Canvas, words: Words, world: World) -> None:
        """Draw what is known, and what was just forgotten, under the tags."""
        known = [habit for habit in Habit if world.resource(Known).is_known[habit]]
        shown = [habit for habit in Habit if habit in known or habit in self.gone]
        for place, habit in enumerate(shown):
            text = words.text(f"hud-lesson-{habit.name.lower()}")
            _draw_row(canvas, habit, text, LIST_TOP + place * ROW, is_known=habit in known)


def draw_strip(canvas: Canvas, words: Words, world: World, x: float, y: float) -> None:
    """Draw all six, each with how much they have seen of it; 206 u wide, 60 u high, from a corner in u."""
    known, least = world.resource(Known), world.resource(Tuning).learning.adopt_at
    canvas.text(x, y, words.text("ui-learned"), "small", style.DIM)
    for place, habit in enumerate(Habit):
        share = min(1.0, float(known.evidence[habit]) / least)
        _draw_cell(canvas, words, habit, (x + place * STEP, y + 14), share, is_known=known.knows(habit))


def _draw_cell(
    canvas: Canvas, words: Words, habit: Habit, corner: tuple[float, float], share: float, *, is_known: bool
) -> None:
    (x, y), name = corner, habit.name.lower()
    canvas.rect(x, y, CELL, CELL - 4, style.GOLD_BACK if is_known else style.PLATE_LIT)
    if is_known:
        canvas.rect(x, y, CELL, 1, style.GOLD)
        canvas.rect(x, y + CELL - 5, CELL, 1, style.GOLD)
    canvas.icon(name, x + (CELL - 16) / 2, y + 5, style.GOLD_LIT if is_known else style.DIM)
    canvas.rect(x, y + CELL - 1, CELL, 3, style.CELL)
    canvas.rect(x, y + CELL - 1, CELL * share, 3, style.GOLD if is_known else style.SOFT)
    colour = style.TEXT if is_known else style.DIM
    canvas.text(x + CELL / 2, y + CELL + 5, words.text(f"hud-lesson-{name}"), "micro", colour, "c")


def _draw_row(canvas: Canvas, habit: Habit, text: str, y: float, *, is_known: bool) -> None:
    wide = canvas.width(text, "small") + 32
    x = RIGHT - wide
    canvas.plate(x, y, wide, ROW - 1, 176)
    canvas.rect(RIGHT - 2, y, 2, ROW - 5, style.GOLD if is_known else style.LINE_LIT)
    canvas.icon(habit.name.lower(), x + 4, y + 1, style.GOLD_LIT if is_known else style.DIM)
    canvas.text(x + 24, y + 3, text, "small", style.TEXT if is_known else style.DIM)
    if not is_known:
        canvas.rect(x + 3, y + 9, 18, 1, style.SOFT)


def _draw_banner(canvas: Canvas, words: Words, banner: Banner, age: float) -> None:
    """Draw the icon at twice its size, what happened, and what to do about it."""
    shown = max(0.0, min(1.0, age / SLIDES_S, (BANNER_S + FADES_S - age) / FADES_S))
    if shown <= 0:
        return
    name = banner.habit.name.lower()
    lesson = words.text(f"hud-lesson-{name}")
    head = words.text("hud-learned" if banner.is_known else "hud-forgotten", lesson=lesson)
    tip = words.text(f"hud-lesson-{name}-tip") if banner.is_known else ""
    wide = max(LEAST_W, canvas.width(head, "strong") + 60, canvas.width(tip, "small") + 60)
    x, y = style.WIDTH / 2 - wide / 2, BANNER_Y - 10 * (1 - shown)
    colour = style.GOLD_LIT if banner.is_known else style.SOFT
    canvas.plate(x, y, wide, BANNER_H, round(236 * shown))
    canvas.rect(x, y, wide, 1, style.GOLD if banner.is_known else style.DIM, round(255 * shown))
    if shown < 1:
        return
    canvas.icon(name, x + 8, y + 4, colour, 2)
    canvas.text(x + 50, y + (6 if tip else 14), head, "strong", colour)
    canvas.text(x + 50, y + 23, tip, "small", style.TEXT)
    if not banner.is_known:
        canvas.rect(x + 8, y + 19, 32, 2, colour)
