"""Playing: the world in fixed ticks, drawn between them, with everything that is read over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pygame

from game.data.level import Level
from game.data.tuning import Tuning
from game.show import hud, readout, style
from game.show.captions import COLOURS, Captions
from game.show.controls import shown
from game.show.feel import Feel
from game.show.rings import Rings
from game.show.scenes import opening
from game.show.scenes.death import Death
from game.show.scenes.prompts import Asking, use_prompt
from game.sim.happenings import Reached
from game.sim.resources import DT, Clock, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ecs.events import Told
    from game.ecs.world import World
    from game.play.replay import Recorder
    from game.play.session import Session
    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.portraits import Portraits
    from game.show.renderer import Renderer, View

MOST_TICKS = 5
"""Ticks played in one frame at most; slower machines see slower time, never a frozen picture."""
NOTICE_S = 3.5
METRES_PER_TILE = 1.5


class Ending(Protocol):
    """What the play scene calls when it is over."""

    def __call__(self, session: Session) -> None:
        """The level was left."""


class PlayScene:
    """One level being played.

    Args:
        app: the running program.
        session: the game.
        renderer: draws the world; it is ready.
        portraits: faces for those who speak.
        on_exit: called once when the level is left.
        on_checkpoint: called after each checkpoint, to save; returns a message or nothing.
        pause: builds the pause menu.
    """

    covers = True

    def __init__(
        self,
        app: App,
        session: Session,
        renderer: Renderer,
        portraits: Portraits,
        *,
        on_exit: Ending,
        on_checkpoint: Callable[[Session], str],
        pause: Callable[[PlayScene], None],
    ) -> None:
        self.app, self.session, self.renderer, self.portraits = app, session, renderer, portraits
        self.on_exit, self.on_checkpoint, self.pause = on_exit, on_checkpoint, pause
        self.captions = Captions(app.words, self._key_names())
        self.feel = Feel(session.simulation.world.resource(Tuning))
        self.asking = Asking(app)
        self.rings = Rings()
        self.recorder: Recorder | None = None
        self.owed = 0.0  # seconds of simulation not yet played
        self.now = 0.0
        self.death: Death | None = None
        self.notice, self.noticed_at = "", -NOTICE_S
        self.picture = pygame.Surface((style.WIDTH, style.HEIGHT))
        self.hero_px = (style.WIDTH / 2, style.HEIGHT / 2)

    @property
    def world(self) -> World:
        """The world being played."""
        return self.session.simulation.world

    def _key_names(self) -> dict[str, str]:
        bound = self.app.settings.pad if self.app.input.uses_pad else self.app.settings.keys
        return {action: shown(key) for action, key in bound.items()}

    def say(self, text: str) -> None:
        """Show a line at the top for a while."""
        self.notice, self.noticed_at = text, self.now

    # -- time --------------------------------------------------------------------------------

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Hear what is not an intent: pause, skip, leaving the window."""
        if self.death and event.type in {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN}:
            self.death.skip()
        elif self._asks_pause(event, word):
            self.pause(self)

    def _asks_pause(self, event: pygame.event.Event, word: str) -> bool:
        if event.type == pygame.WINDOWFOCUSLOST:
            return self.app.settings.pause_on_leave
        if event.type == pygame.KEYDOWN:
            return pygame.key.name(event.key) == self.app.settings.keys["pause"]
        return (
            event.type == pygame.CONTROLLERBUTTONDOWN
            and event.button == pygame.CONTROLLER_BUTTON_START
            and bool(word)
        )

    def update(self, seconds: float) -> None:
        """Play the ticks that are due."""
        self.now += seconds
        self.captions.update(self.now)
        self.rings.update(seconds)
        if self.app.input.pad_lost:
            self.app.input.pad_lost = False
            self.pause(self)
            return
        if self.death:
            self._update_death(seconds)
            return
        self.owed += self.feel.update(seconds) * self.app.settings.game_speed / 100
        for _ in range(MOST_TICKS):
            if self.owed < DT or self.death:
                break
            self.owed -= float(DT)
            self.tick()
        self.owed = min(self.owed, float(DT))

    def tick(self) -> None:
        """Play one tick with what the player's hands ask for."""
        canvas = self.app.canvas()
        place = (canvas.x(self.hero_px[0]), canvas.y(self.hero_px[1]))
        intent = self.app.input.intent(place, canvas.unit * 16)
        intent = self.asking.answer(intent, self.world, float(DT))
        told = self.session.step([intent])
        if self.recorder:
            self.recorder.after(self.session, intent)
        self.hear(told)

    def hear(self, told: list[Told]) -> None:
        """React to one tick's journal."""
        hero = readout.hero_place(self.world)
        self.captions.hear(told, hero, self.now)
        self.feel.hear(told, readout.hero_id(self.world), hero)
        self.rings.hear(told, readout.hero_id(self.world), always=self.app.settings.noise_rings)
        self.renderer.hear(told)
        for each in told:
            if isinstance(each.event, Reached):
                for what in each.event.what:
                    self._reached(what)

    def _reached(self, what: str) -> None:
        if what == "checkpoint":
            self.say(self.on_checkpoint(self.session) or self.app.words.text("ui-saved"))
        elif what == "dead":
            self.death = Death(self.app.words, self._last_tag(), self.portraits.hand)
        elif what == "exit":
            self.on_exit(self.session)

    def _last_tag(self) -> str:
        number = self.session.checkpoint_number
        tags = self.world.resource(Level).tags
        return tags[number - 1].person if 0 < number <= len(tags) else ""

    def _update_death(self, seconds: float) -> None:
        assert self.death is not None
        self.death.update(seconds)
        if self.death.is_over:
            self.back_to_checkpoint()

    def back_to_checkpoint(self) -> None:
        """Come back at the last tag."""
        self.session.retry()
        if self.recorder:
            self.recorder.came_back()
        self.renderer.forget()
        self.captions.clear()
        self.death = None
        self.owed = 0.0

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Draw the world, then what is read over it."""
        settings = self.app.settings
        self.renderer.shake = self.feel.trauma * settings.shake / 100
        self.renderer.flashes = settings.flashes / 100
        alpha = 1.0 if self.death else min(1.0, self.owed / float(DT))
        view = self.renderer.draw(self.picture, self.world, alpha, self.now)
        self.hero_px = view.to_screen(readout.hero_place(self.world))
        canvas.picture(self.picture)
        story, tick = self.world.resource(Story), self.world.resource(Clock).tick
        opening.draw(canvas, story, tick)
        if opening.darkness(story, tick) < 1:
            self._draw_world_signs(canvas, view)
            self._draw_corners(canvas)
        self._draw_words(canvas)
        if self.death:
            self.death.draw(canvas)

    def _draw_world_signs(self, canvas: Canvas, view: View) -> None:
        self.rings.draw(canvas, view)
        for watcher in readout.watchers(self.world):
            hud.detection(canvas, *self.hero_px, watcher.angle, watcher.sure)
        scream = readout.scream(self.world)
        if scream:
            hud.screamer(canvas, *view.to_screen(scream.place), scream.left)
            words = self.app.words
            hud.screech(canvas, words.text("hud-screech"), words.text("hud-screech-tip"), scream.left)
        use_prompt(canvas, self.app, self.world, view)

    def _draw_corners(self, canvas: Canvas) -> None:
        words, world = self.app.words, self.world
        goal = readout.goal(world)
        if goal:
            metres = words.text("hud-distance", n=round(goal.distance * METRES_PER_TILE))
            aside = f"{words.text(goal.aside)}  ({words.text('hud-optional')})" if goal.aside else ""
            hud.objective(canvas, words.text(goal.text), metres, aside)
        hud.tags(canvas, len(world.resource(Story).tags), readout.tag_count(world))
        labels = (words.text("hud-hunger"), words.text("hud-humanity"))
        hud.vitals(canvas, readout.vitals(world, words), labels)
        if self.now - self.noticed_at < NOTICE_S:
            hud.notice(canvas, self.notice, self.now - self.noticed_at)
        elif self.captions.hint:
            hud.notice(canvas, self.captions.hint.text, NOTICE_S)

    def _draw_words(self, canvas: Canvas) -> None:
        settings = self.app.settings
        base = 346.0
        if self.asking.is_open(self.world):
            self.asking.draw(canvas, self.world)
            base = 226.0
        speech = self.captions.speech()
        if speech:
            colour = COLOURS.get(speech.portrait, style.BONE)
            if base > hud.RADIO_Y:
                hud.radio(
                    canvas, self.portraits.of(speech.portrait, self.now), speech.speaker, speech.text, colour
                )
                base = hud.RADIO_Y - 4.0
        if settings.captions:
            hero = readout.hero_place(self.world)
            hud.captions(canvas, self.captions.lines(hero), base, settings.caption_size / 100)
