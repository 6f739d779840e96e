"""A hand that claws its way out of the ash, clutching a name tag: the opening and every retry.

It reaches along the ground, so that from above palm and fingers are seen from their broad side.
"""

from __future__ import annotations

from typing import Final

from tools.art.held import name_tag
from tools.art.noise import generator
from tools.art.pose import ease, mix
from tools.art.solid import Solid

FINGERS: Final = ((-3.0, 4.6), (-1.1, 6.0), (0.9, 5.8), (2.7, 4.4))
"""Place across the palm and length of each finger, in px."""

REACH: Final = 7.5
"""How far the wrist comes out, in px."""

CLODS: Final = 11


def _ash(body: Solid, out: float) -> None:
    """Heap the ash and throw clods aside as the arm comes out."""
    body.ball((-1.5, 0, -0.7), (4.6, 5.2, 1.9), "ash", tone=-0.46)
    stream = generator(5)
    for _ in range(CLODS):
        x, y, size = -3.5 + 8 * stream.random(), stream.normal() * 3.2, 0.6 + 0.7 * stream.random()
        at = (x * (0.6 + 0.4 * out), y * (0.6 + 0.5 * out), 0.6)
        body.ball(at, (size, size, size * 0.7), "ash", tone=-0.30)
    if out > 0.1:
        body.ball((0.6, 0, 0.6), (2.0 * out, 2.6 * out, 0.7), "ink", tone=0.06)


def _fingers(body: Solid, wrist: float, grip: float) -> None:
    for across, length in FINGERS:
        root = (wrist + 2.8, across * 0.85, 4.4)
        spread = mix((length, across * 0.5, 0.8), (length * 0.86, across * 0.22, -0.4), grip)
        middle = root + spread * 0.55 + (0, 0, 0.9)
        body.limb(root, middle, 0.85, "pale", 0.8, tone=0.04)
        body.limb(middle, root + spread + (0, 0, -1.2 * grip), 0.8, "pale", 0.62)
        body.stain(root + spread + (0, 0, -1.2 * grip), (0.7, 0.7, 0.7), "meat", only="pale")


def hand(t: float) -> Solid:
    """Scratch out the fingers (to .35), then palm and forearm, then close on the tag."""
    body = Solid()
    out, grip = ease(t / 0.7), ease((t - 0.6) / 0.3)
    _ash(body, out)
    wrist = REACH * out - 3.5
    if out > 0.45:
        body.limb((0.5, 0, 0.8), (wrist, 0, 3.6), 1.9, "pale", 1.6, tone=-0.04)
    if out > 0.15:
        body.ball((wrist + 1.6, 0, 3.9), (2.5, 3.1, 1.5), "pale")
        body.limb((wrist + 0.6, 2.6, 3.8), (wrist + 3.2, 4.6 - 2.2 * grip, 3.4), 0.95, "pale", 0.7)
    _fingers(body, wrist, grip)
    if grip > 0:
        name_tag(body, (wrist + 5.6, 3.4, 2.4 + 0.8 * grip), -1.1)
    return body
