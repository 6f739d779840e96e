"""What an author can place in a level: one frozen class a kind of object.

Rules of this module:
- The class name is the class in Tiled; a field declared here is a property there (see contract).
- Lengths are tiles, times seconds, angles degrees. Texts are message ids, never prose.
- ``SHAPES`` is how it may be drawn, ``HOME`` the layer it belongs on, ``TINT`` its colour in Tiled.
- No property bears a name that Tiled or pytmx keeps for itself (id, name, type, x, visible, ...).
"""

# ruff: noqa: RUF009 - the calls in class bodies declare fields, they make no shared default

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.data.contract import (
    MAX_SECONDS,
    MAX_TILES,
    Colour,
    Thing,
    clause,
    flag,
    label,
    link,
    map_file,
    pick,
    real,
    tint,
    whole,
    words,
)
from game.data.enums import (
    Act,
    Actor,
    CoverKind,
    DoorKind,
    Facing,
    Faction,
    ItemKind,
    NoiseKind,
    RouteMode,
    Squad,
    Task,
    TriggerOn,
)

if TYPE_CHECKING:
    from game.data.condition import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Thing):
    """Where the hero enters; an Exit of another map names the slot."""

    SHAPES = ("point",)
    HOME = "spawns"
    TINT = "#3cdc3c"
    facing: Facing = pick("Which way the hero looks.", Facing.EAST)
    slot: int = whole("Which entrance this is; 0 is where a new game begins.", 0, 0, 99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spawn(Thing):
    """One actor."""

    SHAPES = ("point",)
    HOME = "spawns"
    TINT = "#e63c3c"
    actor: Actor = pick("Who appears.", Actor.SHAMBLER)
    faction: Faction = pick("Whose side; none is the actor's own.", Faction.NONE)
    facing: Facing = pick("Which way it looks at first.", Facing.SOUTH)
    route: int = link("The Route it walks.", "Route")
    post: int = link("The Post it keeps.", "Post")
    chance: float = real("How likely it is there at all.", 1.0, 0.0, 1.0)
    when: Condition = clause("It appears once this holds.")
    asleep: bool = flag("It stands asleep until it wakes, hears something or is touched.")
    wake: Condition = clause("A sleeper wakes once this holds; empty: only noise or touch wakes it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpawnField(Thing):
    """Several of one kind, somewhere in an area."""

    SHAPES = ("rect", "polygon", "ellipse")
    HOME = "spawns"
    TINT = "#b43c3c"
    actor: Actor = pick("Who appears.", Actor.SHAMBLER)
    faction: Faction = pick("Whose side; none is the actor's own.", Faction.NONE)
    squad: Squad = pick("How they hold together.", Squad.LONE)
    count_min: int = whole("Fewest that appear.", 1, 0, 200)
    count_max: int = whole("Most that appear.", 3, 0, 200)
    respawn_s: float = real("They return after this long; 0 is never.", 0.0, 0.0, MAX_SECONDS, "s")
    when: Condition = clause("They appear once this holds.")
    asleep: bool = flag("They stand asleep until they wake, hear something or are touched.")
    wake: Condition = clause("Sleepers wake once this holds; empty: only noise or touch wakes them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Thing):
    """A way that is walked; a polygon closes by itself."""

    SHAPES = ("polyline", "polygon")
    HOME = "routes"
    TINT = "#50a0fa"
    mode: RouteMode = pick("What happens at its end.", RouteMode.LOOP)
    wait_s: float = real("How long to stand at each corner.", 0.0, 0.0, MAX_SECONDS, "s")
    pace: float = real("Speed, as a share of the walker's walk.", 1.0, 0.1, 3.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waypoint(Thing):
    """A stop on the nearest route."""

    SHAPES = ("point",)
    HOME = "routes"
    TINT = "#50c8fa"
    wait_s: float = real("How long to stand here.", 2.0, 0.0, MAX_SECONDS, "s")
    facing: Facing = pick("Which way to look meanwhile.", Facing.SOUTH)
    act: Act = pick("What to do meanwhile.", Act.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Thing):
    """A place that is held."""

    SHAPES = ("rect", "point")
    HOME = "routes"
    TINT = "#c86432"
    faction: Faction = pick("Who holds it.", Faction.ARMY)
    radius: float = real("How far from it they will stray.", 4.0, 0.0, MAX_TILES, "tile")
    slots: int = whole("How many may hold it.", 1, 1, 50)
    priority: int = whole("Higher is filled first.", 0, 0, 99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door(Thing):
    """A door; it rests at ``open`` and inverts while its circuit runs."""

    SHAPES = ("rect",)
    HOME = "things"
    TINT = "#dcb428"
    kind: DoorKind = pick("What it is made of.", DoorKind.WOOD)
    open: bool = flag("It stands open.")
    locked: bool = flag("It does not open by hand.")
    key: str = label("Name of the key Item that unlocks it.")
    hp: int = whole("How much it stands; unset: as its kind.", 60, 1, 9999, "HP", by_model=True)
    circuit: str = label("The circuit that moves it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit(Thing):
    """The way out; with an empty ``to_map`` the campaign ends here."""

    SHAPES = ("rect", "polygon")
    HOME = "things"
    TINT = "#ffffff"
    to_map: str = map_file("The map it leads to, a file beside this one.")
    to_start: int = whole("The slot of the Start there.", 0, 0, 99)
    needs: Condition = clause("It lets you out once this holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTag(Thing):
    """A blood-stained name tag: a memory and a checkpoint."""

    SHAPES = ("point",)
    HOME = "things"
    TINT = "#c8c8c8"
    person: str = label("Message id of the name on it.")
    text: str = label("Message id of the memory.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Radio(Thing):
    """A radio that talks, or can be made to."""

    SHAPES = ("point",)
    HOME = "things"
    TINT = "#5078fa"
    channel: str = label("Message id or channel of what it says.")
    on: bool = flag("It is switched on.")
    reach: float = real("How far it is heard.", 10.0, 0.0, MAX_TILES, "tile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Thing):
    """Something to take; a key opens the doors whose ``key`` is its name."""

    SHAPES = ("point",)
    HOME = "things"
    TINT = "#78dca0"
    kind: ItemKind = pick("What it is.", ItemKind.BOTTLE)
    amount: int = whole("How many.", 1, 1, 99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Thing):
    """Something to crouch behind."""

    SHAPES = ("rect", "polyline")
    HOME = "things"
    TINT = "#96965a"
    kind: CoverKind = pick("How much it hides.", CoverKind.LOW)
    hp: int = whole("Shots it takes before it is gone; 0 lasts for ever.", 0, 0, 9999, "HP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledge(Thing):
    """A drop that is only ever taken downwards; low side right of the drawn direction."""

    SHAPES = ("polyline",)
    HOME = "things"
    TINT = "#78c878"
    drop: int = whole("How many storeys down.", 1, 1, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Thing):
    """A gap that a running leap clears; the shorter side is what is leapt."""

    SHAPES = ("rect", "polyline")
    HOME = "things"
    TINT = "#64dcdc"
    fall_damage: int = whole("What falling in costs.", 40, 0, 999, "HP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Light(Thing):
    """A lamp."""

    SHAPES = ("point",)
    HOME = "light"
    TINT = "#fff078"
    radius: float = real("How far it reaches.", 5.0, 0.5, 40.0, "tile")
    colour: Colour = tint("Its colour.", (255, 200, 120))
    strength: float = real("How bright it is at its centre.", 0.8, 0.0, 4.0)
    flicker: float = real("How much it flickers.", 0.0, 0.0, 1.0)
    circuit: str = label("The circuit that feeds it; empty: always lit.")
    cone: float = real("Width of its beam; 360 shines all round.", 360.0, 1.0, 360.0, "degree")
    angle: float = real("Where the beam points, clockwise from east.", 0.0, -360.0, 360.0, "degree")


@dataclass(frozen=True, slots=True, kw_only=True)
class LightZone(Thing):
    """An area with a light of its own: a dark room, a lit hall."""

    SHAPES = ("rect", "polygon", "ellipse")
    HOME = "light"
    TINT = "#b4b450"
    level: float = real("Light inside, instead of the map's ambient.", 0.1, 0.0, 1.0)
    indoor: bool = flag("Under a roof: no ash falls, no wind blows.", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Thing):
    """A switch or generator: while on, its circuit runs."""

    SHAPES = ("point",)
    HOME = "things"
    TINT = "#fa9632"
    circuit: str = label("The circuit it feeds.")
    on: bool = flag("It runs from the start.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise(Thing):
    """Something that sounds by itself."""

    SHAPES = ("point",)
    HOME = "sound"
    TINT = "#fa78fa"
    kind: NoiseKind = pick("What sounds.", NoiseKind.DRIP)
    reach: float = real("How far it is heard.", 6.0, 0.0, MAX_TILES, "tile")
    period_s: float = real("Time between two sounds; 0 is without a pause.", 0.0, 0.0, MAX_SECONDS, "s")
    masks: bool = flag("It covers other sounds within its reach.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Thing):
    """Something happens here, and an event is fired."""

    SHAPES = ("rect", "polygon", "ellipse")
    HOME = "story"
    TINT = "#9664ff"
    on: TriggerOn = pick("What fires it.", TriggerOn.ENTER)
    event: str = label("The event it fires.")
    once: bool = flag("Only the first time.", default=True)
    when: Condition = clause("It listens only while this holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Thing):
    """What to do next."""

    SHAPES = ("rect", "polygon", "ellipse", "point")
    HOME = "story"
    TINT = "#ffc800"
    task: Task = pick("What it asks for.", Task.REACH)
    order: int = whole("Lower comes first.", 0, 0, 999)
    target: int = link("The object it is about.")
    optional: bool = flag("It may be left out.")
    text: str = label("Message id of what the player reads.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Thing):
    """A hard choice about somebody."""

    SHAPES = ("point", "rect")
    HOME = "story"
    TINT = "#ff6496"
    choice: str = label("Its name in conditions: choice:NAME=answer.")
    options: tuple[str, ...] = words("The answers, joined by commas.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop(Thing):
    """A piece of furniture, a wreck, a tree; turn the rectangle to turn it."""

    SHAPES = ("rect",)
    HOME = "things"
    TINT = "#a08c78"
    model: str = label("Which one; see the list of models.")
    facing: Facing = pick("Which side is its front, before turning.", Facing.EAST)
    solid: bool = flag("It cannot be walked through; unset: as its model.", default=True, by_model=True)
    see: bool = flag("One sees over it; unset: as its model.", default=True, by_model=True)
    hp: int = whole("0 cannot be broken; unset: as its model.", 0, 0, 9999, "HP", by_model=True)


THINGS: tuple[type[Thing], ...] = (
    Start,
    Spawn,
    SpawnField,
    Route,
    Waypoint,
    Post,
    Door,
    Exit,
    NameTag,
    Radio,
    Item,
    Cover,
    Ledge,
    Gap,
    Light,
    LightZone,
    Power,
    Noise,
    Trigger,
    Objective,
    Choice,
    Prop,
)
BY_NAME = {kind.__name__: kind for kind in THINGS}
