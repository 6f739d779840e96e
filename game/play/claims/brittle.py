"""Not brittle: whoever looks for the best answer to the dead still does not win freely.

An approximate exploitability (after Lockhart et al. 2019): each arm is a way to play, drawn from all habits,
all counter-plays and runners of other distances. Half of the seeds choose the best of them, the other half
say how it fares: what is chosen and measured on the same lives would look better than it is.

Rules of this module:
- The dead have learnt from the very bot they then meet.
- To win is to get about: a level is finished by going through it. Who stands where nobody is loses nothing
  and wins nothing, for the exit comes no nearer and hunger does; the emptiest corner of a map says nothing of
  the dead. So the best answer is looked for among those who get about: to ``ABOUT`` times as many places a
  minute, at least, as the plain walker, who heeds nobody.
- What counts is the price of a trip: HP lost for as many places as the plain walker gets to in a minute, were
  it let live so long; of all lives together, and so is HP a minute. To win freely is to pay less than
  ``FREE_HP`` for that trip, or for that minute: one blow of a shambler, which one bandage heals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.counterplay import COUNTERPLAY
from game.play.bots.habits import HABITS, Sprinter
from game.play.bots.known_ways import known_ways
from game.play.claims.claim import OUTSIDE, RESAMPLES, Claim, Results, Row, at_least
from game.play.claims.lives import live
from game.play.claims.town import town

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.bots.person import Person, Place
    from game.play.claims.claim import Values

    Measure = Callable[[Results, str, NDArray[np.int64]], Values]

FREE_HP = 20.0
ABOUT = 1 / 3
HURT_SHARE = 0.5
TAUGHT, MEASURED = 2, 9


class EarlyRunner(Sprinter):
    """Runs from whoever is far off."""

    run_tiles = 13.0


class LateRunner(Sprinter):
    """Runs only from who is at hand."""

    run_tiles = 5.0


class TurningRunner(Sprinter):
    """Runs, but never on to where it was just heading."""

    def refuge(self, at: Place) -> Tile:
        """Return a refuge that does not lie ahead."""
        ahead, around = self.goal or at, self.around(at)
        x, y = ahead[0] - at[0], ahead[1] - at[1]
        behind = [p for p in around if (p[0] - at[0]) * x + (p[1] - at[1]) * y < 0]
        return self.best(at, behind or around)


WAYS: dict[str, Callable[[KnownWays, int], Person]] = {
    **HABITS,
    **{f"no {habit}": bot for habit, bot in COUNTERPLAY.items() if bot not in HABITS.values()},
    "early runner": EarlyRunner,
    "late runner": LateRunner,
    "turning runner": TurningRunner,
}
"""Ways to play, each once: what undoes one habit may be another."""


def run(arm: str, seed: int) -> dict[str, float]:
    """Play until they know the bot, and once more."""
    ways, before = known_ways(town()), None
    begins = arm if arm in HABITS else "plain"  # where, as who keeps to the same places
    for number in range(1, TAUGHT + 1):
        before = live(begins, seed, number, before, bot=WAYS[arm](ways, seed))
    life = live(begins, seed, MEASURED, before, bot=WAYS[arm](ways, seed))
    return {
        "seconds": life.seconds,
        "hp_lost": life.damage,
        "hp_per_minute": life.per_minute,
        "places": float(life.places),
        "hurt": float(life.touched < life.seconds),
    }


def pace(results: Results, arm: str) -> float:
    """Return the places a minute that a way to play gets to, of all its lives together."""
    seconds, places = results.of(arm, "seconds").sum(), results.of(arm, "places").sum()
    return float(places / max(seconds, 1.0) * 60)


def prices(results: Results, arm: str, drawn: NDArray[np.int64]) -> Values:
    """Return the HP a trip costs in lives drawn ``(r, n)``, ``(r,)``."""
    lost, places = results.of(arm, "hp_lost")[drawn], results.of(arm, "places")[drawn]
    return np.asarray(lost.sum(axis=1) / np.maximum(places.sum(axis=1), 1.0) * pace(results, "plain"))


def minutes(results: Results, arm: str, drawn: NDArray[np.int64]) -> Values:
    """Return the HP a minute costs in lives drawn ``(r, n)``, ``(r,)``: the mean of lives."""
    return np.asarray(results.of(arm, "hp_per_minute")[drawn].mean(axis=1))


def hurts(results: Results, arm: str, drawn: NDArray[np.int64]) -> Values:
    """Return the share of lives drawn ``(r, n)`` in which one is hurt, ``(r,)``."""
    return np.asarray(results.of(arm, "hurt")[drawn].mean(axis=1))


def about(results: Results) -> list[str]:
    """Return the ways to play that get about."""
    least = ABOUT * pace(results, "plain")
    return [arm for arm in results.arms() if pace(results, arm) >= least]


def judge(results: Results) -> list[Row]:
    """Choose the best ways to get about by one half of the seeds, hold them by the other."""
    half = np.arange(len(results.seeds)) % 2 == 0
    chosen = half.nonzero()[0][None]
    fresh = (~half if (~half).any() else half).nonzero()[0][None]
    ways = about(results)
    cheapest = min(ways, key=lambda arm: float(prices(results, arm, chosen)[0]))
    safest = min(ways, key=lambda arm: float(minutes(results, arm, chosen)[0]))
    return [
        _row(results, cheapest, "HP a trip costs", prices, fresh, FREE_HP),
        _row(results, safest, "HP lost a minute", minutes, fresh, FREE_HP),
        _row(results, safest, "share of lives hurt", hurts, fresh, HURT_SHARE),
    ]


def _row(results: Results, arm: str, measure: str, of: Measure, fresh: NDArray[np.int64], bar: float) -> Row:
    """Hold a way to play against a bar, beside the plain walker, in lives ``(1, n)`` it was not chosen by."""
    count = fresh.shape[1]
    drawn = fresh[0, np.random.default_rng(1).integers(0, count, (RESAMPLES, count))]
    resampled = np.sort(of(results, arm, drawn))
    cut = round(OUTSIDE * RESAMPLES)
    between = float(resampled[cut]), float(resampled[-1 - cut])
    plain = float(of(results, "plain", np.arange(len(results.seeds))[None])[0])
    text = f"best answer that gets about ({arm}): {measure}"
    value = float(of(results, arm, fresh)[0])
    return at_least("brittle", text, value, bar, control=plain, interval=between)


CLAIMS = (Claim("brittle", tuple(WAYS), run, judge),)
