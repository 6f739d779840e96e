"""All state of all entities. Read this file and ``tick.py`` and you know the game.

Units: tiles, seconds, tiles per second, hit points; ``tick`` is a tick number (60 a second) and names
ending in ``_until`` or ``_at`` are such deadlines. Headings are unit vectors, x right, y down.
Positions are continuous: tile (3, 2) covers 3.0 to 4.0 by 2.0 to 3.0.

Systems that run every tick compare columns with ``Stage.ACTIVE.value``, not with the member: numpy is five
times slower with a member of an enum.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Component, column
from game.ecs.world import NOBODY, Kind

Vec = NDArray[np.float32]
"""Shape ``(n, 2)``: one 2-D vector per entity."""
Num = NDArray[np.float32]
"""Shape ``(n,)``: one number per entity."""
Int = NDArray[Any]
"""Shape ``(n,)``: one integer per entity, of whatever width its column has."""
Ids = NDArray[np.int64]
"""Shape ``(n,)``: one entity id per entity, or ``NOBODY``."""
Ticks = NDArray[np.int32]
"""Shape ``(n,)``: one tick number per entity."""
Flag = NDArray[np.bool_]
"""Shape ``(n,)``: yes or no per entity."""
NEVER = -9999
"""Tick of what has not happened: so long ago that nobody waits for it any more."""
NO_TICK = -1
"""In place of a tick, where there is none."""


class Sort(IntEnum):
    """What somebody is; the index into every table of the bestiary."""

    SHAMBLER = 0
    FLANKER = 1
    LURKER = 2
    SCREAMER = 3
    BRUTE = 4
    SOLDIER = 5
    HALFBIE = 6
    CIVILIAN = 7
    NAMRA = 8
    CHEONGSAN = 9
    SUHYEOK = 10
    ONJO = 11


class Side(IntEnum):
    """Whom somebody stands with."""

    NONE = 0
    SURVIVOR = 1
    HALFBIE = 2
    DEAD = 3
    ARMY = 4


class Gait(IntEnum):
    """How somebody moves: it sets speed, noise and how well one is seen."""

    STILL = 0
    SNEAK = 1
    WALK = 2
    SPRINT = 3
    DODGE = 4


class Mood(IntEnum):
    """What a mind is busy with."""

    ASLEEP = 0
    IDLE = 1  # stands, looks about
    WANDER = 2
    SUSPECT = 3  # turned toward something, not sure
    SEARCH = 4  # goes to look where it was seen or heard
    HUNT = 5  # sees it, or saw it a moment ago
    PATROL = 6  # soldiers: walks a route
    GUARD = 7  # soldiers: keeps a post
    FOLLOW = 8  # companions
    SURRENDER = 9


class Task(IntEnum):
    """What a group asks of one of the dead."""

    NONE = 0
    SEARCH = 1  # go and look where the foe could be: a peak of belief
    SLOT = 2  # hold a sector around the foe; the goal is the next step there
    CHECK = 3  # look into a place the foe has used before
    AHEAD = 4  # be where the foe will be
    TRACK = 5  # go on along a trail while it is fresh


class Order(IntEnum):
    """What a leader asks of those who follow."""

    FOLLOW = 0
    HOLD = 1  # go there, and stay
    LURE = 2  # go there, make a noise, come back
    STRIKE = 3


class Act(IntEnum):
    """What a body is asked to do with its hands this tick."""

    NONE = 0
    STRIKE = 1
    SHOOT = 2
    RELOAD = 3
    THROW = 4
    USE = 5
    SCREECH = 6
    LUNGE = 7  # a strike that carries the body along: a lurker's pounce, a brute's charge


class Stage(IntEnum):
    """Where a blow, a shot or a cry is: a warning first, then it counts, then it is paid for."""

    NONE = 0
    WINDUP = 1
    ACTIVE = 2
    RECOVER = 3


class Weapon(IntEnum):
    """What a hand holds; the index into the armoury."""

    HANDS = 0
    PIPE = 1
    PISTOL = 2
    SHOTGUN = 3
    RIFLE = 4
    BOTTLE = 5


class Button(IntFlag):
    """What a player may hold down; the simulation finds the edges itself."""

    SPRINT = 1
    SNEAK = 2
    ATTACK = 4  # whatever the hand holds: strike or shoot
    RELOAD = 8
    THROW = 16
    DODGE = 32
    USE = 64
    TORCH = 128
    SENSE = 256
    SWAP = 512  # next weapon
    CHOICE_1 = 1024
    CHOICE_2 = 2048
    CHOICE_3 = 4096
    SKIP = 8192  # dialogue and the opening
    ORDER = 16384  # a word to those who follow: tapped or held, at what is pointed at


class Goods(IntEnum):
    """What lies about to be taken."""

    AMMO = 0
    BOTTLE = 1
    MEDKIT = 2
    KEY = 3
    BATTERY = 4
    PISTOL = 5
    PIPE = 6
    TAG = 7


# -- everybody with a body -----------------------------------------------------------------------


class Body(Component):
    """Where an entity is, where it was a tick ago (for drawing between ticks), how it moves."""

    pos: Vec = column(shape=(2,), unit="tile")
    was: Vec = column(shape=(2,), unit="tile")
    vel: Vec = column(shape=(2,), unit="tile/s")
    heading: Vec = column(shape=(2,), default=(1, 0), unit="1")
    radius: Num = column(default=0.3, unit="tile")
    push: Vec = column(shape=(2,), unit="tile/s")  # by the crowd around it
    shove: Vec = column(shape=(2,), unit="tile/s")  # by a blow; fades


class Drive(Component):
    """What a mind or a player asks of a body this tick."""

    want: Vec = column(shape=(2,), unit="tile/s")
    face: Vec = column(shape=(2,), default=(1, 0), unit="1")  # heading wanted
    accel: Num = column(default=20, unit="tile/s^2")
    gait: Int = column("u1", default=Gait.STILL, unit="Gait")
    act: Int = column("u1", default=Act.NONE, unit="Act")
    aim: Vec = column(shape=(2,), default=(1, 0), unit="1")


class Actor(Component):
    """Who somebody is."""

    sort: Int = column("u1", unit="Sort")
    side: Int = column("u1", unit="Side")
    squad: Int = column("i4", default=-1, unit="squad number")
    look: Int = column("u1", unit="variant of clothes")
    thing: Int = column("i4", default=0, unit="id of the level's object")


class Health(Component):
    """How much somebody can still take."""

    hp: Num = column(default=1, unit="HP")
    most: Num = column(default=1, unit="HP")
    immune_until: Ticks = column("i4", unit="tick")
    hurt_at: Ticks = column("i4", default=NEVER, unit="tick")
    hurt_by: Ids = column("i8", default=NOBODY, unit="id")


class Deed(Component):
    """A blow, a shot or a cry in progress."""

    act: Int = column("u1", default=Act.NONE, unit="Act")
    stage: Int = column("u1", default=Stage.NONE, unit="Stage")
    stage_until: Ticks = column("i4", unit="tick")
    aim: Vec = column(shape=(2,), default=(1, 0), unit="1")
    landed: Flag = column("?", unit="whether this blow has hit")


class Arms(Component):
    """What somebody fights with."""

    weapon: Int = column("u1", default=Weapon.HANDS, unit="Weapon")
    loaded: Int = column("i2", unit="rounds in the weapon")
    spare: Int = column("i2", unit="rounds carried")
    ready_at: Ticks = column("i4", unit="tick")
    reload_until: Ticks = column("i4", unit="tick")
    burst_left: Int = column("i2", unit="rounds")
    bloom: Num = column(unit="0..1, how far repeated fire has opened the spread")


class Steps(Component):
    """The feet of somebody whose steps are heard."""

    walked: Num = column(unit="tile since the last step was heard")


class Nerve(Component):
    """Whether fire keeps somebody's head down, and where it comes from."""

    pinned_until: Ticks = column("i4", unit="tick")
    threat: Vec = column(shape=(2,), unit="tile, where the last shots close by came from")


