"""How a picture looks to others: without green cones, without red ones, and without colour.

Matrices for a complete lack (severity 1.0) from G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009; they apply to
linear RGB. Grey is the luminance of Rec. 709.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.gallery.picture import Pixels

_Matrix = NDArray[np.float32]


def _matrix(*rows: tuple[float, float, float]) -> _Matrix:
    return np.array(rows, np.float32)


VISIONS: Final[Mapping[str, _Matrix]] = MappingProxyType(
    {
        "deuteranopia": _matrix(
            (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
        ),
        "protanopia": _matrix(
            (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)
        ),
        "grey": _matrix(*[(0.2126, 0.7152, 0.0722)] * 3),
    }
)
"""By name, what turns linear RGB into what is seen."""


DARK_LIGHT: Final = 0.0031308
"""Linear light below which the curve of sRGB is a line."""


def _linear() -> NDArray[np.float32]:
    """Linear light of each sRGB byte (IEC 61966-2-1)."""
    value = np.arange(256) / 255
    return np.where(value <= DARK_LIGHT * 12.92, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def _bytes() -> NDArray[np.uint8]:
    """Map 4096 steps of linear light to sRGB bytes."""
    light = np.arange(4096) / 4095
    value = np.where(light <= DARK_LIGHT, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray((value * 255).round().astype(np.uint8))


LINEAR: Final = _linear()
BYTES: Final = _bytes()


def seen(pixels: Pixels, vision: str) -> Pixels:
    """Return a picture as it is seen.

    Raises:
        KeyError: no such vision.
    """
    light = LINEAR[pixels] @ VISIONS[vision].T
    return np.asarray(BYTES[(light.clip(0, 1) * 4095).round().astype(np.int32)])
