"""Playing: the world in fixed ticks, drawn between them, with everything that is read over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.data.level import Level
from game.data.tiles import TILE_PX
from game.data.tuning import Tuning
from game.play.orders import RETRY, SKIP, Order, play_by
from game.show import glyphs, readout, style
from game.show.aim import assisted
from game.show.captions import Captions, Hearer
from game.show.debug.view import DebugView
from game.show.feel import Feel
from game.show.gamma import brighten
from game.show.lessons import Lessons
from game.show.rings import Rings
from game.show.scenes import opening, overlay
from game.show.scenes.again import Again
from game.show.scenes.asking import Asking
from game.show.scenes.death import Death
from game.show.scenes.tape import Tape
from game.show.settings import rules_of, touched
from game.show.vignette import Vignette
from game.sim.components import Button
from game.sim.happenings import Reached, Took, Wound
from game.sim.intent import Intent
from game.sim.resource_lessons import Lessons as Known
from game.sim.resources import DT, Clock, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ecs.events import Told
    from game.ecs.world import World
    from game.play.replay import Recorder
    from game.play.session import Session
    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.portraits import Portraits
    from game.show.renderer import Renderer

MOST_TICKS = 5
"""Ticks played in one frame at most; slower machines see slower time, never a frozen picture."""
PRESSES = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)
"""What ends the scene of dying."""


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
        recorder: writes the session down, if anybody does.
        debug: layers of the debug view that are shown from the beginning.

    Attributes:
        now: s since the scene began; pauses do not count.
        noticed_at, aimed_at: when the last notice and the last objective came, s.
        hero_px: where the hero is drawn, u.
    """

    covers = True

    def __init__(
        self,
        app: App,
        session: Session,
        renderer: Renderer,
        portraits: Portraits,
        *,
        on_exit: Callable[[Session], None],
        on_checkpoint: Callable[[Session], str],
        pause: Callable[[PlayScene], None],
        recorder: Recorder | None = None,
        debug: Sequence[str] = (),
    ) -> None:
        self.app, self.session, self.renderer, self.portraits = app, session, renderer, portraits
        self.on_exit, self.on_checkpoint, self.pause = on_exit, on_checkpoint, pause
        self.tape = Tape(recorder, app.tell)
        self.captions = Captions(app.words, self._keys())
        self.feel = Feel(session.simulation.world.resource(Tuning))
        self.asking, self.rings, self.vignette = Asking(app), Rings(), Vignette()
        self.debug, self.lessons = DebugView(debug), Lessons()
        self.owed = 0.0  # seconds of simulation not yet played
        self.now = 0.0
        self.death: Death | None = None
        self.may_skip = False
        self.chosen = rules_of(app.settings)
        self.notice, self.noticed_at, self.aimed_at = "", -overlay.NOTICE_S, -overlay.NEW_S
        self.was_skipping = False
        self.picture = pygame.Surface((style.WIDTH, style.HEIGHT))
        self.hero_px = (style.WIDTH / 2, style.HEIGHT / 2)

    @property
    def world(self) -> World:
        """The world being played."""
        return self.session.simulation.world

    def _keys(self) -> dict[str, str]:
        return glyphs.bound(self.app.settings, pad=self.app.input.uses_pad)

    def say(self, text: str) -> None:
        """Show a line at the top for a while."""
        self.notice, self.noticed_at = text, self.now

    # -- what is heard -----------------------------------------------------------------------

    def enter(self) -> None:
        """Begin, or go on: keys that are still down from a menu ask for nothing."""
        self.app.input.settle()
        self.owed = 0.0
        self._mind_settings()
        if self.app.is_left and self.app.settings.pause_on_leave:
            self.pause(self)

    def _mind_settings(self) -> None:
        """Play by the difficulty and assists changed since, at once; what was not touched stays as it is."""
        before, self.chosen = self.chosen, rules_of(self.app.settings)
        rules = touched(self.session.simulation.rules, before, self.chosen)
        if rules != self.session.simulation.rules:
            self._order(play_by(rules))

    def take(self, word: str, event: pygame.event.Event) -> None:  # noqa: ARG002 - a scene's signature
        """Hear what is not an intent: coming back from death, pausing, leaving the window."""
        if self._asks_pause(event):
            self.pause(self)
        elif self.app.input.means(event, "debug"):
            self.debug.toggle()
        elif not self.asking.is_open(self.world) and self.debug.take(event):
            return
        elif self.death and event.type in PRESSES:
            self.death.skip()

    def _asks_pause(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.WINDOWFOCUSLOST:
            return self.app.settings.pause_on_leave
        return self.app.input.means(event, "pause")

    # -- time --------------------------------------------------------------------------------

    def update(self, seconds: float) -> None:
        """Play the ticks that are due."""
        if self.app.input.pad_lost:
            self.app.input.pad_lost = False
            self.app.tell(self.app.words.text("error-pad-gone"))
            self.pause(self)
            return
        self.now += seconds
        self._update_shown(seconds)
        if self.death:
            self._update_death(seconds)
            return
        left = self.feel.update(seconds, holds=self.app.settings.hit_stop)
        self.owed += left * self.app.settings.game_speed / 100
        for _ in range(MOST_TICKS):
            if self.owed < DT or self.death or self.session.outcome:
                break
            self.owed -= float(DT)
            self.tick()
        self.owed = min(self.owed, float(DT))

    def _update_shown(self, seconds: float) -> None:
        if self.captions.words is not self.app.words or self.captions.keys != self._keys():
            self.captions.retell(self.app.words, self._keys())
        self.captions.update(self.now)
        self.lessons.update(self.now)
        self.rings.update(seconds)
        self.vignette.update(seconds, readout.craving(self.world), readout.health(self.world))

    def tick(self) -> None:
        """Play one tick with what the player's hands ask for."""
        intent = self.asking.answer(self._intent(), self.world, float(DT))
        is_skipping = bool(intent.held & Button.SKIP)
        if is_skipping and not self.was_skipping:
            self.captions.skip()
        self.was_skipping = is_skipping
        told = self.session.step([intent])
        self.tape.after(self.session, intent)
        self.hear(told)

    def watch(self, told: list[Told]) -> None:
        """Show a tick that somebody else has played: a bot, a recording."""
        self.now += float(DT)
        self.feel.update(float(DT), holds=False)
        self._update_shown(float(DT))
        self.hear(told)
        if self.death:  # whoever plays has come back already
            self._came_back()

    def _came_back(self) -> None:
        """Forget what the world that was has told; say that the dead have not, if so."""
        self.death = None
        self.renderer.forget()
        for each in (self.captions, self.lessons, self.debug):
            each.clear()
        if self.world.resource(Known).is_known.any():
            self.say(self.app.words.text("hud-remembered"))

    def _intent(self) -> Intent:
        canvas, hands = self.app.canvas(), self.app.input
        move, point, held = hands.wish(
            (canvas.x(self.hero_px[0]), canvas.y(self.hero_px[1])), canvas.unit * TILE_PX
        )
        if opening.is_dark(self.world.resource(Story)):  # nobody walks blind: whatever is pressed skips it
            return Intent(held=Button.SKIP if held or any(move) else Button(0))
        point = assisted(point, self.world, self.app.settings.aim_assist, self.renderer.light.seen)
        return Intent.at(move, point, held)

    def _order(self, order: Order) -> None:
        """Ask something of the session between two ticks, and write it down."""
        order.give(self.session)
        self.tape.ordered(order)

    def hear(self, told: list[Told]) -> None:
        """React to one tick's journal."""
        hero, place = readout.hero_id(self.world), readout.hero_place(self.world)
        self.captions.hear(told, Hearer(hero, place), self.now)
        self.feel.hear(told, hero, place)
        self.rings.hear(told, hero, always=self.app.settings.noise_rings)
        self.renderer.hear(told)
        self.debug.hear(told)
        self.lessons.hear(told, self.now)
        events = [each.event for each in told]
        for event in events:
            if isinstance(event, Wound) and (event.who == hero).any():
                self.vignette.struck()
            elif isinstance(event, Took):
                for line in readout.taken(self.app.words, self.world, event, hero):
                    self.say(line)
        for what in [what for event in events if isinstance(event, Reached) for what in event.what]:
            self._reached(what)

    def _reached(self, what: str) -> None:
        if what == "checkpoint":
            if self._keep() and self.noticed_at < self.now:
                self.say(self.app.words.text("hud-saved"))
        elif what in {"aim", "objective"}:
            self.aimed_at = self.now
        elif what == "dead":
            self.death = Death(self.app.words, self._last_tag(), self.portraits.hand)
            self.may_skip = self.session.may_skip
        elif what == "exit":
            self.on_exit(self.session)

    def _keep(self) -> bool:
        """Write the checkpoint down; say what went wrong; return whether nothing did."""
        problem = self.on_checkpoint(self.session)
        if problem:
            self.app.tell(problem)
        return not problem

    def _last_tag(self) -> str:
        number = self.session.checkpoint_number
        tags = self.world.resource(Level).tags
        return tags[number - 1].person if 0 < number <= len(tags) else ""

    def _update_death(self, seconds: float) -> None:
        assert self.death is not None
        self.death.update(seconds)
        if self.death.is_over and self.may_skip:
            self.app.push(Again(self.app, self.back_to_checkpoint, self.skip_passage))
        elif self.death.is_over:
            self.back_to_checkpoint()

    def back_to_checkpoint(self, order: Order = RETRY) -> None:
        """Come back at the last tag, or farther on: as the player ordered."""
        self._order(order)
        self._keep()  # the dead remember, even when the game is left now
        self._came_back()
        self.feel = Feel(self.world.resource(Tuning))
        self.enter()

    def skip_passage(self) -> None:
        """Come back where the passage ends that was too hard; that is a checkpoint."""
        self.back_to_checkpoint(SKIP)
        self.say(self.app.words.text("hud-saved"))

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Draw the world, then what is read over it."""
        settings = self.app.settings
        self.renderer.shake = self.feel.trauma * settings.shake / 100
        self.renderer.jolts, self.renderer.flashes = settings.shake / 100, settings.flashes / 100
        self.renderer.quality = settings.quality
        alpha = 1.0 if self.death else min(1.0, self.owed / float(DT))
        view = self.renderer.draw(self.picture, self.world, alpha, self.now, lit=self.debug.is_open)
        brighten(self.picture, settings.gamma)
        self.vignette.draw(self.picture, settings.flashes / 100)
        self.hero_px = view.to_screen(readout.hero_place(self.world, alpha))
        canvas.picture(self.picture)
        if self.debug.is_open:
            self.debug.draw(canvas, self.world, view, self.app.words)
        story, tick = self.world.resource(Story), self.world.resource(Clock).tick
        is_on_top = self.app.scenes[-1:] == [self]  # under a menu nothing else is to be read
        if not self.debug.is_open:
            opening.draw(canvas, story, tick)
        if is_on_top and (self.debug.is_open or opening.darkness(story, tick) < 1):
            overlay.draw(canvas, self, view)
        if is_on_top:
            overlay.draw_words(canvas, self)
        if self.death:
            self.death.draw(canvas)
