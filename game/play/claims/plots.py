"""One picture a claim: every measure by seed, and its curves over time; the game as played beside the rest.

matplotlib draws it, if it is installed (the extra ``plots``); nothing else here needs it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.claims.claim import Results

PANEL_INCHES = (5.0, 3.2)
COLUMNS = 3
DOTS_PER_INCH = 110


def check() -> None:
    """Refuse to draw without the means.

    Raises:
        BadInput: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        raise BadInput("--plots", "matplotlib draws these: pip install 'after-the-classroom[plots]'")


def draw(name: str, results: Results, folder: Path) -> Path:
    """Draw a claim; return the file, ``folder/name.png``.

    Raises:
        BadInput: it cannot be written.
    """
    curves, single = _sorted(results)
    count = len(curves) + len(single)
    across = min(count, COLUMNS)
    down = -(-count // COLUMNS)
    figure: Any = import_module("matplotlib.figure").Figure(
        figsize=(PANEL_INCHES[0] * across, PANEL_INCHES[1] * down), layout="constrained"
    )
    panels = iter(figure.subplots(down, across, squeeze=False).flat)
    for measure, points in curves.items():
        _over_time(next(panels), results, measure, points)
    for measure in single:
        _by_seed(next(panels), results, measure)
    for empty in panels:
        empty.set_axis_off()
    figure.suptitle(name)
    path = folder / f"{name}.png"
    try:
        figure.savefig(path, dpi=DOTS_PER_INCH)
    except OSError as error:
        raise BadInput(str(path), f"cannot be written: {error.strerror or error}") from error
    return path


def _sorted(results: Results) -> tuple[dict[str, list[float]], list[str]]:
    """Return curves (measure -> times, s) and single measures."""
    curves: dict[str, list[float]] = {}
    single = []
    for measure in results.measures():
        name, at, seconds = measure.rpartition("@")
        if at:
            curves.setdefault(name, []).append(float(seconds))
        else:
            single.append(measure)
    return curves, single


def _over_time(panel: Any, results: Results, measure: str, points: list[float]) -> None:
    """Draw the median of each arm and the band that holds the middle 80 % of the seeds."""
    for arm in results.arms():
        values = np.array([results.of(arm, f"{measure}@{second:g}") for second in points])
        low, middle, high = np.quantile(values, (0.1, 0.5, 0.9), axis=1, method="nearest")
        (line,) = panel.plot(points, middle, label=arm)
        panel.fill_between(points, low, high, alpha=0.15, color=line.get_color(), linewidth=0)
    panel.set(title=measure, xlabel="s")
    panel.legend(fontsize="small")


def _by_seed(panel: Any, results: Results, measure: str) -> None:
    """Draw a dot a seed and arm, and the median of each arm across; what never came is left out."""
    for arm in results.arms():
        values = results.of(arm, measure)
        shown = np.where(np.isfinite(values), values, np.nan)
        (dots,) = panel.plot(results.seeds, shown, ".", label=arm)
        if np.isfinite(np.median(values)):
            panel.axhline(np.median(values), color=dots.get_color(), linewidth=0.8)
    panel.set(title=measure, xlabel="seed")
    panel.xaxis.get_major_locator().set_params(integer=True)
    panel.legend(fontsize="small")
