"""Level: a map as the game plays it, typed and frozen.

Rules of this module:
- A Level never changes: arrays are read-only, things are frozen. What changes in play (doors,
  broken props, circuits) is the world's business, which starts from here.
- Arrays are [row, column] = [y, x], one element a tile, but ``footprint``: four by four a tile.
- Doors are in none of the arrays, for they move.
- It pickles, and it comes back frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import numpy as np

from game.data import things as t
from game.data.contract import Thing

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    Grid = npt.NDArray[np.bool_]

T = TypeVar("T", bound=Thing)

QUARTERS = 4  # cells of ``footprint`` along one tile
_PLAYED = ("ground", "walls", "solid", "opaque", "shield", "climb", "void", "footprint")


class Placed(Generic[T]):
    """All things of one class, in file order, as an attribute of a Level."""

    def __init__(self, kind: type[T]) -> None:
        self.kind = kind

    @overload
    def __get__(self, level: None, owner: type[Level]) -> Placed[T]: ...
    @overload
    def __get__(self, level: Level, owner: type[Level]) -> tuple[T, ...]: ...
    def __get__(self, level: Level | None, owner: type[Level]) -> tuple[T, ...] | Placed[T]:
        return self if level is None else level.of(self.kind)


@dataclass(frozen=True, eq=False, kw_only=True)
class Level:
    """A whole map.

    Attributes:
        path: the file it came from; empty for a sketch.
        title, chapter, hero, ambient, wind, music: as ``MapProperties`` says.
        width, height: tiles.
        ground: uint8, number of the ground tile (``tiles.GROUND``).
        walls: int8, number of the wall tile (``tiles.WALLS``); -1 where there is none.
        decals: int16, number of the decal; -1 where there is none.
        roof: int8, number of the ground tile that roofs it; -1 where there is none.
        solid: bool, nobody walks over the tile's centre: walls, solid props, void.
        opaque: bool, one does not see across: walls that hide, tall props.
        shield: bool, shots stop: walls that stop them, tall props.
        climb: bool, one can climb over it.
        void: bool, nothing there: one falls.
        ash: bool, it holds footprints.
        surface: uint8, index into ``enums.SURFACES``.
        hush: float32, how loud a step is here, as a share of the usual.
        footprint: bool [4h, 4w], quarter tiles covered by a wall or a solid prop.
        light: float32, 0..1, light at rest: ambient, zones and lamps with the shadows of walls.
        things: everything placed, in file order.
    """

    path: Path
    title: str
    chapter: int
    hero: str
    ambient: float
    wind: float
    music: str
    width: int
    height: int
    ground: npt.NDArray[np.uint8]
    walls: npt.NDArray[np.int8]
    decals: npt.NDArray[np.int16]
    roof: npt.NDArray[np.int8]
    solid: Grid
    opaque: Grid
    shield: Grid
    climb: Grid
    void: Grid
    ash: Grid
    surface: npt.NDArray[np.uint8]
    hush: npt.NDArray[np.float32]
    footprint: Grid
    light: npt.NDArray[np.float32]
    things: tuple[Thing, ...]

    starts = Placed(t.Start)
    spawns = Placed(t.Spawn)
    fields = Placed(t.SpawnField)
    routes = Placed(t.Route)
    waypoints = Placed(t.Waypoint)
    posts = Placed(t.Post)
    doors = Placed(t.Door)
    exits = Placed(t.Exit)
    tags = Placed(t.NameTag)
    radios = Placed(t.Radio)
    items = Placed(t.Item)
    covers = Placed(t.Cover)
    ledges = Placed(t.Ledge)
    gaps = Placed(t.Gap)
    lights = Placed(t.Light)
    zones = Placed(t.LightZone)
    powers = Placed(t.Power)
    noises = Placed(t.Noise)
    triggers = Placed(t.Trigger)
    objectives = Placed(t.Objective)
    choices = Placed(t.Choice)
    props = Placed(t.Prop)

    def __post_init__(self) -> None:
        self._freeze()

    def __getstate__(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._freeze()

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """All things of one class, in file order."""
        return self._by_kind.get(kind, ())

    def thing(self, id: int) -> Thing:  # noqa: A002 - Tiled's word for it
        """The thing with this object id.

        Raises:
            KeyError: there is none; loaded levels have no dangling references.
        """
        return self._by_id[id]

    def named(self, name: str) -> Thing | None:
        """The first thing of this name, or None."""
        return self._by_name.get(name)

    @cached_property
    def digest(self) -> str:
        """32 hex digits that name what is played: tiles and things, not files, layers or lines."""
        state = blake2b(f"{self.width}x{self.height} {self.hero} {self.ambient}".encode())
        for name in _PLAYED:
            state.update(np.ascontiguousarray(getattr(self, name)).tobytes())
        for thing in self.things:
            state.update(_spelt(thing).encode())
        return state.hexdigest()[:32]

    @cached_property
    def _by_id(self) -> dict[int, Thing]:
        return {thing.id: thing for thing in self.things}

    @cached_property
    def _by_name(self) -> dict[str, Thing]:
        return {thing.name: thing for thing in reversed(self.things) if thing.name}

    @cached_property
    def _by_kind(self) -> dict[type[Thing], tuple[Any, ...]]:
        kinds: dict[type[Thing], list[Thing]] = {}
        for thing in self.things:
            kinds.setdefault(type(thing), []).append(thing)
        return {kind: tuple(found) for kind, found in kinds.items()}

    def _freeze(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False


def _spelt(thing: Thing) -> str:
    """A thing as text, without the place in the file it came from."""
    said = [f"{f.name}={getattr(thing, f.name)!r}" for f in fields(thing)]
    return f"{type(thing).__name__}({', '.join(s for s in said if not _is_place(s))})"


def _is_place(said: str) -> bool:
    return said.startswith(("line=", "layer="))
