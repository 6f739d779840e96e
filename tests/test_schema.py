"""What is written for Tiled and its authors comes from the one contract."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from game.data import schema
from game.data.contract import Kind, properties
from game.data.enums import Faction
from game.data.findings import render
from game.data.lint import lint
from game.data.models import DOOR_HP, MODELS, SIDE
from game.data.paths import maps_folder
from game.data.project import ENUMS, object_types, project
from game.data.stock import STOCK
from game.data.things import THINGS
from game.data.tiles import COLUMNS, TILE_PX, TILESETS, MapProperties, Tile

if TYPE_CHECKING:
    from pathlib import Path

RESERVED_WORDS = """id name type class x y width height rotation visible points gid template
properties parent layer line area shape closed image"""


def test_the_committed_files_are_what_the_contract_says() -> None:
    assert schema.differing(maps_folder()) == []


def test_check_names_a_file_that_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(schema, "maps_folder", lambda: tmp_path)
    assert schema.main([]) == 0
    assert schema.main(["--check"]) == 0
    (tmp_path / "walls.tsx").write_text("<tileset/>")
    assert schema.main(["--check"]) == 1
    assert "walls.tsx: differs. Run python -m game.data.schema" in capsys.readouterr().out


def test_what_tiled_rewrote_without_changing_its_meaning_is_the_same(tmp_path: Path) -> None:
    schema.write(tmp_path)
    path = tmp_path / "after-the-classroom.tiled-project"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    assert schema.differing(tmp_path) == []
    path.write_text("{")
    assert schema.differing(tmp_path) == [path.name]


@pytest.mark.parametrize("declared", [*THINGS, Tile, MapProperties])
def test_no_property_bears_a_name_that_tiled_or_pytmx_keeps(declared: type) -> None:
    assert not set(RESERVED_WORDS.split()) & set(properties(declared))


@pytest.mark.parametrize("declared", [*THINGS, Tile, MapProperties])
def test_every_property_is_explained_and_its_default_is_allowed(declared: type) -> None:
    assert declared.__doc__
    for member in properties(declared).values():
        assert member.doc.endswith(".")
        if member.kind in (Kind.INT, Kind.FLOAT):
            assert member.low <= member.default <= member.high
        if member.kind is Kind.ENUM:
            assert member.words in ENUMS


def test_both_files_for_tiled_offer_the_same_properties() -> None:
    new = {
        kind["name"]: {(m["name"], m["type"], m["value"]) for m in kind["members"]}
        for kind in project()["propertyTypes"]
        if kind["type"] == "class" and kind["name"] != "Level"
    }
    old = {
        kind["name"]: {(m["name"], m["type"], m["value"]) for m in kind["properties"]}
        for kind in object_types()
    }
    assert new == old
    assert set(new) == {x.__name__ for x in THINGS} | {"Tile"}


def test_no_class_valued_property_is_offered() -> None:
    kinds = {m["type"] for kind in object_types() for m in kind["properties"]}
    assert kinds <= {"bool", "int", "float", "string", "color", "file", "object"}


def test_every_actor_has_a_side_and_every_door_stands_something() -> None:
    assert all(side is not Faction.NONE for side in SIDE.values())
    assert min(DOOR_HP.values()) > 0


@pytest.mark.parametrize("name", TILESETS)
def test_a_tileset_has_a_tile_for_every_meaning(name: str) -> None:
    root = ET.fromstring((maps_folder() / f"{name}.tsx").read_text())  # noqa: S314 - our own file
    assert int(root.get("tilecount", "0")) == len(TILESETS[name])
    image = root.find("image")
    assert image is not None
    rows = -(-len(TILESETS[name]) // COLUMNS[name])
    width, height = COLUMNS[name] * TILE_PX, rows * TILE_PX
    assert (image.get("width"), image.get("height")) == (str(width), str(height))
    header = (maps_folder() / f"{name}.png").read_bytes()[16:24]
    assert header == width.to_bytes(4, "big") + height.to_bytes(4, "big")


def test_every_model_has_a_template_and_every_template_a_level_that_takes_it(
    tmp_path: Path,
) -> None:
    assert {f"prop-{name}" for name in MODELS} <= set(STOCK)
    rows = "".join(
        f'<object id="{number}" template="templates/{name}.tx" x="64" y="64"/>'
        for number, name in enumerate(STOCK, 10)
    )
    text = (maps_folder() / "templates" / "blank.tmx").read_text()
    text = text.replace('name="notes">', f'name="other">{rows}')
    path = tmp_path / "all.tmx"
    path.write_text(text)
    assert not [line for line in render(lint(path)) if ": E2" in line or ": E3" in line]


def test_the_blank_level_has_nothing_wrong() -> None:
    assert render(lint(maps_folder() / "templates" / "blank.tmx")) == []


def test_the_reference_names_every_class_property_and_model() -> None:
    text = (maps_folder() / "REFERENCE.md").read_text()
    kinds: tuple[type, ...] = THINGS
    for kind in kinds:
        assert f"### {kind.__name__}\n" in text
        assert all(f"| `{name}` |" in text for name in properties(kind))
    assert all(f"| `{name}` |" in text for name in MODELS)


@pytest.mark.skipif(shutil.which("tmxrasterizer") is None, reason="Tiled is not installed here")
@pytest.mark.parametrize("name", ["templates/blank.tmx", "automap/ground_under_walls.tmx"])
def test_tiled_itself_opens_what_is_written(tmp_path: Path, name: str) -> None:
    picture = tmp_path / "map.png"
    command = [shutil.which("tmxrasterizer") or "", str(maps_folder() / name), str(picture)]
    quiet = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **quiet}, check=False)
    assert done.returncode == 0, done.stderr
    assert picture.is_file()
