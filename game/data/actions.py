"""What a story script can do: one frozen class an action, its first field is the verb in the TOML.

``{ say = "nam-one", by = "namra" }`` is ``Say(say="nam-one", by="namra")``.

Rules of this module:
- A field declares what its text names (a line, a thing of the map, an event ...) or its number's unit and
  range, so that ``script.check`` can look every name up before anybody plays.
- Things are named as in the map; several of one name are all meant.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from game.data.contract import MAX_SECONDS, MAX_TILES
from game.data.verbs import Field, Names, Sounding, names, number, tick


@dataclass(frozen=True, slots=True)
class Say:
    """Somebody speaks; ``at`` is the thing it comes from, else the hero, or the radio he carries."""

    say: str = names(Names.LINE)
    by: str = names(Names.SPEAKER)
    at: str = names(Names.THING, "")


@dataclass(frozen=True, slots=True)
class Caption:
    """A sound is written down; ``at`` is the thing it comes from."""

    caption: str = names(Names.LINE)
    at: str = names(Names.THING, "")


@dataclass(frozen=True, slots=True)
class Hint:
    """The player is told which key does what."""

    hint: str = names(Names.LINE)


@dataclass(frozen=True, slots=True)
class Wait:
    """Everything after it in the list happens so much later."""

    wait: float = number(0, MAX_SECONDS, "s")


@dataclass(frozen=True, slots=True)
class On:
    """A circuit starts."""

    on: str = names(Names.CIRCUIT)


@dataclass(frozen=True, slots=True)
class Off:
    """A circuit stops."""

    off: str = names(Names.CIRCUIT)


@dataclass(frozen=True, slots=True)
class Open:
    """A door opens, whatever its lock."""

    open: str = names(Names.DOOR)


@dataclass(frozen=True, slots=True)
class Shut:
    """A door shuts."""

    shut: str = names(Names.DOOR)


@dataclass(frozen=True, slots=True)
class Lock:
    """A door locks."""

    lock: str = names(Names.DOOR)


@dataclass(frozen=True, slots=True)
class Unlock:
    """A door unlocks."""

    unlock: str = names(Names.DOOR)


@dataclass(frozen=True, slots=True)
class Spawn:
    """A Spawn or SpawnField of the map brings forth its people, again if need be."""

    spawn: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Wake:
    """Those who stand asleep there wake and look about."""

    wake: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Calm:
    """Those who came from there lose interest."""

    calm: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Remove:
    """Those who came from there are gone."""

    remove: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Kill:
    """Those who came from there die where they stand."""

    kill: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Join:
    """They follow the player from now on."""

    join: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class LayDown:
    """They lay down their arms and harm nobody any more."""

    lay_down: str = names(Names.THING)


@dataclass(frozen=True, slots=True)
class Screech:
    """A screamer draws breath; the call comes after ``windup`` unless somebody stops it."""

    screech: str = names(Names.THING)
    windup: float = number(0.35, 10, "s")


@dataclass(frozen=True, slots=True)
class Sound:
    """A thing makes noise, for the dead too; ``loud`` unset is the thing's own reach."""

    sound: str = names(Names.THING)
    kind: str = names(Names.SOUND, Sounding.MACHINE.value)
    loud: float = number(0, MAX_TILES, "tile", 0.0)
    lasts: float = number(0, MAX_SECONDS, "s", 0.0)


@dataclass(frozen=True, slots=True)
class Aim:
    """This objective is the one now; those before it are done, or passed by."""

    aim: str = names(Names.OBJECTIVE)


@dataclass(frozen=True, slots=True)
class Done:
    """An objective is reached."""

    done: str = names(Names.OBJECTIVE)


@dataclass(frozen=True, slots=True)
class Fire:
    """Another event happens."""

    fire: str = names(Names.EVENT)


@dataclass(frozen=True, slots=True)
class Ask:
    """A choice is put, wherever the player stands."""

    ask: str = names(Names.CHOICE)


@dataclass(frozen=True, slots=True)
class Play:
    """The music turns."""

    music: str = names(Names.MUSIC)


@dataclass(frozen=True, slots=True)
class Show:
    """A cue for the picture, ``lasts`` seconds, ``amount`` strong."""

    cue: str = names(Names.CUE)
    lasts: float = number(0, MAX_SECONDS, "s", 0.0)
    amount: float = number(0, 1, "0..1", 0.0)


@dataclass(frozen=True, slots=True)
class Hold:
    """A door is struck from within until it gives (``tuning.bunker``); then ``then`` happens.

    ``dents`` are captions at a quarter, a half and three quarters of the way.
    """

    hold: str = names(Names.DOOR)
    then: str = names(Names.EVENT)
    dents: tuple[str, ...] = names(Names.LINE, (), many=True)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The director leaves the player alone."""

    quiet: float = number(0, MAX_SECONDS, "s")


@dataclass(frozen=True, slots=True)
class Humanity:
    """The hero's humanity changes."""

    humanity: float = number(-100, 100, "humanity")


@dataclass(frozen=True, slots=True)
class Hunger:
    """The hero's hunger changes."""

    hunger: float = number(-100, 100, "hunger")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The player comes back here from now on; kept as soon as nobody hunts nearby."""

    checkpoint: bool = tick()


@dataclass(frozen=True, slots=True)
class End:
    """The level ends."""

    end: str = names(Names.ENDING)


Action = (
    Say | Caption | Hint | Wait | On | Off | Open | Shut | Lock | Unlock | Spawn | Wake | Calm | Remove | Kill
    | Join | LayDown | Screech | Sound | Aim | Done | Fire | Ask | Play | Show | Hold | Quiet | Humanity
    | Hunger | Checkpoint | End
)  # fmt: skip
ACTIONS: tuple[type[Action], ...] = Action.__args__


def declared(action: type[Any]) -> dict[str, Field]:
    """The fields of an action, by key in the file; the first is its verb."""
    return {f.name: f.metadata["field"] for f in fields(action)}


VERBS: dict[str, type[Action]] = {next(iter(declared(action))): action for action in ACTIONS}