class Lamp(Component):
    """A torch carried."""

    is_on: Flag = column("?", unit="yes or no")
    reach: Num = column(default=14, unit="tile")
    spread: Num = column(default=0.906, unit="cosine of half the beam's angle")


# -- players -------------------------------------------------------------------------------------


class Pilot(Component):
    """What a player asks for, as given from outside."""

    slot: Int = column("u1", unit="player number")
    move: Vec = column(shape=(2,), unit="-1..1")
    aim: Vec = column(shape=(2,), default=(1, 0), unit="1")
    held: Int = column("u2", unit="Button")
    before: Int = column("u2", unit="Button, a tick ago")
    reach: Num = column(default=64, unit="tile, how far off the point aimed at lies")
    dodge_asked: Ticks = column("i4", default=NEVER, unit="tick")  # input buffer
    attack_asked: Ticks = column("i4", default=NEVER, unit="tick")


class Stamina(Component):
    """Breath: sprinting spends it, resting restores it."""

    left: Num = column(default=4, unit="s of sprinting")
    rest_until: Ticks = column("i4", unit="tick")
    dodge_until: Ticks = column("i4", unit="tick")
    dodge_ready_at: Ticks = column("i4", unit="tick")
    dodge_way: Vec = column(shape=(2,), unit="1")


