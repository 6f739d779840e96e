"""A window without a screen, for tests of what is shown: an app of 640 x 360 under the dummy driver."""

from __future__ import annotations

from typing import Any

import pygame

from game.show.app import App
from game.show.settings import Settings

SIZE = (640, 360)


def window(**chosen: Any) -> App:
    """Open an app in English; ``chosen`` are settings."""
    return App(Settings(**({"language": "en"} | chosen)), SIZE)


def press(app: App, *keys: int) -> None:
    """Press keys one after another, each for a frame."""
    for key in keys:
        app.hear(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
        app.frame(0.0)


def point(app: App, x: float, y: float, *, click: bool = False) -> None:
    """Move the mouse to a place in u, and click."""
    canvas = app.canvas()
    pos = (canvas.x(x), canvas.y(y))
    app.hear(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    if click:
        app.hear(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=pygame.BUTTON_LEFT))
    app.frame(0.0)


def pad(app: App, button: int) -> None:
    """Press a pad's button."""
    app.hear(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))
    app.frame(0.0)
