"""The first seconds: black and a voice on the radio, then one gold eye, then the world.

It has no state of its own: it is drawn from when the story's events happened, so a replay or a
checkpoint shows the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show.eye import eye_frames
from game.sim.resources import TICKS_PER_SECOND, Story

if TYPE_CHECKING:
    from game.show.canvas import Canvas

LIT_BY = ("hand_rises", "tag_taken")
"""What ends the dark: the hand; or the first tag, taken by somebody who did not wait for it."""
EYE_OPENS_S = 1.6
"""How long the lid takes, s."""
EYE_STAYS_S = 4.5
"""From the first crack to where the eye begins to go, s."""
FADE_S = 2.5
"""How long the world takes to appear, s."""


def is_dark(story: Story) -> bool:
    """Whether the opening still hides the world."""
    return "opening" in story.events and _dawn(story) is None


def darkness(story: Story, tick: int) -> float:
    """Return how black the world is, 0..1."""
    if "opening" not in story.events:
        return 0.0
    dawn = _dawn(story)
    return 1.0 if dawn is None else max(0.0, 1 - (tick - dawn) / TICKS_PER_SECOND / FADE_S)


def _dawn(story: Story) -> int | None:
    """Return the tick from which the world appears, if it has come."""
    return min((story.events[event] for event in LIT_BY if event in story.events), default=None)


def draw(canvas: Canvas, story: Story, tick: int) -> None:
    """Draw the dark over the world, and the eye in it."""
    dark = darkness(story, tick)
    if dark <= 0:
        return
    canvas.veil(round(255 * dark), (0, 0, 0))
    if "eye_opens" in story.events:
        age = (tick - story.events["eye_opens"]) / TICKS_PER_SECOND
        _eye(canvas, age, dark)


def _eye(canvas: Canvas, age: float, dark: float) -> None:
    frames, place = eye_frames()
    shown = frames[min(len(frames) - 1, int(age / EYE_OPENS_S * len(frames)))].copy()
    shown.set_alpha(round(255 * dark * max(0.0, min(1.0, (EYE_STAYS_S + FADE_S - age) / FADE_S))))
    canvas.picture(shown, *place)
