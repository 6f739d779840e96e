"""Pictures of a bot's game while it is played, as its player sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.play.bots import make_bot
from game.play.game import Setup, play
from game.play.session import Session
from game.show.commands.shot import Onlooker
from game.sim.intent import Intent
from tools.gallery.picture import Pixels, of_surface

SIZE: Final = (1280, 720)


class Camera:
    """Looks on, and takes pictures at some ticks.

    A game is played in one go: a bot that is started anew has forgotten where it was.
    """

    def __init__(self, onlooker: Onlooker, ticks: Iterable[int]) -> None:
        self.onlooker, self.ticks = onlooker, frozenset(ticks)
        self.taken: dict[int, Pixels] = {}

    def after(self, session: Session, intent: Intent) -> None:
        """Look; take a picture if it is time."""
        self.onlooker.after(session, intent)
        if session.tally.ticks in self.ticks:
            self.taken[session.tally.ticks] = self.picture()

    def picture(self) -> Pixels:
        """Draw what the player sees now."""
        self.onlooker.app.draw()
        return of_surface(self.onlooker.app.window)


def film(
    level: str, seed: int, ticks: Iterable[int], language: str = "en", quality: str = "high"
) -> tuple[Session, Camera]:
    """Let the bot play a level until the last of the ticks, or its end."""
    session, wanted = Setup(level, seed, lives=0).open(), sorted(ticks)
    camera = Camera(Onlooker(session, SIZE, language), wanted)
    camera.onlooker.app.settings.quality = quality
    play(session, make_bot("campaign", seed), wanted[-1], [camera])
    return session, camera
