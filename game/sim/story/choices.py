"""Hard choices: somebody is before you, and there are two or three things to do.

Rules of this module:
- A choice is put to a hero who comes near its place, unless the one it is about is dead, and taken back
  when he walks away; one the script asks stays until it is answered.
- CHOICE_1 to CHOICE_3 answer it, in the order of its options. An answer is for ever; the script hears of
  it by ``choice:name=answer``.
"""

from __future__ import annotations

from game.data.level import Level
from game.data.script import Script
from game.data.things import Choice
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Button
from game.sim.happenings import Reached
from game.sim.intent import Inbox
from game.sim.resources import Clock, Story
from game.sim.story.stage import distances, fire, heroes, people_named

PERIOD = 6  # ticks between two looks at where the heroes stand
ASK_TILES = 2.5  # how near it is put
DROP_TILES = 4.0  # and how far one must go to drop it
ANSWERS = (Button.CHOICE_1, Button.CHOICE_2, Button.CHOICE_3)


@system
def put_choices(world: World, level: Level, story: Story, clock: Clock) -> None:
    """Put a choice to who stands before it; drop it when he leaves."""
    if not clock.every(PERIOD):
        return
    if story.asking:
        if not story.must_answer and not _is_open(world, _choice(level, story.asking), DROP_TILES):
            story.asking = ""
        return
    for choice in level.choices:
        if choice.choice not in story.choices and _is_open(world, choice, ASK_TILES):
            ask(world, choice.choice)
            return


@system
def answer(world: World, level: Level, story: Story, inbox: Inbox) -> None:
    """Take an answer."""
    if not story.asking:
        return
    options = _choice(level, story.asking).options
    for option, button in zip(options, ANSWERS, strict=False):
        if inbox.presses(button):
            _choose(world, story.asking, option)
            return


def made_here(level: Level, story: Story) -> dict[str, str]:
    """Return the answers given in this level, in the order they were given."""
    mine = {choice.choice for choice in level.choices}
    return {name: said for name, said in story.choices.items() if name in mine}


def ask(world: World, choice: str, *, must_answer: bool = False) -> None:
    """Put a choice; set off what its being put brings about."""
    story = world.resource(Story)
    story.asking, story.must_answer = choice, must_answer
    world.events.emit(Reached, what="ask", name=choice)
    for name, beat in world.resource(Script).beats.items():
        if beat.upon and beat.upon.asked == choice:
            fire(world, name)


def _choose(world: World, choice: str, option: str) -> None:
    story = world.resource(Story)
    story.choices[choice] = option
    story.asking, story.must_answer = "", False
    world.events.emit(Reached, what="choice", name=f"{choice}={option}")


def _choice(level: Level, name: str) -> Choice:
    return next(choice for choice in level.choices if choice.choice == name)


def _is_open(world: World, choice: Choice, tiles: float) -> bool:
    """Whether a hero is near, and the one it is about lives."""
    places = heroes(world)
    near = distances(places, *choice.area.at) <= tiles
    if not (near | choice.area.inside(places[:, 0], places[:, 1])).any():
        return False
    about = world.resource(Script).about.get(choice.choice)
    return about is None or bool(len(people_named(world, about)))
