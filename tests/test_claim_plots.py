"""Pictures of claims: what a panel holds, and what tells its arms apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.play.claims import plots
from game.play.claims.claim import Results

pytest.importorskip("matplotlib")


def picture(measure: str, arms: int, came: float = 1.0) -> Any:
    """Draw a claim of so many arms, four seeds each; the last arm's third seed comes to ``came``."""
    told = {(f"arm {arm}", seed): {measure: 1.0 + arm * seed} for arm in range(arms) for seed in range(4)}
    told[f"arm {arms - 1}", 2][measure] = came
    return plots._figure("toss", Results((0, 1, 2, 3), told))


def test_a_strip_has_a_named_row_for_each_of_many_arms_and_a_dot_for_each_seed() -> None:
    (panel,) = picture("hp_per_minute", 15).subfigs[0].axes
    assert [each.get_text() for each in panel.get_yticklabels()] == [f"arm {arm}" for arm in range(15)]
    assert [each.get_weight() for each in panel.get_yticklabels()[:2]] == ["bold", "normal"]
    assert panel.yaxis_inverted(), "the first arm is at the top"
    for row, dots in enumerate(panel.get_lines()):
        assert len(dots.get_xdata()) == 4
        assert all(abs(y - row) < 0.5 for y in dots.get_ydata()), "within its row"
    assert (panel.get_title(), panel.get_xlabel()) == ("HP per minute", "HP/min")
    assert panel.get_legend() is None


def test_a_strip_grows_with_its_arms() -> None:
    few, many = (picture("time, s", arms).get_size_inches() for arms in (2, 15))
    assert few[0] == many[0]
    assert many[1] - few[1] == pytest.approx(13 * plots.ROW_HEIGHT)


def test_a_row_says_how_often_it_never_came() -> None:
    (panel,) = picture("time, s", 2, np.inf).subfigs[0].axes
    assert [len(dots.get_xdata()) for dots in panel.get_lines()] == [4, 3]
    assert [each.get_text().strip() for each in panel.texts] == ["1 never"]


def test_of_a_yes_or_no_the_share_is_marked() -> None:
    told = {("played", seed): {"hurt": float(seed > 0)} for seed in range(4)}
    (panel,) = plots._figure("toss", Results((0, 1, 2, 3), told)).subfigs[0].axes
    assert panel.get_xlabel() == "share of the seeds"
    assert panel.collections[-1].get_segments()[0][0][0] == 0.75


def test_no_two_curves_look_alike_and_one_legend_stands_outside() -> None:
    room = picture("share@2", 15).subfigs[0]
    (panel,) = room.axes
    looks = {(line.get_color(), line.get_linestyle()) for line in panel.get_lines()}
    assert len(looks) == 15
    assert panel.get_legend() is None
    (legend,) = room.legends
    assert len(legend.get_texts()) == 15
