"""Keeping Python's garbage collector off a frame.

A level is some fifty thousand objects that live until it is left. A full collection looks at every one of
them and takes two or three frames' time; in play there is next to nothing for it to find.
"""

from __future__ import annotations

import gc


def settle() -> None:
    """Drop what the last level has left, and have later collections pass over all that is there now.

    To be called when a level is ready to be played.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
