"""Maps come from strangers: each hostile one is one line, at once, and never a traceback."""

from __future__ import annotations

import base64
import gzip
import subprocess
import sys
import tempfile
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.data import budget, safexml, tmxgate, tmxvalues
from game.data.errors import BadInput
from game.data.tiled import load, survey
from game.data.tmxgate import admit
from maps import CONCRETE, EXIT, START, TILESETS, csv, layer, room, save, thing, tmx

GROUND = [[CONCRETE] * 8 for _ in range(6)]
WALLS = layer("walls", room(8, 6))


def refusal(folder: Path, text: str) -> str:
    path = save(folder, text)
    with pytest.raises(BadInput) as caught:
        load(path)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 700
    return message


def packed_layer(content: bytes, compression: str) -> str:
    text = base64.b64encode(content).decode()
    form = f'encoding="base64" compression="{compression}"' if compression else 'encoding="base64"'
    data = f"<data {form}>{text}</data>"
    return f'<layer id="1" name="ground" width="8" height="6">{data}</layer>' + WALLS


def test_a_plain_room_passes(tmp_path: Path) -> None:
    level = load(save(tmp_path, tmx()))
    assert (level.width, level.height, level.title) == (8, 6, "A room")
    assert level.starts[0].area.at == (1.5, 1.5)


@pytest.mark.parametrize("compression", ["", "zlib", "gzip"])
def test_packed_layers_read_like_plain_ones(tmp_path: Path, compression: str) -> None:
    plain = b"".join(CONCRETE.to_bytes(4, "little") for _ in range(48))
    packed = {"": plain, "zlib": zlib.compress(plain), "gzip": gzip.compress(plain)}[compression]
    level = load(save(tmp_path, tmx(layers=packed_layer(packed, compression))))
    assert (level.ground == 10).all()


def test_flipped_tiles_mean_the_same(tmp_path: Path) -> None:
    flipped = [[CONCRETE | 0x80000000 | 0x20000000] * 8 for _ in range(6)]
    level = load(save(tmp_path, tmx(layers=layer("ground", flipped) + WALLS)))
    assert (level.ground == 10).all()


def test_an_old_doctype_is_harmless(tmp_path: Path) -> None:
    head = '<!DOCTYPE map SYSTEM "http://mapeditor.org/dtd/1.0/map.dtd">\n'
    assert load(save(tmp_path, tmx(head=head))).width == 8


