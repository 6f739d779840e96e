"""News goes from mouth to mouth, and waking from sleeper to sleeper.

Rules of this module:
- A cry is heard when it is due, never before, within ``horde.share_radius`` tiles on foot: walls and shut
  doors stop it. It makes the neighbours hunt; they pass it on, ``relay_hops`` times at most.
- A stir goes ``sleep.wave_tiles`` far and wakes sleepers only; they stir others in turn.
- All cries of a tick spread as one wave, each tile keeping the nearest crier (after the multi-source search
  of Dial 1969): the number of the cry rides in the low bits of the cost.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, Tuning
from game.ecs.column import Has, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Body, Mind, Mood, Pulse, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.resource_news import Cry, News
from game.sim.resources import Clock, Ground, ticks
from game.sim.think.walking import Part, flat
from game.sim.waves import STRAIGHT, UNREACHED, Wave, distinct

EARS, EARS_AT = 3, 1
"""Ticks between two on which cries are heard: those of a while spread as one. They fall on the tick on which
minds cry out (``turns``), so that a cry is as late as ``share_delay_s`` says, hop after hop."""
LABELS = 256
"""Cries told apart in one tick; more wait for the next."""
CRY_AGAIN_S = 5.0
"""Nobody cries out again before, s."""
ASLEEP, HUNT = int(Mood.ASLEEP), int(Mood.HUNT)
IS_DEAF = np.isin(np.arange(len(Mood)), (ASLEEP, HUNT, int(Mood.FOLLOW)))
"""Moods in which a cry changes nothing: who follows a leader listens to nobody else."""
Rows = NDArray[np.intp]


@system
def share_news(
    mind: Mut[Mind],
    senses: Mut[Senses],
    body: Body,
    _: Has[Pulse],
    entity: Entity,
    news: News,
    ground: Ground,
    clock: Clock,
    rules: Rules,
    tuning: Tuning,
    noticed: Emit[Noticed],
) -> None:
    """Let the dead hear the cries and stirs that are due."""
    due = news.take(clock.tick, LABELS) if clock.every(EARS, EARS_AT) else []
    if not due:
        return
    tiles = flat(body.pos, ground)
    stirs = [cry for cry in due if cry.is_stir]
    cries = [cry for cry in due if not cry.is_stir and "alarm" not in rules.without]
    sleepers, cry = _reached(stirs, tiles, mind.mood == ASLEEP, ground, tuning.sleep.wave_tiles)
    if len(sleepers):
        _wake(mind, sleepers, [stirs[i] for i in cry.tolist()], clock, tuning)
        noticed(who=entity.id[sleepers], mood=int(Mood.SUSPECT), why=int(Cause.CALL))
        pass_on(news, tiles[sleepers], mind, sleepers, clock.tick + ticks(tuning.sleep.wave_s), is_stir=True)
    can_hear = ~IS_DEAF[mind.mood]
    told, cry = _reached(cries, tiles, can_hear, ground, tuning.horde.share_radius)
    if len(told):
        _rouse(mind, senses, told, [cries[i] for i in cry.tolist()], clock.tick)
        noticed(who=entity.id[told], foe=mind.foe[told], mood=HUNT, why=int(Cause.CALL))
        again = told[mind.hops[told] < tuning.horde.relay_hops]
        due_next = clock.tick + ticks(tuning.horde.share_delay_s)
        mind.shared_at[again] = clock.tick
        pass_on(news, tiles[again], mind, again, due_next, is_stir=False)


def _reached(
    cries: Sequence[Cry], tiles: Rows, who: NDArray[np.bool_], ground: Ground, reach: float
) -> tuple[Rows, Rows]:
    """Return whom of ``who`` these cries reach, and which cry each hears (the nearest)."""
    if not cries:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    seeds = np.array([cry.tile for cry in cries], np.intp)
    cost = np.full(ground.links.size, UNREACHED, np.int32)
    np.minimum.at(cost, seeds, np.arange(len(cries), dtype=np.int32))
    most = int(reach * STRAIGHT) * LABELS + LABELS - 1
    wave = Wave(cost, distinct(seeds), most, LABELS)
    wave.run(ground.links.reshape(-1), ground.links.shape[1])
    rows = (who & (cost[tiles] < UNREACHED)).nonzero()[0]
    return rows, (cost[tiles[rows]] % LABELS).astype(np.intp)


def _wake(mind: Mind, rows: Rows, cries: Sequence[Cry], clock: Clock, tuning: Tuning) -> None:
    mind.mood[rows], mind.since[rows] = Mood.SUSPECT, clock.tick
    mind.mood_until[rows] = clock.after(tuning.detect.investigate_s)
    mind.goal[rows] = np.array([cry.spot for cry in cries], np.float32)


def _rouse(mind: Mind, senses: Senses, rows: Rows, cries: Sequence[Cry], tick: int) -> None:
    spots = np.array([cry.spot for cry in cries], np.float32)
    mind.mood[rows], mind.since[rows], mind.leg[rows] = Mood.HUNT, tick, 0
    mind.foe[rows] = [cry.foe for cry in cries]
    mind.hops[rows] = [cry.hops + 1 for cry in cries]
    mind.goal[rows] = senses.spot[rows] = spots
    senses.spot_at[rows] = senses.felt_at[rows] = tick
    senses.loud[rows] = 0


def cry_out(
    news: News, ground: Ground, mind: Part, body: Part, woken: Rows, tick: int, tuning: Tuning
) -> None:
    """New hunters call the neighbours; the ``woken (k,)`` stir sleepers."""
    hunts = (mind.mood == HUNT) & (mind.since == tick)
    calls = hunts & (tick - mind.shared_at > ticks(CRY_AGAIN_S))
    calls &= mind.hops < tuning.horde.relay_hops
    mind.shared_at[calls] = tick
    for is_stir, rows, delay in (
        (False, calls.nonzero()[0], tuning.horde.share_delay_s),
        (True, woken, tuning.sleep.wave_s),
    ):
        if len(rows):
            tiles = flat(body.pos[rows], ground)
            pass_on(news, tiles, mind, rows, tick + ticks(delay), is_stir=is_stir)


def pass_on(news: News, tiles: Rows, mind: Mind | Part, rows: Rows, due: int, *, is_stir: bool) -> None:
    """Add one cry a tile of those who cry out or stir.

    Args:
        news: cries under way.
        tiles: ``(k,)`` flat tiles on which they stand.
        mind: theirs, and others'.
        rows: ``(k,)`` which of ``mind``.
        due: tick they are heard.
        is_stir: whether it wakes sleepers only.
    """
    _, first = np.unique(tiles, return_index=True)
    for row, tile in zip(rows[first].tolist(), tiles[first].tolist(), strict=True):
        x, y = mind.goal[row].tolist()
        news.cries.append(Cry(due, tile, (x, y), int(mind.foe[row]), int(mind.hops[row]), is_stir))
