"""One picture a claim: each measure as a strip with an arm a row, and its curves over time.

Rules of this module:
- A row has a dot a seed, and what the table says of an arm: the median and its 95 % interval. Of a yes or no
  that is the mean, the share of the seeds. What never came has no dot: the row says how often.
- The first arm stands out. Curves have the colours of Okabe and Ito (2008), which the colour-blind tell
  apart; when they run out, the dashes differ.
- matplotlib draws, if it is installed (the extra ``plots``); nothing else here needs it.
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.errors import BadInput
from game.play.claims.claim import interval

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.claims.claim import Results, Values

COLUMNS = 3
WIDTH, CURVE_HEIGHT = 4.0, 3.2
"""Of a panel, inches."""
ROW_HEIGHT, AROUND_ROWS = 0.27, 0.95
"""Of a row of a strip, and of the title and axis about the rows, inches."""
NAMES_WIDTH, TITLE_HEIGHT = 1.5, 0.6
"""Of what stands beside the panels and over them, inches."""
DOTS_PER_INCH = 110
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#000000")
DASHES = ("-", "--", ":")
REST, DARK = "#8a8a8a", "#3c3c3c"
"""Of the dots and marks of all arms but the first."""
GRID, SHADE = "#e4e4e4", "#f6f6f6"
"""Of the lines across rows, and of every other row."""
SPREAD, TICK = 0.6, 0.78
"""Of a row, taken by its dots and by the mark of its middle."""
GOLDEN = 0.618034
"""Its multiples lie evenly in a row, however many there are, and no two neighbours alike."""
UNITS = {"seconds": "s", "_s": "s", ", s": "s", "hp_lost": "HP", "hp_per_minute": "HP/min"}
"""How the name of a measure ends, and its unit."""
READING = "a dot a seed; bar: the median and its 95 % interval"


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
    path = folder / f"{name}.png"
    try:
        _figure(name, results).savefig(path, dpi=DOTS_PER_INCH)
    except OSError as error:
        raise BadInput(str(path), f"cannot be written: {error.strerror or error}") from error
    return path


def _figure(name: str, results: Results) -> Any:
    """Return the picture: curves above, strips below."""
    curves, single = _sorted(results)
    strip = AROUND_ROWS + ROW_HEIGHT * len(results.arms())
    parts: list[tuple[Any, Any, float]] = [(_curves, curves, CURVE_HEIGHT), (_strips, single, strip)]
    parts = [part for part in parts if part[1]]
    heights = [height * _down(len(measures)) for _, measures, height in parts]
    across = min(max(len(curves), len(single)), COLUMNS)
    figure: Any = import_module("matplotlib.figure").Figure(
        figsize=(NAMES_WIDTH + WIDTH * across, TITLE_HEIGHT + sum(heights)), layout="constrained"
    )
    rooms = figure.subfigures(len(parts), 1, height_ratios=heights, squeeze=False).flat
    for room, (paint, measures, _) in zip(rooms, parts, strict=True):
        paint(room, results, measures)
    figure.suptitle(f"{name}, {len(results.seeds)} seeds", weight="bold")
    return figure


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


def _down(count: int) -> int:
    """Return how many rows of panels so many need."""
    return -(-count // COLUMNS)


def _panels(room: Any, count: int, **shared: bool) -> list[Any]:
    """Return so many panels; the places left over stay empty."""
    panels = list(room.subplots(_down(count), min(count, COLUMNS), squeeze=False, **shared).flat)
    for empty in panels[count:]:
        empty.set_axis_off()
    return panels[:count]


# -- over time -------------------------------------------------------------------------------------


def _curves(room: Any, results: Results, curves: dict[str, list[float]]) -> None:
    panels = _panels(room, len(curves))
    for panel, (measure, points) in zip(panels, curves.items(), strict=True):
        _over_time(panel, results, measure, points)
    handles, labels = panels[0].get_legend_handles_labels()
    room.legend(
        handles,
        labels,
        loc="outside right upper",
        fontsize="small",
        frameon=False,
        title="median, and the\nmiddle 80 % of seeds",
        title_fontsize="small",
    )


def _over_time(panel: Any, results: Results, measure: str, points: list[float]) -> None:
    """Draw the median of each arm and the band that holds the middle 80 % of the seeds."""
    for index, arm in enumerate(results.arms()):
        values = np.array([results.of(arm, f"{measure}@{second:g}") for second in points])
        low, middle, high = np.quantile(values, (0.1, 0.5, 0.9), axis=1, method="nearest")
        colour, dashes = COLOURS[index % len(COLOURS)], DASHES[index // len(COLOURS) % len(DASHES)]
        width, order = (1.4, 3) if index else (2.6, 4)
        panel.plot(points, middle, dashes, color=colour, linewidth=width, zorder=order, label=arm)
        panel.fill_between(points, low, high, alpha=0.15, color=colour, linewidth=0)
    panel.set_title(measure, fontsize="medium")
    panel.set_xlabel("s")
    panel.grid(color=GRID)


# -- strips ----------------------------------------------------------------------------------------


def _strips(room: Any, results: Results, single: list[str]) -> None:
    arms = results.arms()
    panels = _panels(room, len(single), sharey=True)
    for panel, measure in zip(panels, single, strict=True):
        _strip(panel, results, measure)
    panels[0].set_yticks(range(len(arms)), arms)
    panels[0].set_ylim(len(arms) - 0.5, -0.5)
    for panel in panels[::COLUMNS]:
        panel.get_yticklabels()[0].set(color=COLOURS[0], weight="bold")
    room.supxlabel(READING, fontsize="small")


def _strip(panel: Any, results: Results, measure: str) -> None:
    """Draw a row an arm, the first at the top."""
    values = [results.of(arm, measure) for arm in results.arms()]
    every = np.concatenate(values)
    is_yes_no = set(every.tolist()) == {0, 1}
    for row, told in enumerate(values):
        _dots(panel, row, told)
    panel.set_xlim(panel.get_xlim())
    if len(only := np.unique(every[np.isfinite(every)])) == 1:
        panel.set_xticks(only)
    for row, told in enumerate(values):
        _middle(panel, row, told, np.mean if is_yes_no else np.median)
    for row in range(1, len(values), 2):
        panel.axhspan(row - 0.5, row + 0.5, color=SHADE, linewidth=0, zorder=0)
    title, unit = _title(measure)
    panel.set_title(title, fontsize="medium")
    panel.set_xlabel("share of the seeds" if is_yes_no else unit)
    panel.grid(axis="x", color=GRID)
    panel.tick_params(axis="y", length=0)


def _title(measure: str) -> tuple[str, str]:
    """Return a measure in words, and the unit its name tells of; shares and counts have none."""
    unit = next((unit for end, unit in UNITS.items() if measure.endswith(end)), "")
    words = measure.removesuffix("_s").removesuffix(", s").replace("_", " ")
    return re.sub(r"^hp\b", "HP", words), unit


def _dots(panel: Any, row: int, values: Values) -> None:
    """Draw a dot a seed, and say how many have none."""
    apart = (np.arange(len(values)) * GOLDEN % 1 - 0.5) * SPREAD
    came = np.isfinite(values)
    colour = REST if row else COLOURS[0]
    panel.plot(values[came], row + apart[came], "o", color=colour, alpha=0.35, markersize=3.5, mew=0)
    if not came.all():
        text = f" {(~came).sum()} never"
        panel.text(1, row, text, transform=panel.get_yaxis_transform(), va="center", fontsize="x-small")


def _middle(panel: Any, row: int, values: Values, statistic: Any) -> None:
    """Draw the median or mean of a row and its interval, as far as the panel goes."""
    told = values[~np.isnan(values)]
    if not len(told) or np.isinf(middle := statistic(told)):
        return
    colour = DARK if row else COLOURS[0]
    panel.hlines(row, *np.clip(interval(statistic, told), *panel.get_xlim()), color=colour, linewidth=3)
    panel.vlines(middle, row - TICK / 2, row + TICK / 2, color=colour, linewidth=3)