class Hero(Component):
    """What only the player's characters have."""

    hunger: Num = column(default=20, unit="0..100")
    humanity: Num = column(default=50, unit="0..100")
    is_sensing: Flag = column("?", unit="yes or no")
    frenzy_until: Ticks = column("i4", unit="tick")
    quiet_since: Ticks = column("i4", unit="tick")  # since when the hero has stood still
    feeding_since: Ticks = column("i4", default=NEVER, unit="tick, NEVER while not feeding")
    is_masked: Flag = column("?", unit="whether the dead take the hero for one of them")


class Feet(Component):
    """How a hero is carried: by his own run, through the air, or by nothing at all."""

    momentum: Num = column(unit="s of running that count; Su-hyeok's alone")
    flight: Vec = column(shape=(2,), unit="tile/s, of a leap or a vault")
    lands_at: Ticks = column("i4", unit="tick a flight ends")
    grounded_at: Ticks = column("i4", unit="tick there was last ground underfoot")
    safe: Vec = column(shape=(2,), unit="tile, where there last was firm ground all around")


class Bag(Component):
    """What a player carries."""

    bottles: Int = column("i2", unit="count")
    medkits: Int = column("i2", unit="count")
    batteries: Int = column("i2", unit="count")
    keys: Int = column("u8", unit="bit per key of the level")
    has_pistol: Flag = column("?", unit="yes or no")
    has_pipe: Flag = column("?", unit="yes or no")


# -- minds ---------------------------------------------------------------------------------------


class Senses(Component):
    """What reached somebody, and how sure it makes them."""

    seen: Ids = column("i8", default=NOBODY, unit="id of the foe seen this tick")
    clarity: Num = column(unit="0..1, how well")
    detect: Num = column(unit="0..1; 1 is certainty")
    spot: Vec = column(shape=(2,), unit="tile, where the foe was last known")
    spot_at: Ticks = column("i4", default=NEVER, unit="tick")
    heard_at: Ticks = column("i4", default=NEVER, unit="tick")
    heard_spot: Vec = column(shape=(2,), unit="tile")
    loud: Num = column(unit="tile of loudness left at the ear, of a noise not yet acted on")
    react_at: Ticks = column("i4", unit="tick")  # nothing is done about a stimulus before this
    felt_at: Ticks = column("i4", default=NEVER, unit="tick")  # last stimulus of any kind


class Mind(Component):
    """What somebody is busy with.

    Some columns serve twice. ``mood_until`` also ends a soldier's wait at a stop, his burst, and a lurker's
    freezing in a beam. ``goal`` may be what one looks at, and of a soldier in a fight is his place behind
    cover; ``shared_at`` then is the tick until which he keeps to it. ``ready_at`` is also a guard's next
    glance. Without a route ``leg`` is 1 for who walks straight, and for a lurker that has sprung up.
    """

    mood: Int = column("u1", default=Mood.IDLE, unit="Mood")
    mood_until: Ticks = column("i4", unit="tick")
    since: Ticks = column("i4", unit="tick the mood was taken on")
    ready_at: Ticks = column("i4", unit="tick, no call, lunge or burst before")
    foe: Ids = column("i8", default=NOBODY, unit="id")
    goal: Vec = column(shape=(2,), unit="tile")
    home: Vec = column(shape=(2,), unit="tile")
    route: Int = column("i4", unit="id of the level's Route, 0 none")
    leg: Int = column("i2", unit="index of the route's next point")
    post: Int = column("i4", unit="id of the level's Post, 0 none")
    wake: Int = column("i2", default=-1, unit="index of the waking condition, -1 none")
    shared_at: Ticks = column("i4", default=NEVER, unit="tick")  # last told the neighbours
    hops: Int = column("u1", unit="how many mouths the news came through")


