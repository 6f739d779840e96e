"""Readers of arguments: each returns what was meant, or says in one line what may be given."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DIFFICULTIES = ("story", "survivor", "evolved")
MAX_SEED = 2**32 - 1
MAX_SEEDS = 10_000
MAX_MINUTES = 24 * 60
TICKS_A_MINUTE = 60 * 60
MAX_TICKS = 24 * 60 * 60 * 60  # a day of play
SMALLEST, LARGEST = 64, 7680  # pixels along a side of a picture


def whole(low: int, high: int) -> Callable[[str], int]:
    """Read a whole number between two others, both allowed."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,18}", text) or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number from {low} to {high}")
        return int(text)

    return read


seed = whole(0, MAX_SEED)
ticks = whole(1, MAX_TICKS)


def seeds(text: str) -> tuple[int, int]:
    """Read a run of seeds, such as 1-60, or one seed."""
    low, dash, high = text.partition("-")
    first = seed(low)
    last = seed(high) if dash else first
    if not 0 <= last - first < MAX_SEEDS:
        raise argparse.ArgumentTypeError(
            f"{text[:40]!r} is not a run of seeds such as 1-60, {MAX_SEEDS} at most"
        )
    return first, last


def minutes(text: str) -> int:
    """Read a number of minutes of play, such as 20 or 0.5; return ticks."""
    if not re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,6})?", text) or not 0 < float(text) <= MAX_MINUTES:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number of minutes up to {MAX_MINUTES}")
    return max(1, round(float(text) * TICKS_A_MINUTE))


def names(text: str) -> tuple[str, ...]:
    """Read names joined by commas."""
    found = tuple(text.split(","))
    if not all(found):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no list of names such as a,b")
    return found


def difficulties(text: str) -> tuple[str, ...]:
    """Read difficulties joined by commas."""
    found = names(text)
    for each in found:
        if each not in DIFFICULTIES:
            raise argparse.ArgumentTypeError(f"{each[:40]!r} is none of {', '.join(DIFFICULTIES)}")
    return found


def ablations(text: str) -> str:
    """Read what is taken out of the dead, such as packs,belief."""
    from game.data.errors import BadInput
    from game.data.tuning import Rules
    from game.play.game import named

    try:
        Rules(without=named(text))
    except BadInput as refusal:
        raise argparse.ArgumentTypeError(refusal.what) from None
    return text


def size(text: str) -> tuple[int, int]:
    """Read the size of a picture, such as 1280x720."""
    width, cross, height = text.partition("x")
    sides = [int(s) for s in (width[:6], height[:6]) if s.isdecimal()]
    if not cross or len(sides) != 2 or not all(SMALLEST <= side <= LARGEST for side in sides):  # noqa: PLR2004
        raise argparse.ArgumentTypeError(
            f"{text[:40]!r} is not a size such as 1280x720 ({SMALLEST} to {LARGEST} a side)"
        )
    return sides[0], sides[1]


def out_file(text: str) -> Path:
    """Read the name of a file to be written: its folder must be there."""
    path = Path(text).expanduser()
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r}: there is no folder {str(path.parent)!r}")
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is a folder; name a file")
    return path


def png_file(text: str) -> Path:
    """Read the name of a picture to be written."""
    return _ending(text, "pictures are PNG; end the name in .png", ".png")


def table_file(text: str) -> Path:
    """Read the name of a table to be written."""
    return _ending(text, "end the name in .csv or .json", ".csv", ".json")


def track_file(text: str) -> Path:
    """Read the name of a file of tracks to be written."""
    return _ending(text, "end the name in .npz", ".npz")


def _ending(text: str, otherwise: str, *endings: str) -> Path:
    """Read the name of a file to be written that ends in one of these."""
    path = out_file(text)
    if path.suffix.lower() not in endings:
        raise argparse.ArgumentTypeError(f"{text!r}: {otherwise}")
    return path


def make_folder(path: Path) -> None:
    """Make a folder that files will be written to, and try to write one.

    Raises:
        BadInput: it cannot be made, or nothing can be written there.
    """
    from tempfile import TemporaryFile

    from game.data.errors import BadInput

    try:
        path.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path):
            pass
    except OSError as error:
        raise BadInput(str(path), f"is no folder to write to: {error.strerror}") from error
