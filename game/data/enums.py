"""The closed word lists of the map contract: what an author picks from a list in Tiled.

Rules of this module: the value is the word in the TMX, lower case; the order is the order in Tiled
and, for ``Surface`` and ``Facing``, the index other arrays use. Add at the end; never reorder.
"""

from __future__ import annotations

from enum import StrEnum


class Hero(StrEnum):
    """Who is played."""

    NAMRA = "namra"
    CHEONGSAN = "cheongsan"
    SUHYEOK = "suhyeok"
    ONJO = "onjo"


class Facing(StrEnum):
    """Which way something looks; the index is a quarter turn clockwise from east."""

    EAST = "east"
    SOUTH = "south"
    WEST = "west"
    NORTH = "north"


class Faction(StrEnum):
    """Whose side; ``none`` in a spawn means the actor's own side."""

    NONE = "none"
    SURVIVOR = "survivor"
    HALFBIE = "halfbie"
    DEAD = "dead"
    ARMY = "army"


class Actor(StrEnum):
    """Who appears."""

    SHAMBLER = "shambler"
    FLANKER = "flanker"
    LURKER = "lurker"
    SCREAMER = "screamer"
    BRUTE = "brute"
    SOLDIER = "soldier"
    HALFBIE = "halfbie"
    CIVILIAN = "civilian"


class Squad(StrEnum):
    """How those of one field hold together."""

    LONE = "lone"
    PAIR = "pair"
    PACK = "pack"
    HORDE = "horde"
    PATROL = "patrol"
    GARRISON = "garrison"


class RouteMode(StrEnum):
    """What happens at the end of a route."""

    LOOP = "loop"
    PINGPONG = "pingpong"
    ONCE = "once"


class Act(StrEnum):
    """What one does at a waypoint."""

    NONE = "none"
    LOOK = "look"
    LISTEN = "listen"
    REST = "rest"


class DoorKind(StrEnum):
    """What a door is made of."""

    WOOD = "wood"
    METAL = "metal"
    BUNKER = "bunker"
    SHUTTER = "shutter"


class ItemKind(StrEnum):
    """What lies there to be taken."""

    AMMO = "ammo"
    BOTTLE = "bottle"
    MEDKIT = "medkit"
    KEY = "key"
    BATTERY = "battery"
    PISTOL = "pistol"
    PIPE = "pipe"


class CoverKind(StrEnum):
    """How much of a body it hides."""

    LOW = "low"
    HALF = "half"
    FULL = "full"


class NoiseKind(StrEnum):
    """What sounds."""

    ALARM = "alarm"
    BELL = "bell"
    BREATH = "breath"
    CHAINS = "chains"
    DOG = "dog"
    DRIP = "drip"
    FAN = "fan"
    FIRE = "fire"
    FLAG = "flag"
    GENERATOR = "generator"
    GLASS = "glass"
    HUM = "hum"
    METAL = "metal"
    RADIO = "radio"
    SWING = "swing"
    WATER = "water"
    WIND = "wind"


class TriggerOn(StrEnum):
    """What fires a trigger."""

    ENTER = "enter"
    LEAVE = "leave"
    USE = "use"
    NOISE = "noise"
    KILL = "kill"
    TAG = "tag"
    ALL_DEAD = "all_dead"


class Task(StrEnum):
    """What an objective asks for."""

    REACH = "reach"
    TAKE = "take"
    USE = "use"
    HOLD = "hold"
    TALK = "talk"
    KILL = "kill"


class Surface(StrEnum):
    """What is underfoot, or what a shot strikes."""

    ASH = "ash"
    ASPHALT = "asphalt"
    CONCRETE = "concrete"
    DIRT = "dirt"
    GLASS = "glass"
    METAL = "metal"
    WOOD = "wood"
    RUBBLE = "rubble"
    TILE = "tile"
    WATER = "water"
    CARPET = "carpet"
    GRASS = "grass"


SURFACES = tuple(Surface)
