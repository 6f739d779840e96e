"""A recording in a window: the world goes its recorded way, nobody's hands are needed.

Space pauses, right goes four times as fast while held, escape leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.play.compare import play_again
from game.show import style
from game.show.app import App
from game.show.garbage import settle
from game.show.renderer import Renderer
from game.show.settings import load_settings
from game.sim.resources import DT

if TYPE_CHECKING:
    from game.play.replay import Recording
    from game.play.session import Session
    from game.show.canvas import Canvas

MOST_TICKS = 12  # played in one frame at most: a slow machine shows slower time
FAST = 4.0
BAR_H = 2


class Showing:
    """The scene of a recording.

    Args:
        app: the running program.
        session: just begun, as the recording began.
        recording: what happens in it.
    """

    covers = True

    def __init__(self, app: App, session: Session, recording: Recording) -> None:
        self.app, self.session, self.length = app, session, recording.ticks
        self.renderer = Renderer(session.simulation.level)
        self.ticks = play_again(session, recording)
        self.picture = pygame.Surface((style.WIDTH, style.HEIGHT))
        self.owed = self.now = 0.0
        self.is_paused = False
        settle()

    def enter(self) -> None:
        """Nothing waits for this."""

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Pause or leave."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE:
            self.is_paused = not self.is_paused
        elif word == "back":
            self.app.quit()

    def update(self, seconds: float) -> None:
        """Play the ticks that are due; leave after the last."""
        self.now += seconds
        if self.is_paused:
            return
        self.owed += seconds * (FAST if pygame.key.get_pressed()[pygame.K_RIGHT] else 1.0)
        for _ in range(min(MOST_TICKS, int(self.owed / DT))):
            self.owed -= float(DT)
            if next(self.ticks, None) is None:
                self.app.quit()
                return
            self.renderer.hear(self.session.events)
        self.owed = min(self.owed, float(DT))

    def draw(self, canvas: Canvas) -> None:
        """Draw the world, and under it how far the recording is."""
        world = self.session.simulation.world
        self.renderer.draw(self.picture, world, min(1.0, self.owed / float(DT)), self.now)
        canvas.picture(self.picture)
        share = self.session.tally.ticks / max(self.length, 1)
        canvas.rect(0, style.HEIGHT - BAR_H, style.WIDTH * share, BAR_H, style.GOLD)


def show(session: Session, recording: Recording) -> None:
    """Open a window and show a recording until it ends or the window is closed."""
    settings, _ = load_settings()
    app = App(settings)
    app.become(Showing(app, session, recording))
    app.run()
    pygame.quit()
