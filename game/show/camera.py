"""Where the picture is taken from: it follows, leads, kicks and shakes, and stays on the map.

Rules of this module:
- Pixels of the 640 x 360 picture. The world never knows of the camera.
- Shake is a power of trauma times smooth noise (Squirrel Eiserloh, "Math for Game Programmers: Juicing Your
  Cameras With Math", GDC 2016).
- Following is the same at every frame rate: the rest of the way shrinks by e each 1/``cam_lerp`` s.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.data.tiles import TILE_PX

if TYPE_CHECKING:
    from game.data.pacing import Feel

WIDTH, HEIGHT = 640, 360
KICK_FADE = 18.0  # 1/s
LIFT = 34.0  # px; how far a choice panel lifts the hero
MARGIN = 48.0  # px; who looks far away is this far inside the picture
JUMP = 320.0  # px; further than this it cuts instead of gliding

Point = tuple[float, float]


@dataclass
class Camera:
    """The camera of one level.

    Attributes:
        bounds: width and height of the map, px.
        feel: the constants of following, leading and shaking.
        middle: what it looks at, px.
        trauma: 0..1, how hard it shakes now; whoever keeps the feel sets it.
        sight: how many times as far as usual one sees: the picture follows the aim so far.
        is_lifted: a panel covers the lower part of the picture.
    """

    bounds: tuple[int, int]
    feel: Feel
    middle: Point = (0.0, 0.0)
    trauma: float = 0.0
    is_lifted: bool = False
    sight: float = 1.0
    push: Point = (0.0, 0.0)
    time_s: float | None = None

    def follow(self, target: Point, aim: Point, time_s: float) -> None:
        """Move toward a target that aims at a point ``aim`` away from it, both in tiles.

        The first call, a jump further than the picture, and time that goes back all cut.
        """
        wanted = self._wanted(target, aim)
        passed = None if self.time_s is None else time_s - self.time_s
        self.time_s = time_s
        far = math.dist(wanted, self.middle)
        if passed is None or passed < 0 or far > JUMP:
            self.middle, self.push = wanted, (0.0, 0.0)
            return
        share = 1 - math.exp(-self.feel.cam_lerp * passed)
        self.middle = _mix(self.middle, wanted, share)
        self.push = _mix(self.push, (0.0, 0.0), 1 - math.exp(-KICK_FADE * passed))

    def kick(self, way: Point) -> None:
        """Throw the picture against a shot's way (unit vector)."""
        self.push = (
            self.push[0] - way[0] * self.feel.cam_kick_px,
            self.push[1] - way[1] * self.feel.cam_kick_px,
        )

    def corner(self) -> tuple[int, int]:
        """Top-left pixel of the picture on the map, shaken, and never off the map."""
        dx, dy = self._shaken()
        x = self.middle[0] + self.push[0] + dx - WIDTH / 2
        y = self.middle[1] + self.push[1] + dy - HEIGHT / 2
        return _clamp(x, self.bounds[0], WIDTH), _clamp(y, self.bounds[1], HEIGHT)

    def _wanted(self, target: Point, aim: Point) -> Point:
        lead = self._far_lead(aim) if self.sight > 1 else self._lead(aim)
        lift = LIFT if self.is_lifted else 0.0
        return target[0] * TILE_PX + lead[0], target[1] * TILE_PX + lead[1] + lift

    def _lead(self, aim: Point) -> Point:
        share, most = self.feel.cam_lead * TILE_PX, self.feel.cam_lead_max_px
        lead = (aim[0] * share, aim[1] * share)
        length = math.hypot(*lead)
        return (lead[0] * most / length, lead[1] * most / length) if length > most else lead

    def _far_lead(self, aim: Point) -> Point:
        """Go half the way to the point aimed at, as long as whoever looks stays on the picture."""
        far = self.sight - 1
        wide, high = far * (WIDTH / 2 - MARGIN), far * (HEIGHT / 2 - MARGIN)
        return _between(aim[0] * TILE_PX / 2, wide), _between(aim[1] * TILE_PX / 2, high)

    def _shaken(self) -> Point:
        most = self.feel.shake_max_px * self.trauma**self.feel.shake_exp
        time_s = self.time_s or 0.0
        return most * _wobble(time_s, 0.0), most * _wobble(time_s, 2.1)


def _wobble(time_s: float, phase: float) -> float:
    """Smooth noise in -1..1: three sines whose periods share no multiple."""
    waves = ((31.7, 0.5), (19.3, 0.3), (53.9, 0.2))
    return sum(share * math.sin(time_s * rate + phase * rate) for rate, share in waves)


def _between(value: float, most: float) -> float:
    return min(max(value, -most), most)


def _mix(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _clamp(low: float, length: int, view: int) -> int:
    """A corner that keeps the view on the map; a small map is centred."""
    if length <= view:
        return (length - view) // 2
    return int(min(max(round(low), 0), length - view))
