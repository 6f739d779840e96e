"""Layer "tasks": a letter over each of the dead for its mood, one for what its group asks, and why.

The first letter is the mood, the second the task; chevrons over them mark who surges. The log beside the
picture says who was roused by what: nothing acts without a reason.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from game.show import style
from game.show.debug.page import Note, label
from game.sim.components import Mood, Task
from game.sim.happenings import Cause
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from game.show.debug.page import Page

COLOURS: dict[Mood, style.Colour] = {
    Mood.ASLEEP: (120, 130, 150),
    Mood.IDLE: (170, 170, 164),
    Mood.WANDER: (170, 170, 164),
    Mood.SUSPECT: (255, 224, 122),
    Mood.SEARCH: (255, 170, 60),
    Mood.HUNT: (255, 122, 94),
}
TASK: style.Colour = (122, 208, 206)
OVER = 17.0
"""How far over the feet the letters stand, u."""


def draw(page: Page) -> None:
    """Write over everybody in the picture; beside it what the letters mean, and who was roused by what."""
    dead, words = page.dead, page.words
    shown = page.shown(dead.pos)
    shown = shown[np.argsort(dead.pos[shown, 1], kind="stable")]
    asked = np.where(dead.plan.until[shown] > page.tick, dead.plan.task[shown], np.uint8(Task.NONE))
    moods = [Mood(mood) for mood in dead.mind.mood[shown].tolist()]
    tasks = [Task(task) for task in asked.tolist()]
    for row, mood, task in zip(shown.tolist(), moods, tasks, strict=True):
        _letters(page, row, mood, task)
    for mood, count in sorted(Counter(moods).items()):
        _meaning(page, f"debug-mood-{mood.name.lower()}", count, COLOURS.get(mood, style.SOFT))
    for task, count in sorted(Counter(task for task in tasks if task).items()):
        _meaning(page, f"debug-task-{task.name.lower()}", count, TASK)
    for each in page.memory.causes:
        said = words.text(
            "debug-cause",
            seconds=f"{each.tick / TICKS_PER_SECOND:.1f}",
            why=words.text(f"debug-why-{Cause(each.why).name.lower()}"),
            mood=words.text(f"debug-mood-{Mood(each.mood).name.lower()}"),
            n=each.count,
        )
        page.note("why", Note(said, COLOURS.get(Mood(each.mood), style.SOFT)))


def _meaning(page: Page, word: str, count: int, colour: style.Colour) -> None:
    letter, said = page.words.text(f"{word}-letter"), page.words.text(word)
    page.note("tasks", Note(f"{letter}  {count} {said}", colour))


def _letters(page: Page, row: int, mood: Mood, task: Task) -> None:
    canvas, words = page.canvas, page.words
    x, y = page.at(page.dead.pos[row])
    side = 4 if task else 0
    letter = words.text(f"debug-mood-{mood.name.lower()}-letter")
    label(page, (x - side, y - OVER), letter, COLOURS.get(mood, style.SOFT), plain=True)
    if task:
        label(
            page, (x + side, y - OVER), words.text(f"debug-task-{task.name.lower()}-letter"), TASK, plain=True
        )
    if page.dead.plan.surge_until[row] > page.tick:
        canvas.chevron(x - 7, y - OVER - 10, style.RED_LIT)
        canvas.chevron(x - 1, y - OVER - 10, style.RED_LIT)
