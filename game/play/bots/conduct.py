"""How the campaign bot behaves when nobody bothers it: go where the game says, quietly."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from game.data.enums import Hero, Task
from game.play.bots.appetite import is_masked
from game.play.bots.danger import Danger, Known, hunters
from game.play.bots.route import FAR
from game.play.bots.walk import Walker, away, tile, tiles_in, unit
from game.play.observation import Goal, Observation, Others
from game.sim.components import Button, Side, Sort
from game.sim.happenings import Heard
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Mapping

Place = tuple[float, float]
QUIET_NEAR = 5.5  # tile; a step carries 4, so whoever is nearer to an unaware foe sneaks
RUN_FROM = 5.0  # tile; hunters nearer than this are run from
BREATH_KEPT = 0.4  # s of sprinting kept for the worst
BREATH_TO_RUN_UP = 3.0  # s; what full momentum takes, and a bit
SHAKEN = 60 * 4  # ticks one runs after a wound, whoever dealt it: bullets come from out of sight
PRESS = 20  # ticks between two presses
ARM = 1.0  # tile; as far off as something is used
WOUNDED = 60  # hit points under which a medkit is worth it
LOST_FOR = 60 * 4  # ticks at the goal after which a person begins to look around it
ERRAND = 60 * 120  # ticks one goes after what may be left undone
STROLL = 90  # ticks a look-around lasts
MENDED = 59  # hit points; of a hero who mends by standing, as far as that goes
READS = 60 * 3  # ticks a line takes to read
RINGS = 60 * 4  # ticks: while something has rung of late, one does not stand and read
AT_PEACE = 9.0  # tile; with somebody awake this near, neither
ANSWERS = (Button.CHOICE_1, Button.CHOICE_2, Button.CHOICE_3)


class Scene:
    """What the behaviours share: what is seen now, whom to fear, and the legs.

    Attributes:
        seen: the latest observation.
        danger: whoever is remembered.
        walker: the legs.
        now: the bot's own ticks.
        chasing: foes in sight that hunt, within 12 tiles, nearest first.
    """

    seen: Observation
    chasing: Others

    def __init__(self) -> None:
        self.danger = Danger()
        self.walker = Walker(self.danger)
        self.hp, self.hurt_at = 0.0, -SHAKEN
        self.runs = False
        self.chance = Random(7)  # the bot's own coin, the same in every game
        self.told: set[int] | None = None  # what there is to do: it changes when something has happened

    def look(self, seen: Observation) -> None:
        """Take in a new tick."""
        self.seen = seen
        self.walker.tick()
        self.danger.look(seen, self.now)
        self.danger.fears_the_dead = not is_masked(seen.me)
        self.chasing = hunters(seen.others, seen.me.pos, 12.0)
        if is_masked(seen.me):
            self.chasing = self.chasing.only(self.chasing.side != Side.DEAD)
        if seen.me.hp < self.hp:
            self.hurt_at = self.now
        self.hp = seen.me.hp
        told = {goal.id for goal in (seen.goal, *seen.asides) if goal is not None}
        if self.told not in (None, told):
            self.walker.expect(seen)
        self.told = told

    @property
    def now(self) -> int:
        """The bot's own ticks, which never go back."""
        return self.walker.now

    def presses(self) -> bool:
        """Whether to press now a button that acts when it goes down."""
        return self.now % PRESS == 0

    def gait(self) -> Button:
        """Run from hunters, sneak past who has not noticed, else walk; Su-hyeok never walks."""
        me = self.seen.me
        if me.hero == Hero.SUHYEOK:
            return self._keep_running()
        if self.now - self.hurt_at < SHAKEN and me.breath > BREATH_KEPT:
            return Button.SPRINT
        if len(self.chasing):
            near = _far(self.chasing.pos[0], me.pos) < RUN_FROM or self._outrun()
            return Button.SPRINT if near and me.breath > BREATH_KEPT else Button(0)
        unaware = [known for known in self.danger.around(me.pos, QUIET_NEAR) if not known.hunts]
        return Button.SNEAK if any(map(self._would_hear, unaware)) else Button(0)

    def _keep_running(self) -> Button:
        """Run while breath lasts: at full momentum it costs none, so one waits for enough to get there."""
        me = self.seen.me
        self.runs = me.momentum >= 1 or me.breath > (BREATH_KEPT if self.runs else BREATH_TO_RUN_UP)
        return Button.SPRINT if self.runs else Button(0)

    def is_quiet(self) -> bool:
        """Whether nothing presses: one may stand about."""
        seen = self.seen
        rings = any(cue.heard == Heard.ALARM and seen.tick - cue.tick < RINGS for cue in seen.cues)
        awake = any(not known.asleep for known in self.danger.around(seen.me.pos, AT_PEACE))
        return not rings and not awake and self.now - self.hurt_at >= SHAKEN

    def _outrun(self) -> bool:
        """Whether one of them is faster than a walk."""
        return bool((self.chasing.sort == Sort.FLANKER).any())

    def _would_hear(self, known: Known) -> bool:
        """Soldiers look, they do not listen for steps; they are gone round, not sneaked past."""
        return known.sort != Sort.SOLDIER

    def go(self, goals: set[tuple[int, int]]) -> Intent:
        """Walk there, as fast as is wise."""
        self.walker.plan(self.seen, goals)
        return self.walker.step(self.seen, self.gait())


