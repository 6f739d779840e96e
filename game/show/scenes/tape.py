"""The recording of a game being played: a disk that refuses costs it and one line, never the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.orders import Order
    from game.play.replay import Recorder
    from game.play.session import Session
    from game.sim.intent import Intent


class Tape:
    """What a session is written down on.

    Args:
        recorder: writes; None writes nothing.
        tell: shows the player a line.
    """

    def __init__(self, recorder: Recorder | None, tell: Callable[[str], None]) -> None:
        self.recorder, self.tell = recorder, tell

    def after(self, session: Session, intent: Intent) -> None:
        """Write a tick down."""
        self._write(lambda recorder: recorder.after(session, intent))

    def ordered(self, order: Order) -> None:
        """Write down what was asked between two ticks."""
        self._write(lambda recorder: recorder.ordered(order))

    def _write(self, note: Callable[[Recorder], None]) -> None:
        if self.recorder is None:
            return
        try:
            note(self.recorder)
        except BadInput as error:
            self.recorder = None
            self.tell(str(error))
