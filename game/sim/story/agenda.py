"""The agenda: what the script does, and when.

Rules of this module:
- Each tick, what is due is done, in order; what it fires for now is done in the same tick.
- The player may skip the words of a beat that allows it: whatever else it does happens at once.
- ``upon``: beats that happen by themselves, when a condition holds, somebody dies or is marked, a call ends.
"""

from __future__ import annotations

import numpy as np

from game.data.actions import Action, Caption, Hint, Say
from game.data.level import Level
from game.data.script import Script
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim import happenings as h
from game.sim.components import Actor, Button, Stage
from game.sim.intent import Inbox
from game.sim.resources import Clock, Story
from game.sim.story.performing import perform
from game.sim.story.stage import fire

MOST_A_TICK = 1000  # actions; two beats that fire one another for ever must not stop the game
WORDS = (Say, Caption, Hint)


@system
def run_agenda(world: World, story: Story, clock: Clock) -> None:
    """Do what is due."""
    for _ in range(MOST_A_TICK):
        if not story.agenda or story.agenda[0][0] > clock.tick:
            return
        _, _, key = story.agenda.pop(0)
        perform(action_of(world, key), world)


@system
def skip_words(world: World, story: Story, clock: Clock, inbox: Inbox) -> None:
    """Hurry what may be skipped, when the player asks for it."""
    if not inbox.presses(Button.SKIP):
        return
    beats = world.resource(Script).beats
    kept = []
    for tick, order, key in story.agenda:
        if not beats[key.rpartition("/")[0]].skip:
            kept.append((tick, order, key))
        elif not isinstance(action_of(world, key), WORDS):
            kept.append((min(tick, clock.tick), order, key))
    story.agenda = sorted(kept)


@system
def happen(world: World, script: Script, story: Story) -> None:
    """Fire the beats whose condition has come true."""
    for name, condition in script.conditions:
        if name not in story.events and condition.holds(story):
            fire(world, name)


@system
def follow(
    world: World, script: Script, died: Read[h.Died], screech: Read[h.Screech], marked: Read[h.Marked]
) -> None:
    """Fire the beats that wait for a death, for a mark, or for a call to end."""
    if not (len(died) or len(screech) or len(marked)):
        return
    gone, shown = _names(world, died.thing.tolist()), _names(world, marked.thing.tolist())
    screamed, hushed = _calls(world, died, screech)
    for name, beat in script.beats.items():
        upon = beat.upon
        if upon and (
            upon.dies in gone or upon.marked in shown or upon.screams in screamed or upon.hushed in hushed
        ):
            fire(world, name)


def action_of(world: World, key: str) -> Action:
    """Return the action an agenda entry stands for."""
    beat, _, number = key.rpartition("/")
    return world.resource(Script).beats[beat].actions[int(number)]


def _calls(world: World, died: h.Died, screech: h.Screech) -> tuple[list[str], list[str]]:
    """Keep book of who draws breath; return the names whose call completed, and whose was cut off."""
    story = world.resource(Story)
    rows, alive = world.resolve(np.asarray(screech.who, np.int64))
    things = np.where(alive, world.view(Actor).thing[rows] if len(rows) else 0, 0).tolist()
    screamed, hushed = [], [thing for thing in died.thing.tolist() if thing in story.calling]
    for thing, stage in zip(things, screech.stage.tolist(), strict=True):
        if stage == Stage.WINDUP:
            story.calling.append(thing)
        elif stage == Stage.ACTIVE:
            screamed.append(thing)
        elif thing in story.calling:
            hushed.append(thing)
    story.calling = [thing for thing in story.calling if thing not in {*screamed, *hushed}]
    return _names(world, screamed), _names(world, hushed)


def _names(world: World, things: list[int]) -> list[str]:
    """Return the names of the level's things that somebody came from."""
    level = world.resource(Level)
    return [name for thing in things if thing and (name := level.thing(thing).name)]
