"""What the screen keeps with a saved game: where one has been, and the marks that play has left.

Rules of this module:
- It is text, opaque to whoever writes the save. Nothing of the game follows from it: what cannot be read, or
  is of another map, is left out, and one begins with a plan never seen and clean ground.
- It holds plain arrays, packed: a bit for each texel seen, and a row for each mark.
"""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from game.ecs.column import Array

MARK_COLUMNS = 6
MOST_BYTES = 8 * 1024 * 1024  # of text; a whole town with its marks is some ten thousand
DAMAGE = (ValueError, KeyError, EOFError, OSError, zlib.error, zipfile.BadZipFile)


@dataclass(frozen=True)
class Keepsake:
    """What is kept.

    Attributes:
        seen: bool ``[h, w]``, the texels of the level that have been in sight.
        marks: int32 ``(n, 6)``, as ``Marks.rows`` says.
    """

    seen: Array
    marks: Array

    def write(self) -> str:
        """Return it as text."""
        packed = io.BytesIO()
        bits = np.packbits(self.seen)
        np.savez_compressed(packed, seen=bits, shape=np.array(self.seen.shape), marks=self.marks)
        return base64.b64encode(packed.getvalue()).decode("ascii")

    @classmethod
    def read(cls, text: str, shape: tuple[int, int]) -> Keepsake | None:
        """Return what was written, for a level of ``shape`` texels; ``None`` when it is not of such a one."""
        if not text or len(text) > MOST_BYTES:
            return None
        try:
            with np.load(io.BytesIO(base64.b64decode(text, validate=True)), allow_pickle=False) as parts:
                seen, marks = parts["seen"], parts["marks"]
                is_ours = tuple(parts["shape"].tolist()) == shape
        except DAMAGE:
            return None
        if not is_ours or seen.dtype != np.uint8 or seen.size * 8 < shape[0] * shape[1]:
            return None
        if marks.dtype != np.int32 or marks.ndim != 2 or marks.shape[1] != MARK_COLUMNS:  # noqa: PLR2004
            return None
        return cls(np.unpackbits(seen)[: shape[0] * shape[1]].reshape(shape).astype(bool), marks)