BOMB = zlib.compress(bytes(50_000_000), 9)
SECOND_MEMBER = gzip.compress(b"\x0b\0\0\0" * 48) + gzip.compress(bytes(50_000_000))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DEEP = '<group name="g">' * 12 + "</group>" * 12


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not sound XML"),
        ("<map", "not sound XML"),
        ("<html></html>", "<html>, not <map>"),
        (tmx(head=f'<!DOCTYPE map [<!ENTITY l0 "ha">{LAUGHS}]>'), "declares XML entities"),
        (tmx(head='<!DOCTYPE map [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "XML entities"),
        (tmx(head='<!DOCTYPE map [<!ENTITY % x SYSTEM "http://a/b"> %x;]>'), "XML entities"),
        (tmx().replace('infinite="0"', 'infinite="1"'), "untick"),
        (tmx().replace("orthogonal", "isometric"), "make it orthogonal"),
        (tmx().replace('tilewidth="16"', 'tilewidth="32"'), "must be 16x16"),
        (tmx().replace('width="8" height="6" t', 'width="100000" height="6" t'), "outside 1..512"),
        (tmx().replace('width="8" height="6" t', 'width="512" height="512" t'), "at most 131072"),
        (tmx().replace('width="8" height="6" t', 'width="9" height="6" t'), "resize the map"),
        (tmx().replace('width="8" height="6" t', 'width="x" height="6" t'), "whole number"),
        (tmx(layers=packed_layer(BOMB, "zlib")), "more than the 48 cells"),
        (tmx(layers=packed_layer(gzip.compress(bytes(9_000_000)), "gzip")), "more than the 48"),
        (tmx(layers=packed_layer(b"junk", "zlib")), "does not unpack"),
        (tmx(layers=packed_layer(zlib.compress(b"1234567"), "zlib")), "1 cells where 48"),
        (tmx(layers=packed_layer(b"x", "zstd")), "Tile Layer Format to CSV"),
        (tmx(layers=layer("ground", [*GROUND[:5], [CONCRETE] * 7]).replace("7", "8", 1)), "47"),
        (tmx(layers=layer("ground", [*GROUND[:5], [999] * 8]) + WALLS), "tile number 999"),
        (tmx(layers=layer("ground", [*GROUND[:5], [-1] * 8]) + WALLS), "not a tile number"),
        (tmx(layers=layer("ground", [*GROUND[:5], [10**30] * 8]) + WALLS), "tile number"),
        (tmx(tilesets=TILESETS.replace("walls.tsx", "../../../etc/passwd")), "not a .tsx"),
        (tmx(tilesets=TILESETS.replace("walls.tsx", "../../../etc/x.tsx")), "leads outside"),
        (tmx(tilesets=TILESETS.replace("walls.tsx", "/etc/x.tsx")), "must be relative"),
        (tmx(tilesets=TILESETS.replace("walls.tsx", "C:\\x.tsx")), "must be relative"),
        (tmx(tilesets=TILESETS.replace("walls.tsx", "none.tsx")), "does not exist"),
        (tmx(tilesets=TILESETS.replace('"21"', '"5"')), "share tile numbers"),
        (tmx(tilesets=TILESETS.replace('"21"', '"nan"')), "not a whole number"),
        (tmx(spawns=START.replace('x="24"', 'x="nan"')), "not a number within"),
        (tmx(spawns=START.replace('x="24"', 'x="1e9"')), "not a number within"),
        (tmx(spawns=START.replace('x="24"', 'x="inf"')), "not a number within"),
        (tmx(spawns=START.replace('x="24"', f'x="{"9" * 6000}"')), "not a number within"),
        (tmx(things=EXIT.replace('id="2"', 'id="1"')), "used already in line"),
        (tmx(spawns=START.replace('id="1"', 'id="-1"')), "outside 1.."),
        (tmx(things=EXIT.replace('width="16"', 'width="-16"')), "negative size"),
        (tmx(things=thing(3, "Exit", 1, 1, shape='<polygon points="a,b"/>')), "not a number"),
        (tmx(things=thing(3, "Exit", 1, 1, shape='<polygon points="1,2 3"/>')), "x,y pairs"),
        (tmx(things=thing(3, "Exit", 1, 1, shape='<polygon points=""/>')), "x,y pairs"),
        (
            tmx(things=thing(3, "Exit", 1, 1, shape=f'<polygon points="{"1,1 " * 1001}"/>')),
            "more than 1000 points",
        ),
        (tmx(things='<object id="3" gid="77" x="1" y="1"/>'), "number 77 is in no tileset"),
        (tmx(things='<object id="3" template="x.json" x="1" y="1"/>'), "not a .tx"),
        (tmx(things='<object id="3" template="../x.tx" x="1" y="1"/>'), "leads outside"),
        (tmx(things="\n".join('<object id="1"/>' for _ in range(3))), "used already"),
        (tmx(properties='<property name="wind" type="float" value="NaN"/>'), "not a number"),
        (tmx(properties='<property name="wind" type="bool" value="maybe"/>'), "is not a 'bool'"),
        (tmx(properties='<property name="wind" type="class"/>'), "use plain properties"),
        (tmx(properties='<property name="chapter" type="int" value="1e3"/>'), "whole number"),
        (tmx(properties='<property name="title" value="x"/>' * 2), "name of its own"),
        (tmx(tail=DEEP), "nested more than 8 deep"),
        (tmx(tail="<a>" * 40 + "</a>" * 40), "nested more than 24 deep"),
        (tmx(tail='<group name="g"/>' * 61), "more than 60 layers"),
        (tmx(tail=" ".join(["<map", *(f'a{n}="1"' for n in range(50)), "/>"])), "attributes"),
        (tmx(tail='<imagelayer><image source="../../x.png"/></imagelayer>'), "leads outside"),
        (
            tmx(tail='<imagelayer><image source="x.png" width="99999999"/></imagelayer>'),
            "outside 1..8192",
        ),
        (tmx(layers='<layer name="ground" width="8" height="6"/>'), "no tile data"),
        (tmx(layers='<layer name="g" width="8" height="6"><data/></layer>'), "Format to CSV"),
        (
            tmx(layers='<layer name="g" width="8" height="6"><data><chunk/></data></layer>'),
            "untick",
        ),
        (tmx().replace("UTF-8", "utf-77"), "encoding"),
    ],
)
def test_a_hostile_map_is_one_clear_line(tmp_path: Path, text: str, said: str) -> None:
    message = refusal(tmp_path, text)
    assert said in message
    assert "room.tmx:" in message or ".tsx:" in message


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = save(tmp_path, tmx(layers=packed_layer(BOMB, "zlib")))
    tracemalloc.start()
    with pytest.raises(BadInput):
        load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_second_gzip_member_never_unpacks(tmp_path: Path) -> None:
    """It may be read as if it were not there, but the bomb behind it must not go off."""
    assert load(save(tmp_path, tmx(layers=packed_layer(SECOND_MEMBER, "gzip")))).width == 8


