"""Vector arithmetic that gives the same bits on every machine: only + - * / and sqrt."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Flag, Num, Vec

Cells = NDArray[np.intp]
TINY = np.float32(1e-6)
"""Lengths below this are treated as zero, tile."""


def dot(a: Vec, b: Vec) -> Num:
    """Return the scalar products of rows ``(n, 2)``, as ``(n,)``."""
    product = a * b
    return product[:, 0] + product[:, 1]


def cross(a: Vec, b: Vec) -> Num:
    """Return the z of the cross products of rows ``(n, 2)``; positive turns a to b clockwise."""
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def length(v: Vec) -> Num:
    """Return the length of each row of ``v (n, 2)``, as ``(n,)``."""
    return np.sqrt(dot(v, v))


def unit(v: Vec) -> Vec:
    """Return rows of ``v (n, 2)`` at length 1; rows without a direction stay zero."""
    far = length(v)
    out, far_enough = np.empty(v.shape, np.float32), np.maximum(far, TINY)
    for axis in range(2):  # along an axis: a quarter of the time of both at once
        np.divide(v[:, axis], far_enough, out=out[:, axis], casting="same_kind")
    out[far <= TINY] = 0
    return out


def scaled(v: Vec, by: Num) -> Vec:
    """Return rows of ``v (n, 2)``, each times its own number of ``by (n,)``."""
    out = np.empty(v.shape, np.float32)
    for axis in range(2):
        np.multiply(v[:, axis], by, out=out[:, axis], casting="same_kind")
    return out


def put(rows: Cells, new: Vec, into: Vec) -> None:
    """Let ``into (n, 2)`` be ``new (k, 2)`` at ``rows (k,)``: a row at once, as one number of eight bytes."""
    _rows(into)[rows] = _rows(np.ascontiguousarray(new, np.float32))


def choose(which: Flag, one: Vec, other: Vec) -> Vec:
    """Return rows of ``one (n, 2)`` where ``which (n,)``, else of ``other``; each at once, as ``put``."""
    return np.where(which, _rows(one), _rows(other)).view(np.float32).reshape(-1, 2)


def _rows(v: Vec) -> NDArray[np.int64]:
    """View each row of ``v (n, 2)`` of four bytes a number as one of eight, ``(n,)``."""
    return v.view(np.int64)[:, 0]


def moves(v: Vec) -> Flag:
    """Return which rows of ``v (n, 2)`` are not exactly zero, ``(n,)``."""
    nonzero = v != 0
    return np.asarray(nonzero[:, 0] | nonzero[:, 1])


def differ(a: NDArray[Any], b: NDArray[Any]) -> Flag:
    """Return which rows of ``a`` and ``b (n, 2)``, of four bytes a number, are not the same bits, ``(n,)``.

    Each row is compared as one number of eight bytes: half the work of two comparisons and an "or".
    """
    return np.asarray(_rows(a) != _rows(b))


def limit(v: Vec, longest: Num | np.float32) -> Vec:
    """Shorten rows of ``v (n, 2)`` longer than ``longest (n,)``, or than one length for all."""
    return scaled(v, np.minimum(np.float32(1), longest / np.maximum(length(v), TINY)))


def turn(heading: Vec, wanted: Vec, share: float) -> Vec:
    """Turn unit vectors toward wanted ones by a share of the way; opposite ones turn clockwise.

    Args:
        heading: ``(n, 2)`` unit vectors.
        wanted: ``(n, 2)`` unit vectors; zero rows ask for no turn.
        share: 0..1.
    """
    toward = wanted
    against = (dot(heading, wanted) < np.float32(-0.99)).nonzero()[0]
    if len(against):
        toward = wanted.copy()
        toward[against, 0], toward[against, 1] = -heading[against, 1], heading[against, 0]
    mixed = unit(heading + (toward - heading) * np.float32(share))
    idle = (dot(wanted, wanted) <= TINY).nonzero()[0]
    if len(idle):
        mixed[idle] = heading[idle]
    return mixed
