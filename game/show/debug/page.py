"""What every layer of the debug view draws on and reads, and the few marks they share. In u.

Rules of this module:
- A layer has two functions of a ``Page``: ``paint`` colours the ground, ``draw`` puts marks on it. All that
  is painted is laid at once, under all marks: a picture with an alpha channel is dear.
- ``draw`` adds notes to the page that are set beside the picture once all layers are done.
- Nothing is told by colour alone: each colour comes with a shape, a letter or a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.ecs.world import Entity
from game.show import style
from game.show.layers import from_pixels
from game.sim.components import DEAD, Actor, Body, Mind, Plan, Pulse, Senses
from game.sim.resources import Clock, Ground

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from game.data.locale import Words
    from game.ecs.world import World
    from game.show.canvas import Canvas
    from game.show.debug.memory import Memory
    from game.show.view import View

Place = tuple[float, float]
MARGIN = 1.0
"""Bodies so far outside the picture are still drawn, tile."""
GROUPS: tuple[style.Colour, ...] = (
    (122, 208, 206),
    (242, 176, 30),
    (196, 142, 255),
    (142, 214, 112),
    (255, 140, 170),
    (120, 168, 255),
)
"""Colours of groups, in the order of their numbers; each is numbered as well."""


@dataclass(frozen=True)
class Note:
    """A line beside the picture.

    Attributes:
        text: what it says.
        share: how full its bar is, 0..1, or None for a line without one.
        mark: where on the bar a threshold lies, 0..1.
    """

    text: str
    colour: style.Colour = style.TEXT
    share: float | None = None
    mark: float | None = None


@dataclass
class Page:
    """One picture to draw over.

    Attributes:
        canvas: where to draw.
        view: where the picture lies on the map.
        world: what is read.
        words: the language.
        memory: what the journal told of late.
        layers: names of those drawn.
        ground: what was painted on the tiles of the window, ``(h, w, 4)``.
        notes: lines to set beside the picture, by layer.
    """

    canvas: Canvas
    view: View
    world: World
    words: Words
    memory: Memory
    layers: frozenset[str]
    notes: dict[str, list[Note]] = field(default_factory=dict)
    ground: NDArray[np.uint8] | None = None

    def paint(self, colours: NDArray[np.uint8]) -> None:
        """Paint over the ground of the window: ``(h, w, 4)``, the last is how opaque it is."""
        if self.ground is None:
            self.ground = colours.copy()
            return
        below, share = self.ground.astype(np.float32), colours[..., 3:].astype(np.float32) / 255
        alpha = share + below[..., 3:] / 255 * (1 - share)
        kept = below[..., :3] * (below[..., 3:] / 255) * (1 - share)
        self.ground[..., :3] = (colours[..., :3] * share + kept) / np.maximum(alpha, 1e-6)
        self.ground[..., 3:] = alpha * 255

    def note(self, layer: str, note: Note) -> None:
        """Add a line under a layer's name."""
        self.notes.setdefault(layer, []).append(note)

    def at(self, place: Any) -> Place:
        """Turn a place in tiles into u."""
        return self.view.to_screen((float(place[0]), float(place[1])))

    @cached_property
    def tick(self) -> int:
        """Now."""
        return self.world.resource(Clock).tick

    @cached_property
    def window(self) -> tuple[slice, slice]:
        """The tiles in the picture: (rows, columns)."""
        high, wide = self.world.resource(Ground).solid.shape
        left, top = self.view.left // TILE_PX, self.view.top // TILE_PX
        return (
            slice(max(top, 0), min(top + style.HEIGHT // TILE_PX + 2, high)),
            slice(max(left, 0), min(left + style.WIDTH // TILE_PX + 2, wide)),
        )

    @cached_property
    def dead(self) -> Dead:
        """The dead of the whole level."""
        return Dead(self.world)

    def shown(self, pos: NDArray[Any]) -> NDArray[np.intp]:
        """Return which of the places ``(n, 2)`` lie in the picture, nearly."""
        rows, cols = self.window
        x, y = pos[:, 0], pos[:, 1]
        inside = (x > cols.start - MARGIN) & (x < cols.stop + MARGIN)
        return np.flatnonzero(inside & (y > rows.start - MARGIN) & (y < rows.stop + MARGIN))


class Dead:
    """The columns of all the dead, to read."""

    def __init__(self, world: World) -> None:
        rows = world.span(DEAD)
        self.id = world.view(Entity, rows).id
        self.pos = world.view(Body, rows).pos
        self.heading = world.view(Body, rows).heading
        self.sort = world.view(Actor, rows).sort
        self.mind, self.senses = world.view(Mind, rows), world.view(Senses, rows)
        self.pulse, self.plan = world.view(Pulse, rows), world.view(Plan, rows)


def group_colour(number: int) -> style.Colour:
    """Return the colour of a group."""
    return GROUPS[number % len(GROUPS)]


def lay_veil(page: Page) -> None:
    """Draw what was painted on the ground: a colour over every tile of the window."""
    if page.ground is None:
        return
    canvas, (rows, cols) = page.canvas, page.window
    high, wide = page.ground.shape[:2]
    sheet = from_pixels(page.ground)
    side = TILE_PX * canvas.unit
    large = pygame.transform.scale(sheet, (wide * side, high * side))
    left, top = cols.start * TILE_PX - page.view.left, rows.start * TILE_PX - page.view.top
    canvas.target.blit(large, (canvas.x(left), canvas.y(top)))


def tint(strength: NDArray[Any], colour: style.Colour, most: int = 170) -> NDArray[np.uint8]:
    """Return a colour for ``paint`` as opaque as the strength ``(h, w)`` 0..1 says, ``most`` of 255 at 1."""
    sheet = np.empty((*strength.shape, 4), np.uint8)
    sheet[..., :3] = colour
    sheet[..., 3] = np.clip(strength, 0, 1) * most
    return sheet


def line(page: Page, start: Place, end: Place, colour: style.Colour, width: float = 1) -> None:
    """Draw a line between two places in u."""
    canvas = page.canvas
    first, last = ((canvas.x(x), canvas.y(y)) for x, y in (start, end))
    pygame.draw.line(canvas.target, colour, first, last, canvas.px(width))


def disc(page: Page, at: Place, radius: float, colour: style.Colour, width: float = 0) -> None:
    """Draw a disc, or a ring of some width, around a place in u."""
    canvas = page.canvas
    thick = canvas.px(width) if width else 0
    pygame.draw.circle(canvas.target, colour, (canvas.x(at[0]), canvas.y(at[1])), canvas.px(radius), thick)


def shape(page: Page, corners: Iterable[Place], colour: style.Colour, width: float = 0) -> None:
    """Draw a polygon with corners in u, filled or as an outline."""
    canvas = page.canvas
    thick = canvas.px(width) if width else 0
    points = [(canvas.x(x), canvas.y(y)) for x, y in corners]
    pygame.draw.polygon(canvas.target, colour, points, thick)


def diamond(page: Page, at: Place, radius: float, colour: style.Colour, *, hollow: bool = False) -> None:
    """Mark a place in u with a diamond."""
    x, y = at
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    shape(page, corners, style.INK, 3)
    shape(page, corners, colour, 1 if hollow else 0)


def cross(page: Page, at: Place, colour: style.Colour) -> None:
    """Mark a place in u with a cross."""
    x, y = at
    for width, ink in ((3.0, style.INK), (1.5, colour)):
        line(page, (x - 6, y - 6), (x + 6, y + 6), ink, width)
        line(page, (x - 6, y + 6), (x + 6, y - 6), ink, width)


def label(
    page: Page, at: Place, text: str, colour: style.Colour, kind: str = "small", *, plain: bool = False
) -> None:
    """Write a short word centred on a place in u, on dark ground; ``plain`` with an edge only."""
    canvas = page.canvas
    wide, high = canvas.width(text, kind), style.TYPE[kind][1]
    top = at[1] - high / 2
    if plain:
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            canvas.text(at[0] + dx, top + dy, text, kind, style.INK, "c")
    else:
        canvas.rect(at[0] - wide / 2 - 1.5, top, wide + 3, high + 1, style.INK, 190)
    canvas.text(at[0] + 0.5 * (not plain), top, text, kind, colour, "c")
