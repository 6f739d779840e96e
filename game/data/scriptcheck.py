"""Whether a script fits its level and its words: every name it uses is looked up before anybody plays.

Rules of this module: nothing is raised; each finding is a ``BadInput`` with ``file: key`` and the nearest
known name, so that lint can list them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from game.data.actions import Action, Fire, declared
from game.data.content import at, meant
from game.data.errors import BadInput
from game.data.verbs import ENDINGS, Cue, Music, Names, Sounding

if TYPE_CHECKING:
    from game.data.level import Level
    from game.data.locale import Words
    from game.data.script import Script, Upon


def check(script: Script, level: Level, words: Words) -> list[BadInput]:
    """Look up every name a script uses: things, doors, circuits, objectives, choices, events, lines.

    Returns:
        What is wrong, in file order; empty when all is well.
    """
    look = _Lookup(script, level, words)
    return [*look.beats(), *look.others()]


class _Lookup:
    """Everything a script's names may refer to."""

    def __init__(self, script: Script, level: Level, words: Words) -> None:
        self.script = script
        things = [thing.name for thing in level.things if thing.name]
        self.known: dict[Names, Callable[[str], list[str] | None]] = {
            Names.LINE: lambda name: None if words.has(name) else list(words.ids),
            Names.SPEAKER: lambda name: None if words.has(f"who-{name}") else _speakers(words),
            Names.THING: _among(things),
            Names.DOOR: _among([door.name for door in level.doors]),
            Names.CIRCUIT: _among([power.circuit for power in level.powers]),
            Names.OBJECTIVE: _among([objective.text for objective in level.objectives]),
            Names.CHOICE: _among([choice.choice for choice in level.choices]),
            Names.EVENT: _among([*script.beats]),
            Names.CUE: _among(list(Cue)),
            Names.MUSIC: _among(list(Music)),
            Names.SOUND: _among(list(Sounding)),
            Names.ENDING: _among(list(ENDINGS)),
        }
        self.fired = {trigger.event for trigger in level.triggers}
        self.fired |= {a.fire for b in script.beats.values() for a in b.actions if isinstance(a, Fire)}
        self.fired |= {getattr(a, "then", "") for b in script.beats.values() for a in b.actions}

    def beats(self) -> Iterator[BadInput]:
        """What is wrong in the beats."""
        for beat in self.script.beats.values():
            where = at(self.script.where, f"beat.{beat.name}")
            if beat.upon is None and beat.name not in self.fired:
                yield BadInput(where, "no trigger, beat or upon sets this event off: fire it or remove it")
            for number, action in enumerate(beat.actions, start=1):
                yield from self.action(action, f"{where}.do[{number}]")
            if beat.upon is not None:
                yield from self.upon(beat.upon, f"{where}.upon")

    def action(self, action: Action, where: str) -> Iterator[BadInput]:
        """What is wrong in one action."""
        for key, field_ in declared(type(action)).items():
            value = getattr(action, key)
            if field_.names and (value or not field_.optional):
                for name in value if field_.many else (value,):
                    yield from self.name(field_.names, name, f"{where}.{key}")

    def upon(self, upon: Upon, where: str) -> Iterator[BadInput]:
        """What is wrong in what sets a beat off."""
        for key in ("dies", "screams", "hushed", "marked"):
            if getattr(upon, key):
                yield from self.name(Names.THING, getattr(upon, key), f"{where}.{key}")
        if upon.asked:
            yield from self.name(Names.CHOICE, upon.asked, f"{where}.asked")
        events = self.fired | set(self.script.beats)
        for name in upon.holds.names("event"):
            if name not in events:
                yield BadInput(f"{where}.holds", f"no event is called {name!r}.{meant(name, sorted(events))}")

    def others(self) -> Iterator[BadInput]:
        """What is wrong in choices and radios."""
        for choice, thing in self.script.about.items():
            where = at(self.script.where, f"choice.{choice}")
            yield from self.name(Names.CHOICE, choice, where)
            yield from self.name(Names.THING, thing, f"{where}.about")
        for radio, lines in self.script.radios.items():
            where = at(self.script.where, f"radio.{radio}")
            yield from self.name(Names.THING, radio, where)
            for line in lines:
                yield from self.name(Names.LINE, line, f"{where}.lines")

    def name(self, what: Names, name: str, where: str) -> Iterator[BadInput]:
        """Whether a name is known."""
        others = self.known[what](name)
        if others is not None:
            yield BadInput(where, f"no {what} is called {name!r}.{meant(name, others)}")


def _among(names: list[str]) -> Callable[[str], list[str] | None]:
    known = dict.fromkeys(names)
    return lambda name: None if name in known else list(known)


def _speakers(words: Words) -> list[str]:
    return [name.removeprefix("who-") for name in words.ids if name.startswith("who-")]
