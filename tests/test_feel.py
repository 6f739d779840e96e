from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.tuning import load_tuning
from game.ecs.events import Event, Told
from game.show import gamma, style
from game.show.feel import Feel
from game.show.vignette import SAFE_HZ, Vignette
from game.sim.components import Sort, Weapon
from game.sim.happenings import Cued, Died, DoorChange, DoorMoved, Fired, Hit, Wound

HERO, OTHER, FOE = 7, 8, 9
HERE = (20.0, 20.0)


def feel() -> Feel:
    return Feel(load_tuning())


def one(kind: type[Event], **columns: Any) -> Event:
    """An event of one row; what is not given is as it comes."""
    row = {c.name: np.array([columns.get(c.name, c.default)]) for c in kind.columns}
    return kind.batch({name: value.copy() for name, value in row.items()})


def heard(*events: Event) -> Feel:
    made = feel()
    made.hear([Told(0, event) for event in events], HERO, HERE)
    return made


def blow(source: int, weapon: Weapon = Weapon.PIPE) -> Event:
    return one(Hit, target=FOE, source=source, weapon=weapon)


def death(by: int, sort: Sort = Sort.SHAMBLER) -> Event:
    return one(Died, who=FOE, by=by, sort=sort)


# -- hit-stop ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "held_s"),
    [
        ((blow(HERO),), 0.05),
        ((blow(HERO, Weapon.HANDS),), 0.05),
        ((blow(HERO), death(HERO)), 0.08),
        ((blow(HERO), death(HERO, Sort.BRUTE)), 0.11),
        ((one(Wound, who=HERO),), 0.10),
        ((blow(HERO, Weapon.PISTOL),), 0.0),
        ((blow(HERO, Weapon.PISTOL), death(HERO)), 0.0),
        ((blow(OTHER),), 0.0),
        ((blow(OTHER), death(OTHER)), 0.0),
        ((one(Wound, who=FOE),), 0.0),
    ],
)
def test_time_holds_for_the_heros_blows_kills_and_wounds_and_for_nothing_else(
    events: tuple[Event, ...], held_s: float
) -> None:
    assert heard(*events).update(1.0) == pytest.approx(1 - held_s)


def test_time_held_is_held_once_over_several_frames() -> None:
    made = heard(blow(HERO))
    left = [made.update(0.02) for _ in range(4)]
    assert left == pytest.approx([0, 0, 0.01, 0.02])


def test_whoever_switched_the_hold_off_loses_no_time() -> None:
    assert heard(blow(HERO)).update(1.0, holds=False) == 1.0


# -- shake ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "event",
    [
        one(Fired, who=HERO, weapon=Weapon.PISTOL),
        one(Wound, who=HERO),
        one(DoorMoved, how=DoorChange.BROKE, pos=(25.0, 20.0)),
    ],
)
def test_shots_wounds_and_breaking_doors_shake_and_it_dies_away(event: Event) -> None:
    made = heard(event)
    seen = [made.trauma]
    while made.trauma:
        made.update(0.1)
        seen.append(made.trauma)
    assert 0 < seen[0] <= 1
    assert seen == sorted(seen, reverse=True)
    assert len(seen) <= 17


@pytest.mark.parametrize(
    "event",
    [
        one(Fired, who=FOE, weapon=Weapon.RIFLE),
        one(DoorMoved, how=DoorChange.BROKE, pos=(60.0, 20.0)),
        one(DoorMoved, how=DoorChange.OPENED, pos=(20.0, 20.0)),
        one(Fired, who=HERO, weapon=Weapon.BOTTLE),
    ],
)
def test_what_is_far_or_soft_shakes_nothing(event: Event) -> None:
    assert heard(event).trauma == 0


def test_the_story_may_shake_the_ground() -> None:
    cued = Cued.batch(
        {
            "what": np.array(["shake", "dust"], object),
            "lasts": np.array([1, 1], np.float32),
            "amount": np.array([0.25, 0.9], np.float32),
        }
    )
    assert heard(cued).trauma == 0.25


def test_shake_never_passes_one() -> None:
    assert heard(*[one(Wound, who=HERO)] * 9).trauma == 1.0


# -- the rim -------------------------------------------------------------------------------------


def brightness(rim: Vignette, flashes: float = 1.0) -> float:
    picture = pygame.Surface((style.WIDTH, style.HEIGHT))
    rim.draw(picture, flashes)
    return float(pygame.surfarray.pixels3d(picture)[::7, ::7].mean())


@given(st.lists(st.booleans(), min_size=90, max_size=90))
def test_blows_light_the_rim_at_most_twice_a_second(struck: list[bool]) -> None:
    rim, lit = Vignette(), []
    for step, is_struck in enumerate(struck):
        before = rim.blow
        if is_struck:
            rim.struck()
        if rim.blow > before:
            lit.append(step / 30)
        rim.update(1 / 30, 0, 1.0)
    assert all(later - sooner >= 1 / SAFE_HZ - 1e-6 for sooner, later in itertools.pairwise(lit))


def test_the_rim_is_dark_in_health_and_swells_slowly_in_hunger_and_need() -> None:
    well, hungry, hurt = Vignette(), Vignette(), Vignette()
    shown = []
    for _ in range(120):
        well.update(1 / 30, 0, 1.0)
        hungry.update(1 / 30, 1, 1.0)
        hurt.update(1 / 30, 0, 0.1)
        shown.append((brightness(well), brightness(hungry), brightness(hurt)))
    steps = np.abs(np.diff(np.array(shown), axis=0)).max(axis=0)
    assert shown[-1][0] < 1
    assert min(shown[-1][1:]) > 3
    assert (steps < 2).all()  # of 255: nothing jumps


def test_without_flashes_a_blow_lights_nothing() -> None:
    rim = Vignette()
    dark = brightness(rim, 0.0)
    rim.struck()
    assert brightness(rim, 0.0) == dark
    assert brightness(rim, 1.0) > dark + 1


# -- the dark ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("setting", "brighter"), [(70, False), (160, True)])
def test_gamma_moves_the_dark_and_leaves_black_and_white(setting: int, *, brighter: bool) -> None:
    picture = pygame.Surface((640, 360))
    picture.fill((0, 40, 255))
    gamma.brighten(picture, setting)
    black, dark, white, _ = picture.get_at((3, 3))
    assert (black, white) == (0, 255)
    assert (dark > 40) == brighter
    assert dark != 40
    assert not picture.get_locked()


def test_at_a_hundred_percent_the_picture_is_as_it_was() -> None:
    picture = pygame.Surface((640, 360))
    picture.fill((1, 40, 254))
    gamma.brighten(picture, 100)
    assert picture.get_at((3, 3))[:3] == (1, 40, 254)
