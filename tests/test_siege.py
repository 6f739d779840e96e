from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import Scene
from tales import box, events, tale

from game.data.enums import DoorKind
from game.data.things import Door as DoorThing
from game.data.tuning import load_tuning
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import DOOR, Door
from game.sim.happenings import DoorChange, DoorMoved, Heard, Noise, Said
from game.sim.resources import Clock
from game.sim.story.agenda import run_agenda
from game.sim.story.siege import besiege, worn
from game.sim.story.stage import fire

YARD = """
    ######################
    #@...................#
    ######################
"""
BUNKER = DoorThing(id=40, name="bunker", area=box(10, 0, 2, 1), kind=DoorKind.BUNKER)
TUNING = load_tuning()
HOLD = 'do = [{ hold = "bunker", then = "open", dents = ["one", "two", "three"] }]'


def noisy(loudness: float, every: int, x: float) -> Scene:
    """A door that is held while somebody makes a noise every so many ticks."""
    made = tale(YARD, f"[beat.it]\n{HOLD}", things=[BUNKER])
    fire(made.world, "it")

    @system
    def clatter(world: World, clock: Clock) -> None:
        if every and clock.every(every):
            world.events.emit(Noise, pos=(x, 1.5), loudness=loudness, heard=Heard.STEP)

    for _ in range(30):
        made.run(60, clatter, run_agenda, besiege)
        if "open" in events(made):
            return made
    raise AssertionError("the door never gave")


@cache
def held(loudness: float, every: int, x: float = 5.0) -> float:
    """How long the door held, s."""
    made = noisy(loudness, every, x)
    return next(told.tick for told in made.told if told.event.rows() == [{"name": "open"}]) / 60


def test_in_silence_it_holds_twenty_seconds() -> None:
    assert held(0, 0) == pytest.approx(20, abs=0.1)


def test_the_louder_one_is_the_sooner_it_opens() -> None:
    times = [held(loudness, 30) for loudness in (0, 1.5, 4, 8, 22)]
    assert times == sorted(times, reverse=True)
    assert len(set(times)) == len(times)


def test_the_more_often_one_is_loud_the_sooner_it_opens() -> None:
    times = [held(8, every) for every in (240, 120, 60, 30)]
    assert times == sorted(times, reverse=True)
    assert len(set(times)) == len(times)


def test_however_loud_there_is_time_to_see_what_comes() -> None:
    assert held(60, 1) == pytest.approx(TUNING.bunker.least_s, abs=0.1)


def test_noises_far_away_do_not_count() -> None:
    far = 11 + TUNING.bunker.hear_tiles + 1
    assert held(60, 1, far) == held(0, 0)


@given(
    st.lists(st.floats(0, 60), min_size=1, max_size=200),
    st.integers(0, 199),
    st.floats(0, 60),
)
def test_a_noise_more_never_makes_it_hold_longer(noises: list[float], at: int, more: float) -> None:
    louder = [*noises]
    louder[at % len(noises)] += more
    ends = []
    for story in (noises, louder):
        gone = 0.0
        for tick, loudness in enumerate(story):
            gone = worn(TUNING, gone, (tick + 1) / 60, loudness)
        ends.append(gone)
    assert ends[1] >= ends[0]


def test_blows_come_three_and_three_and_the_dent_grows_with_them() -> None:
    made = tale(YARD, f"[beat.it]\n{HOLD}", things=[BUNKER])
    fire(made.world, "it")
    dents = []
    for _ in range(60 * 12):
        made.run(1, run_agenda, besiege)
        dents.append(float(made.world.view(Door, made.world.span(DOOR)).dent[0]))
    blows = [told.tick for told in made.told if isinstance(told.event, DoorMoved)]
    gaps = [b - a for a, b in pairwise(blows)]
    assert gaps[:8] == [30, 30, 60, 30, 30, 60, 30, 30]
    assert dents == sorted(dents)
    assert dents[-1] == pytest.approx(0.6, abs=0.05)
    assert {row["how"] for row in made.heard(DoorMoved)} == {DoorChange.DENTED}


def test_captions_come_at_quarters_of_the_way() -> None:
    made = noisy(0, 0, 5.0)
    said = [told.tick / 60 for told in made.told if isinstance(told.event, Said)]
    assert said == pytest.approx([5, 10, 15], abs=0.1)
    assert [row["line"] for row in made.heard(Said)] == ["one", "two", "three"]
