"""Names for the array types every part of the generator passes around."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float64]
"""(h, w) values, or (..., 3) points in model space."""

Mask = NDArray[np.bool_]
"""(h, w), True where something is."""

Ints = NDArray[np.int64]
"""(h, w) labels."""

Pixels = NDArray[np.uint8]
"""(h, w, 3) or (h, w, 4), straight alpha."""
