"""From what was drawn to what it means: objects and properties against the contract.

Rules of this module:
- Every fault is reported to ``Findings``; nothing is raised and nothing is silently mended.
- A property that is wrong counts as not written; an object that is wrong is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.data.area import SIZED
from game.data.condition import Condition
from game.data.contract import MAX_TEXT, Kind, Property, Thing, properties
from game.data.enums import Faction
from game.data.errors import BadInput
from game.data.findings import Drawn, Findings, did_you_mean
from game.data.models import DOOR_HP, MODELS, SIDE
from game.data.things import BY_NAME, Door, Prop, Spawn, SpawnField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.data.tmxvalues import Value

    Complain = Callable[[str, str], None]

SILENT_LAYERS = ("notes",)  # what lies here is for authors only
_PLAIN = {Kind.BOOL: (bool,), Kind.INT: (int,), Kind.FLOAT: (int, float), Kind.REF: (int,)}


def parse_things(drawn: Sequence[Drawn], size: tuple[int, int], found: Findings) -> list[Thing]:
    """Everything that means something, in order; the rest is reported."""
    by_id = {one.id: one for one in drawn}
    things = [_thing(one, by_id, size, found) for one in drawn if one.layer not in SILENT_LAYERS]
    return [thing for thing in things if thing is not None]


def parse_properties(declared: type, written: Mapping[str, Value], complain: Complain) -> dict[str, Any]:
    """The written properties as typed values, by name.

    Args:
        declared: the dataclass that declares them.
        written: as the file has them.
        complain: is told code and text of every fault.
    """
    known = properties(declared)
    values: dict[str, Any] = {}
    for name, value in written.items():
        if name not in known:
            hint = did_you_mean(name, known)
            complain("W301", f"property {name!r} is not used by {declared.__name__}.{hint}")
            continue
        try:
            values[name] = _value(name, known[name], value)
        except BadInput as fault:
            complain(fault.where, fault.what)
    return values


def _thing(drawn: Drawn, by_id: Mapping[int, Drawn], size: tuple[int, int], found: Findings) -> Thing | None:
    if not drawn.kind:
        if drawn.shape != "text":
            found.about(drawn, "W202", "has no class and does nothing. Set Class, or delete it")
        return None
    declared = BY_NAME.get(drawn.kind)
    if declared is None:
        hint = did_you_mean(drawn.kind, BY_NAME)
        found.about(drawn, "E203", f"class is not known.{hint}")
        return None
    if not _well_drawn(drawn, declared, size, found):
        return None
    values = parse_properties(declared, drawn.properties, lambda code, text: found.about(drawn, code, text))
    _check_links(drawn, declared, values, by_id, found)
    thing = declared(
        id=drawn.id,
        name=drawn.name,
        layer=drawn.layer,
        line=drawn.line,
        area=drawn.area,
        **values,
    )
    return _finish(thing, values, drawn, found)


def _well_drawn(drawn: Drawn, declared: type[Thing], size: tuple[int, int], found: Findings) -> bool:
    """Whether shape, size and place allow it to mean anything; layers are only advice."""
    if drawn.layer != declared.HOME:
        found.about(drawn, "W205", f"usually lies on layer {declared.HOME!r}")
    if drawn.shape not in declared.SHAPES:
        asked = " or ".join(declared.SHAPES)
        found.about(drawn, "E204", f"is drawn as a {drawn.shape}; draw a {asked}")
        return False
    if drawn.shape in SIZED and min(drawn.area.size) <= 0:
        found.about(drawn, "E208", "has no size. Drag a box; a click alone makes an empty one")
        return False
    least = {"polygon": 3, "polyline": 2}.get(drawn.shape, 0)
    if len(drawn.area.points) < least:
        found.about(drawn, "E209", f"has {len(drawn.area.points)} points; it needs {least}")
        return False
    if _is_off(drawn, size):
        x, y = drawn.area.at
        found.about(drawn, "E207", f"is off the map at tile ({x:.1f}, {y:.1f}). Move it back")
        return False
    return True


def _is_off(drawn: Drawn, size: tuple[int, int]) -> bool:
    """A point or line must lie on the map wholly; of a region, some part must."""
    (x0, y0, x1, y1), (width, height) = drawn.area.box, size
    if drawn.shape in ("point", "polyline"):
        return x0 < 0 or y0 < 0 or x1 > width or y1 > height or x0 >= width or y0 >= height
    return x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height


def _check_links(
    drawn: Drawn,
    declared: type,
    values: dict[str, Any],
    by_id: Mapping[int, Drawn],
    found: Findings,
) -> None:
    for name, declaration in properties(declared).items():
        target = values.get(name, 0) if declaration.kind is Kind.REF else 0
        if not target:
            continue
        other = by_id.get(target)
        if other is None or other.kind not in BY_NAME:
            found.about(drawn, "E401", f"{name} points at object {target}, which does not exist")
            values[name] = 0
        elif other.layer in SILENT_LAYERS:
            text = f"{name} points at object {target} on layer {other.layer!r}, which is for authors alone"
            found.about(drawn, "E401", f"{text}. Move it to layer {BY_NAME[other.kind].HOME!r}")
            values[name] = 0
        elif declaration.target and other.kind != declaration.target:
            text = f"{name} points at object {target}, a {other.kind}; it wants a"
            found.about(drawn, "E402", f"{text} {declaration.target}")
            values[name] = 0


def _finish(thing: Thing, written: Mapping[str, Any], drawn: Drawn, found: Findings) -> Thing:
    """Fill in what depends on actor, kind or model where the author left it open."""
    if isinstance(thing, Spawn | SpawnField):
        if isinstance(thing, SpawnField) and thing.count_min > thing.count_max:
            text = f"count_min {thing.count_min} is more than count_max {thing.count_max}"
            found.about(drawn, "E406", text)
        return replace(thing, faction=SIDE[thing.actor]) if thing.faction is Faction.NONE else thing
    if isinstance(thing, Door) and "hp" not in written:
        return replace(thing, hp=DOOR_HP[thing.kind])
    if isinstance(thing, Prop):
        return _finish_prop(thing, written, drawn, found)
    return thing


def _finish_prop(prop: Prop, written: Mapping[str, Any], drawn: Drawn, found: Findings) -> Prop:
    model = MODELS.get(prop.model)
    if model is None:
        hint = did_you_mean(prop.model, MODELS) or f" Known: {', '.join(MODELS)}"
        found.about(drawn, "E307", f"model {prop.model!r} is not known.{hint}")
        return prop
    usual = {name: getattr(model, name) for name in ("solid", "see", "hp") if name not in written}
    return replace(prop, **usual)


def _value(name: str, declared: Property, value: Value) -> Any:
    """One value as its declaration wants it; BadInput says (code, text) when it cannot be."""
    if declared.kind in _PLAIN:
        return _plain(name, declared, value)
    if not isinstance(value, str):
        raise BadInput(
            "E303", f"{name} is {_spoken(value)}; it must be {_SPOKEN.get(declared.kind, 'a string')}.{_SET}"
        )
    if len(value) > MAX_TEXT:
        raise BadInput("E304", f"{name} is longer than {MAX_TEXT} characters")
    return _worded(name, declared, value)


_SPOKEN = {
    Kind.BOOL: "a bool",
    Kind.INT: "an int",
    Kind.FLOAT: "a float",
    Kind.REF: "an object",
    Kind.COLOUR: "a color",
    Kind.FILE: "a file",
}
_SET = " Remove it and set the greyed one that the class offers"


def _plain(name: str, declared: Property, value: Value) -> Any:
    fits = _PLAIN[declared.kind]
    if not isinstance(value, fits) or (isinstance(value, bool) and bool not in fits):
        raise BadInput(
            "E303", f"{name} is {_spoken(value)}; it must be {_SPOKEN.get(declared.kind, 'a string')}.{_SET}"
        )
    if declared.kind in (Kind.INT, Kind.FLOAT):
        number = float(value)
        if not declared.low <= number <= declared.high:
            unit = f" {declared.unit}" if declared.unit else ""
            text = f"{name} is {value}; it must be {declared.low:g}..{declared.high:g}{unit}"
            raise BadInput("E304", text)
        return number if declared.kind is Kind.FLOAT else value
    return value


def _worded(name: str, declared: Property, value: str) -> Any:
    if declared.kind is Kind.WHEN:
        try:
            return Condition.parse(value)
        except BadInput as fault:
            raise BadInput("E305", f"{name}: {fault.what}") from fault
    if declared.kind is Kind.WORDS:
        return tuple(word.strip() for word in value.split(",") if word.strip())
    if declared.kind is Kind.COLOUR:
        return _colour(value, declared)
    if declared.words is None:
        return value
    options = [str(word) for word in declared.words]
    if value not in options:
        hint = did_you_mean(value, options)
        raise BadInput("E302", f"{name} {value!r} is not one of {', '.join(options)}.{hint}")
    return declared.words(value)


def _colour(value: str, declared: Property) -> Any:
    """Tiled writes #AARRGGBB; an empty colour is the default."""
    digits = value.removeprefix("#")[-6:]
    if not digits:
        return declared.default
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError as error:
        raise BadInput("E303", f"colour {value!r} is not #RRGGBB.{_SET}") from error
    return red, green, blue


def _spoken(value: Value) -> str:
    return {bool: "a bool", int: "an int", float: "a float", str: "a string"}[type(value)]
