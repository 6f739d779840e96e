"""Leaving the last level behind: its memory is given back, and no frame is lost to looking for more.

A level is some fifty thousand objects that live until it is left. A full collection looks at every one of
them and takes two or three frames' time; in play there is next to nothing for it to find.

Its pictures are large, and what they were painted from is larger. glibc keeps what is freed among them: from
level to level a game that needs 240 MB came to hold 390.
"""

from __future__ import annotations

import ctypes
import gc
import sys

from game.show.bake import props


def settle() -> None:
    """Drop what the last level has left, and have later collections pass over all that is there now.

    To be called when a level is ready to be played.
    """
    gc.unfreeze()
    props.forget()
    gc.collect()
    gc.freeze()
    _hand_back()


def _hand_back() -> None:
    """Give the system what was freed, where the C library would keep it; elsewhere it does so by itself."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
