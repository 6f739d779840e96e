"""Chances over tiles: how they spread, fade where one looks, and where they are highest.

After Isla's occupancy maps (2006), with two kinds of mass, because a person who flees runs and then stops:
plain diffusion lags far behind.

Rules of this module:
- Mass that runs goes to neighbours farther from the last sign only, in equal parts; a share of it settles at
  each tile, all of it where no way leads on. Settled mass creeps.
- A look takes from a tile the chance that it would have shown somebody there. Some mass is always spread anew
  over all tiles in reach, for a look may miss.
- Sums run in a fixed order, so that they are the same bits everywhere.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.search import Search
from game.sim.components import Flag
from game.sim.resource_belief import Belief, Flow, Grid, Window
from game.sim.resources import NEIGHBOURS, TICKS_PER_SECOND, Ground
from game.sim.waves import STRAIGHT, UNREACHED, Tiles, Wave

FOUND_TILES = 1
"""So near to where one was found, one may hide again, tile."""
LEAST = 1e-6
"""Less mass than this is none: all has been looked at."""
NOOK_TILES = 8
"""How far one looks about for walls, tile."""
RINGS = 2
"""Rings of the walk worked on at a time."""


def begin(ground: Ground, foe: int, spot: tuple[float, float], at: int, search: Search) -> Belief:
    """Believe that a foe is where the last sign of it was.

    Args:
        ground: the map.
        foe: id.
        spot: tile.
        at: tick of the sign.
        search: constants.
    """
    window = _window(ground, int(spot[0]), int(spot[1]), search.window_tiles)
    links = _links(ground, window)
    here = window.place(int(spot[0]), int(spot[1]))
    reach = int(search.window_tiles * STRAIGHT * 3 / 2)
    run = np.zeros(links.size, np.float32)
    run[here] = 1
    wave = Wave.start(links.size, np.array([here], np.intp), reach)
    return Belief(foe, at, spot, window, wave, links, run, np.zeros_like(run), at)


def carry_over(old: Belief, new: Belief, share: float) -> None:
    """Give a new belief this share of an older one's mass, where their windows overlap."""
    a, b = old.window, new.window
    left, top = max(a.left, b.left), max(a.top, b.top)
    right, low = min(a.left + a.width, b.left + b.width), min(a.top + a.height, b.top + b.height)
    if left >= right or top >= low:
        return
    mass = (old.run + old.rest).reshape(a.height, a.width)
    part = mass[top - a.top : low - a.top, left - a.left : right - a.left] * np.float32(share)
    new.run *= np.float32(1 - share)
    new.rest.reshape(b.height, b.width)[top - b.top : low - b.top, left - b.left : right - b.left] += part


def walk_on(belief: Belief, found: list[tuple[int, int]], search: Search) -> None:
    """Go on with the walk from the last sign; when it is known, mass may move."""
    for _ in range(RINGS):
        if len(belief.wave.front):
            belief.wave.spread(belief.links, belief.window.width)
    if not len(belief.wave.front):
        belief.flow = _flow(belief, found, search)


def move_on(belief: Belief, tick: int, search: Search) -> None:
    """Let mass run as far as a foe could have run by now, at most two tiles at a time; and doubt."""
    flow = belief.flow
    assert flow is not None
    owed = int((tick - belief.at) * search.speed / TICKS_PER_SECOND) - belief.steps
    for _ in range(min(owed, 2)):
        _run(belief, flow)
        if belief.steps % search.creep_every == 0:
            _creep(belief, flow, search)
    seconds = (tick - belief.doubted_at) / TICKS_PER_SECOND
    if seconds >= 1:
        belief.doubted_at = tick
        _doubt(belief, flow, min(1.0, seconds * search.doubt_per_s), tick, search)


def clear(belief: Belief, places: Tiles, chance: Grid, tick: int, search: Search) -> None:
    """Take away what looks would have shown.

    Args:
        belief: in place.
        places: ``(k,)`` what was looked at; a place may come more than once.
        chance: ``(k,)`` that somebody there would have been noticed.
        tick: now.
        search: constants.
    """
    left = np.ones(len(belief.run), np.float32)
    np.multiply.at(left, places, np.float32(1) - chance)
    belief.run *= left
    belief.rest *= left
    total = _total(belief.run) + _total(belief.rest)
    if total > LEAST:
        belief.run *= np.float32(1 / total)
        belief.rest *= np.float32(1 / total)
    elif belief.flow is not None:
        _doubt(belief, belief.flow, 1.0, tick, search)


def smooth(belief: Belief, search: Search) -> Grid:
    """Return how much mass lies around each place, ``(n,)``: the mean of nine, ``search.smooth`` times."""
    assert belief.flow is not None
    mass = belief.run + belief.rest
    for _ in range(search.smooth):
        mass = _gather(mass, belief.flow.open, belief.window.width, mass.copy()) / np.float32(9)
    return mass


def core(size: int, width: int, way: int | None = None) -> slice:
    """Return the places that have all neighbours, or those places' neighbours of number ``way``."""
    dx, dy = (0, 0) if way is None else NEIGHBOURS[way]
    step, margin = dy * width + dx, width + 1
    return slice(margin + step, size - margin + step)


def _window(ground: Ground, x: int, y: int, radius: int) -> Window:
    high, wide = ground.solid.shape
    left, top = max(0, x - radius), max(0, y - radius)
    right, low = min(wide, x + radius + 1), min(high, y + radius + 1)
    return Window(left - 1, top - 1, right - left + 2, low - top + 2)


