"""The furniture of the world: what a Prop's ``model`` may be, and how each one usually is.

Rules of this module: ``size`` is the drawn width and height of its rectangle in tiles before
turning; ``solid``, ``see`` and ``hp`` count where a Prop does not say otherwise. hp 0 cannot break.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.enums import Actor, DoorKind, Faction


@dataclass(frozen=True, slots=True)
class Model:
    """One kind of prop.

    Attributes:
        size: usual width and height, tiles.
        solid: it cannot be walked through.
        see: one sees over or through it.
        hp: what it takes to break it; 0 never breaks.
    """

    size: tuple[float, float]
    solid: bool = True
    see: bool = True
    hp: int = 0


def _tall(width: float, height: float, hp: int = 0) -> Model:
    return Model((width, height), see=False, hp=hp)


def _flat(width: float, height: float) -> Model:
    return Model((width, height), solid=False)


MODELS: dict[str, Model] = {
    "ac": Model((0.9, 1.1)),
    "altar": Model((1.0, 2.4)),
    "autoclave": _tall(0.7, 0.8),
    "ballcart": Model((0.8, 0.8)),
    "barrel": Model((0.55, 0.55)),
    "barrier": Model((0.6, 1.8)),
    "beacon": Model((0.3, 0.3)),
    "bed": Model((1.8, 1.1)),
    "bell": Model((0.8, 0.8)),
    "bench": Model((0.6, 2.0)),
    "bike": Model((1.0, 0.3)),
    "billboard": Model((0.5, 4.0)),
    "biobin": Model((0.8, 0.8)),
    "boat": Model((2.0, 0.9)),
    "bus": _tall(5.4, 1.7, 200),
    "candle": _flat(0.3, 0.3),
    "car": Model((2.2, 1.0), hp=60),
    "cart": Model((1.4, 0.9)),
    "chair": _flat(0.5, 0.5),
    "clock": _tall(1.6, 1.6),
    "column": _tall(0.7, 0.7),
    "console": Model((0.7, 1.8)),
    "container": _tall(5.0, 2.2, 500),
    "corpse": _flat(1.4, 0.6),
    "counter": Model((2.0, 0.8)),
    "crane": Model((1.0, 1.0)),
    "crate": Model((0.8, 0.8)),
    "cross": Model((0.5, 0.5)),
    "desk": Model((0.6, 0.8)),
    "dish": Model((0.8, 0.8)),
    "dumpster": Model((1.0, 1.8)),
    "dynamo": _tall(5.0, 2.2, 500),
    "fire": _flat(0.6, 0.6),
    "flagpole": Model((0.3, 0.3)),
    "floodlight": Model((0.6, 0.6)),
    "fridge": _tall(0.7, 0.8),
    "generator": Model((1.2, 0.9)),
    "goalpost": Model((0.5, 4.2)),
    "hand": _flat(0.5, 0.5),
    "hatch": Model((1.0, 0.7)),
    "hoop": Model((0.6, 0.9)),
    "incubator": Model((0.9, 1.1)),
    "jar": Model((0.5, 0.5)),
    "kiosk": _tall(1.6, 1.6),
    "labbench": Model((2.0, 0.8)),
    "lamp": Model((0.3, 0.3)),
    "laundry": _flat(0.3, 2.6),
    "locker": _tall(0.5, 0.9),
    "mast": Model((0.3, 0.3)),
    "mat": _flat(1.6, 1.0),
    "motorbike": Model((1.2, 0.5)),
    "mound": Model((2.0, 2.0)),
    "pew": Model((0.7, 3.0)),
    "piano": Model((1.2, 1.6)),
    "pine": _tall(1.0, 1.0),
    "planter": Model((1.6, 0.8)),
    "podium": Model((2.4, 4.4)),
    "pole": Model((0.3, 0.3)),
    "rack": Model((0.7, 1.8)),
    "razor": Model((0.6, 2.4)),
    "sandbags": Model((0.7, 1.8)),
    "scope": Model((0.3, 0.3)),
    "seesaw": Model((2.4, 0.4)),
    "shed": _tall(4.0, 1.8, 500),
    "shelf": _tall(0.7, 2.0),
    "sign": Model((0.3, 1.0)),
    "slabpiece": Model((1.1, 0.7)),
    "slide": Model((2.0, 0.8)),
    "sofa": Model((0.9, 1.8)),
    "solar": Model((0.7, 1.8)),
    "speaker": Model((0.5, 0.6)),
    "stall": Model((1.3, 2.2)),
    "statue": Model((0.9, 0.9)),
    "stone": Model((0.4, 0.6)),
    "stretcher": Model((1.5, 0.7)),
    "studio": Model((0.7, 1.8)),
    "swing": Model((0.8, 2.6)),
    "table": Model((1.4, 0.9)),
    "tank": _tall(1.2, 1.2),
    "tankburst": _tall(1.2, 1.2),
    "tent": _tall(3.4, 2.6),
    "tree": _tall(1.0, 1.0),
    "trolley": Model((1.4, 0.9)),
    "truck": _tall(4.2, 1.8, 240),
    "turnstile": Model((0.5, 0.9)),
    "tv": Model((0.4, 0.8)),
    "tyres": Model((0.7, 0.7)),
    "van": _tall(2.8, 1.2),
    "vault": Model((1.0, 0.7)),
    "vending": _tall(0.7, 0.9),
    "ventilator": Model((0.55, 0.55)),
    "wardbed": Model((1.8, 1.1)),
    "watertank": _tall(1.2, 1.2),
}

DOOR_HP: dict[DoorKind, int] = {
    DoorKind.WOOD: 60,  # HP; two of the dead are through in about four blows each
    DoorKind.METAL: 240,  # HP; only a brute opens it in time
    DoorKind.SHUTTER: 300,  # HP
    DoorKind.BUNKER: 900,  # HP; not opened by fists
}

SIDE: dict[Actor, Faction] = {
    Actor.SHAMBLER: Faction.DEAD,
    Actor.FLANKER: Faction.DEAD,
    Actor.LURKER: Faction.DEAD,
    Actor.SCREAMER: Faction.DEAD,
    Actor.BRUTE: Faction.DEAD,
    Actor.SOLDIER: Faction.ARMY,
    Actor.HALFBIE: Faction.HALFBIE,
    Actor.CIVILIAN: Faction.SURVIVOR,
}
