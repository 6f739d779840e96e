"""``shot MAP --out PNG``, ``shot --scene NAME --out PNG``: what a player would see, without a window."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.play.commands import given
from game.show.debug import names

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    import pygame

    from game.play.bots import Bot
    from game.play.observation import Observation
    from game.play.session import Session
    from game.sim.intent import Intent

SIZE = (1280, 720)
TICK, SCREEN_TICK = 600, 150  # when a picture of play, and of a screen, is taken
LOOK_EVERY = 15  # ticks
SENSE_TICKS = 45  # how long the sense is held before the picture: it fades in


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    add = parser.add_argument
    add("map", metavar="MAP", nargs="?", help="name of a level, or path of a .tmx")
    add("--scene", metavar="NAME", help="a screen instead of play, such as title or ending-names")
    add("--out", type=given.png_file, required=True, metavar="PNG", help="where to write the picture")
    add("--bot", default="campaign", metavar="B", help="who plays until then (default: %(default)s)")
    add("--seed", type=given.seed, default=1, metavar="S", help="of all chance (default: %(default)s)")
    add("--tick", type=given.ticks, metavar="N", help="when (default: 600, 10 s; of a screen 150)")
    add("--size", type=given.size, default=SIZE, metavar="WxH", help="of the picture (default: 1280x720)")
    add("--lang", choices=("en", "ko"), default="en", help="of the words in it (default: %(default)s)")
    add(
        "--debug",
        type=names.layers,
        nargs="?",
        const=names.LAYERS,
        default=(),
        metavar="LAYERS",
        help=f"fully lit, with what the dead know: {', '.join(names.LAYERS)} (default: all)",
    )
    add("--sense", action="store_true", help="with the hero's sense held at the end")


def run(args: argparse.Namespace) -> int:
    """Play to the tick, or open the screen, and draw.

    Raises:
        BadInput: neither a map nor a screen is named, or both are.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    if bool(args.map) == bool(args.scene):
        raise BadInput("", "name either a map or, with --scene, a screen")
    return _draw_screen(args) if args.scene else _draw_play(args)


def _draw_screen(args: argparse.Namespace) -> int:
    from game.show.app import App
    from game.show.screens import open_screen
    from game.show.settings import Settings
    from game.sim.resources import TICKS_PER_SECOND

    app, tick = App(Settings(language=args.lang), args.size), args.tick or SCREEN_TICK
    open_screen(app, args.scene)
    app.scenes[-1].update(tick / TICKS_PER_SECOND)
    app.draw()
    write_picture(app.window, args.out)
    print(f"{args.out}: {args.scene} at tick {tick}")
    return 0


def _draw_play(args: argparse.Namespace) -> int:
    from game.play.bots import make_bot
    from game.play.game import Setup, play
    from game.play.progress import progress

    tick: int = args.tick or TICK
    bot, session = make_bot(args.bot, args.seed), Setup(args.map, args.seed, lives=0).open()
    if args.sense:
        bot = Senser(bot, tick - SENSE_TICKS)
    onlooker = Onlooker(session, args.size, args.lang, args.debug)
    with progress(args.map, tick) as tell:
        play(session, bot, tick, [onlooker], tell)
    onlooker.take_picture(args.out)
    print(f"{args.out}: {args.map} at tick {session.tally.ticks}")
    return 0


class Senser:
    """Plays as another bot does, and holds the sense from some tick on."""

    def __init__(self, bot: Bot, begins: int) -> None:
        self.bot, self.left = bot, begins

    def act(self, seen: Observation) -> Intent:
        """Do as the other, sensing in the end."""
        from game.sim.components import Button

        intent = self.bot.act(seen)
        self.left -= 1
        return intent if self.left > 0 else replace(intent, held=intent.held | Button.SENSE)


class Onlooker:
    """Watches a session on the player's own screen, so that the picture shows what they see and remember."""

    def __init__(
        self,
        session: Session,
        size: tuple[int, int] = SIZE,
        language: str = "en",
        debug: Sequence[str] = (),
    ) -> None:
        from game.show.app import App
        from game.show.portraits import Portraits
        from game.show.renderer import Renderer
        from game.show.scenes.play import PlayScene
        from game.show.settings import Settings

        self.app = App(Settings(language=language), size)
        renderer = Renderer(session.simulation.level)
        self.scene = PlayScene(
            self.app,
            session,
            renderer,
            Portraits(),
            on_exit=lambda _session: None,
            on_checkpoint=lambda _session: "",
            pause=lambda _scene: None,
            debug=debug,
        )
        self.app.become(self.scene)
        self.looked = 0

    def after(self, session: Session, intent: Intent) -> None:  # noqa: ARG002 - a watcher's signature
        """See what happens; look round every quarter of a second."""
        self.scene.watch(session.events)
        if session.tally.ticks - self.looked >= LOOK_EVERY:
            self.looked = session.tally.ticks
            self.app.draw()

    def take_picture(self, out: Path) -> None:
        """Write what the player sees now.

        Raises:
            BadInput: the file cannot be written.
        """
        self.app.draw()
        write_picture(self.app.window, out)


def write_picture(picture: pygame.Surface, out: Path) -> None:
    """Write a picture as PNG.

    Raises:
        BadInput: the file cannot be written.
    """
    import pygame

    try:
        pygame.image.save(picture, str(out))
    except (pygame.error, OSError) as error:
        raise BadInput(str(out), f"the picture cannot be written: {error}") from error
