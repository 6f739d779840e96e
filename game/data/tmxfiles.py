"""The files a map refers to, kept inside its own folder or the game's.

Rules of this module:
- A path in a map is relative, uses ``/`` and, links followed, stays inside the folder of the map,
  the game's maps or its assets. Anything else is refused.
- A tileset or template that is not there is looked for by its name among the game's own, so that
  a map keeps working when it travels without them.
- Each file is read once; a template never uses another.
"""

from __future__ import annotations

import re
from pathlib import Path

from game.data.paths import assets_folder, maps_folder
from game.data.safexml import Node, read_xml
from game.data.tmxvalues import refuse, shown

MAX_PATH = 240  # character
MAX_FILES = 200  # tileset or template of one map
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:|:")


class Shelf:
    """The files of one map.

    Args:
        path: the map.
    """

    def __init__(self, path: Path) -> None:
        self.home = path.resolve().parent
        self.roots = (self.home, maps_folder().resolve(), assets_folder().resolve())
        self.read: dict[Path, Node] = {}

    def file(self, node: Node, relative: str) -> Path:
        """Where ``relative``, written in ``node``'s file, leads.

        Raises:
            BadInput: it is no honest relative path or leads outside.
        """
        if not relative or len(relative) > MAX_PATH or not relative.isprintable():
            refuse(node, f"path {shown(relative)} is empty, too long or not readable")
        if "\\" in relative or _ABSOLUTE.match(relative):
            refuse(node, f"path {shown(relative)} must be relative to this file and use /")
        target = (node.file.resolve().parent / relative).resolve()
        if not any(target.is_relative_to(root) for root in self.roots):
            refuse(node, f"path {shown(relative)} leads outside the map's folder: copy the file in")
        return target

    def tileset(self, node: Node) -> Node:
        """The tileset that ``<tileset source>`` names."""
        return self._open(node, node.get("source"), "tileset", ".tsx", ".")

    def template(self, node: Node) -> Node:
        """The object inside the template that ``<object template>`` names."""
        root = self._open(node, node.get("template"), "template", ".tx", "templates")
        found = root.find("object")
        if found is None:
            refuse(root, "holds no object: save the template again from Tiled")
        if "template" in found.attributes:
            refuse(found, "uses another template: a template must stand alone")
        if "gid" in found.attributes:
            refuse(found, "is a picture of a tile: draw it as a point or rectangle")
        return found

    def _open(self, node: Node, relative: str, tag: str, ending: str, shipped: str) -> Node:
        if not relative.endswith(ending):
            refuse(node, f"{tag} {shown(relative)} is not a {ending} file: export it as one")
        own = maps_folder() / shipped / relative.rsplit("/", 1)[-1]
        travelled = relative.isprintable() and not self._exists(node, relative) and own.is_file()
        path = own if travelled else self.file(node, relative)
        if path not in self.read:
            if len(self.read) >= MAX_FILES:
                refuse(node, f"more than {MAX_FILES} tilesets and templates")
            if not path.is_file():
                refuse(node, f"{tag} {shown(relative)} does not exist: put it beside the map")
            self.read[path] = read_xml(path, tag)
        return self.read[path]

    def _exists(self, node: Node, relative: str) -> bool:
        try:
            return (node.file.resolve().parent / relative).is_file()
        except (OSError, ValueError):
            return False


def near(path: Path) -> Path:
    """``path`` as a person would type it here: relative to the working folder when inside it."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except (OSError, ValueError):
        return path
