"""Every prop model of the maps, drawn in 16 turns, and the sheet they share."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tools.art import clinic, landmarks, relics, rooftops, rooms, street, vehicles
from tools.art.arrays import Pixels
from tools.art.raycast import LIFT, Style, from_above, render
from tools.art.solid import Solid
from tools.art.store import Work
from tools.art.strips import column, row, shelves

TURNS: Final = 16
WIDTH: Final = 2048
"""Least width of the sheet in px."""

MARGIN: Final = 3
WEAR: Final = 0.06
"""Share of pixels with a scratch."""


@dataclass(frozen=True)
class Prop:
    """A model by variant, how many variants there are, and from how many sides it is ever seen."""

    make: Callable[[int], Solid]
    variants: int = 1
    turns: int = TURNS


PROPS: Final[dict[str, Prop]] = {
    "ac": Prop(landmarks.air_unit),
    "altar": Prop(rooms.altar),
    "autoclave": Prop(clinic.autoclave),
    "ballcart": Prop(rooms.ball_cart),
    "barrel": Prop(street.barrel, 3),
    "barrier": Prop(relics.barrier, 2),
    "beacon": Prop(rooftops.beacon, turns=1),
    "bed": Prop(rooms.bed, 3),
    "bell": Prop(landmarks.bell),
    "bench": Prop(rooms.bench),
    "bike": Prop(vehicles.bike, 2),
    "billboard": Prop(rooftops.billboard, turns=4),
    "biobin": Prop(clinic.biobin, 2),
    "boat": Prop(vehicles.boat),
    "bus": Prop(vehicles.bus, 2),
    "bus_burnt": Prop(vehicles.burnt_bus),
    "candle": Prop(relics.candle),
    "car": Prop(vehicles.car, 5),
    "car_burnt": Prop(vehicles.burnt_car),
    "cart": Prop(vehicles.cart, 2),
    "chair": Prop(rooms.chair, 2),
    "clock": Prop(landmarks.clock),
    "column": Prop(landmarks.column),
    "console": Prop(rooms.console, 2),
    "container": Prop(vehicles.container, 3),
    "corpse": Prop(relics.corpse, 5),
    "counter": Prop(rooms.counter, 2),
    "crane": Prop(rooftops.crane, turns=4),
    "crate": Prop(street.crate, 3),
    "cross": Prop(relics.cross),
    "desk": Prop(rooms.desk, 3),
    "dish": Prop(rooftops.dish, 2),
    "dumpster": Prop(street.dumpster),
    "dynamo": Prop(clinic.dynamo, turns=4),
    "dynamo_burnt": Prop(clinic.burnt_dynamo, turns=4),
    "fire": Prop(relics.fire),
    "flagpole": Prop(street.flagpole),
    "floodlight": Prop(relics.floodlight, 2),
    "fridge": Prop(rooms.fridge, 2),
    "generator": Prop(relics.generator_set),
    "goalpost": Prop(street.goalpost),
    "hand": Prop(relics.grasping_hand),
    "hatch": Prop(rooftops.hatch, 2),
    "hoop": Prop(relics.hoop),
    "incubator": Prop(clinic.incubator, 2),
    "jar": Prop(relics.jar, 2),
    "kiosk": Prop(landmarks.kiosk),
    "labbench": Prop(clinic.lab_bench, 3),
    "lamp": Prop(street.lamp),
    "laundry": Prop(street.laundry),
    "locker": Prop(rooms.locker, 2),
    "mast": Prop(rooftops.mast, 2, turns=4),
    "mat": Prop(rooms.mat, 4),
    "motorbike": Prop(vehicles.motorbike, 2),
    "mound": Prop(relics.mound),
    "pew": Prop(rooms.pew),
    "piano": Prop(rooms.piano),
    "pine": Prop(street.pine, 3),
    "planter": Prop(street.planter, 2),
    "podium": Prop(landmarks.podium),
    "pole": Prop(street.pole),
    "rack": Prop(clinic.rack, 2),
    "razor": Prop(relics.razor),
    "sandbags": Prop(relics.sandbags, 2),
    "scope": Prop(rooftops.scope),
    "seesaw": Prop(street.seesaw),
    "shed": Prop(rooftops.shed, 2, turns=4),
    "shelf": Prop(rooms.shelf, 2),
    "sign": Prop(street.sign, 2),
    "slabpiece": Prop(relics.slab_piece, 3),
    "slide": Prop(street.slide),
    "sofa": Prop(rooms.sofa, 2),
    "solar": Prop(rooftops.solar, 2),
    "speaker": Prop(relics.speaker),
    "stall": Prop(street.stall, 5),
    "statue": Prop(landmarks.statue),
    "stone": Prop(relics.stone, 2),
    "stretcher": Prop(rooms.stretcher, 2),
    "studio": Prop(rooftops.studio),
    "swing": Prop(street.swing),
    "table": Prop(rooms.table, 3),
    "tank": Prop(clinic.tank, 3),
    "tankburst": Prop(clinic.burst_tank, 2),
    "tent": Prop(relics.tent),
    "tree": Prop(street.tree, 4),
    "trolley": Prop(clinic.trolley, 2),
    "truck": Prop(vehicles.truck, 2),
    "turnstile": Prop(relics.turnstile),
    "tv": Prop(rooms.tv),
    "tyres": Prop(relics.tyres),
    "van": Prop(vehicles.van, 3),
    "vault": Prop(rooms.vault),
    "vending": Prop(street.vending, 2),
    "ventilator": Prop(clinic.ventilator, 2),
    "wardbed": Prop(clinic.ward_bed, 3),
    "watertank": Prop(landmarks.water_tank, 2),
}
"""Every model by the name maps use."""


@dataclass(frozen=True)
class Views:
    """All pictures of a model, cropped alike: [variant][turn], the foot point in them, its height."""

    colour: list[list[Pixels]]
    glow: list[list[Pixels]]
    foot: tuple[int, int]
    height: int


def _room(models: list[Solid]) -> tuple[int, tuple[int, int]]:
    """Find a square and a foot point that hold the models in every turn."""
    spread = max(
        math.hypot(float(part.centre[0]), float(part.centre[1])) + float(np.sqrt((part.half**2).sum()))
        for model in models
        for part in model.parts
    )
    rise = LIFT * max(model.height for model in models)
    side = math.ceil(2 * spread + rise) + 2 * MARGIN
    return side, (side // 2, math.ceil(spread + rise) + MARGIN)


def _bounds(pictures: list[Pixels]) -> tuple[slice, slice]:
    used = np.any([picture[..., 3] > 0 for picture in pictures], axis=0)
    rows, columns = np.nonzero(used.any(1))[0], np.nonzero(used.any(0))[0]
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def views(name: str) -> Views:
    """Draw a model from all sides."""
    prop = PROPS[name]
    models = [prop.make(variant) for variant in range(prop.variants)]
    side, foot = _room(models)
    style = Style(wear=WEAR, seed=len(name))
    frames = [
        [
            render(model, from_above(turn * 2 * math.pi / prop.turns), side, foot, style)
            for turn in range(prop.turns)
        ]
        for model in models
    ]
    down, across = _bounds([frame.colour for ways in frames for frame in ways])
    return Views(
        [[frame.colour[down, across] for frame in ways] for ways in frames],
        [[frame.glow[down, across] for frame in ways] for ways in frames],
        (foot[0] - across.start, foot[1] - down.start),
        math.ceil(max(model.height for model in models)),
    )


def _entry(prop: Prop, seen: Views, corner: tuple[int, int]) -> dict[str, Any]:
    height, width = seen.colour[0][0].shape[:2]
    return {
        "rect": [*corner, width, height],
        "foot": list(seen.foot),
        "variants": prop.variants,
        "turns": prop.turns,
        "height": seen.height,
        "glow": bool(any((picture[..., 3] > 0).any() for ways in seen.glow for picture in ways)),
    }


def props() -> Work:
    """Make ``props.png``, ``props_glow.png`` and ``props.json``."""
    seen = {name: views(name) for name in PROPS}
    placed = shelves({name: column([row(ways) for ways in v.colour]) for name, v in seen.items()}, WIDTH)
    glow = np.zeros_like(placed.sheet)
    for name, (x, y) in placed.at.items():
        block = column([row(ways) for ways in seen[name].glow])
        glow[y : y + block.shape[0], x : x + block.shape[1]] = block
    manifest = {name: _entry(PROPS[name], seen[name], placed.at[name]) for name in PROPS}
    return Work(
        {"assets/art/props.png": placed.sheet, "assets/art/props_glow.png": glow},
        {"assets/art/props.json": manifest},
    )
