"""Not brittle: whoever looks for the best answer to the dead still does not win freely.

An approximate exploitability (after Lockhart et al. 2019): each arm is a way to play, drawn from all habits,
all counter-plays and runners of other distances. Half of the seeds choose the best of them, the other half
say how it fares: what is chosen and measured on the same lives would look better than it is.

Rules of this module: the dead have learnt from the very bot they then meet; to win freely is to lose less
than ``FREE_HP`` a minute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.counterplay import COUNTERPLAY
from game.play.bots.habits import HABITS, Sprinter
from game.play.bots.known_ways import known_ways
from game.play.claims.claim import Claim, Results, Row, mean_interval
from game.play.claims.lives import live
from game.play.claims.town import town

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.bots.person import Person, Place

FREE_HP = 20.0
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
    **{f"no {habit}": bot for habit, bot in COUNTERPLAY.items()},
    "early runner": EarlyRunner,
    "late runner": LateRunner,
    "turning runner": TurningRunner,
}
"""Ways to play."""


def run(arm: str, seed: int) -> dict[str, float]:
    """Play until they know the bot, and once more."""
    ways, before = known_ways(town()), None
    begins = arm if arm in HABITS else "plain"  # where, as who keeps to the same places
    for number in range(1, TAUGHT + 1):
        before = live(begins, seed, number, before, bot=WAYS[arm](ways, seed))
    life = live(begins, seed, MEASURED, before, bot=WAYS[arm](ways, seed))
    return {
        "seconds": life.seconds,
        "hp_per_minute": life.per_minute,
        "hurt": float(life.touched < life.seconds),
    }


def judge(results: Results) -> list[Row]:
    """Choose the best way to play by one half of the seeds, hold it by the other."""
    lost = {arm: results.of(arm, "hp_per_minute") for arm in results.arms()}
    half = np.arange(len(results.seeds)) % 2 == 0
    best = min(lost, key=lambda arm: float(lost[arm][half].mean()))
    fresh = ~half if (~half).any() else half
    hp, hurt = lost[best][fresh], results.of(best, "hurt")[fresh]
    plain = float(results.of("plain", "hp_per_minute").mean())
    name, text = "brittle", f"best answer ({best})"
    return [
        Row(
            name,
            f"{text}: HP lost a minute",
            float(hp.mean()),
            plain,
            mean_interval(hp),
            f">= {FREE_HP:g}",
            bool(hp.mean() >= FREE_HP),
        ),
        Row(
            name,
            f"{text}: share of lives hurt",
            float(hurt.mean()),
            None,
            mean_interval(hurt),
            f">= {HURT_SHARE:g}",
            bool(hurt.mean() >= HURT_SHARE),
        ),
    ]


CLAIMS = (Claim("brittle", tuple(WAYS), run, judge),)
