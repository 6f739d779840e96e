"""The contract as Tiled's project and object types files, for Tiled 1.8 and for 1.9 and later.

Rules of this module: pure; ids follow the order of declaration, so adding at the end of a list
changes no other line. Debian's Tiled 1.8 reads ``objecttypes.json``, newer ones ``propertyTypes``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.data import enums
from game.data.contract import Kind, Property, properties
from game.data.things import THINGS
from game.data.tiles import MapProperties, Tile

if TYPE_CHECKING:
    from enum import StrEnum

ENUMS: tuple[type[StrEnum], ...] = (
    enums.Hero,
    enums.Facing,
    enums.Faction,
    enums.Actor,
    enums.Squad,
    enums.RouteMode,
    enums.Act,
    enums.DoorKind,
    enums.ItemKind,
    enums.CoverKind,
    enums.NoiseKind,
    enums.TriggerOn,
    enums.Task,
    enums.Surface,
)
PLAIN_TINT = "#a0a0a0"
_AS_STRING = {Kind.ENUM: Kind.TEXT, Kind.WHEN: Kind.TEXT, Kind.WORDS: Kind.TEXT}


def project() -> dict[str, Any]:
    """What stands in ``after-the-classroom.tiled-project``."""
    kinds = [_enum_type(number, enum) for number, enum in enumerate(ENUMS, 1)]
    classes: list[tuple[str, type, str, str]]
    classes = [(x.__name__, x, x.TINT, "object") for x in THINGS]
    classes += [("Tile", Tile, PLAIN_TINT, "tile"), ("Level", MapProperties, PLAIN_TINT, "map")]
    for number, (name, declared, tint, used) in enumerate(classes, len(ENUMS) + 1):
        kinds.append(_class_type(number, name, declared, tint, used))
    return {
        "automappingRulesFile": "automap/rules.txt",
        "commands": _commands(),
        "compatibilityVersion": 1080,
        "extensionsPath": "extensions",
        "folders": ["."],
        "objectTypesFile": "objecttypes.json",
        "properties": [],
        "propertyTypes": kinds,
    }


def object_types() -> list[dict[str, Any]]:
    """What stands in ``objecttypes.json``."""
    classes: list[tuple[str, type, str]]
    classes = [*((x.__name__, x, x.TINT) for x in THINGS), ("Tile", Tile, PLAIN_TINT)]
    return [
        {
            "color": f"#ff{tint[1:]}",
            "name": name,
            "properties": [
                {key.lower(): value for key, value in member.items()} for member in _members(declared)
            ],
        }
        for name, declared, tint in classes
    ]


def _commands() -> list[dict[str, Any]]:
    return [
        _command("Play this level", "play %mapfile", "F5"),
        _command("Play at the selected object", "play %mapfile --at %objectid", "Shift+F5"),
        _command("Check this level", "lint %mapfile", "F6"),
    ]


def _command(name: str, arguments: str, shortcut: str) -> dict[str, Any]:
    return {
        "arguments": f"-m game {arguments}",
        "command": "python3",
        "enabled": True,
        "name": name,
        "saveBeforeExecute": True,
        "shortcut": shortcut,
        "showOutput": True,
        "workingDirectory": "%projectpath/..",
    }


def _enum_type(number: int, enum: type[StrEnum]) -> dict[str, Any]:
    return {
        "id": number,
        "name": enum.__name__,
        "storageType": "string",
        "type": "enum",
        "values": [str(word) for word in enum],
        "valuesAsFlags": False,
    }


def _class_type(number: int, name: str, declared: type, tint: str, used: str) -> dict[str, Any]:
    return {
        "color": f"#ff{tint[1:]}",
        "drawFill": True,
        "id": number,
        "members": _members(declared),
        "name": name,
        "type": "class",
        "useAs": [used],
    }


def _members(declared: type) -> list[dict[str, Any]]:
    """The properties as Tiled lists them: by name."""
    return [_member(name, member) for name, member in sorted(properties(declared).items())]


def _member(name: str, declared: Property) -> dict[str, Any]:
    kind = _AS_STRING.get(declared.kind, declared.kind)
    member: dict[str, Any] = {"name": name, "type": kind.value, "value": default_of(declared)}
    if declared.words is not None:
        member["propertyType"] = declared.words.__name__
    return member


def default_of(declared: Property) -> str | bool | int | float:
    """The default as Tiled writes it."""
    value = declared.default
    if declared.kind is Kind.COLOUR:
        return "#ff{:02x}{:02x}{:02x}".format(*value)
    if declared.kind is Kind.WORDS:
        return ",".join(value)
    if declared.kind in (Kind.BOOL, Kind.INT, Kind.FLOAT, Kind.REF):
        plain: bool | int | float = value
        return plain
    return str(value)
