"""``python -m tools.gallery OUT_DIR``: everything the game shows, as PNGs and one page to look at them.

Each picture is there four times: as it is, in deuteranopia, in protanopia and in grey. ``--only`` names the
sections wanted. ``--readme`` draws the pictures of the README into ``assets/pictures`` instead. Exit code 2
for a bad argument.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from PIL import Image
from rich.console import Console
from rich.progress import Progress

from game.data import paths
from tools.gallery import cast, places, readme, screens
from tools.gallery.page import page
from tools.gallery.picture import Picture
from tools.gallery.vision import VISIONS, seen

README_PICTURES: Final = Path(__file__).resolve().parents[2] / "assets" / "pictures"
PACKED: Final = 6
"""How hard PNGs are packed, of 9: they are looked at once."""

Maps = Sequence[Path]
SECTIONS: Final[Mapping[str, Callable[[Maps], Iterator[Picture]]]] = {
    "places": places.places,
    "moments": places.moments,
    "cast": lambda _: cast.cast(),
    "props": lambda _: cast.props(),
    "portraits": lambda _: cast.faces(),
    "icons": lambda _: cast.signs(),
    "screens": lambda _: screens.screens(),
    "stills": lambda _: screens.stills(),
}


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.gallery", description=__doc__)
    parser.add_argument(
        "out", nargs="?", type=Path, metavar="OUT_DIR", help="a folder; made if it is not there"
    )
    parser.add_argument("--only", default=",".join(SECTIONS), metavar="A,B", help="sections (default: all)")
    parser.add_argument("--map", action="append", metavar="NAME", help="levels (default: all that ship)")
    parser.add_argument("--readme", action="store_true", help="draw the pictures of the README")
    chosen = parser.parse_args(argv)
    unknown = sorted(set(chosen.only.split(",")) - set(SECTIONS))
    if unknown:
        parser.error(f"no such section: {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    if bool(chosen.out) == chosen.readme:
        parser.error("name a folder to draw into, or give --readme")
    return chosen


def main(argv: Sequence[str] | None = None) -> int:
    """Draw what is asked for."""
    chosen = _arguments(argv)
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home  # nobody's saves show
        if chosen.readme:
            draw_readme(README_PICTURES)
        else:
            maps = [paths.find_map(name) for name in chosen.map] if chosen.map else places.shipped()
            draw(chosen.out, [name for name in SECTIONS if name in chosen.only.split(",")], maps)
    return 0


def draw(out: Path, sections: Sequence[str], maps: Maps) -> dict[str, list[str]]:
    """Draw sections into a folder and write ``index.html``; return the names hung, by section."""
    hung: dict[str, list[str]] = {}
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("drawing", total=len(sections))
        for section in sections:
            for made in SECTIONS[section](maps):
                bar.update(task, description=f"{section}: {made.name}")
                hang(out, made)
                hung.setdefault(section, []).append(made.name)
            bar.advance(task)
    (out / "index.html").write_text(page(hung), encoding="utf-8")
    return hung


def hang(out: Path, made: Picture) -> None:
    """Write a picture four times: as it is, and as others see it."""
    write(out / made.section / f"{made.name}.png", made)
    for vision in VISIONS:
        there = Picture(made.section, made.name, seen(made.pixels, vision))
        write(out / vision / made.section / f"{made.name}.png", there)


def write(path: Path, made: Picture) -> None:
    """Write one PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(made.pixels).save(path, compress_level=PACKED)


def draw_readme(folder: Path) -> None:
    """Draw the pictures of the README, and the one that moves."""
    for made in readme.pictures():
        write(folder / f"{made.name}.png", made)
    readme.moving(folder / "street.gif")


if __name__ == "__main__":
    sys.exit(main())
