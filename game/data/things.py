"""What an author can place in a level: one frozen class a kind of object.

Rules of this module:
- The class name is the class in Tiled; a field declared here is a property there (see contract).
- Lengths are tiles, times seconds, angles degrees. Texts are message ids, never prose.
- ``placed`` says how it may be drawn, on which layer it belongs, and its colour in Tiled.
- No property bears a name that Tiled or pytmx keeps for itself (id, name, type, x, visible, ...).
"""

from __future__ import annotations

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
    placed,
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


@placed("point", on="spawns", tint="#3cdc3c")
class Start(Thing):
    """Where the hero enters; an Exit of another map names the slot."""

    facing: Facing = pick("Which way the hero looks.", Facing.EAST)
    slot: int = whole("Which entrance this is; 0 is where a new game begins.", 0, 0, 99)


@placed("point", on="spawns", tint="#e63c3c")
class Spawn(Thing):
    """One actor."""

    actor: Actor = pick("Who appears.", Actor.SHAMBLER)
    faction: Faction = pick("Whose side; none is the actor's own.", Faction.NONE)
    facing: Facing = pick("Which way it looks at first.", Facing.SOUTH)
    route: int = link("The Route it walks.", "Route")
    post: int = link("The Post it keeps.", "Post")
    chance: float = real("How likely it is there at all.", 1.0, 0.0, 1.0)
    when: Condition = clause("It appears once this holds.")
    asleep: bool = flag("It stands asleep until it wakes, hears something or is touched.")
    wake: Condition = clause("A sleeper wakes once this holds; empty: only noise or touch wakes it.")


@placed("rect", "polygon", "ellipse", on="spawns", tint="#b43c3c")
class SpawnField(Thing):
    """Several of one kind, somewhere in an area."""

    actor: Actor = pick("Who appears.", Actor.SHAMBLER)
    faction: Faction = pick("Whose side; none is the actor's own.", Faction.NONE)
    squad: Squad = pick("How they hold together.", Squad.LONE)
    count_min: int = whole("Fewest that appear.", 1, 0, 200)
    count_max: int = whole("Most that appear.", 3, 0, 200)
    respawn_s: float = real("They return after this long; 0 is never.", 0.0, 0.0, MAX_SECONDS, "s")
    when: Condition = clause("They appear once this holds.")
    asleep: bool = flag("They stand asleep until they wake, hear something or are touched.")
    wake: Condition = clause("Sleepers wake once this holds; empty: only noise or touch wakes them.")


@placed("polyline", "polygon", on="routes", tint="#50a0fa")
class Route(Thing):
    """A way that is walked; a polygon closes by itself."""

    mode: RouteMode = pick("What happens at its end.", RouteMode.LOOP)
    wait_s: float = real("How long to stand at each corner.", 0.0, 0.0, MAX_SECONDS, "s")
    pace: float = real("Speed, as a share of the walker's walk.", 1.0, 0.1, 3.0)


@placed("point", on="routes", tint="#50c8fa")
class Waypoint(Thing):
    """A stop on the nearest route."""

    wait_s: float = real("How long to stand here.", 2.0, 0.0, MAX_SECONDS, "s")
    facing: Facing = pick("Which way to look meanwhile.", Facing.SOUTH)
    act: Act = pick("What to do meanwhile.", Act.NONE)


@placed("rect", "point", on="routes", tint="#c86432")
class Post(Thing):
    """A place that is held."""

    faction: Faction = pick("Who holds it.", Faction.ARMY)
    radius: float = real("How far from it they will stray.", 4.0, 0.0, MAX_TILES, "tile")
    slots: int = whole("How many may hold it.", 1, 1, 50)
    priority: int = whole("Higher is filled first.", 0, 0, 99)


@placed("rect", on="things", tint="#dcb428")
class Door(Thing):
    """A door; it rests at ``open`` and inverts while its circuit runs."""

    kind: DoorKind = pick("What it is made of.", DoorKind.WOOD)
    open: bool = flag("It stands open.")
    locked: bool = flag("It does not open by hand.")
    key: str = label("Name of the key Item that unlocks it.")
    hp: int = whole("How much it stands; unset: as its kind.", 60, 1, 9999, "HP", by_model=True)
    circuit: str = label("The circuit that moves it.")


@placed("rect", "polygon", on="things", tint="#ffffff")
class Exit(Thing):
    """The way out; with an empty ``to_map`` the campaign ends here."""

    to_map: str = map_file("The map it leads to, a file beside this one.")
    to_start: int = whole("The slot of the Start there.", 0, 0, 99)
    needs: Condition = clause("It lets you out once this holds.")


@placed("point", on="things", tint="#c8c8c8")
class NameTag(Thing):
    """A blood-stained name tag: a memory and a checkpoint."""

    person: str = label("Message id of the name on it.")
    text: str = label("Message id of the memory.")


