"""The way through the program: title, loading, card, play, result, and what is written down between.

Scenes know this object and nothing of one another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.data import campaign, paths
from game.data.errors import BadInput
from game.data.tuning import Assist, Difficulty, Rules
from game.play import save
from game.play.game import Setup
from game.play.journey import exit_taken
from game.play.maps import begin_at, load_map
from game.play.orders import play_by
from game.play.replay import Recorder, opening
from game.play.session import Session
from game.play.simulation import Simulation
from game.show.bake import Baked, baking
from game.show.garbage import settle
from game.show.portraits import Portraits
from game.show.renderer import Renderer
from game.show.scenes.card import Card
from game.show.scenes.codex import Codex, all_tags, found_tags
from game.show.scenes.ending import EndingScene
from game.show.scenes.endings import Endings
from game.show.scenes.loading import Loading
from game.show.scenes.pause import Pause
from game.show.scenes.places import Places
from game.show.scenes.play import PlayScene
from game.show.scenes.result import Result
from game.show.scenes.settings_menu import SettingsMenu
from game.show.scenes.sure import Sure
from game.show.scenes.title import Title
from game.show.settings import rules_of
from game.show.wanted import Wanted
from game.sim.legacy import NOTHING_BEFORE
from game.sim.resources import Story
from game.sim.story.endings import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.data.level import Level
    from game.show.app import App


LAST = "last.replay"
"""Name of the recording of the session under way."""


@dataclass(frozen=True)
class Ready:
    """A level that is read and painted."""

    session: Session
    baked: Baked


class Flow:
    """Leads from scene to scene.

    Args:
        app: the running program.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.portraits = Portraits()
        self.session: Session | None = None
        self.recorder: Recorder | None = None
        self.progress, damaged = save.load_progress()
        self.notice = app.words.text(damaged) if damaged else ""

    # -- rows of the title -------------------------------------------------------------------

    @property
    def can_continue(self) -> bool:
        """Whether there is a checkpoint to come back to, or a level that an exit has led to."""
        return save.has_checkpoint() or self.progress.onward is not None

    @property
    def where(self) -> str:
        """How far the player has come, in words."""
        words = self.app.words
        found = len(found_tags(self.progress, words))
        return words.text("ui-tags-found", n=found, total=len(all_tags(words))) if found else ""

    def title(self, notice: str = "") -> None:
        """Show the title."""
        self.end_recording()
        self.app.become(Title(self.app, self, notice or self.notice))
        self.notice = ""

    def begin(self, wanted: Wanted | None = None) -> None:
        """Begin a level anew, or the campaign; whoever would lose a place by it is asked first."""
        asked, question = wanted or Wanted(), "ui-begin-sure" if wanted else "ui-new-game-sure"
        if save.has_checkpoint() or (self.can_continue and not wanted):
            self.app.push(Sure(self.app, question, lambda: self.load(asked)))
        else:
            self.load(asked)

    def carry_on(self) -> None:
        """Come back at the last checkpoint; without one, begin the level that an exit has led to."""
        onward = self.progress.onward
        if onward and not save.has_checkpoint():
            self.load(Wanted(onward.map, onward.seed, start=onward.start))
            return
        try:
            kept = save.load_checkpoint()
        except BadInput as error:
            self.title(str(error))
            return
        if kept.notice:
            self.app.tell(self.app.words.text(kept.notice))
        self.load(Wanted(kept.map, kept.seed, start=kept.start), kept)

    def places(self) -> None:
        """Choose a level."""
        self.app.push(Places(self.app, self))

    def codex(self) -> None:
        """Read the tags that were found."""
        self.app.push(Codex(self.app, self.progress))

    def endings(self) -> None:
        """See again how it ended."""
        self.app.push(Endings(self.app, self.progress, self.see_again))

    def settings(self) -> None:
        """Change the settings."""
        self.app.push(SettingsMenu(self.app))

    def leave(self) -> None:
        """Leave the level; the last checkpoint is kept."""
        self.title()

    # -- a level -----------------------------------------------------------------------------

    def load(self, wanted: Wanted, kept: save.Kept | None = None) -> None:
        """Read and paint a level behind a bar, then play it."""
        rules = self._rules(wanted)

        def work(tell: Callable[[float, str], None]) -> Ready:
            level = begin_at(load_map(wanted.map), wanted.at, wanted.hero)
            legacy = NOTHING_BEFORE if wanted.is_trial else self.progress.legacy(campaign.key(level.path))
            begun = Session(Simulation(level, wanted.seed, rules, start=wanted.start, legacy=legacy))
            if kept:
                kept.resume(begun)
            return Ready(begun, _painted(level, tell))

        self.end_recording()
        self.app.become(Loading(self.app, work, lambda ready: self._play(wanted, ready, kept), self.title))

    def _rules(self, wanted: Wanted) -> Rules:
        chosen = rules_of(self.app.settings)
        return replace(chosen, difficulty=Difficulty(wanted.difficulty or chosen.difficulty))

    def _play(self, wanted: Wanted, ready: Ready, kept: save.Kept | None) -> None:
        level = ready.session.simulation.level
        self.session = ready.session
        self.recorder = None if kept else self._recording(wanted, ready.session)
        renderer = Renderer(level, self.app.settings.quality, ready.baked)
        if kept:
            renderer.remind(kept.keepsake, ready.session.simulation.tick)
        scene = PlayScene(
            self.app,
            ready.session,
            renderer,
            self.portraits,
            on_exit=lambda session: self._finish(session, wanted),
            on_checkpoint=lambda session: "" if wanted.is_trial else self._keep(session, renderer.keepsake()),
            pause=lambda play: self.app.push(Pause(self.app, self, play)),
            recorder=self.recorder,
        )
        settle()
        if not kept and not wanted.at:
            self.app.become(Card(self.app, level, lambda: self.app.become(scene)))
        else:
            self.app.become(scene)

    def _keep(self, session: Session, keepsake: str) -> str:
        """Write a checkpoint down; return what went wrong, in words, or nothing."""
        self.progress.note(session)
        try:
            save.save_progress(self.progress)
            save.save_checkpoint(session, campaign.name(session.simulation.level.path), keepsake)
        except BadInput as error:
            return self.app.words.text("error-save-failed", reason=str(error))
        return ""

    def _finish(self, session: Session, wanted: Wanted) -> None:
        """Show how it ended, if the campaign has, and the result of a level that was left."""
        self.end_recording()
        notice = "" if wanted.is_trial else self._keep_finish(session)
        ahead = None if wanted.is_trial else self._ahead(session, wanted)
        result = Result(
            self.app,
            session,
            lambda: self._go_on(ahead, notice),
            Path(ahead.map).stem if ahead else "",
        )
        ending = session.simulation.world.resource(Story).ending
        if ending:
            self.ending(Ending(ending), lambda: self.app.become(result))
        else:
            self.app.become(result)

    @staticmethod
    def _ahead(session: Session, wanted: Wanted) -> Wanted | None:
        """Return the level that the exit leads to, if it leads anywhere."""
        way_out = exit_taken(session)
        if way_out is None:
            return None
        ahead = campaign.name(session.simulation.level.path.parent / way_out.to_map)
        return Wanted(ahead, wanted.seed, difficulty=wanted.difficulty, start=way_out.to_start)

    def _go_on(self, ahead: Wanted | None, notice: str) -> None:
        """Begin the level that the exit leads to, or go to the title; either says what went wrong."""
        if ahead is None:
            self.title(notice)
            return
        if notice:
            self.app.tell(notice)
        self.load(ahead)

    def ending(self, ending: Ending, then: Callable[[], None] | None = None) -> None:
        """Show how it ended, then the title or whatever else comes after."""
        self.app.become(EndingScene(self.app, ending, then or self.title))

    def see_again(self, ending: Ending) -> None:
        """Show an ending over the menu it was chosen in."""
        self.app.push(EndingScene(self.app, ending, self.app.pop))

    def _keep_finish(self, session: Session) -> str:
        """Write down that a level is over; return what went wrong, in words, or nothing."""
        self.progress.note(session, is_over=True)
        try:
            save.save_progress(self.progress)
            save.forget_checkpoint()
        except BadInput as error:
            return self.app.words.text("error-save-failed", reason=str(error))
        return ""

    # -- what a crash leaves -----------------------------------------------------------------

    def _recording(self, wanted: Wanted, session: Session) -> Recorder | None:
        """Record a session that can be played again from its opening, so that whatever breaks can be too."""
        rules = session.simulation.rules
        if wanted.is_trial:
            return None
        legacy = session.simulation.legacy
        setup = Setup(
            wanted.map, wanted.seed, str(rules.difficulty), lives=0, start=wanted.start, legacy=legacy
        )
        try:
            paths.logs().mkdir(parents=True, exist_ok=True)
            recorder = Recorder(paths.logs() / LAST, opening(session, setup, ""))
            if rules.assist != Assist():
                recorder.ordered(play_by(rules))
        except (BadInput, OSError):
            return None  # a folder that cannot be written to costs the recording, not the game
        return recorder

    def end_recording(self) -> bool:
        """Close the recording of the session; whether there is a whole one."""
        recorder, self.recorder = self.recorder, None
        if recorder is None or self.session is None:
            return False
        try:
            recorder.close(self.session)
        except BadInput:
            return False  # the disk is full: there is no whole recording
        return True

    def describe(self) -> str:
        """Say what was being played, for a crash log."""
        if not self.session:
            return "at the title"
        simulation = self.session.simulation
        ticks = self.session.tally.ticks
        return f"{simulation.level.path} seed {simulation.seed} tick {ticks} {simulation.rules}"


def _painted(level: Level, tell: Callable[[float, str], None]) -> Baked:
    """Paint a level, telling how far it is."""
    steps = baking(level)
    while True:
        try:
            tell(*next(steps))
        except StopIteration as done:
            painted: Baked = done.value
            return painted
