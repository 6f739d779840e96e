"""Belief: the dead who search a foe reckon together where it could be, and look there.

Rules of this module:
- A foe is lost when some of the dead who hunted it still care, and none of them all has seen it for
  ``search.unseen_s``. What is known of it is the latest place any of those saw or heard it at, and nothing
  else; the foe's true place is never read, not even to time something.
- A noise that reaches a searcher moves most of the mass there. Seen again, the foe is lost no more; after
  ``search.found_s`` the place counts as a hiding place from then on.
- Who searches looks as ``detect`` does: by range, cone and light, over the tiles visible from its own. Looks
  are taken ``search.lookers`` at a time, in turns by row; a look stands for the time since the one before.
- Who knows HIDE takes nooks, and places where somebody was found, for likelier by ``counters.nooks``.
- All works are spread over ticks, by amount.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.search import Search
from game.data.tuning import Rules, Tuning
from game.ecs.column import Has
from game.ecs.schedule import system
from game.ecs.world import SLOT_MASK
from game.sim.components import Actor, Body, Ids, Mind, Mood, Plan, Senses
from game.sim.happenings import Habit
from game.sim.light import light_now
from game.sim.resource_belief import Belief, Beliefs
from game.sim.resource_lessons import Lessons
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Story, ticks
from game.sim.think.occupancy import begin, carry_over, clear, move_on, walk_on
from game.sim.think.walking import flat
from game.sim.views import AWAY, OFFSETS, Views

SURVEY_EVERY = LOOK_EVERY = 12
"""Ticks."""
SURVEY_AT = 3
LOOK_AT = (9, 3, 10, 4)
"""When the first, second ... lost foe is reckoned with, in ticks of ``LOOK_EVERY``: when others rest."""
WALK_EVERY, WALK_AT = 3, 2
LOOK_S = LOOK_EVERY / TICKS_PER_SECOND
LONGEST_S = 0.8
"""A look never stands for more, s."""
SURE = np.float32(0.95)
"""A look never shows somebody with more certainty."""
AGAIN_S = 2.0
"""Signs of the same place count anew only after so long, s."""
SAME_TILES = 2.0
HEARD_SHARE = 0.3
"""What a noise leaves of the old belief: it may be another's."""
FOUND_MOST = 16
"""Hiding places remembered."""
HUNT, SEARCH = int(Mood.HUNT), int(Mood.SEARCH)
Rows = NDArray[np.intp]


class Sign(NamedTuple):
    """The latest that is known of a foe."""

    foe: int
    at: int
    spot: tuple[float, float]


@system
def believe(
    mind: Mind,
    senses: Senses,
    body: Body,
    actor: Actor,
    _: Has[Plan],
    beliefs: Beliefs,
    views: Views,
    ground: Ground,
    level: Level,
    story: Story,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    lessons: Lessons,
) -> None:
    """Keep every belief true to what the dead see, hear and do not see."""
    tick, search = clock.tick, tuning.search
    if "belief" in rules.without:
        return
    if clock.every(SURVEY_EVERY, SURVEY_AT):
        _survey(beliefs, mind, senses, ground, tick, tuning)
    for number, belief in enumerate(beliefs.lost):
        if belief.flow is None:
            if clock.every(WALK_EVERY, WALK_AT):
                walk_on(belief, beliefs.found + lessons.hiding_places(), wary(tuning, lessons))
        elif clock.every(LOOK_EVERY, LOOK_AT[number % len(LOOK_AT)]):
            move_on(belief, tick, search)
            _look(
                belief,
                mind,
                senses,
                body,
                actor,
                (views, ground, light_now(level, story, clock)),
                tick,
                tuning,
            )


def wary(tuning: Tuning, lessons: Lessons) -> Search:
    """Return how they search, by what they have learnt."""
    search = tuning.search
    if not lessons.knows(Habit.HIDE):
        return search
    more = tuning.counters.nooks
    return replace(search, nook_prior=search.nook_prior * more, found_prior=search.found_prior * more)


def _survey(beliefs: Beliefs, mind: Mind, senses: Senses, ground: Ground, tick: int, tuning: Tuning) -> None:
    """Begin, move and end beliefs by what the dead know."""
    care = ((mind.mood == SEARCH) | (mind.mood == HUNT)) & (mind.foe >= 0)
    rows = care.nonzero()[0]
    if not len(rows):
        beliefs.lost.clear()
        return
    seen = senses.seen[senses.seen >= 0]
    signs = _signs(mind, senses, rows, seen)
    kept = []
    for belief in beliefs.lost:
        sign = signs.pop(belief.foe, None)
        if sign is not None:
            kept.append(_moved(belief, sign, mind, senses, rows, ground, tick, tuning))
        elif (seen == belief.foe).any():
            _found(beliefs, belief, senses, tick, tuning)
    for sign in signs.values():
        if len(kept) < tuning.search.most and tick - sign.at >= ticks(tuning.search.unseen_s):
            kept.append(begin(ground, sign.foe, sign.spot, sign.at, tuning.search))
    beliefs.lost[:] = kept


def _signs(mind: Mind, senses: Senses, rows: Rows, seen: Ids) -> dict[int, Sign]:
    """Return the latest sign of each foe that some of ``rows`` care for and nobody sees."""
    slot = mind.foe[rows] & SLOT_MASK
    latest = np.full(int(slot.max()) + 1, -1, np.int32)
    np.maximum.at(latest, slot, np.maximum(senses.spot_at[rows], 0))
    in_sight = seen & SLOT_MASK
    latest[in_sight[in_sight < len(latest)]] = -1
    found = {}
    for number in (latest >= 0).nonzero()[0].tolist():
        knows = rows[(slot == number) & (senses.spot_at[rows] == latest[number])]
        if len(knows):
            x, y = senses.spot[knows[0]].tolist()
            foe = int(mind.foe[knows[0]])
            found[foe] = Sign(foe, int(latest[number]), (x, y))
    return found


