"""Captions: every cue that matters, in words, from the same journal the sounds are made from.

A caption is spoken (somebody's line, shown to its end), heard (a noise, with the side it comes from) or
a hint (what a key does).
The same noise is not captioned again while its caption stands, and nothing is captioned that the hero
could not hear.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.locale import Words
from game.show import style
from game.show.hud import CaptionLine
from game.sim.components import Side, Stage
from game.sim.happenings import DoorChange, DoorMoved, Heard, Noise, Said, Screech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.events import Told

SPOKEN_S, HEARD_S = 2.2, 1.8
"""Shortest time a line stays, s."""
HINT_S = 3.0
"""Hints stay this much longer than the same words spoken, s."""
SECONDS_A_LETTER = 0.055
"""Reading time, s; slower readers choose larger captions, which also stay."""
MOST = 3
"""Heard captions shown at once; the oldest goes."""
NEAR = 1.5
"""Noises nearer than this come from the hero, tile."""
DOOR_HEARD = 20.0
"""Doors moving farther off than this are not captioned, tile."""
QUIET_KINDS = frozenset({Heard.STEP, Heard.DODGE, Heard.BLOW})
"""Noises captioned only when somebody else makes them."""


@dataclass
class Caption:
    """One caption on screen."""

    text: str
    speaker: str
    place: tuple[float, float] | None
    until: float
    key: str
    portrait: str = ""


class Captions:
    """Turns the journal into lines.

    Args:
        words: the language.
        keys: placeholders for the hints: action -> the key it is bound to.
    """

    def __init__(self, words: Words, keys: dict[str, str]) -> None:
        self.words = words
        self.keys = keys
        self.heard: list[Caption] = []
        self.spoken: list[Caption] = []  # a queue: the first is on screen
        self.hint: Caption | None = None

    def hear(self, told: Sequence[Told], hero: tuple[float, float], now: float) -> None:
        """Take in one tick's journal.

        Args:
            told: what happened.
            hero: where the hero stands, tile.
            now: seconds since the scene began.
        """
        for each in told:
            event = each.event
            if isinstance(event, Said):
                self._say(event, now)
            elif isinstance(event, Noise):
                self._noises(event, hero, now)
            elif isinstance(event, DoorMoved):
                near = np.hypot(event.pos[:, 0] - hero[0], event.pos[:, 1] - hero[1]) < DOOR_HEARD
                for pos, how in zip(event.pos[near], event.how[near], strict=True):
                    self._sound(f"caption-door-{DoorChange(int(how)).name.lower()}", pos, now)
            elif isinstance(event, Screech):
                for pos, stage in zip(event.pos, event.stage, strict=True):
                    if stage == Stage.WINDUP:
                        self._sound("caption-screech", pos, now)

    def update(self, now: float) -> None:
        """Let captions end."""
        self.heard = [c for c in self.heard if c.until > now]
        if self.hint and self.hint.until <= now:
            self.hint = None
        if self.spoken and self.spoken[0].until <= now:
            del self.spoken[0]
            if self.spoken:
                self.spoken[0].until = now + reading_time(self.spoken[0].text)

    def skip(self) -> None:
        """End the line being spoken."""
        if self.spoken:
            self.spoken[0].until = 0.0

    def clear(self) -> None:
        """Forget everything: the hero came back somewhere else."""
        self.heard.clear()
        self.spoken.clear()
        self.hint = None

    def lines(self, hero: tuple[float, float]) -> list[CaptionLine]:
        """Return the noises to show, oldest first, each with the side it comes from."""
        return [CaptionLine(c.text, angle=_angle(c.place, hero)) for c in self.heard[-MOST:]]

    def speech(self) -> Caption | None:
        """Return the line being spoken."""
        return self.spoken[0] if self.spoken else None

    def _say(self, said: Said, now: float) -> None:
        for line, speaker, pos in zip(said.line, said.speaker, said.pos, strict=True):
            text = self.words.text(line, **self.keys)
            if speaker == "caption":
                self._sound(line, pos, now)
            elif speaker == "hint":
                self.hint = Caption(text, "", None, now + HINT_S + reading_time(text), line)
            elif all(c.key != line for c in self.spoken):
                name = self.words.text(f"who-{speaker}") if speaker else ""
                self.spoken.append(Caption(text, name, None, now + reading_time(text), line, speaker))

    def _noises(self, noise: Noise, hero: tuple[float, float], now: float) -> None:
        far = np.hypot(noise.pos[:, 0] - hero[0], noise.pos[:, 1] - hero[1])
        for i in np.flatnonzero((far < noise.loudness) & (noise.loudness >= 1)):
            kind, is_near = Heard(int(noise.heard[i])), far[i] < NEAR
            if is_near or (kind in QUIET_KINDS and noise.side[i] in {Side.SURVIVOR, Side.HALFBIE}):
                continue
            self._sound(f"caption-{kind.name.lower().replace('_', '-')}", noise.pos[i], now)

    def _sound(self, key: str, pos: Any, now: float) -> None:
        place = (float(pos[0]), float(pos[1]))
        for caption in self.heard:
            if caption.key == key:
                caption.until, caption.place = now + HEARD_S, place
                return
        self.heard.append(Caption(self.words.text(key), "", place, now + HEARD_S, key))


def reading_time(text: str) -> float:
    """Return how long a spoken line stays, s."""
    return SPOKEN_S + SECONDS_A_LETTER * len(text)


def _angle(place: tuple[float, float] | None, hero: tuple[float, float]) -> float | None:
    if place is None or math.dist(place, hero) < NEAR:
        return None
    return math.atan2(place[1] - hero[1], place[0] - hero[0])


COLOURS = {"radio": style.CYAN, "": style.CAPTION}
"""Colour of a speaker's frame; everybody else's is bone."""
