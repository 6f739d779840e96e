"""Dying and coming back: dark, the hand in the ash, the last tag; a key press shortens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import style

if TYPE_CHECKING:
    import pygame

    from game.data.locale import Words
    from game.show.canvas import Canvas

FALL_S = 0.25
"""From the last blow to darkness, s."""
WHOLE_S = 1.2
"""The whole of it, s; pressing anything ends it once it is dark."""
HAND_FRAME_S = 0.1


class Death:
    """One death, from the blow to the hand.

    Args:
        words: the language.
        tag: message of the last tag's person; empty at the start of a level.
        hand: the frames of the hand clawing out.
    """

    def __init__(self, words: Words, tag: str, hand: list[pygame.Surface]) -> None:
        self.words = words
        self.tag = tag
        self.hand = hand
        self.age, self.is_skipped = 0.0, False

    @property
    def is_over(self) -> bool:
        """Whether the hero comes back now."""
        return self.age >= (FALL_S if self.is_skipped else WHOLE_S)

    def skip(self) -> None:
        """Come back as soon as it is dark: a key mashed in the fight must not hide that one died."""
        self.is_skipped = True

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.age += seconds

    def draw(self, canvas: Canvas) -> None:
        """Draw over the frozen world."""
        canvas.veil(round(255 * min(1.0, self.age / FALL_S)))
        after = self.age - FALL_S
        if after < 0:
            return
        if self.hand:
            frame = self.hand[min(len(self.hand) - 1, int(after / HAND_FRAME_S))]
            width, height = frame.get_size()
            canvas.picture(frame, 320 - width / 2, 176 - height)
        name = self.words.said(self.tag) if self.tag else self.words.text("ui-begin-again")
        canvas.tag(320 - 5.5, 190)
        canvas.text(320, 206, name, "body", style.SOFT, "c")
