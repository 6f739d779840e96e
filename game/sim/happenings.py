"""All events: what one system tells another, and what the journal tells the world outside.

The phase in ``until=`` drains the queue: a Hit told in "act" is settled in the "settle" of the same
tick; a Noise told in "act" is heard in the "sense" of the next. Captions, sounds, statistics, bots and
tests read the journal, never the systems.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from game.ecs.column import column
from game.ecs.events import Event
from game.ecs.world import NOBODY
from game.sim.components import Ids, Int, Num, Vec


class Heard(IntEnum):
    """What kind of noise it was."""

    STEP = 0
    DODGE = 1
    BLOW = 2
    GUNSHOT = 3
    BOTTLE = 4
    DOOR = 5
    DOOR_BASH = 6
    GLASS = 7
    SCREECH = 8
    RADIO = 9
    MACHINE = 10
    VOICE = 11
    ALARM = 12
    HANDS = 13  # a thing taken, a magazine changed, a switch


class Noise(Event, until="sense"):
    """A sound that travels through the map."""

    pos: Vec = column(shape=(2,), unit="tile")
    loudness: Num = column(unit="tiles it carries in the open")
    heard: Int = column("u1", unit="Heard")
    source: Ids = column("i8", default=NOBODY, unit="id")
    side: Int = column("u1", unit="Side of whoever made it")


class Noticed(Event, until="story"):
    """Somebody became surer of a foe: the fairness log. ``why`` names what reached them."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    foe: Ids = column("i8", default=NOBODY, unit="id")
    mood: Int = column("u1", unit="Mood taken on")
    why: Int = column("u1", unit="Cause")


class Cause(IntEnum):
    """What reached somebody."""

    SIGHT = 0
    HEARING = 1
    TOUCH = 2
    CALL = 3  # a neighbour's voice
    STORY = 4
    ORDER = 5  # what its group asks of it
    SCENT = 6


class Hit(Event, until="settle"):
    """A blow or a bullet landed."""

    target: Ids = column("i8", default=NOBODY, unit="id")
    source: Ids = column("i8", default=NOBODY, unit="id")
    damage: Num = column(unit="HP")
    shove: Vec = column(shape=(2,), unit="tile/s")
    weapon: Int = column("u1", unit="Weapon")


class DoorHit(Event, until="settle"):
    """A closed door was struck."""

    door: Ids = column("i8", default=NOBODY, unit="id")
    damage: Num = column(unit="HP")
    source: Ids = column("i8", default=NOBODY, unit="id")


class Died(Event, until="story"):
    """Somebody's hit points ran out."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    sort: Int = column("u1", unit="Sort")
    side: Int = column("u1", unit="Side")
    thing: Int = column("i4", unit="id of the level's object, 0 none")
    pos: Vec = column(shape=(2,), unit="tile")
    by: Ids = column("i8", default=NOBODY, unit="id")


class Wound(Event, until="story"):
    """Somebody lost hit points: shake, blood, hurt frames."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    way: Vec = column(shape=(2,), unit="1")
    damage: Num = column(unit="HP")
    weapon: Int = column("u1", unit="Weapon")


class Leapt(Event, until="story"):
    """A hero left the ground: a leap, or a vault over something low."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    is_vault: Int = column("u1", unit="1 a vault, 0 a leap")


class Fell(Event, until="story"):
    """Somebody went over an edge."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")


class Marked(Event, until="story"):
    """A hero told by radio where a foe is."""

    who: Ids = column("i8", default=NOBODY, unit="id of the foe")
    thing: Int = column("i4", unit="thing of the level the foe came from, 0 none")
    by: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")


class Fired(Event, until="story"):
    """A weapon went off: flash, shell, kick."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    way: Vec = column(shape=(2,), unit="1")
    weapon: Int = column("u1", unit="Weapon")


class Impact(Event, until="story"):
    """A bullet or a bottle ended at a wall or on the ground."""

    pos: Vec = column(shape=(2,), unit="tile")
    way: Vec = column(shape=(2,), unit="1")
    weapon: Int = column("u1", unit="Weapon")


class Use(Event, until="story"):
    """A player pressed the use button."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")


class Routed(Event, until="story"):
    """A circuit started or stopped by a hand at a board."""

    name: Any = column("O", default="", unit="circuit")
    starts: Int = column("u1", unit="1 it starts, 0 it trips")
    pos: Vec = column(shape=(2,), unit="tile, of the board")


