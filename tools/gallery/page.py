"""The page that hangs the pictures: a section each, and one choice of how they are seen."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Final

from tools.gallery.vision import VISIONS

HEAD: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>After the Classroom: gallery</title>
<style>
body { background: #12141a; color: #d6ceba; font: 14px sans-serif; margin: 16px }
nav { position: sticky; top: 0; background: #12141aee; padding: 8px 0 }
a, label { color: #f2b01e; margin-right: 12px }
figure { display: inline-block; margin: 4px; vertical-align: top }
img { max-width: 47vw; image-rendering: pixelated; display: block }
figcaption { color: #888584; font-size: 12px }
</style>
"""
SCRIPT: Final = """<script>
for (const radio of document.querySelectorAll("input"))
  radio.onchange = () => document.querySelectorAll("img").forEach(
    image => image.src = (radio.value ? radio.value + "/" : "") + image.dataset.file)
</script>
"""


def page(hung: Mapping[str, Sequence[str]]) -> str:
    """Write the page: names of pictures by section; their files are ``<section>/<name>.png``."""
    links = "".join(f'<a href="#{section}">{section}</a>' for section in hung)
    choices = [_choice("", "as it is"), *(_choice(vision, vision) for vision in VISIONS)]
    walls = "".join(_wall(section, names) for section, names in hung.items())
    return f"{HEAD}<nav>{links}{''.join(choices)}</nav>{walls}{SCRIPT}"


def _choice(value: str, words: str) -> str:
    checked = " checked" if not value else ""
    return f'<label><input type="radio" name="vision" value="{value}"{checked}>{words}</label>'


def _wall(section: str, names: Sequence[str]) -> str:
    figures = "".join(_figure(f"{section}/{name}.png", name) for name in names)
    return f'<h2 id="{section}">{html.escape(section)}</h2>{figures}\n'


def _figure(file: str, name: str) -> str:
    file, name = html.escape(file, quote=True), html.escape(name)
    return (
        f'<figure><a href="{file}"><img loading="lazy" src="{file}" data-file="{file}" alt="{name}"></a>'
        f"<figcaption>{name}</figcaption></figure>\n"
    )
