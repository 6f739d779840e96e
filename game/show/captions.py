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
from game.show.speech import CaptionLine
from game.sim.components import Mood, Order, Side, Stage
from game.sim.happenings import (
    DoorChange,
    DoorMoved,
    Fell,
    Heard,
    Marked,
    Noise,
    Noticed,
    Ordered,
    Radioed,
    Routed,
    Said,
    Screech,
    Surged,
    Word,
    Wound,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.ecs.events import Event, Told

Place = tuple[float, float]
SPOKEN_S, HEARD_S = 2.2, 1.8
"""Shortest time a line stays, s."""
HINT_S = 3.0
"""Hints stay this much longer than the same words spoken, s."""
SECONDS_A_LETTER = 0.055
"""Reading time, s."""
MOST = 3
"""Heard captions shown at once; the oldest goes."""
NEAR = 1.5
"""Noises nearer than this come from the hero, tile."""
DOOR_HEARD = 20.0
"""Doors moving farther off than this are not captioned, tile."""
RADIO_HEARD = 14.0
"""What soldiers farther off say is not captioned, tile."""
BLOW_FROM = 4.0
"""A blow's caption points this far back along its way, tile."""
QUIET_KINDS = frozenset({Heard.STEP, Heard.DODGE, Heard.BLOW})
"""Noises captioned only when somebody else makes them."""
SCREECHES = {
    Stage.WINDUP: "caption-screech",
    Stage.ACTIVE: "caption-screech-done",
    Stage.NONE: "caption-screech-cut",
}
COLOURS = {"radio": style.CYAN, "": style.CAPTION}
"""Colour of a speaker's frame; everybody else's is bone."""


@dataclass(frozen=True)
class Hearer:
    """Whose ears they are: the hero's id and place."""

    id: int
    place: Place


@dataclass
class Caption:
    """One caption on screen: ``key`` is its message, ``face`` whose portrait goes with it."""

    key: str
    text: str
    until: float
    speaker: str = ""
    face: str = ""
    place: Place | None = None


class Captions:
    """Turns the journal into lines.

    Args:
        words: the language.
        keys: values of the hints: action -> the key it is bound to.
    """

    def __init__(self, words: Words, keys: dict[str, str]) -> None:
        self.words, self.keys = words, keys
        self.heard: list[Caption] = []
        self.spoken: list[Caption] = []  # a queue: the first is on screen
        self.hint: Caption | None = None

    def retell(self, words: Words, keys: dict[str, str]) -> None:
        """Say everything on screen again: another language, other keys."""
        self.words, self.keys = words, keys
        for each in (*self.heard, *self.spoken, *([self.hint] if self.hint else [])):
            each.text, each.speaker = self._text(each.key), self._name(each.face)

    def hear(self, told: Sequence[Told], hero: Hearer, now: float) -> None:
        """Take in one tick's journal; ``now`` is seconds since the scene began."""
        for each in told:
            if isinstance(each.event, Said):
                self._say(each.event, now)
                continue
            for key, place in _sounds(each.event, hero):
                self._sound(key, place, now)

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

    def lines(self, hero: Place) -> list[CaptionLine]:
        """Return the noises to show, oldest first, each with the side it comes from."""
        return [CaptionLine(c.text, angle=_angle(c.place, hero)) for c in self.heard[-MOST:]]

    def speech(self) -> Caption | None:
        """Return the line being spoken."""
        return self.spoken[0] if self.spoken else None

    def _text(self, key: str) -> str:
        return self.words.said(key, **self.keys)

    def _name(self, speaker: str) -> str:
        return self.words.text(f"who-{speaker}") if speaker else ""

    def _say(self, said: Said, now: float) -> None:
        for line, speaker, pos in zip(said.line, said.speaker, said.pos, strict=True):
            text = self._text(line)
            until = now + reading_time(text)
            if speaker == "caption":
                self._sound(line, _place(pos), now)
            elif speaker == "hint":
                self.hint = Caption(line, text, until + HINT_S)
            elif all(c.key != line for c in self.spoken):
                self.spoken.append(Caption(line, text, until, self._name(speaker), speaker))

    def _sound(self, key: str, place: Place | None, now: float) -> None:
        for caption in self.heard:
            if caption.key == key:
                caption.until, caption.place = now + HEARD_S, place
                return
        self.heard.append(Caption(key, self._text(key), now + HEARD_S, place=place))


def reading_time(text: str) -> float:
    """Return how long a spoken line stays, s."""
    return SPOKEN_S + SECONDS_A_LETTER * len(text)


def _sounds(event: Event, hero: Hearer) -> Iterator[tuple[str, Place | None]]:
    """Yield what of an event the hero hears or feels: (message, where from)."""
    if isinstance(event, Noise):
        yield from _noises(event, hero.place)
    elif isinstance(event, DoorMoved):
        near = _far(event.pos, hero.place) < DOOR_HEARD
        for pos, how in zip(event.pos[near], event.how[near], strict=True):
            yield f"caption-door-{DoorChange(int(how)).name.lower()}", _place(pos)
    elif isinstance(event, (Screech, Surged)):
        yield from _cries(event)
    elif isinstance(event, (Radioed, Ordered, Marked, Routed)):
        yield from _words(event, hero)
    elif isinstance(event, Noticed):
        if ((event.foe == hero.id) & (event.mood == Mood.HUNT)).any():
            yield "caption-hunted", None
    elif isinstance(event, (Fell, Wound)):
        yield from _harm(event, hero)


def _harm(event: Fell | Wound, hero: Hearer) -> Iterator[tuple[str, Place | None]]:
    """Yield who falls, and where blows on the hero come from."""
    if isinstance(event, Fell):
        for who, pos in zip(event.who, event.pos, strict=True):
            yield ("caption-fell", None) if who == hero.id else ("caption-far-fall", _place(pos))
        return
    struck = (event.who == hero.id) & event.way.any(axis=1)  # a fall comes from nowhere
    for pos, way in zip(event.pos[struck], event.way[struck], strict=True):
        yield "caption-hurt", _place(pos - way * BLOW_FROM)


def _cries(cry: Screech | Surged) -> Iterator[tuple[str, Place]]:
    if isinstance(cry, Surged):
        keys = ["caption-surged"] * len(cry.pos)
    else:
        keys = [SCREECHES[Stage(int(stage))] for stage in cry.stage]
    yield from zip(keys, map(_place, cry.pos), strict=True)


def _words(event: Radioed | Ordered | Marked | Routed, hero: Hearer) -> Iterator[tuple[str, Place | None]]:
    """Yield what soldiers and the hero say over the radio, how others answer her, what power does."""
    if isinstance(event, Routed):
        yield from (
            ("caption-power-starts" if starts else "caption-power-trips", None) for starts in event.starts
        )
        return
    if isinstance(event, Marked):
        if (event.by == hero.id).any():
            yield "caption-marked", None
        return
    if isinstance(event, Radioed):
        near = _far(event.pos, hero.place) < RADIO_HEARD
        for pos, word in zip(event.pos[near], event.word[near], strict=True):
            yield f"caption-soldier-{Word(int(word)).name.lower()}", _place(pos)
        return
    for i in np.flatnonzero(event.leader == hero.id):
        yield f"caption-order-{_answer(int(event.order[i]), int(event.bond[i]))}", None


def _answer(order: int, bond: int) -> str:
    """Return how those who are ordered answer: the dead by turning, companions in words."""
    return {1: "bound", -1: "free"}.get(bond, Order(order).name.lower())


def _noises(noise: Noise, hero: Place) -> Iterator[tuple[str, Place]]:
    far = _far(noise.pos, hero)
    for i in np.flatnonzero((far < noise.loudness) & (noise.loudness >= 1)):
        kind = Heard(int(noise.heard[i]))
        is_own = far[i] < NEAR or (kind in QUIET_KINDS and noise.side[i] in {Side.SURVIVOR, Side.HALFBIE})
        if not is_own:
            yield f"caption-{kind.name.lower().replace('_', '-')}", _place(noise.pos[i])


def _far(pos: Any, place: Place) -> Any:
    return np.hypot(pos[:, 0] - place[0], pos[:, 1] - place[1])


def _place(pos: Any) -> Place:
    return float(pos[0]), float(pos[1])


def _angle(place: Place | None, hero: Place) -> float | None:
    if place is None or math.dist(place, hero) < NEAR:
        return None
    return math.atan2(place[1] - hero[1], place[0] - hero[0])
