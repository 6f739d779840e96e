"""Who is seen doing what: state of the simulation in, cells of the sheets out.

Rules of this module:
- It only reads. Which action shows is a table of conditions, the first that holds wins.
- A blow's frames follow its stages, so that what one sees is what counts: the warning takes the first part of
  the frames, the moment it counts the middle, the recovery the rest.
- Everything else goes by time, each body a little apart from the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.data.tuning import Tuning
from game.ecs.world import Entity
from game.show.layers import HEIGHT, WIDTH
from game.show.sprites import DIRECTIONS, Action, cast
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Body,
    Corpse,
    Deed,
    Drive,
    Gait,
    Health,
    Mind,
    Mood,
    Pulse,
    Sort,
    Stage,
    Stamina,
    Weapon,
)
from game.sim.resources import TICKS_PER_SECOND, Clock

if TYPE_CHECKING:
    from game.ecs.column import Array
    from game.ecs.world import World

    Box = tuple[float, float, float, float]

EDGE = 64  # px; bodies this far outside the picture are not looked at
MOVING = 0.25  # tile/s; slower is standing
HURT_TICKS = 9
DODGE_TICKS = 20
WARNED, STRUCK = 0.5, 0.72  # share of a blow's frames shown by the end of its warning, and of its moment
APART_MS = 137  # ms between the cycles of neighbouring ids
IS_GUN = np.isin(np.arange(len(Weapon)), (Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE))
IS_AIMED = np.isin(
    np.arange(len(Action)), (Action.MELEE, Action.ATTACK, Action.SHOOT, Action.THROW, Action.POUNCE)
)
"""Of each weapon, and of each action: bool."""


@dataclass(frozen=True)
class Shown:
    """Everybody who may be drawn, one element each.

    Attributes:
        pos: float32 ``(n, 2)``, tiles, between the last two ticks.
        heading: float32 ``(n, 2)``.
        look: number of the look of each (``sprites.Cast``).
        cell: number of the cell to draw.
        theta: uint16, phase of the pulse.
        mood, sort, side, squad: as in the components.
        is_dead: they will not get up again.
        is_struck: they were hit a moment ago and flash white.
        ids: entity ids.
    """

    pos: Array
    heading: Array
    look: Array
    cell: Array
    theta: Array
    mood: Array
    sort: Array
    side: Array
    squad: Array
    is_dead: Array
    is_struck: Array
    ids: Array


def box_around(corner: tuple[int, int]) -> Box:
    """The part of the map that a picture shows from its top-left pixel, and a little more, in tiles."""
    left, top = corner
    return (
        (left - EDGE) / TILE_PX,
        (top - EDGE) / TILE_PX,
        (left + WIDTH + EDGE) / TILE_PX,
        (top + HEIGHT + EDGE) / TILE_PX,
    )


def living(world: World, alpha: float, box: Box) -> Shown:
    """Everybody with a body and a will inside a box, ``alpha`` (0..1) of a tick after the last."""
    rows = _within(world, world.rows(Actor), box)
    body, actor, health = world.view(Body, rows), world.view(Actor, rows), world.view(Health, rows)
    ids, tick = world.view(Entity, rows).id, world.resource(Clock).tick
    struck = tick - health.hurt_at < world.resource(Tuning).feel.flash_white_frames
    action = _actions(world, rows, tick)
    look = cast().looks(actor.sort, actor.look)
    progress = _progress(world, rows, tick)
    facing = _facing(world, rows, action)
    cell = _rows(look, action, progress, (tick + alpha) / TICKS_PER_SECOND, ids) * DIRECTIONS
    return Shown(
        body.was + (body.pos - body.was) * np.float32(alpha),
        facing, look, cell + direction_of(facing), world.view(Pulse, rows).theta,
        world.view(Mind, rows).mood, actor.sort, actor.side, actor.squad,
        np.zeros(len(ids), np.bool_), struck, ids,
    )  # fmt: skip


def fallen(world: World, alpha: float, box: Box) -> Shown:
    """Corpses inside a box, and those still falling."""
    rows = _within(world, world.rows(Corpse), box)
    body, corpse = world.view(Body, rows), world.view(Corpse, rows)
    look = cast().looks(corpse.sort, corpse.look)
    age_ms = (world.resource(Clock).tick + alpha - corpse.died_at) * (1000 / TICKS_PER_SECOND)
    cell = _falling(look, age_ms) * DIRECTIONS + direction_of(body.heading)
    count = len(look)
    none = np.zeros(count, np.uint8)
    return Shown(
        body.pos, body.heading, look, cell, np.zeros(count, np.uint16), none, corpse.sort, none,
        np.full(count, -1), np.ones(count, np.bool_), np.zeros(count, np.bool_), world.view(Entity, rows).id,
    )  # fmt: skip


def _within(world: World, rows: slice | Array, box: Box) -> Array:
    """Of these rows, those whose bodies are inside a box, as numbers."""
    pos = world.view(Body, rows).pos
    x0, y0, x1, y1 = box
    inside = (pos[:, 0] > x0) & (pos[:, 0] < x1) & (pos[:, 1] > y0) & (pos[:, 1] < y1)
    found = np.flatnonzero(inside)
    return found + rows.start if isinstance(rows, slice) else rows[found]


def direction_of(heading: Array) -> Array:
    """Which of the 16 directions, clockwise from east, shows a heading ``(n, 2)``."""
    turn = np.arctan2(heading[:, 1], heading[:, 0]) * (DIRECTIONS / (2 * np.pi))
    out: Array = np.rint(turn).astype(np.int64) % DIRECTIONS
    return out


def _falling(look: Array, age_ms: Array) -> Array:
    """Row of the sheet: falling first, then lying."""
    tables = cast()
    frame = (np.maximum(age_ms, 0) / tables.ms[look, Action.DEATH]).astype(np.int64)
    falls = frame < tables.frames[look, Action.DEATH]
    out: Array = np.where(falls, tables.row[look, Action.DEATH] + frame, tables.row[look, Action.CORPSE])
    return out


def _facing(world: World, rows: slice | Array, action: Array) -> Array:
    """Bodies look along their heading; in a blow, along its aim."""
    body, deed = world.view(Body, rows), world.view(Deed, rows)
    return np.where(IS_AIMED[action][:, None], deed.aim, body.heading)


def _actions(world: World, rows: slice | Array, tick: int) -> Array:
    body, drive, deed = world.view(Body, rows), world.view(Drive, rows), world.view(Deed, rows)
    sort, mood = world.view(Actor, rows).sort, world.view(Mind, rows).mood
    is_busy = deed.stage != Stage.NONE
    moves = (body.vel * body.vel).sum(axis=1) > MOVING * MOVING
    is_person = sort >= Sort.SOLDIER
    has_gun = IS_GUN[world.view(Arms, rows).weapon]
    ready = is_person & has_gun & ((sort != Sort.SOLDIER) | (mood == Mood.HUNT))
    runs_on = world.resource(Tuning).bestiary.windup_pace[sort] > 0
    cases: list[tuple[Array, Action]] = [
        (mood == Mood.SURRENDER, Action.SURRENDER),
        (world.view(Stamina, rows).dodge_until > tick, Action.DODGE),
        (is_busy & (deed.act == Act.STRIKE) & is_person, Action.MELEE),
        (is_busy & (deed.act == Act.STRIKE) & moves & runs_on, Action.POUNCE),
        (is_busy & (deed.act == Act.STRIKE), Action.ATTACK),
        (is_busy & (deed.act == Act.LUNGE), Action.POUNCE),
        (is_busy & (deed.act == Act.SCREECH), Action.SCREECH),
        (is_busy & (deed.act == Act.SHOOT), Action.SHOOT),
        (is_busy & (deed.act == Act.THROW), Action.THROW),
        (tick - world.view(Health, rows).hurt_at < HURT_TICKS, Action.HURT),
        (moves & (drive.gait == Gait.SPRINT), Action.RUN),
        (moves & (drive.gait == Gait.SNEAK), Action.SNEAK),
        (moves & (sort == Sort.LURKER) & (mood != Mood.HUNT), Action.STALK),
        (moves, Action.WALK),
        (ready, Action.AIM),
    ]
    out = np.full(len(sort), Action.IDLE, np.uint8)
    for case, action in reversed(cases):
        np.copyto(out, np.uint8(action), where=case)
    return out


def _progress(world: World, rows: Array, tick: int) -> Array:
    """How far along what is done once is, 0..1; -1 for what goes round."""
    stage, hurt_at = world.view(Deed, rows).stage, world.view(Health, rows).hurt_at
    dodge_until = world.view(Stamina, rows).dodge_until
    out = np.full(len(rows), -1, np.float32)
    once = np.flatnonzero((stage != Stage.NONE) | (dodge_until > tick) | (tick - hurt_at < HURT_TICKS))
    if len(once):
        out[once] = _progress_once(world, rows[once], tick)
    return out


def _progress_once(world: World, rows: Array, tick: int) -> Array:
    """How far along those are who do something once."""
    deed, sort = world.view(Deed, rows), world.view(Actor, rows).sort
    weapon = world.view(Arms, rows).weapon
    tuning = world.resource(Tuning)
    left = np.maximum(deed.stage_until - tick, 0) / TICKS_PER_SECOND
    out = np.full(len(sort), -1, np.float32)
    parts = (
        (Stage.WINDUP, "windup_s", 0.0, WARNED),
        (Stage.ACTIVE, "active_s", WARNED, STRUCK),
        (Stage.RECOVER, "recover_s", STRUCK, 1.0),
    )
    for stage, name, start, end in parts:
        lasts = np.where(
            sort >= Sort.SOLDIER, getattr(tuning.armoury, name)[weapon], getattr(tuning.bestiary, name)[sort]
        )
        lasts = _screech(tuning, deed.act, sort, stage, lasts)
        done = 1 - np.clip(left / np.maximum(lasts, 1e-3), 0, 1)
        out = np.where(deed.stage == stage, start + (end - start) * done, out)
    dodging = world.view(Stamina, rows).dodge_until - tick
    out = np.where(dodging > 0, 1 - np.clip(dodging / DODGE_TICKS, 0, 1), out)
    hurt = tick - world.view(Health, rows).hurt_at
    return np.where((out < 0) & (hurt < HURT_TICKS), hurt / HURT_TICKS, out)


def _screech(tuning: Tuning, act: Array, sort: Array, stage: Stage, lasts: Array) -> Array:
    if stage is not Stage.WINDUP:
        return lasts
    return np.where(act == Act.SCREECH, tuning.bestiary.screech_windup_s[sort], lasts)


def _rows(look: Array, action: Array, progress: Array, time_s: float, ids: Array) -> Array:
    """Row of the sheet that each body shows."""
    tables = cast()
    row, frames, length = (table[look, action] for table in (tables.row, tables.frames, tables.ms))
    ms = time_s * 1000 + (ids & 0xFFFF) * APART_MS
    turning = (ms // np.maximum(length, 1)).astype(np.int64) % np.maximum(frames, 1)
    going = np.minimum((np.maximum(progress, 0) * frames).astype(np.int64), frames - 1)
    held = (action == Action.SURRENDER) & (progress < 0)
    return row + np.where(held, frames - 1, np.where(progress >= 0, going, turning))