class Took(Event, until="story"):
    """A player took something."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    goods: Int = column("u1", unit="Goods")
    amount: Int = column("i2", unit="count")
    number: Int = column("i2", unit="tag number or key bit")
    thing: Int = column("i4", unit="id of the level's object")


class Fed(Event, until="story"):
    """A hero has fed on the fallen."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    corpse: Ids = column("i8", default=NOBODY, unit="id")


class DoorMoved(Event, until="story"):
    """A door opened, shut, dented or broke."""

    door: Ids = column("i8", default=NOBODY, unit="id")
    thing: Int = column("i4", unit="id of the level's Door")
    pos: Vec = column(shape=(2,), unit="tile")
    how: Int = column("u1", unit="DoorChange")


class DoorChange(IntEnum):
    """What a door did."""

    OPENED = 0
    SHUT = 1
    DENTED = 2
    BROKE = 3
    LOCKED = 4  # somebody tried, and it is locked
    UNLOCKED = 5


class DoorOrder(Event, until="settle"):
    """The story or somebody's hand asks a door to move."""

    thing: Int = column("i4", unit="id of the level's Door")
    how: Int = column("u1", unit="DoorChange")
    source: Ids = column("i8", default=NOBODY, unit="id; NOBODY is the story and needs no key")


class Screech(Event, until="story"):
    """A screamer's cry: it begins, completes, or was cut off."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    stage: Int = column("u1", unit="Stage: WINDUP began, ACTIVE completed, NONE cut off")


class Surged(Event, until="story"):
    """A screech in unison completed: everybody who heard it surges in this very tick."""

    caller: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    count: Int = column("i4", unit="how many surge")


class Radioed(Event, until="story"):
    """A soldier spoke over the radio."""

    who: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile")
    word: Int = column("u1", unit="Word")


class Word(IntEnum):
    """What a soldier says over the radio."""

    CONTACT = 0  # a fight begins
    LEAD = 1  # the leader is gone, another leads
    HELP = 2  # they are losing, and fall back
    COMING = 3  # another squad is on its way


class Ordered(Event, until="story"):
    """A leader gave an order, or one of the dead was bound, or came free."""

    who: Ids = column("i8", default=NOBODY, unit="id of who is to obey")
    leader: Ids = column("i8", default=NOBODY, unit="id")
    pos: Vec = column(shape=(2,), unit="tile, where the leader stands")
    order: Int = column("u1", unit="Order")
    bond: Int = column("i1", unit="1 bound by it, -1 free again, 0 neither")


class Learned(Event, until="story"):
    """The dead took up a lesson at a screech, or forgot it."""

    habit: Int = column("u1", unit="Habit")
    caller: Ids = column("i8", default=NOBODY, unit="id of who carries it")
    pos: Vec = column(shape=(2,), unit="tile")
    is_known: Int = column("u1", unit="1 taken up, 0 forgotten")


class Habit(IntEnum):
    """What a foe does again and again, and the dead can learn."""

    GUN = 0
    LIGHT = 1
    HIDE = 2
    THROW = 3
    ROUTE = 4
    RUN = 5


class Staged(Event, until="story"):
    """A story event by name: a trigger, the script or a choice set it off."""

    name: Any = column("O", default="", unit="event name")


class Said(Event, until="story"):
    """Words for the player."""

    line: Any = column("O", default="", unit="locale message id")
    speaker: Any = column("O", default="", unit="portrait and name id; 'radio', 'namra', ''")
    pos: Vec = column(shape=(2,), unit="tile; (0, 0) from nowhere")


class Reached(Event, until="story"):
    """The story moved on: a checkpoint, an objective, a choice asked or made, the end."""

    what: Any = column("O", default="", unit="checkpoint | objective | ask | choice | exit | dead")
    name: Any = column("O", default="", unit="which")


class Cued(Event, until="story"):
    """The story asks the picture for something that only shows."""

    what: Any = column("O", default="", unit="game.data.verbs.Cue")
    lasts: Num = column(unit="s; 0 is as long as it takes")
    amount: Num = column(unit="0..1")


EVENTS = (
    Noise, Noticed, Hit, DoorHit, Died, Wound, Leapt, Fell, Marked, Fired, Impact, Use, Routed, Took, Fed,
    DoorMoved, DoorOrder, Screech, Surged, Radioed, Ordered, Learned, Staged, Said, Reached, Cued,
)  # fmt: skip
