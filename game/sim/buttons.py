"""Edges and levels of a player's buttons, for whichever phase asks."""

from __future__ import annotations

import numpy as np

from game.sim.components import Button, Flag, Pilot


def pressed(pilot: Pilot, button: Button) -> Flag:
    """Return who pressed a button this very tick, ``(n,)``."""
    down = pilot.held & ~pilot.before & np.uint16(button.value)
    return np.asarray(down != 0)


def holds(pilot: Pilot, button: Button) -> Flag:
    """Return who holds a button down, ``(n,)``."""
    return np.asarray(pilot.held & np.uint16(button.value) != 0)
