"""A choice on the table: holding its button makes it, and its cards are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.level import Level
from game.show import speech
from game.show.canvas import has_icon
from game.show.controls import shown
from game.sim.components import Button
from game.sim.intent import Intent
from game.sim.resources import Story

if TYPE_CHECKING:
    from game.ecs.world import World
    from game.show.app import App
    from game.show.canvas import Canvas

HOLD_S = 0.8
"""How long a choice is held before it is made: none is made by accident, s."""
CHOICES = (Button.CHOICE_1, Button.CHOICE_2, Button.CHOICE_3)
PICTURES = {
    "free": "key",
    "leave": "abandon",
    "hand_over": "radio",
    "carry": "spare",
    "lure": "sound",
    "code": "skull",
    "speak": "radio",
    "silence": "moon",
}
"""Icons of answers that are not named like one."""
ALL_CHOICES = Button.CHOICE_1 | Button.CHOICE_2 | Button.CHOICE_3


class Asking:
    """Turns holding a choice's button into making it, and draws the cards.

    Args:
        app: the running program.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.chosen = -1
        self.held = 0.0

    def is_open(self, world: World) -> bool:
        """Whether a choice is on the table."""
        return bool(world.resource(Story).asking)

    def answer(self, intent: Intent, world: World, seconds: float) -> Intent:
        """Return the intent with a choice's button down only once it was held long enough."""
        down = next((i for i, button in enumerate(CHOICES) if intent.held & button), -1)
        if down != self.chosen or not self.is_open(world):
            self.chosen, self.held = down, 0.0
        elif down >= 0:
            self.held += seconds
        held = intent.held & ~ALL_CHOICES
        if self.chosen >= 0 and self.held >= HOLD_S:
            held |= CHOICES[self.chosen]
        return Intent(intent.move, intent.aim, held)

    def draw(self, canvas: Canvas, world: World) -> None:
        """Draw the choice on the table."""
        asking = world.resource(Story).asking
        choice = next(c for c in world.resource(Level).choices if c.choice == asking)
        words, settings = self.app.words, self.app.settings
        options = [
            speech.Option(
                icon=picture_of(option),
                name=words.text(f"choice-{asking}-{option}"),
                cost=words.text(f"choice-{asking}-{option}-cost"),
                key=shown(settings.keys[f"choice_{i + 1}"]),
                pad=settings.pad[f"choice_{i + 1}"],
            )
            for i, option in enumerate(choice.options)
        ]
        speech.choice(
            canvas, words.text(f"choice-{asking}"), options, self.chosen, min(1.0, self.held / HOLD_S)
        )


def picture_of(option: str) -> str:
    """Return the icon that stands for an answer; a map may give answers that no icon was drawn for."""
    name = PICTURES.get(option, option)
    return name if has_icon(name) else "use"