def test_objects_are_counted(tmp_path: Path) -> None:
    many = "".join(f'<object id="{n}" x="1" y="1"/>' for n in range(9, tmxgate.MAX_OBJECTS + 10))
    assert "more than 10000 objects" in refusal(tmp_path, tmx(things=many))


def test_elements_are_counted(tmp_path: Path) -> None:
    assert "elements" in refusal(tmp_path, tmx(tail="<a/>" * (safexml.MAX_NODES + 1)))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.tmx"
    with path.open("wb") as file:
        file.truncate(safexml.MAX_BYTES * 4)
    with pytest.raises(BadInput, match="larger than 8 MB"):
        load(path)


def test_properties_are_counted_at_each_use_of_a_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tmxgate, "MAX_SAID", 1000)
    row = f'<property name="channel" value="{"x" * 300}"/>'
    radio = f'<template><object type="Radio"><properties>{row}</properties><point/></object>'
    (tmp_path / "radio.tx").write_text(radio + "</template>")
    used = "".join(f'<object id="{n}" template="radio.tx" x="40" y="40"/>' for n in range(7, 11))
    assert "characters in the properties" in refusal(tmp_path, tmx(things=EXIT + used))


@pytest.mark.parametrize(
    ("limit", "drawn", "said"),
    [
        ("MAX_LIT", thing(7, "Light", 40, 40, radius=9.0), "its lamps light more than 90"),
        (
            "MAX_FURNISHED",
            thing(7, "Prop", 0, 0, size='width="128" height="96"', model="bus"),
            "its props cover",
        ),
        (
            "MAX_COVERED",
            thing(7, "LightZone", 0, 0, size='width="128" height="96"'),
            "its objects cover",
        ),
    ],
)
def test_what_a_level_asks_of_the_machine_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, drawn: str, said: str
) -> None:
    monkeypatch.setattr(budget, limit, 90.0)
    assert load(save(tmp_path, tmx(things=EXIT + drawn))).width == 8
    twice = drawn + drawn.replace('id="7"', 'id="8"')
    assert f"E120 map: {said}" in refusal(tmp_path, tmx(things=EXIT + twice))


def test_painted_cells_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tmxgate, "MAX_PAINTED", 100)
    layers = layer("ground", GROUND) + WALLS + layer("decals", [[0] * 8] * 6)
    assert "more than 100 cells" in refusal(tmp_path, tmx(layers=layers))


def test_a_folder_or_missing_file_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.tmx"):
        with pytest.raises(BadInput, match="cannot be read"):
            load(path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "secret.tsx").write_text("<tileset/>")
    (home / "linked.tsx").symlink_to(tmp_path / "secret.tsx")
    text = tmx(tilesets=TILESETS.replace("walls.tsx", "linked.tsx"))
    assert "leads outside" in refusal(home, text)


def test_a_map_that_travelled_alone_uses_the_games_tilesets_and_templates(tmp_path: Path) -> None:
    path = tmp_path / "alone.tmx"
    lamp = '<object id="3" template="templates/lamp-cold.tx" x="40" y="40"/>'
    path.write_text(tmx(things=EXIT + lamp))
    level = load(path)
    assert level.solid[0].all()
    assert level.lights[0].colour == (170, 208, 255)


def test_a_template_fills_in_what_the_object_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "gate.tx").write_text(
        '<template><object name="gate" type="Door" width="32" height="16"><properties>'
        '<property name="kind" value="bunker"/><property name="key" value="a"/>'
        "</properties></object></template>"
    )
    one = '<object id="3" template="gate.tx" x="32" y="32"/>'
    other = (
        '<object id="4" name="mine" template="gate.tx" x="64" y="32" width="16"><properties>'
        '<property name="key" value="b"/></properties></object>'
    )
    first, second = load(save(tmp_path, tmx(things=EXIT + one + other))).doors
    assert (first.name, first.kind, first.key, first.area.size) == ("gate", "bunker", "a", (2, 1))
    assert (second.name, second.kind, second.key, second.area.size) == (
        "mine",
        "bunker",
        "b",
        (1, 1),
    )


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<object template="loop.tx"/>', "uses another template"),
        ("", "holds no object"),
        ('<object gid="1"/>', "picture of a tile"),
    ],
)
def test_a_template_stands_alone(tmp_path: Path, inside: str, said: str) -> None:
    (tmp_path / "loop.tx").write_text(f"<template>{inside}</template>")
    text = tmx(things='<object id="3" template="loop.tx" x="1" y="1"/>')
    assert said in refusal(tmp_path, text)


