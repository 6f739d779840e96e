"""What an author takes from the shelf in Tiled: templates of stock objects, and the blank level.

Rules of this module: pure; a template sets only what differs from the default; every model of a
Prop has a template of its usual size.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from game.data.area import Area
from game.data.contract import Kind, properties
from game.data.enums import Actor, CoverKind, DoorKind, Facing, ItemKind, NoiseKind, Squad, Task
from game.data.models import MODELS
from game.data.things import (
    Choice,
    Cover,
    Door,
    Exit,
    Item,
    Light,
    LightZone,
    NameTag,
    Noise,
    Objective,
    Power,
    Prop,
    Radio,
    Spawn,
    SpawnField,
    Start,
    Trigger,
)
from game.data.tiles import (
    GROUND_NUMBER,
    OBJECT_LAYERS,
    TILE_LAYERS,
    TILE_PX,
    TILESETS,
    WALL_NUMBER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.data.contract import Thing

HEADER = '<?xml version="1.0" encoding="UTF-8"?>'
MAKER = 'version="1.8" tiledversion="1.8.2" orientation="orthogonal" renderorder="right-down"'
POINT = Area.point(0, 0)
BLANK_WIDTH, BLANK_HEIGHT = 40, 30  # tile; one screen and a half: room for a first idea


def _box(width: float, height: float) -> Area:
    return Area.rect(0, 0, width, height)


STOCK: dict[str, Thing] = {
    "start": Start(area=POINT),
    "exit": Exit(area=_box(2, 2)),
    **{str(actor): Spawn(area=POINT, actor=actor) for actor in Actor},
    "sleepers": SpawnField(area=_box(6, 4), squad=Squad.HORDE, count_min=4, count_max=8, asleep=True),
    "pack": SpawnField(area=_box(5, 4), squad=Squad.PACK, count_min=3, count_max=5),
    "door-wood": Door(area=_box(2, 1)),
    "door-metal": Door(area=_box(2, 1), kind=DoorKind.METAL),
    "door-shutter": Door(area=_box(4, 1), kind=DoorKind.SHUTTER),
    "door-bunker": Door(area=_box(3, 1), kind=DoorKind.BUNKER, locked=True),
    **{str(kind): Item(area=POINT, kind=kind) for kind in ItemKind},
    "name-tag": NameTag(area=POINT),
    "radio": Radio(area=POINT, on=True),
    "switch": Power(area=POINT, circuit="main", by_hand=True),
    "lamp-warm": Light(area=POINT),
    "lamp-cold": Light(area=POINT, colour=(170, 208, 255), radius=6.0),
    "lamp-fire": Light(area=POINT, colour=(255, 126, 40), radius=6.0, flicker=0.4),
    "lamp-alarm": Light(area=POINT, colour=(230, 40, 40), radius=4.0, flicker=0.1),
    "floodlight": Light(area=POINT, radius=10.0, strength=1.2, cone=70.0),
    "dark-room": LightZone(area=_box(8, 6), level=0.03),
    "drip": Noise(area=POINT, period_s=3.0),
    "generator-hum": Noise(area=POINT, kind=NoiseKind.GENERATOR, reach=8.0, masks=True),
    "cover": Cover(area=_box(2, 1), kind=CoverKind.HALF),
    "trigger": Trigger(area=_box(3, 3), event="something_happens"),
    "objective": Objective(area=POINT, task=Task.REACH),
    "choice": Choice(area=_box(2, 2), choice="somebody", options=("spare", "abandon")),
    **{f"prop-{name}": Prop(area=_box(*model.size), model=name) for name, model in MODELS.items()},
}


def templates() -> dict[str, str]:
    """Text of every template, by file name."""
    return {f"{name}.tx": _template(thing) for name, thing in STOCK.items()}


def _template(thing: Thing) -> str:
    lines = [HEADER, "<template>", *_object(thing, {}, " "), "</template>"]
    return "\n".join(lines) + "\n"


def _object(thing: Thing, attributes: Mapping[str, str], indent: str) -> Iterator[str]:
    """An object as Tiled writes it: what differs from the default, then its shape."""
    width, height = (f"{side * TILE_PX:g}" for side in thing.area.size)
    sides = {} if thing.area.shape == "point" else {"width": width, "height": height}
    said = {**attributes, "type": type(thing).__name__, **sides}
    spelt = " ".join(f"{key}={quoteattr(value)}" for key, value in said.items())
    yield f"{indent}<object {spelt}>"
    written = list(_properties(thing))
    if written:
        yield f"{indent} <properties>"
        yield from (f"{indent}  {line}" for line in written)
        yield f"{indent} </properties>"
    if thing.area.shape == "point":
        yield f"{indent} <point/>"
    yield f"{indent}</object>"


def _properties(thing: Thing) -> Iterator[str]:
    placed: type = type(thing)
    declared = properties(placed)
    for name in sorted(field.name for field in fields(thing) if field.name in declared):
        value: Any = getattr(thing, name)
        if value == declared[name].default:
            continue
        kind = declared[name].kind
        if kind is Kind.ENUM:
            form = f'propertytype="{type(value).__name__}"'
        else:
            form = "" if kind in (Kind.TEXT, Kind.WHEN, Kind.WORDS) else f'type="{kind}"'
        yield " ".join(filter(None, ("<property", f'name="{name}"', form, _said(value)))) + "/>"


def _said(value: Any) -> str:
    """The value as Tiled writes it."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, tuple) and all(isinstance(part, int) for part in value):
        text = "#ff{:02x}{:02x}{:02x}".format(*value)
    elif isinstance(value, tuple):
        text = ",".join(value)
    else:
        text = str(value)
    return f"value={quoteattr(text)}"


