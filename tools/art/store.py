"""How a picture and its manifest reach the disk, and how they are compared with what is there.

A picture of at most 256 colours is written with a palette, without loss: half the size on disk. Only
one with translucent pixels, though: of any other, SDL makes an 8 bit surface with a colour key, which
cannot be tinted or scaled like the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from tools.art.arrays import Pixels

MOST_COLOURS: Final = 256

DRIFT: Final = 1 / 2000
"""Share of pixels that may differ from the committed picture: numpy's ``sin`` and ``exp`` differ in
their last bit from one processor to the next, and a quantiser can turn that into another colour."""

Manifest = Mapping[str, Any]


@dataclass(frozen=True)
class Work:
    """What one target makes: pictures and manifests by path under the repository's root."""

    pictures: dict[str, Pixels] = field(default_factory=dict)
    manifests: dict[str, Manifest] = field(default_factory=dict)


def _indexed(pixels: Pixels) -> tuple[Image.Image, bytes] | None:
    rgba = pixels.reshape(-1, 4).astype(np.uint32)
    if not ((rgba[:, 3] > 0) & (rgba[:, 3] < 255)).any():
        return None
    packed = (rgba[:, 0] << 24) | (rgba[:, 1] << 16) | (rgba[:, 2] << 8) | rgba[:, 3]
    found, index = np.unique(packed, return_inverse=True)
    if len(found) > MOST_COLOURS:
        return None
    image = Image.fromarray(index.reshape(pixels.shape[:2]).astype(np.uint8), "P")
    image.putpalette(np.stack([found >> 24, found >> 16 & 255, found >> 8 & 255], -1).astype("u1").tobytes())
    return image, (found & 255).astype(np.uint8).tobytes()


def _tidy(pixels: Pixels) -> Pixels:
    """Black out what is fully transparent, so that nothing invisible costs a byte."""
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        return np.where(pixels[..., 3:] > 0, pixels, 0).astype(np.uint8)
    return pixels


def write_picture(path: Path, pixels: Pixels) -> None:
    """Write RGBA, RGB or grey bytes as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = _tidy(pixels)
    indexed = _indexed(pixels) if pixels.ndim == 3 and pixels.shape[2] == 4 else None
    if indexed is None:
        Image.fromarray(pixels).save(path, optimize=True)
    else:
        image, alphas = indexed
        image.save(path, optimize=True, transparency=alphas)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest with one entry a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in manifest.items())
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def read_picture(path: Path, like: Pixels) -> Pixels:
    """Read a PNG with as many channels as ``like``."""
    mode = {2: "L"}.get(like.ndim) or {3: "RGB", 4: "RGBA"}[like.shape[2]]
    with Image.open(path) as image:
        return np.asarray(image.convert(mode))


def write(root: Path, work: Work) -> None:
    """Write everything a target made."""
    for name, pixels in work.pictures.items():
        write_picture(root / name, pixels)
    for name, manifest in work.manifests.items():
        write_manifest(root / name, manifest)


def _picture_fault(path: Path, pixels: Pixels) -> str:
    if not path.exists():
        return "is missing"
    pixels, there = _tidy(pixels), read_picture(path, pixels)
    if there.shape != pixels.shape:
        return f"is {there.shape[1]}x{there.shape[0]}, not {pixels.shape[1]}x{pixels.shape[0]}"
    other = there != pixels
    share = float((other.any(-1) if pixels.ndim == 3 else other).mean())
    return f"differs in {share:.2%} of its pixels" if share > DRIFT else ""


def _manifest_fault(path: Path, manifest: Manifest) -> str:
    if not path.exists():
        return "is missing"
    same = json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(manifest))
    return "" if same else "differs"


def faults(root: Path, work: Work) -> list[str]:
    """Say, one line each, where the committed files are not what the generator makes."""
    found = {name: _picture_fault(root / name, made) for name, made in work.pictures.items()}
    found |= {name: _manifest_fault(root / name, made) for name, made in work.manifests.items()}
    return [f"{name} {fault}; run: python -m tools.art" for name, fault in found.items() if fault]
