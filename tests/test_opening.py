"""The first seconds: how dark it is, and what ends the dark."""

from __future__ import annotations

import pytest

from game.show.scenes.opening import FADE_S, darkness, is_dark
from game.sim.resources import TICKS_PER_SECOND, Story


def test_a_level_without_an_opening_is_never_dark() -> None:
    story = Story()
    assert not is_dark(story)
    assert darkness(story, 0) == 0


def test_it_is_dark_until_the_hand_rises_and_then_dawns() -> None:
    story = Story(events={"opening": 0, "eye_opens": 480})
    assert is_dark(story)
    assert darkness(story, 800) == 1
    story.events["hand_rises"] = 900
    assert not is_dark(story)
    half = 900 + round(FADE_S * TICKS_PER_SECOND / 2)
    assert darkness(story, half) == pytest.approx(0.5, abs=0.02)
    assert darkness(story, 900 + 600) == 0


def test_who_takes_the_first_tag_in_the_dark_need_not_wait_for_the_hand() -> None:
    story = Story(events={"opening": 0, "tag_taken": 12})
    assert not is_dark(story)
    assert darkness(story, 12) == 1
    assert darkness(story, 600) == 0
    story.events["hand_rises"] = 900
    assert darkness(story, 901) == 0