class Answer:
    """Answers when asked: the game waits for it. The first answer is the kind one.

    Args:
        wish: other answers to give, by choice.
    """

    def __init__(self, wish: Mapping[str, str]) -> None:
        self.wish = wish

    def act(self, scene: Scene) -> Intent | None:
        """Press the answer now and then."""
        asked = scene.seen.prompt
        if not asked.choice:
            return None
        wanted = self.wish.get(asked.choice, asked.options[0])
        button = ANSWERS[asked.options.index(wanted)] if wanted in asked.options else ANSWERS[0]
        return Intent((0, 0), (0, 0), button if scene.presses() else Button(0))


class Bandage:
    """Uses a medkit when hurt and alone: it works by the use button where nothing else is in reach."""

    def act(self, scene: Scene) -> Intent | None:
        """Press use."""
        me = scene.seen.me
        if me.medkits <= 0 or me.hp > WOUNDED or len(scene.chasing) or scene.seen.prompt.use:
            return None
        return Intent((0, 0), (0, 0), Button.USE) if scene.presses() else None


class Mend:
    """Stands still where wounds then close, until they have."""

    def act(self, scene: Scene) -> Intent | None:
        """Put the torch out, and stand."""
        me = scene.seen.me
        if me.hero != Hero.CHEONGSAN or me.hp >= MENDED or not scene.is_quiet():
            return None
        return Intent((0, 0), (0, 0), Button.TORCH if me.torch_on and scene.presses() else Button(0))


class Listen:
    """Stands while there are words to read and nothing presses: that is what the words are for."""

    def act(self, scene: Scene) -> Intent | None:
        """Stand still."""
        seen = scene.seen
        reads = 0 <= seen.tick - seen.words_at < READS
        return Intent.IDLE if reads and scene.is_quiet() else None


class Errand:
    """Which goal to follow: what somebody told one last comes first, for it is help or a plea for it.

    An aside set out for is seen through, though the goal may change on the way; but not for ever. One that is
    gone, done or undone by a retry, is forgotten: told of again, it is news.
    """

    def __init__(self) -> None:
        self.told = (-1, 0)  # the goal, and since when
        self.heard: dict[int, int] = {}  # asides, and since when
        self.begun: dict[int, int] = {}  # asides set out for, and since when

    def choose(self, scene: Scene) -> Goal | None:
        """The newest aside that was told after the goal or was set out for, else the goal."""
        goal = scene.seen.goal
        if goal is None:
            return None
        if goal.id != self.told[0]:
            self.told = goal.id, scene.now
        self.heard = {aside.id: self.heard.get(aside.id, scene.now) for aside in scene.seen.asides}
        self.begun = {told: since for told, since in self.begun.items() if told in self.heard}
        wanted = [aside for aside in scene.seen.asides if self._is_wanted(aside, scene.now)]
        if wanted:
            self.begun.setdefault(wanted[-1].id, scene.now)
        return wanted[-1] if wanted else goal

    def _is_wanted(self, aside: Goal, now: int) -> bool:
        if aside.id in self.begun:
            return now - self.begun[aside.id] < ERRAND
        return self.heard[aside.id] > self.told[1]


class Follow:
    """Goes to the objective and does there what it asks for: that is the game."""

    def __init__(self) -> None:
        self.errand = Errand()
        self.goal = -1
        self.since = 0
        self.strolls_until = 0
        self.stroll: set[tuple[int, int]] = set()

    def act(self, scene: Scene) -> Intent | None:
        """Walk to the goal, use what is there, look around when nothing happens."""
        goal = self.errand.choose(scene)
        if goal is None:
            return None
        if goal.id != self.goal:
            self.goal, self.since, self.strolls_until = goal.id, scene.now, 0
        place = _place(scene, goal)
        if tile(scene.seen.me.pos) in place:
            return self._at(scene, goal, place)
        self.since = scene.now
        return scene.go(place)

    def _at(self, scene: Scene, goal: Goal, place: set[tuple[int, int]]) -> Intent:
        if _is_used(goal) and scene.presses():
            return Intent.at(_closer(scene, goal), _toward(scene, goal), Button.USE)
        if _is_used(goal) and away(goal.box, scene.seen.me.pos) > ARM:
            return Intent.at(_closer(scene, goal), _toward(scene, goal))
        waited = scene.now - self.since
        if goal.task == Task.HOLD or waited < LOST_FOR:
            return scene.go({tile(goal.at)}) if waited < LOST_FOR // 2 else Intent.IDLE
        return self._look_around(scene, place)

    def _look_around(self, scene: Scene, place: set[tuple[int, int]]) -> Intent:
        """Walk about the place: something here is waiting to be stepped on."""
        if scene.now > self.strolls_until:
            self.strolls_until = scene.now + STROLL
            self.stroll = {scene.chance.choice(sorted(place))}
        return scene.go(self.stroll)


def _place(scene: Scene, goal: Goal) -> set[tuple[int, int]]:
    """The tiles of a goal; of what is used or taken and cannot be stood on, those an arm reaches it from."""
    shape = scene.seen.links.shape
    place = tiles_in(goal.box, shape)
    if not _is_used(goal) or scene.walker.price(scene.seen, place) < FAR:
        return place
    x0, y0, x1, y1 = goal.box
    arm = ARM + 0.5
    return tiles_in((x0 - arm, y0 - arm, x1 + arm, y1 + arm), shape)


def _toward(scene: Scene, goal: Goal) -> Place:
    return goal.at[0] - scene.seen.me.pos[0], goal.at[1] - scene.seen.me.pos[1]


def _closer(scene: Scene, goal: Goal) -> Place:
    """A step toward what is used, until an arm reaches it."""
    near = away(goal.box, scene.seen.me.pos) <= ARM
    return (0.0, 0.0) if near else unit(*_toward(scene, goal))


def _is_used(goal: Goal) -> bool:
    return goal.task in {Task.USE, Task.TALK, Task.TAKE}


def _far(a: Place, b: Place) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])
