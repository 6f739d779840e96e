"""The script of a level: what each story event does, typed and checked.

A script is a TOML file beside its map (``yard.toml`` for ``yard.tmx``) or among the shipped content::

    [beat.one_turns]                       # the event of a Trigger, or one that another beat fires
    do = [
      { wake = "the one who turns" },
      { wait = 1.5 },
      { say = "nam-one", by = "namra" },
    ]

    [beat.soldier_spared]
    upon = { holds = "choice:hyosan_soldier=spare" }   # happens by itself, once that holds

Rules of this module:
- A beat happens once; with ``again = true`` each time its event is fired. With ``skip = true`` the player
  may skip its words: whatever else it does happens at once.
- ``upon`` has one key: ``holds`` a condition, ``dies`` somebody of the map, ``screams`` (a call
  completed), ``hushed`` (a call cut off, or the caller dead), ``asked`` a choice, ``marked`` by radio.
- Loading checks form; ``scriptcheck.check`` looks every name up in the level and the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.data.actions import VERBS, Action, Fire, declared
from game.data.condition import ALWAYS, Condition
from game.data.content import at, load_toml, meant, shown
from game.data.errors import BadInput
from game.data.paths import asset, maps_folder
from game.data.verbs import Field

if TYPE_CHECKING:
    from game.data.level import Level

BEAT_KEYS = ("do", "upon", "skip", "again")
UPON_KEYS = ("holds", "dies", "screams", "hushed", "asked", "marked")
CHOICE_KEYS = ("about",)
RADIO_KEYS = ("lines",)
SCRIPT_KEYS = ("beat", "choice", "radio")


@dataclass(frozen=True, slots=True)
class Upon:
    """What sets a beat off by itself; at most one of these is set."""

    holds: Condition = ALWAYS
    dies: str = ""
    screams: str = ""
    hushed: str = ""
    asked: str = ""
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """What an event does.

    Attributes:
        name: the event.
        actions: in order; a Wait delays those after it.
        upon: what sets it off by itself; None waits for a trigger, or for a beat that fires it.
        skip: the player may skip its words.
        again: it happens each time it is fired, not once.
    """

    name: str
    actions: tuple[Action, ...] = ()
    upon: Upon | None = None
    skip: bool = False
    again: bool = False


@dataclass(frozen=True)
class Script:
    """All beats of a level.

    Attributes:
        where: the file, for messages; empty for none.
        beats: by event.
        about: by choice, the thing of the map it is about; it is not asked once that one is dead.
        radios: by Radio of the map, the lines it says when switched on.
    """

    where: str = ""
    beats: Mapping[str, Beat] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    radios: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """The beats that happen when something becomes true, and what that is."""
        upon = ((name, beat.upon.holds) for name, beat in self.beats.items() if beat.upon)
        return tuple((name, holds) for name, holds in upon if holds.terms)

    @property
    def events(self) -> frozenset[str]:
        """Every event this script knows or fires: for lint."""
        fired = {a.fire for b in self.beats.values() for a in b.actions if isinstance(a, Fire)}
        return frozenset(self.beats) | fired


def load_script(level: Level) -> Script:
    """The script of a level: beside its map, else shipped, else an empty one.

    Raises:
        BadInput: the file cannot be read, or something in it is not understood.
    """
    if not level.path.name:
        return Script()
    beside = level.path.with_suffix(".toml")
    if beside.is_file():
        return read_script(beside)
    shipped = asset("content", beside.name)
    is_ours = level.path.resolve().parent == maps_folder().resolve()
    return read_script(shipped) if is_ours and shipped.is_file() else Script()


def read_script(path: Path) -> Script:
    """Read a script file.

    Raises:
        BadInput: it cannot be read, or something in it is not understood; ``file: key`` says what.
    """
    return parse_script(load_toml(path), shown(path))


def parse_script(found: Mapping[str, Any], where: str) -> Script:
    """Make a script from its TOML; ``where`` names the file.

    Raises:
        BadInput: something in it is not understood.
    """
    _known(found, SCRIPT_KEYS, where)
    tables = {key: _table(found.get(key, {}), at(where, key)) for key in SCRIPT_KEYS}
    beats = {n: _beat(n, b, at(where, f"beat.{n}")) for n, b in tables["beat"].items()}
    about = {n: _about(c, at(where, f"choice.{n}")) for n, c in tables["choice"].items()}
    radios = {n: _lines(r, at(where, f"radio.{n}")) for n, r in tables["radio"].items()}
    return Script(where, beats, about, radios)


def _beat(name: str, found: Any, where: str) -> Beat:
    _known(found, BEAT_KEYS, where)
    actions = found.get("do", [])
    if not isinstance(actions, list):
        raise BadInput(f"{where}.do", "must be a list of actions")
    return Beat(
        name,
        tuple(_action(each, f"{where}.do[{number}]") for number, each in enumerate(actions, start=1)),
        _upon(found["upon"], f"{where}.upon") if "upon" in found else None,
        _flag(found, "skip", where),
        _flag(found, "again", where),
    )


def _upon(found: Any, where: str) -> Upon:
    _known(found, UPON_KEYS, where)
    if len(found) != 1:
        raise BadInput(where, f"give exactly one of {', '.join(UPON_KEYS)}")
    key, value = next(iter(found.items()))
    text = _text(value, f"{where}.{key}")
    made: dict[str, Any] = {key: Condition.parse(text, f"{where}.{key}") if key == "holds" else text}
    return Upon(**made)


def _action(found: Any, where: str) -> Action:
    _table(found, where)
    verbs = [key for key in found if key in VERBS]
    if not verbs:
        first = next(iter(found), "")
        raise BadInput(where, f"no action is called {first!r}.{meant(first, VERBS)}")
    action = VERBS[verbs[0]]
    keys = declared(action)
    _known(found, tuple(keys), where)
    for key, field_ in keys.items():
        if key not in found and not field_.optional:
            raise BadInput(f"{where}.{key}", "this key is missing: write it")
    return action(**{key: _value(value, keys[key], f"{where}.{key}") for key, value in found.items()})


def _value(value: Any, field_: Field, where: str) -> Any:
    if field_.flag:
        if value is not True:
            raise BadInput(where, "write true, or leave the action out")
        return True
    if field_.many:
        if not isinstance(value, list):
            raise BadInput(where, "must be a list of names")
        return tuple(_text(each, where) for each in value)
    return _text(value, where) if field_.names else _number(value, field_, where)


def _number(value: Any, field_: Field, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadInput(where, f"must be a number, not {value!r}")
    if not field_.low <= value <= field_.high:
        raise BadInput(where, f"{value:g} is outside {field_.low:g}..{field_.high:g} {field_.unit}")
    return float(value)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise BadInput(where, f"must be a name, not {value!r}")
    return value


def _flag(found: Mapping[str, Any], key: str, where: str) -> bool:
    value = found.get(key, False)
    if not isinstance(value, bool):
        raise BadInput(f"{where}.{key}", f"must be true or false, not {value!r}")
    return value


def _table(found: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(found, Mapping):
        raise BadInput(where, f"must be a table, not {found!r}")
    return found


def _known(found: Any, keys: tuple[str, ...], where: str) -> None:
    for key in _table(found, where):
        if key not in keys:
            raise BadInput(at(where, key), f"unknown key.{meant(key, keys)}")


def _about(found: Any, where: str) -> str:
    _known(found, CHOICE_KEYS, where)
    return _text(found.get("about"), f"{where}.about")


def _lines(found: Any, where: str) -> tuple[str, ...]:
    _known(found, RADIO_KEYS, where)
    lines = found.get("lines")
    if not isinstance(lines, list):
        raise BadInput(f"{where}.lines", "must be a list of line ids")
    return tuple(_text(line, f"{where}.lines") for line in lines)
