"""The way through the program: title, loading, card, play, result, and what is written down between.

Scenes know this object and nothing of one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.data.paths import find_map
from game.data.tuning import Assist, Difficulty, Rules
from game.play import save
from game.play.session import Session
from game.play.simulation import Simulation
from game.show.portraits import Portraits
from game.show.scenes.card import Card
from game.show.scenes.codex import Codex
from game.show.scenes.loading import Loading
from game.show.scenes.pause import Pause
from game.show.scenes.places import Places
from game.show.scenes.play import PlayScene
from game.show.scenes.result import Result
from game.show.scenes.settings_menu import SettingsMenu
from game.show.scenes.title import Title

if TYPE_CHECKING:
    from pathlib import Path

    from game.data.level import Level
    from game.show.app import App
    from game.show.renderer import Renderer

FIRST = "hyosan"


@dataclass(frozen=True)
class Wanted:
    """What the command line asked to play."""

    map: str = FIRST
    seed: int = 1
    at: int = 0
    hero: str = ""
    difficulty: str = ""


class Flow:
    """Leads from scene to scene.

    Args:
        app: the running program.
        wanted: map, seed and start asked for on the command line.
    """

    def __init__(self, app: App, wanted: Wanted | None = None) -> None:
        self.app = app
        self.wanted = wanted or Wanted()
        self.portraits = Portraits()
        self.progress, self.notice = save.load_progress()

    # -- rows of the title -------------------------------------------------------------------

    @property
    def can_continue(self) -> bool:
        """Whether there is a checkpoint to come back to."""
        return save.has_checkpoint()

    @property
    def where(self) -> str:
        """Where the last checkpoint lies, in words."""
        found = self.progress.tags_found
        return self.app.words.text("ui-where", found=found, total=24) if found else ""

    def title(self, notice: str = "") -> None:
        """Show the title."""
        self.app.become(Title(self.app, self, notice or self.notice))
        self.notice = ""

    def new_game(self) -> None:
        """Begin at the beginning."""
        self.load(find_map(self.wanted.map), fresh=True)

    def carry_on(self) -> None:
        """Come back at the last checkpoint."""
        try:
            kept = save.load_checkpoint()
            self.load(find_map(kept.map), kept=kept)
        except BadInput as error:
            self.title(str(error))

    def places(self) -> None:
        """Choose a level that was reached."""
        self.app.push(Places(self.app, self))

    def codex(self) -> None:
        """Read the tags that were found."""
        self.app.push(Codex(self.app, self.progress))

    def settings(self) -> None:
        """Change the settings."""
        self.app.push(SettingsMenu(self.app))

    def leave(self) -> None:
        """Leave the level; the last checkpoint is kept."""
        self.title()
