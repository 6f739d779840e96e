"""The window and its loop: a stack of scenes, drawn from the lowest one that fills the screen.

The loop knows nothing of the game. A scene takes menu words and raw events, is told how much time has
passed, and draws on a canvas; scenes replace, cover and leave one another through ``App``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pygame

from game.data import paths
from game.data.locale import Words, system_language
from game.show import hud, style
from game.show.canvas import Canvas
from game.show.input import Input

if TYPE_CHECKING:
    from game.show.settings import Settings

FRAMES_PER_SECOND = 60
LONGEST_FRAME = 0.1
"""After a stall, time goes on as if only this long had passed, s."""
TOLD_S = 5.0
"""How long a line told stays, s."""
ICON_BOX = (420, 124, 64, 64)
"""The gold eye in the title's picture, px."""


@dataclass(frozen=True)
class Mode:
    """What of the settings decides how the window is made."""

    fullscreen: bool = False
    scale: int = 0
    vsync: bool = False


class Scene(Protocol):
    """Something that fills or covers the screen."""

    covers: bool
    """Whether what lies below is hidden, so that it need not be drawn."""

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Hear one event and the menu word it means, if any."""

    def enter(self) -> None:
        """Be on top, for the first time or again."""

    def update(self, seconds: float) -> None:
        """Let time pass."""

    def draw(self, canvas: Canvas) -> None:
        """Draw yourself over what is below."""


class App:
    """The running program.

    Args:
        settings: what the player chose; scenes change it and call ``apply``.
        size: of the window at first, px; ``None`` takes the largest whole scale that fits the desktop.

    Attributes:
        is_left: the window does not have the focus.
    """

    def __init__(self, settings: Settings, size: tuple[int, int] | None = None) -> None:
        self.settings = settings
        self.size = size
        self.words = Words("en")
        self.input = Input(settings)
        self.scenes: list[Scene] = []
        self.is_running, self.is_left = True, False
        self.told, self.told_for_s = "", 0.0
        pygame.display.init()
        self._set_icon()
        self.window = pygame.Surface((1, 1))
        self.mode: Mode | None = None
        self.apply()
        self.input.open()

    # -- the window --------------------------------------------------------------------------

    def apply(self) -> None:
        """Make language and window what the settings say; the window changes only if they ask for another."""
        language = self.settings.language
        self.words = Words(system_language() if language == "auto" else language)
        pygame.display.set_caption(self.words.text("game-title"))
        wanted = Mode(self.settings.fullscreen, self.settings.scale, self.settings.vsync)
        if wanted == self.mode:
            return
        flags = pygame.FULLSCREEN if wanted.fullscreen else pygame.RESIZABLE
        self.window = pygame.display.set_mode(self._window_size(), flags, vsync=self._vsync())
        self.mode = wanted

    def _vsync(self) -> int:
        return int(self.settings.vsync and pygame.display.get_driver() not in {"dummy", "offscreen"})

    def _window_size(self) -> tuple[int, int]:
        desktop = pygame.display.get_desktop_sizes()[0]
        if self.settings.fullscreen:
            return desktop
        if self.size and self.mode is None:
            return self.size
        fits = min(desktop[0] // style.WIDTH, desktop[1] // style.HEIGHT, 4)
        unit = self.settings.scale or max(1, min(fits, max(2, fits - 1)))
        return style.WIDTH * unit, style.HEIGHT * unit

    def _set_icon(self) -> None:
        picture = pygame.image.load(str(paths.asset("art", "title.png")))
        pygame.display.set_icon(picture.subsurface(ICON_BOX))

    def canvas(self) -> Canvas:
        """Return a canvas over the window, as large as it is now."""
        return Canvas(pygame.display.get_surface() or self.window)

    def keep_settings(self) -> None:
        """Write the settings down; a folder that refuses costs a line, not the game."""
        try:
            self.settings.save()
        except OSError as error:
            self.tell(self.words.text("ui-settings-unsaved", reason=error.strerror or str(error)))

    def tell(self, text: str) -> None:
        """Show a line over whatever is on screen, for a while."""
        self.told, self.told_for_s = text, TOLD_S

    # -- scenes ------------------------------------------------------------------------------

    def push(self, scene: Scene) -> None:
        """Put a scene on top."""
        self.scenes.append(scene)
        scene.enter()

    def pop(self) -> None:
        """Take the top scene away."""
        self.scenes.pop()
        if self.scenes:
            self.scenes[-1].enter()

    def become(self, scene: Scene) -> None:
        """Replace every scene by this one."""
        self.scenes[:] = [scene]
        scene.enter()

    def quit(self) -> None:
        """Leave after this frame."""
        self.is_running = False

    # -- the loop ----------------------------------------------------------------------------

    def run(self) -> None:
        """Run until nobody is on stage or somebody quits."""
        clock = pygame.time.Clock()
        seconds = 0.0
        while self.is_running and self.scenes:
            self.frame(min(seconds, LONGEST_FRAME))
            seconds = clock.tick(FRAMES_PER_SECOND) / 1000

    def frame(self, seconds: float) -> None:
        """Take events, let ``seconds`` pass, draw."""
        for event in pygame.event.get():
            self.hear(event)
        if not (self.is_running and self.scenes):
            return
        self.told_for_s -= seconds
        self.scenes[-1].update(seconds)
        if self.scenes:
            self.draw()
            pygame.display.flip()

    def hear(self, event: pygame.event.Event) -> None:
        """Route one event."""
        if event.type == pygame.QUIT:
            self.quit()
            return
        if event.type in {pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED}:
            self.is_left = event.type == pygame.WINDOWFOCUSLOST
        word = self.input.take(event)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.settings.fullscreen = not self.settings.fullscreen
            self.apply()
            self.keep_settings()
        elif self.scenes:
            self.scenes[-1].take(word, event)

    def draw(self) -> None:
        """Draw the visible scenes, lowest first."""
        canvas = self.canvas()
        canvas.target.fill(style.INK)
        covering = [i for i, scene in enumerate(self.scenes) if scene.covers]
        for scene in self.scenes[covering[-1] if covering else 0 :]:
            scene.draw(canvas)
        if self.told_for_s > 0:
            hud.notice(canvas, self.told, TOLD_S - self.told_for_s, y=8)
