"""They learn: a bot that never gives up its habit dies sooner where the dead know it.

``learn_<habit>``: the bot lives for ``TAUGHT_S``, in as many lives as that takes. Then ``LIVES``
are measured; each follows that teaching, and none another.

    taught      the dead remember what they learnt
    off         they cannot learn
    shuffled    they remember it as if it had been of habits they know nothing of, at the other end of town;
                and learn nothing anew: some habits, such as shooting, would be learnt again within a life
    answered    they remember; the bot uses what undoes the lesson

``adapt``: a bot that had run the same round of places hides from now on.

    switched    the dead were taught by the round, then for three minutes by the hiding
    steady      they were taught by the hiding all along
    off         they cannot learn

Rules of this module:
- Lives are cut off at ``LIFE_S``, and some bots outlive them. So the time to kill is reckoned from all of an
  arm's lives together: the seconds lived for each ``HP`` lost, as of lifetimes that are cut off.
- A gain is the share of that time a lesson takes off; its interval is a bootstrap over seeds, in pairs.
- ``forget`` lets a lesson at its strongest go unused.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, load_tuning
from game.play.bots.counterplay import COUNTERPLAY
from game.play.bots.known_ways import known_ways
from game.play.claims.claim import Claim, Interval, Results, Row, Values, at_most, median_interval
from game.play.claims.lives import OF_HABITS, Life, live
from game.play.claims.town import SIDE, empty_game, town
from game.sim.happenings import Habit
from game.sim.resource_lessons import Lessons
from game.sim.resources import TICKS_PER_SECOND

TAUGHT_S, MEASURED, LIVES = 180.0, 99, 3
"""How long the bot teaches, s; the number of the first life that is measured, and how many are."""
SWITCH_S = 180.0
BARS = {"route": 0.25, "hider": 0.25, "gunner": 0.15, "thrower": 0.15, "torch": 0.10, "sprinter": 0.10}
OF = {
    "route": Habit.ROUTE,
    "hider": Habit.HIDE,
    "gunner": Habit.GUN,
    "thrower": Habit.THROW,
    "torch": Habit.LIGHT,
    "sprinter": Habit.RUN,
}
OFF = Rules(without=frozenset({"learning"}))
RESAMPLES = 2000
HP = 100.0
"""What one has to lose."""


@lru_cache(maxsize=64)
def taught(habit: str, seed: int) -> Life:
    """Let a bot teach, once for all arms; return its last life, with what the dead then know."""
    return go_on(habit, seed, TAUGHT_S, 1, None)


def go_on(habit: str, seed: int, left: float, first: int, before: Life | None) -> Life:
    """Let a bot live for so long, s; return its last life."""
    while left > 0:
        before = live(habit, seed, first, before)
        first, left = first + 1, left - before.seconds
    assert before is not None
    return before


def shuffled(life: Life, seed: int) -> Life:
    """Return a life remembered amiss: each lesson as another, drawn, and places half a turn round town.

    Whatever is left of the truth would be no null: a bot that shoots also has a round, so its places, held
    for another habit's sake, are still the right ones.
    """
    lessons = deepcopy(life.lessons)
    known, unknown = np.flatnonzero(lessons.is_known), np.flatnonzero(~lessons.is_known)
    others = np.random.default_rng(seed).permutation(unknown)[: len(known)]
    for name in OF_HABITS:
        of_habits = getattr(lessons, name)
        of_habits[known], of_habits[others] = of_habits[others], of_habits[known]
    for spots in (lessons.places.spot, lessons.places.find_spot):
        spots[...] = SIDE - spots
    return replace(life, lessons=lessons)


def measure(habit: str, arm: str, seed: int) -> dict[str, float]:
    """Play the lives that are measured."""
    before = None if arm == "off" else taught(habit, seed)
    if before is not None and arm == "shuffled":
        before = shuffled(before, seed)
    lives = []
    for number in range(MEASURED, MEASURED + LIVES):
        bot = COUNTERPLAY[habit](known_ways(town()), seed) if arm == "answered" else None
        rules = OFF if before is None else None
        lives.append(live(habit, seed, number, before, rules, bot, is_held=arm == "shuffled"))
    return told(lives, habit)


def told(lives: list[Life], habit: str) -> dict[str, float]:
    """Return the measures of lives: means of one."""
    return {
        "seconds": float(np.mean([life.seconds for life in lives])),
        "hp_lost": float(np.mean([life.damage for life in lives])),
        "unhurt_s": float(np.mean([life.touched for life in lives])),
        "known": float(np.mean([life.known[OF[habit]] for life in lives])),
    }


def gain(results: Results, off: str, on: str) -> tuple[float, Interval]:
    """Return the share of the time to kill in one arm that is missing in another, and its interval."""
    drawn = np.random.default_rng(1).integers(0, len(results.seeds), (RESAMPLES, len(results.seeds)))
    shares = np.sort(1 - _time(results, on, drawn) / _time(results, off, drawn))
    all_of_them = np.arange(len(results.seeds))[None]
    value = 1 - _time(results, on, all_of_them) / _time(results, off, all_of_them)
    cut = round(0.025 * RESAMPLES)
    return float(value[0]), (float(shares[cut]), float(shares[-1 - cut]))


def _time(results: Results, arm: str, drawn: NDArray[np.int64]) -> Values:
    """Return the seconds that ``HP`` last in lives drawn ``(r, n)``, ``(r,)``; none lost count as one."""
    seconds, lost = results.of(arm, "seconds")[drawn], results.of(arm, "hp_lost")[drawn]
    return np.asarray(HP * seconds.sum(axis=1) / np.maximum(lost.sum(axis=1), 1.0))


def judge(habit: str, results: Results) -> list[Row]:
    """Hold the gain against its bar, shuffled memory, and what undoes the lesson."""
    name, bar = f"learn_{habit}", BARS[habit]
    value, interval = gain(results, "off", "taught")
    control, around = gain(results, "off", "shuffled")
    back, of_back = gain(results, "answered", "taught")
    text = f"{OF[habit].name} taught: share of the time to kill taken off"
    return [
        Row(
            name, text, value, control, interval, f">= {bar:g}, surely > 0", value >= bar and interval[0] > 0
        ),
        Row(name, "the same, memory shuffled", control, value, around, "<= half", control <= value / 2),
        Row(name, "taken off less by what undoes it", back, value, of_back, "> 0", back > 0),
    ]


def adapt(arm: str, seed: int) -> dict[str, float]:
    """Measure a hiding bot by what the dead were taught."""
    if arm == "off":
        return measure("hider", arm, seed)
    before = taught("route" if arm == "switched" else "hider", seed)
    before = go_on("hider", seed, SWITCH_S, len(BARS) * MEASURED, before)
    lives = [live("hider", seed, number, before) for number in range(MEASURED, MEASURED + LIVES)]
    return told(lives, "hider")


def forget(_arm: str, seed: int) -> dict[str, float]:
    """Measure how long a lesson at its strongest is known that is never used."""
    simulation = empty_game(town(), seed, (47.5, 47.5))
    lessons, learning = simulation.world.resource(Lessons), load_tuning().learning
    lessons.evidence[:], lessons.is_known[:] = learning.cap, True
    most = int(5 * learning.half_life_s * TICKS_PER_SECOND)
    while lessons.is_known.any() and simulation.tick < most:
        simulation.step()
    return {"known_s": simulation.tick / TICKS_PER_SECOND}


def judge_adapt(results: Results) -> list[Row]:
    """Hold what is recovered of the loss against one half."""
    steady, _ = gain(results, "off", "steady")
    switched, interval = gain(results, "off", "switched")
    text = f"share of the time to kill taken off, {SWITCH_S:g} s after a change of ways"
    return [Row("adapt", text, switched, steady, interval, ">= half of steady", switched >= steady / 2)]


def judge_forget(results: Results) -> list[Row]:
    """Hold the time an unused lesson is known against four half-lives."""
    most = 4 * load_tuning().learning.half_life_s
    known = results.of("unused", "known_s")
    return [
        at_most("forget", "an unused lesson is known, s", known.max(), most, interval=median_interval(known))
    ]


ARMS = ("taught", "off", "shuffled", "answered")
CLAIMS = (
    *(Claim(f"learn_{habit}", ARMS, partial(measure, habit), partial(judge, habit)) for habit in BARS),
    Claim("adapt", ("switched", "steady", "off"), adapt, judge_adapt),
    Claim("forget", ("unused",), forget, judge_forget),
)