class Pulse(Component):
    """The phase of one of the dead: breath, eyes, and at times all of them together."""

    theta: Int = column("u2", unit="1/65536 turn")
    rate: Int = column("u2", unit="1/65536 turn per tick")
    draw: Num = column(unit="1/s, how strongly the phases around draw it")
    group: Int = column("i1", default=-1, unit="index of the group one hunts in step with, -1 none")
    broken_at: Ticks = column("i4", default=NEVER, unit="tick their unison last broke")


class Plan(Component):
    """What one of the dead does for its group, beside what its own senses tell it."""

    task: Int = column("u1", default=Task.NONE, unit="Task")
    goal: Vec = column(shape=(2,), unit="tile")
    until: Ticks = column("i4", unit="tick, then the task is over")
    sector: Int = column("i1", default=-1, unit="sixteenth of a turn from east, clockwise, -1 none")
    surge_until: Ticks = column("i4", unit="tick")
    aside: Num = column(unit="tile, how far to the right of its aim a hunter comes; negative is left")


# -- what is not alive ---------------------------------------------------------------------------


class Flight(Component):
    """A bullet or a bottle under way."""

    weapon: Int = column("u1", unit="Weapon")
    source: Ids = column("i8", default=NOBODY, unit="id")
    side: Int = column("u1", unit="Side of whoever sent it")
    damage: Num = column(unit="HP")
    until: Ticks = column("i4", unit="tick")
    target: Vec = column(shape=(2,), unit="tile, where a bottle comes down")


class Door(Component):
    """A leaf that opens; its tiles are the box of the level's object."""

    thing: Int = column("i4", unit="id of the level's Door")
    is_open: Flag = column("?", unit="yes or no")
    is_locked: Flag = column("?", unit="yes or no")
    is_broken: Flag = column("?", unit="yes or no")
    is_live: Flag = column("?", unit="whether its circuit ran a tick ago")
    to_open: Flag = column("?", unit="how it is asked to stand; it waits while somebody is in the way")
    dent: Num = column(unit="0..1")
    moved_at: Ticks = column("i4", default=NEVER, unit="tick")


class Pickup(Component):
    """Something to take."""

    goods: Int = column("u1", unit="Goods")
    amount: Int = column("i2", default=1, unit="count")
    number: Int = column("i2", default=0, unit="tag number from 1, or key bit")
    thing: Int = column("i4", unit="id of the level's object")


class Corpse(Component):
    """Somebody who will not get up again."""

    sort: Int = column("u1", unit="Sort")
    look: Int = column("u1", unit="variant of clothes")
    died_at: Ticks = column("i4", unit="tick")
    fed: Flag = column("?", unit="whether it has been fed on")


LIVING = (Body, Drive, Actor, Health, Deed)
PLAYER = Kind.of("player", *LIVING, Arms, Steps, Lamp, Pilot, Stamina, Hero, Feet, Bag)
COMPANION = Kind.of("companion", *LIVING, Arms, Steps, Senses, Mind, Nerve)
CIVILIAN = Kind.of("civilian", *LIVING, Senses, Mind)
SOLDIER = Kind.of("soldier", *LIVING, Arms, Steps, Lamp, Senses, Mind, Nerve)
DEAD = Kind.of("dead", *LIVING, Senses, Mind, Pulse, Plan)
SHOT = Kind.of("shot", Body, Flight)
PICKUP = Kind.of("pickup", Body, Pickup)
CORPSE = Kind.of("corpse", Body, Corpse)
DOOR = Kind.of("door", Health, Door)
KINDS = (PLAYER, COMPANION, SOLDIER, CIVILIAN, DEAD, SHOT, PICKUP, CORPSE, DOOR)
"""Every kind, in the order of their rows: whoever lives lies together, and so does whoever thinks."""