def _moved(
    belief: Belief,
    sign: Sign,
    mind: Mind,
    senses: Senses,
    rows: Rows,
    ground: Ground,
    tick: int,
    tuning: Tuning,
) -> Belief:
    """Return the belief, made anew when there is a later sign."""
    if sign.at > belief.at and _is_news(belief, sign):
        return begin(ground, sign.foe, sign.spot, sign.at, tuning.search)
    hears = rows[(mind.foe[rows] == belief.foe) & (mind.mood[rows] == SEARCH)]
    hears = hears[(senses.heard_at[hears] > belief.at) & (senses.react_at[hears] <= tick)]
    if not len(hears):
        return belief
    row = hears[senses.heard_at[hears].argmax()]
    x, y = senses.heard_spot[row].tolist()
    noise = Sign(belief.foe, int(senses.heard_at[row]), (x, y))
    if not _is_news(belief, noise):
        return belief
    moved = begin(ground, noise.foe, noise.spot, noise.at, tuning.search)
    carry_over(belief, moved, HEARD_SHARE)
    return moved


def _is_news(belief: Belief, sign: Sign) -> bool:
    """Whether a later sign is more than an echo of the last."""
    right, down = sign.spot[0] - belief.spot[0], sign.spot[1] - belief.spot[1]
    is_same = right * right + down * down < SAME_TILES * SAME_TILES
    return not is_same or sign.at - belief.at >= ticks(AGAIN_S)


def _found(beliefs: Beliefs, belief: Belief, senses: Senses, tick: int, tuning: Tuning) -> None:
    """Remember where somebody had hidden."""
    if tick - belief.at < ticks(tuning.search.found_s):
        return
    row = (senses.seen == belief.foe).nonzero()[0][0]
    x, y = senses.spot[row].tolist()
    beliefs.found.append((int(x), int(y)))
    del beliefs.found[:-FOUND_MOST]


def searchers(belief: Belief, mind: Mind, senses: Senses) -> Rows:
    """Return who looks for this foe and sees nobody, ``(k,)``."""
    cares = (mind.foe == belief.foe) & (senses.seen < 0)
    return np.asarray((cares & ((mind.mood == SEARCH) | (mind.mood == HUNT))).nonzero()[0])


def _look(
    belief: Belief,
    mind: Mind,
    senses: Senses,
    body: Body,
    actor: Actor,
    around: tuple[Views, Ground, NDArray[np.float32]],
    tick: int,
    tuning: Tuning,
) -> None:
    """Let those whose turn it is look about."""
    rows = searchers(belief, mind, senses)
    most = tuning.search.lookers
    lasts = LOOK_S
    if len(rows) > most:
        first = belief.next_look * most
        lasts = min(LONGEST_S, LOOK_S * len(rows) / most)
        rows = rows[(np.arange(first, first + most)) % len(rows)]
    belief.next_look = (belief.next_look + 1) % max(1, len(mind.mood))
    if len(rows):
        places, chance = _shown(belief, body, actor, rows, around, lasts, tuning)
        clear(belief, places, chance, tick, tuning.search)


def _shown(
    belief: Belief,
    body: Body,
    actor: Actor,
    rows: Rows,
    around: tuple[Views, Ground, NDArray[np.float32]],
    lasts: float,
    tuning: Tuning,
) -> tuple[Rows, NDArray[np.float32]]:
    """Return which places these see, and the chance that each would notice somebody there, ``(k,)``."""
    views, ground, light = around
    beasts, detect, window = tuning.bestiary, tuning.detect, belief.window
    tiles, sort, heading = flat(body.pos[rows], ground), actor.sort[rows], body.heading[rows]
    ahead = heading[:, :1] * OFFSETS[0].astype(np.float32) + heading[:, 1:] * OFFSETS[1].astype(np.float32)
    near = np.float32(detect.touch_tiles) >= AWAY
    in_view = (ahead >= beasts.fov_cos[sort][:, None] * AWAY) | near
    eye, line = (views.of(ground, tiles) & in_view).nonzero()
    wide = ground.solid.shape[1]
    x, y = tiles[eye] % wide + OFFSETS[0][line], tiles[eye] // wide + OFFSETS[1][line]
    column, row = x - window.left, y - window.top
    inside = (column > 0) & (row > 0) & (column < window.width - 1) & (row < window.height - 1)
    eye, line, column, row = eye[inside], line[inside], column[inside], row[inside]
    lit = np.minimum(light[y[inside], x[inside]] / np.float32(detect.lit_at), np.float32(1))
    dark, sharp = beasts.see_dark[sort[eye]], beasts.see_lit[sort[eye]]
    far = AWAY[line] / np.maximum(dark + (sharp - dark) * lit, np.float32(0.1))
    fill = np.float32(detect.near_s) + np.float32(detect.far_s - detect.near_s) * far
    ease = np.float32(detect.dark_mult) + np.float32(1 - detect.dark_mult) * lit
    chance = np.where(far <= 1, np.minimum(np.float32(lasts) * ease / fill, SURE), np.float32(0))
    chance[near[line]] = SURE
    return row * window.width + column, chance.astype(np.float32)