@placed("point", on="things", tint="#5078fa")
class Radio(Thing):
    """A radio that talks, or can be made to."""

    channel: str = label("Message id or channel of what it says.")
    on: bool = flag("It is switched on.")
    reach: float = real("How far it is heard.", 10.0, 0.0, MAX_TILES, "tile")


@placed("point", on="things", tint="#78dca0")
class Item(Thing):
    """Something to take; a key opens the doors whose ``key`` is its name."""

    kind: ItemKind = pick("What it is.", ItemKind.BOTTLE)
    amount: int = whole("How many.", 1, 1, 99)


@placed("rect", "polyline", on="things", tint="#96965a")
class Cover(Thing):
    """Something to crouch behind."""

    kind: CoverKind = pick("How much it hides.", CoverKind.LOW)
    hp: int = whole("Shots it takes before it is gone; 0 lasts for ever.", 0, 0, 9999, "HP")


@placed("polyline", on="things", tint="#78c878")
class Ledge(Thing):
    """A drop that is only ever taken downwards; low side right of the drawn direction."""

    drop: int = whole("How many storeys down.", 1, 1, 3)


@placed("rect", "polyline", on="things", tint="#64dcdc")
class Gap(Thing):
    """A gap that a running leap clears; the shorter side is what is leapt."""

    fall_damage: int = whole("What falling in costs.", 40, 0, 999, "HP")


@placed("point", on="light", tint="#fff078")
class Light(Thing):
    """A lamp."""

    radius: float = real("How far it reaches.", 5.0, 0.5, 40.0, "tile")
    colour: Colour = tint("Its colour.", (255, 200, 120))
    strength: float = real("How bright it is at its centre.", 0.8, 0.0, 4.0)
    flicker: float = real("How much it flickers.", 0.0, 0.0, 1.0)
    circuit: str = label("The circuit that feeds it; empty: always lit.")
    cone: float = real("Width of its beam; 360 shines all round.", 360.0, 1.0, 360.0, "degree")
    angle: float = real("Where the beam points, clockwise from east.", 0.0, -360.0, 360.0, "degree")
    sweep: float = real("Swing of its beam to either side; seen to 29 tiles.", 0.0, 0.0, 180.0, "degree")
    sweep_s: float = real("Time it takes to swing there and back.", 8.0, 1.0, 120.0, "s")


@placed("rect", "polygon", "ellipse", on="light", tint="#b4b450")
class LightZone(Thing):
    """An area with a light of its own: a dark room, a lit hall."""

    level: float = real("Light inside, instead of the map's ambient.", 0.1, 0.0, 1.0)
    indoor: bool = flag("Under a roof: no ash falls, no wind blows.", default=True)


@placed("point", on="things", tint="#fa9632")
class Power(Thing):
    """A switch or generator: while on, its circuit runs."""

    circuit: str = label("The circuit it feeds.")
    on: bool = flag("It runs from the start.")
    by_hand: bool = flag("A board: the use button starts its circuit. Of these only two run at once.")


@placed("point", on="sound", tint="#fa78fa")
class Noise(Thing):
    """Something that sounds by itself."""

    kind: NoiseKind = pick("What sounds.", NoiseKind.DRIP)
    reach: float = real("How far it is heard.", 6.0, 0.0, MAX_TILES, "tile")
    period_s: float = real("Time between two sounds; 0 is without a pause.", 0.0, 0.0, MAX_SECONDS, "s")
    masks: bool = flag("It covers other sounds within its reach.")


@placed("rect", "polygon", "ellipse", on="story", tint="#9664ff")
class Trigger(Thing):
    """Something happens here, and an event is fired."""

    on: TriggerOn = pick("What fires it; kill, all_dead: the death of who came from here.", TriggerOn.ENTER)
    event: str = label("The event it fires.")
    once: bool = flag("Only the first time.", default=True)
    when: Condition = clause("It listens only while this holds.")


@placed("rect", "polygon", "ellipse", "point", on="story", tint="#ffc800")
class Objective(Thing):
    """What to do next."""

    task: Task = pick("What it asks for.", Task.REACH)
    order: int = whole("Lower comes first.", 0, 0, 999)
    target: int = link("The object it is about.")
    optional: bool = flag("It may be left out.")
    text: str = label("Message id of what the player reads.")


@placed("point", "rect", on="story", tint="#ff6496")
class Choice(Thing):
    """A hard choice about somebody; it is put to whoever comes within 2.5 tiles."""

    choice: str = label("Its name in conditions: choice:NAME=answer.")
    options: tuple[str, ...] = words("The answers, two or three, joined by commas.")


@placed("rect", on="things", tint="#a08c78")
class Prop(Thing):
    """A piece of furniture, a wreck, a tree; turn the rectangle to turn it."""

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