def test_hostile_attributes_never_reach_the_reader(tmp_path: Path) -> None:
    text = tmx().replace("<map ", '<map layers="x" filename="/etc/passwd" gidmap="" ')
    text = text.replace('type="Start"', 'type="Start" properties="x" parent="y" points="z"')
    assert load(save(tmp_path, text)).starts[0].facing == "east"


def test_reserved_property_names_are_only_a_warning(tmp_path: Path) -> None:
    odd = thing(3, "Item", 40, 40, x="5", visible="no", __class__="z")
    seen = survey(save(tmp_path, tmx(things=EXIT + odd)))
    assert [finding.code for finding in seen.found.found] == ["W301"] * 3


def test_layers_and_groups_named_off_are_left_out(tmp_path: Path) -> None:
    off = '<group name="//draft"><objectgroup name="things"><object id="9" type="Nonsense"/>'
    text = tmx(tail=off + "</objectgroup></group>" + layer("//walls", room(8, 6)))
    assert len(load(save(tmp_path, text)).things) == 2


def test_numbers_name_their_line(tmp_path: Path) -> None:
    text = tmx(things=EXIT.replace('x="80"', 'x="east"'))
    line = text.splitlines().index(EXIT.replace('x="80"', 'x="east"')) + 1
    assert f"room.tmx:{line}: " in refusal(tmp_path, text)


NASTY_WORDS = """nan -1 1e999 99999999999999999999 < &amp; &x; ]]> ../../../ true 0x10 -0 16 //
polygon Door <data>"""
NASTY = st.sampled_from([*NASTY_WORDS.split(), "", "'", "\x00", "\ufeff"])
SEED = tmx(
    spawns=START + thing(5, "SpawnField", 32, 32, size='width="32" height="32"', count_max=2, when="tag:1"),
    things="\n".join(
        (
            EXIT,
            thing(3, "Prop", 40, 40, size='width="9.6" height="12.8" rotation="30"', model="desk"),
            thing(4, "Light", 40, 40, radius=3.0, colour="#ffaad0ff"),
            thing(6, "Ledge", 32, 32, shape='<polyline points="0,0 16,0 16,16"/>', drop=1),
            '<object id="7" template="lamp-cold.tx" x="40" y="40"/>',
        )
    ),
    tail=layer("roof", [[0] * 8] * 6),
)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """The seed map with a few cuts, copies and nasty words."""
    text = SEED
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 40)))
        put = draw(st.one_of(NASTY, st.just(""), st.just(text[at:until] * 2)))
        text = text[:at] + put + text[until:]
    return text


@st.composite
def misvalued(draw: st.DrawFn) -> str:
    """The seed map, well formed, with nasty values in its quotes."""
    parts = SEED.split('"')
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(parts) // 2 - 1)) * 2 + 1
        parts[place] = draw(NASTY).replace("<", "").replace("&x;", "").replace("\x00", "")
    return '"'.join(parts)


@settings(max_examples=400, deadline=1000, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(mangled(), misvalued()))
def test_whatever_is_done_to_a_map_it_loads_or_is_refused_in_one_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = save(Path(folder), SEED)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        refused: list[BadInput] = []
        try:
            load(path)
        except BadInput as error:
            refused.append(error)
        assert all(error.where and "\n" not in str(error) for error in refused)


@settings(max_examples=60, deadline=1000)
@given(st.binary(max_size=300))
def test_whatever_bytes_are_given_they_are_refused_in_one_line(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bytes.tmx"
        path.write_bytes(content)
        with pytest.raises(BadInput):
            admit(path)


def test_the_seed_of_the_fuzzing_is_good(tmp_path: Path) -> None:
    assert len(load(save(tmp_path, SEED)).things) == 7


def test_csv_with_a_trailing_comma_reads(tmp_path: Path) -> None:
    text = tmx().replace(csv(GROUND), csv(GROUND) + ",")
    assert load(save(tmp_path, text)).width == 8


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert len(tmxvalues.shown("x" * 10_000)) < 70


def test_nothing_brings_pygame_along_until_a_map_is_read() -> None:
    code = "import sys, game.data.lint, game.data.sketch; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
