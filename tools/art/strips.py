"""Packing: strips of equal cells laid out in shelves on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.art.arrays import Pixels
from tools.art.grid import clear


@dataclass(frozen=True)
class Placed:
    """A sheet, and the top left corner of every strip on it."""

    sheet: Pixels
    at: dict[str, tuple[int, int]]


def row(cells: Sequence[Pixels]) -> Pixels:
    """Put equal cells side by side."""
    height, width = cells[0].shape[:2]
    strip = clear(height, width * len(cells))
    for number, cell in enumerate(cells):
        strip[:, number * width : (number + 1) * width] = cell
    return strip


def column(rows: Sequence[Pixels]) -> Pixels:
    """Put equal strips below each other."""
    height, width = rows[0].shape[:2]
    block = clear(height * len(rows), width)
    for number, strip in enumerate(rows):
        block[number * height : (number + 1) * height] = strip
    return block


def shelves(blocks: Mapping[str, Pixels], width: int) -> Placed:
    """Lay blocks out in shelves, tall ones first, on a sheet of at least ``width`` px."""
    width = max([width, *(block.shape[1] for block in blocks.values())])
    order = sorted(blocks, key=lambda name: (-blocks[name].shape[0], name))
    at: dict[str, tuple[int, int]] = {}
    x = y = shelf = 0
    for name in order:
        height, wide = blocks[name].shape[:2]
        if x + wide > width:
            x, y, shelf = 0, y + shelf, 0
        at[name] = (x, y)
        x, shelf = x + wide, max(shelf, height)
    sheet = clear(y + shelf, width)
    for name, (left, top) in at.items():
        block = blocks[name]
        sheet[top : top + block.shape[0], left : left + block.shape[1]] = block
    return Placed(sheet, at)