def blank() -> str:
    """The text of ``templates/blank.tmx``: a walled yard with every layer, a way in and out."""
    sides = f'width="{BLANK_WIDTH}" height="{BLANK_HEIGHT}"'
    tile = f'tilewidth="{TILE_PX}" tileheight="{TILE_PX}"'
    last = len(TILE_LAYERS) + len(OBJECT_LAYERS)
    lines = [
        HEADER,
        f'<map {MAKER} {sides} {tile} infinite="0" nextlayerid="{last + 1}" nextobjectid="3">',
        " <properties>",
        '  <property name="ambient" type="float" value="0.5"/>',
        '  <property name="title" value="My first level"/>',
        " </properties>",
        *_tileset_lines(),
        *_tile_layers(sides),
        *_object_layers(),
        "</map>",
    ]
    return "\n".join(lines) + "\n"


def _firsts() -> dict[str, int]:
    """First gid of each tileset."""
    firsts, free = {}, 1
    for name, tiles in TILESETS.items():
        firsts[name], free = free, free + len(tiles)
    return firsts


def _tileset_lines() -> Iterator[str]:
    for name, first in _firsts().items():
        yield f' <tileset firstgid="{first}" source="../{name}.tsx"/>'


def _tile_layers(sides: str) -> Iterator[str]:
    for number, name in enumerate(TILE_LAYERS, 1):
        yield f' <layer id="{number}" name="{name}" {sides}>'
        yield '  <data encoding="csv">'
        yield ",\n".join(_row(name, y) for y in range(BLANK_HEIGHT))
        yield "</data>"
        yield " </layer>"


def _row(layer: str, y: int) -> str:
    return ",".join(str(_cell(layer, x, y)) for x in range(BLANK_WIDTH))


def _cell(layer: str, x: int, y: int) -> int:
    """Concrete everywhere, a wall round the edge."""
    firsts = _firsts()
    if layer == "ground":
        return firsts["ground"] + GROUND_NUMBER["concrete"]
    edge = x in (0, BLANK_WIDTH - 1) or y in (0, BLANK_HEIGHT - 1)
    return firsts["walls"] + WALL_NUMBER["concrete"] if layer == "walls" and edge else 0


def _object_layers() -> Iterator[str]:
    middle = BLANK_HEIGHT // 2 * TILE_PX
    start = {"id": "1", "name": "start", "x": f"{4.5 * TILE_PX:g}", "y": str(middle)}
    way = {"id": "2", "name": "exit", "x": str((BLANK_WIDTH - 4) * TILE_PX), "y": str(middle - 16)}
    placed = {
        "spawns": _object(Start(area=POINT, facing=Facing.EAST), start, "  "),
        "things": _object(Exit(area=_box(2, 2)), way, "  "),
    }
    for number, name in enumerate(OBJECT_LAYERS, len(TILE_LAYERS) + 1):
        yield f' <objectgroup id="{number}" name="{name}">'
        yield from placed.get(name, ())
        yield " </objectgroup>"
