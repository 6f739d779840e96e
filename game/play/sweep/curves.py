"""The director at work: intensity over a run, its phases as bands, deaths and checkpoints where they fell.

matplotlib draws it, if it is installed (the extra ``plots``); nothing else here needs it. The bands differ in
brightness as much as in hue, and the marks in shape.
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.errors import BadInput
from game.play.sweep.watch import PHASES

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.sweep.run import Row
    from game.play.sweep.watch import Rows, Track

BANDS = {"build": "#f4ecd2", "sustain": "#d98b4a", "fade": "#b3a1c4", "relax": "#dcecf3"}
"""Phase -> colour."""
LINE, DEATH, KEPT = "#1d2733", "#b3122a", "#2d6a8e"
INCHES = (11.0, 3.6)
DOTS_PER_INCH = 110
MARKS_AT = {"death": 1.10, "kept": 1.03}
"""Where marks stand over the curve, whose top is 1."""
TOP = 1.16
MINUTE_S = 60


def check() -> None:
    """Refuse to draw without the means.

    Raises:
        BadInput: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        raise BadInput("--curves", "matplotlib draws these: pip install 'after-the-classroom[plots]'")


def file_name(row: Row) -> str:
    """Return the name of a run's picture; runs that differ in anything have different names."""
    parts = [row.map, row.bot, row.difficulty, *([f"without-{row.without}"] if row.without else [])]
    return "-".join([*(re.sub(r"[^\w.,-]+", "_", part) for part in parts), str(row.seed)]) + ".png"


def draw(row: Row, track: Track, folder: Path) -> Path:
    """Draw a run; return the file.

    Raises:
        BadInput: it cannot be written.
    """
    figure: Any = import_module("matplotlib.figure").Figure(figsize=INCHES, layout="constrained")
    panel = figure.subplots()
    minutes = track.tension[:, 0] / np.float32(MINUTE_S)
    _bands(panel, minutes, track.tension[:, 2])
    panel.plot(minutes, track.tension[:, 1], color=LINE, linewidth=1.3, label="intensity")
    _marks(panel, track.kept, "kept", marker="^", color=KEPT, label=f"checkpoint ({len(track.kept)})")
    _marks(panel, track.died, "death", marker="X", color=DEATH, label=f"death ({row.deaths})")
    panel.set(title=_title(row), xlabel="min", ylabel="intensity", ylim=(0, TOP))
    panel.set_xlim(0, max(row.seconds / MINUTE_S, 1e-3))
    panel.set_yticks([0, 0.25, 0.5, 0.75, 1])
    figure.legend(loc="outside right upper", fontsize="small", frameon=False)
    path = folder / file_name(row)
    try:
        figure.savefig(path, dpi=DOTS_PER_INCH)
    except OSError as error:
        raise BadInput(str(path), f"cannot be written: {error.strerror or error}") from error
    return path


def _title(row: Row) -> str:
    without = f", without {row.without}" if row.without else ""
    return f"{row.map}: {row.bot}, {row.difficulty}{without}, seed {row.seed}: {row.outcome}"


def _bands(panel: Any, minutes: Rows, phases: Rows) -> None:
    """Lay a band behind the curve for as long as each phase lasts; each is named once, with its share."""
    if not len(phases):
        return
    starts = np.flatnonzero(np.r_[True, phases[1:] != phases[:-1]])
    ends = np.r_[minutes[starts[1:]], minutes[-1]]
    for index, phase in enumerate(PHASES):
        share = (phases == index).mean()
        label = f"{phase} ({share:.0%} of the time)"
        for start, end in zip(starts, ends, strict=True):
            if phases[start] == index:
                panel.axvspan(minutes[start], end, color=BANDS[phase], linewidth=0, label=label)
                label = "_"


def _marks(panel: Any, rows: Rows, name: str, *, color: str, **style: Any) -> None:
    at = rows[:, 0] / MINUTE_S
    panel.vlines(at, 0, MARKS_AT[name], color=color, linewidth=0.8, linestyle=":" if name == "kept" else "-")
    panel.plot(
        at, np.full(len(at), MARKS_AT[name]), linestyle="", markersize=7, clip_on=False, color=color, **style
    )
