"""The four endings, from what was decided, done and found.

Rules of this module:
- The code at the tower is **Purge**, whoever sends it. Otherwise ``endings.evolution_below`` of humanity is
  **Evolution**; names enough, and humanity enough to read them, are **Names**; all else is **Silence**.
- Who keeps silent reads no names.
"""

from __future__ import annotations

from enum import StrEnum

from game.data.gifts import Endings
from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import Hero, Pilot
from game.sim.resources import Story

BROADCAST = "broadcast"
"""The choice that ends the campaign."""
CODE, KEEP_SILENT = "code", "silence"


class Ending(StrEnum):
    """What becomes of the world."""

    PURGE = "purge"
    EVOLUTION = "evolution"
    NAMES = "names"
    SILENCE = "silence"


def ending_of(answer: str, humanity: float, tags: int, rules: Endings) -> Ending:
    """Return the ending.

    Args:
        answer: to the choice "broadcast": ``code``, ``speak`` or ``silence``.
        humanity: 0..100, as carried to the tower.
        tags: name tags found in all levels.
        rules: where the endings divide.
    """
    if answer == CODE:
        return Ending.PURGE
    if humanity < rules.evolution_below:
        return Ending.EVOLUTION
    knows = tags >= rules.names_tags and humanity >= rules.names_humanity
    return Ending.NAMES if knows and answer != KEEP_SILENT else Ending.SILENCE


def conclude(world: World) -> None:
    """Let the story have its ending, if the broadcast was decided."""
    story, humanity = world.resource(Story), world.view(Hero, world.rows(Pilot)).humanity
    if BROADCAST in story.choices and len(humanity):
        tags, rules = story.tags_before + len(story.tags), world.resource(Tuning).endings
        story.ending = ending_of(story.choices[BROADCAST], float(humanity[0]), tags, rules).value