def _links(ground: Ground, window: Window) -> NDArray[np.uint8]:
    """Return the links inside a window, ``(n,)``, none from or into its border."""
    inside = np.zeros((window.height, window.width), np.bool_)
    inside[1:-1, 1:-1] = True
    cut = np.zeros((window.height, window.width), np.uint8)
    rows = slice(window.top + 1, window.top + window.height - 1)
    columns = slice(window.left + 1, window.left + window.width - 1)
    cut[1:-1, 1:-1] = ground.links[rows, columns]
    flat, free = cut.reshape(-1), inside.reshape(-1)
    for way in range(8):
        leads_out = ~free[core(flat.size, window.width, way)]
        flat[core(flat.size, window.width)][leads_out] &= np.uint8(255 ^ 1 << way)
    return flat


def _flow(belief: Belief, found: list[tuple[int, int]], search: Search) -> Flow:
    """Work out how mass may move."""
    far, width, size = belief.wave.distance, belief.window.width, len(belief.links)
    here = core(size, width)
    is_open = np.zeros((8, size - 2 * (width + 1)), np.float32)
    into = np.zeros_like(is_open)
    outward = np.zeros(size, np.float32)
    for way in range(8):
        there = core(size, width, way)
        link = (belief.links[here] >> np.uint8(way) & np.uint8(1)).astype(np.bool_)
        is_open[way] = link
        into[way] = link & (far[there] < far[here]) & (far[here] < UNREACHED)
        outward[here] += link & (far[there] > far[here]) & (far[there] < UNREACHED)
    prior = _prior(belief, found, search)
    stay = np.minimum(np.float32(1), np.maximum(prior, np.float32(1)) * np.float32(search.settle))
    stay[outward == 0] = 1
    around = _gather(prior, is_open, width, np.zeros(size, np.float32))
    even = np.asarray(np.float32(1) / np.maximum(around, np.float32(LEAST)), np.float32)
    split = np.asarray(np.float32(1) / np.maximum(outward, np.float32(1)), np.float32)
    return Flow(is_open, into, stay, split, prior, even)


def _prior(belief: Belief, found: list[tuple[int, int]], search: Search) -> Grid:
    """Return how likely one hides at each place, as a factor, ``(n,)``."""
    window = belief.window
    reached = belief.wave.distance < UNREACHED
    prior = np.where(reached & _is_nook(belief, reached, search), np.float32(search.nook_prior), reached)
    prior = prior.astype(np.float32).reshape(window.height, window.width)
    for x, y in found:
        if window.place(x, y) >= 0:
            row, column = y - window.top, x - window.left
            near = prior[
                row - FOUND_TILES : row + FOUND_TILES + 1, column - FOUND_TILES : column + FOUND_TILES + 1
            ]
            near[near > 0] = np.maximum(near[near > 0], search.found_prior)
    return prior.reshape(-1)


def _is_nook(belief: Belief, reached: Flag, search: Search) -> Flag:
    """Return which places are closed in: of all reached, the share with the least room around, ``(n,)``."""
    width, height = belief.window.width, belief.window.height
    space = np.zeros(len(reached), np.int32)
    for way in range(8):
        free = reached.reshape(height, width)
        for _ in range(NOOK_TILES):
            free = reached.reshape(height, width) & _shifted(free, way)
            space += free.reshape(-1)
    ordered = np.sort(space[reached], kind="stable")
    return np.asarray(space <= ordered[int(len(ordered) * search.nook_share)])


def _shifted(grid: NDArray[np.bool_], way: int) -> NDArray[np.bool_]:
    """Return for each place what the grid is at its neighbour; the border is never reached."""
    dx, dy = NEIGHBOURS[way]
    return np.roll(grid, (-dy, -dx), (0, 1))


def _run(belief: Belief, flow: Flow) -> None:
    """Let running mass go a tile farther."""
    stops = belief.run * flow.stay
    belief.rest += stops
    goes = (belief.run - stops) * flow.split
    belief.run = _gather(goes, flow.into, belief.window.width, np.zeros_like(goes))
    belief.steps += 1


def _creep(belief: Belief, flow: Flow, search: Search) -> None:
    """Let settled mass drift."""
    goes = belief.rest * np.float32(search.creep) * (flow.even < 1 / LEAST)
    came = _gather(goes * flow.even, flow.open, belief.window.width, np.zeros_like(goes))
    belief.rest += came * flow.prior - goes


def _doubt(belief: Belief, flow: Flow, share: float, tick: int, search: Search) -> None:
    """Spread some of the mass anew over all places the foe may have reached."""
    reached = int((tick - belief.at) * search.speed * STRAIGHT / TICKS_PER_SECOND)
    even = flow.prior * (belief.wave.distance <= reached)
    total = _total(even)
    if total > 0:
        belief.run *= np.float32(1 - share)
        belief.rest *= np.float32(1 - share)
        belief.rest += even * np.float32(share / total)


def _gather(mass: Grid, mask: NDArray[np.float32], width: int, onto: Grid) -> Grid:
    """Add to each place what its eight neighbours send through a mask; return ``onto``."""
    here = onto[core(len(mass), width)]
    for way in range(8):
        here += mass[core(len(mass), width, way)] * mask[way]
    return onto


def _total(mass: Grid) -> float:
    return float(np.cumsum(mass, dtype=np.float64)[-1])
