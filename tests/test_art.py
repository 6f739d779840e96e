"""The drawn files: manifests fit their sheets, colours are the ramps', drawing again gives the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tools.art import actors, decals, ground, icons, items, portraits, props, walls
from tools.art.busts import SITTERS
from tools.art.far_city import far_city
from tools.art.far_eyes import far_eyes
from tools.art.noise import blue, fractal, value_noise
from tools.art.palette import every_colour
from tools.art.raycast import from_above, render, visible_eyes
from tools.art.roster import ROSTER
from tools.art.solid import Solid
from tools.art.store import Work, faults, read_picture, write
from tools.art.thin import EAST, NORTH, SOUTH, WEST, piece

if TYPE_CHECKING:
    from tools.art.arrays import Pixels

ART = Path(__file__).resolve().parents[1] / "assets" / "art"
MAPS = ART.parents[1] / "maps"

REQUIRED = {
    "shambler": {"idle", "walk", "attack", "hurt", "death", "corpse", "crawl", "screech"},
    "flanker": {"idle", "walk", "attack", "hurt", "death", "corpse", "crawl", "screech", "pounce"},
    "screamer": {"idle", "walk", "attack", "hurt", "death", "corpse", "crawl", "screech"},
    "lurker": {"idle", "walk", "stalk", "attack", "pounce", "hurt", "death", "corpse"},
    "brute": {"idle", "walk", "attack", "hurt", "death", "corpse", "roar"},
    "namra": {"hand", "command", "feed", "aim", "shoot", "melee", "throw", "dodge", "sneak", "run"},
    "soldier": {"idle", "walk", "run", "aim", "shoot", "surrender", "hurt", "death", "corpse"},
    "halfbie": {"idle", "walk", "run", "hurt", "death", "corpse"},
    "civilian": {"idle", "walk", "run", "surrender", "hurt", "death", "corpse"},
}


def manifest(name: str) -> Any:
    return json.loads((ART / f"{name}.json").read_text(encoding="utf-8"))


def sheet(name: str, folder: Path = ART) -> Pixels:
    with Image.open(folder / f"{name}.png") as image:
        return np.asarray(image.convert("RGBA"))


def foreign(picture: Pixels) -> set[tuple[int, int, int]]:
    shown = picture[picture[..., 3] > 0][:, :3].astype(np.uint32)
    found = np.unique(shown[:, 0] << 16 | shown[:, 1] << 8 | shown[:, 2]).tolist()
    return {(colour >> 16, colour >> 8 & 255, colour & 255) for colour in found} - every_colour()


def inside(rect: list[int], columns: int, rows: int, picture: Pixels) -> bool:
    x, y, w, h = rect
    return x >= 0 and y >= 0 and x + w * columns <= picture.shape[1] and y + h * rows <= picture.shape[0]


@pytest.mark.parametrize("name", ROSTER)
def test_a_sheet_of_the_cast_holds_every_frame_its_manifest_names(name: str) -> None:
    about = manifest(f"actors/{name}")
    with Image.open(ART / "actors" / f"{name}.png") as picture:
        width, height = picture.size
    rows = sum(action["frames"] for action in about["actions"].values())
    assert width == about["dirs"] * about["size"]
    assert height == rows * about["size"]
    assert set(about["actions"]) == set(about["eyes"])


@pytest.mark.parametrize("name", ROSTER)
def test_the_rows_of_the_actions_follow_each_other_without_gap(name: str) -> None:
    first = 0
    for action in manifest(f"actors/{name}")["actions"].values():
        assert action["row"] == first
        first += action["frames"]


@pytest.mark.parametrize("name", ROSTER)
def test_everybody_has_the_actions_of_the_kind(name: str) -> None:
    needed = REQUIRED.get(name.split("_", maxsplit=1)[0], REQUIRED["halfbie"])
    assert needed <= set(manifest(f"actors/{name}")["actions"])


@pytest.mark.parametrize("name", ROSTER)
def test_no_cell_is_empty_and_none_is_cut_at_its_border(name: str) -> None:
    about = manifest(f"actors/{name}")
    side = about["size"]
    alpha = sheet(f"actors/{name}")[..., 3] > 0
    cells = alpha.reshape(-1, side, about["dirs"], side).swapaxes(1, 2).reshape(-1, side, side)
    assert cells.any((1, 2)).all()
    border = cells[:, 0].any(1) | cells[:, -1].any(1) | cells[:, :, 0].any(1) | cells[:, :, -1].any(1)
    assert not border.any(), f"cells {np.nonzero(border)[0].tolist()} touch their border"


@pytest.mark.parametrize("name", ROSTER)
def test_eyes_lie_on_the_drawn_body_and_inside_the_frame(name: str) -> None:
    about, alpha = manifest(f"actors/{name}"), sheet(f"actors/{name}")[..., 3]
    side = about["size"]
    for act, frames in about["eyes"].items():
        assert len(frames) == about["actions"][act]["frames"]
        for frame, ways in enumerate(frames):
            assert len(ways) == about["dirs"]
            top = (about["actions"][act]["row"] + frame) * side
            for way, eyes in enumerate(ways):
                for x, y in eyes:
                    assert 0 < x < side - 1
                    assert 0 < y < side - 1
                    assert alpha[top + y, way * side + x] > 0, (act, frame, way)


def test_the_dead_show_two_eyes_to_the_south_and_none_to_the_north() -> None:
    eyes = manifest("actors/shambler_student")["eyes"]["idle"][0]
    assert len(eyes[4]) == 2
    assert eyes[12] == []


def test_only_half_bies_have_one_gold_eye() -> None:
    gold = {name for name in ROSTER if manifest(f"actors/{name}")["eye"] == "gold"}
    assert gold == {"namra", "halfbie"}
    for name in sorted(gold):
        ways = manifest(f"actors/{name}")["eyes"]["idle"][0]
        assert max(len(eyes) for eyes in ways) == 1


def test_the_dead_are_drawn_without_the_symmetry_of_the_living() -> None:
    south = actors.cell(ROSTER["shambler_student"], "idle", 0, 4).picture[..., :3].astype(int)
    mirrored = south[:, ::-1]
    assert (np.abs(south - mirrored).sum(-1) > 0).mean() > 0.05


def test_the_brute_fills_twice_the_ground_of_anybody_else() -> None:
    area = {name: (actors.cell(ROSTER[name], "idle", 0, 4).picture[..., 3] > 0).sum() for name in ROSTER}
    brute = area.pop("brute")
    assert brute > 2 * max(area.values())


@pytest.mark.parametrize("name", ["shambler_office", "namra", "soldier", "brute", "lurker"])
def test_a_cell_drawn_again_is_the_committed_cell(name: str) -> None:
    role, about, whole = ROSTER[name], manifest(f"actors/{name}"), sheet(f"actors/{name}")
    for way in (1, 6, 13):
        made = actors.cell(role, "walk", 2, way)
        top, left = (about["actions"]["walk"]["row"] + 2) * role.size, way * role.size
        there = whole[top : top + role.size, left : left + role.size]
        assert (made.picture == there).all()
        assert [list(eye) for eye in made.eyes] == about["eyes"]["walk"][2][way]


@pytest.mark.parametrize("name", [*(f"actors/{who}" for who in ROSTER), "props", "materials", "decals"])
def test_every_colour_of_a_sheet_comes_from_the_ramps(name: str) -> None:
    assert foreign(sheet(name)) == set()


@pytest.mark.parametrize("name", ["ground", "walls", "decals"])
def test_every_colour_of_a_tileset_comes_from_the_ramps(name: str) -> None:
    assert foreign(sheet(name, MAPS)) == set()


def test_every_prop_block_lies_on_its_sheet_and_covers_no_other() -> None:
    about, picture = manifest("props"), sheet("props")
    taken = np.zeros(picture.shape[:2], bool)
    for name, one in about.items():
        x, y, w, h = one["rect"]
        assert inside(one["rect"], one["turns"], one["variants"], picture), name
        block = taken[y : y + h * one["variants"], x : x + w * one["turns"]]
        assert not block.any(), name
        block[:] = True
        assert 0 <= one["foot"][0] <= w
        assert 0 <= one["foot"][1] <= h


def test_every_model_the_maps_use_is_drawn() -> None:
    used: set[str] = set()
    for path in MAPS.glob("*.tmx"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if 'name="model"' in line:
                used.add(line.split('value="')[1].split('"')[0])
    assert used <= set(props.PROPS)


def test_what_shines_on_a_prop_lies_where_the_prop_is() -> None:
    colour, glow = sheet("props"), sheet("props_glow")
    assert colour.shape == glow.shape
    assert (colour[glow[..., 3] > 0][:, 3] == 255).all()
    assert manifest("props")["cross"]["glow"]


def test_every_cell_of_the_materials_lies_on_its_sheet() -> None:
    about, picture = manifest("materials"), sheet("materials")
    size = about["size"]
    assert [len(about[kind]) for kind in ("ground", "wall_top", "wall_skirt")] == [20, 12, 12]
    for x, y in about["ground"] + about["wall_top"]:
        cell = picture[y : y + size, x : x + size]
        assert cell.shape == (size, size, 4)
        assert (cell[..., 3] == 255).all()
    for x, y in about["wall_skirt"]:
        assert inside([x, y, size, about["skirt_height"]], 1, 1, picture)
    for x, y in about["wall_thin"].values():
        assert inside([x, y, 16, 16], 16, 1, picture)


@pytest.mark.parametrize(("name", "paint"), ground.GROUND)
def test_a_ground_repeats_without_a_seam(name: str, paint: Any) -> None:
    """The step across the border is no larger than the steps inside."""
    tile = paint().astype(float).mean(-1)
    across = np.abs(np.diff(np.concatenate([tile, tile[:, :1]], 1), axis=1)).mean(0)
    down = np.abs(np.diff(np.concatenate([tile, tile[:1]], 0), axis=0)).mean(1)
    assert across[-1] <= across.max(initial=0) + 1e-9, name
    assert across[-1] <= np.quantile(across, 0.98) * 1.6 + 1, name
    assert down[-1] <= np.quantile(down, 0.98) * 1.6 + 1, name


def test_a_ground_drawn_again_is_the_committed_ground() -> None:
    about, picture = manifest("materials"), sheet("materials")
    for number in (0, 4, 9, 17):
        x, y = about["ground"][number]
        assert (ground.GROUND[number][1]() == picture[y : y + 128, x : x + 128, :3]).all()


def test_a_skirt_of_bars_can_be_seen_through_and_one_of_brick_cannot() -> None:
    assert (walls.SKIRTS[11]()[..., 3] == 0).any()
    assert (walls.SKIRTS[0]()[..., 3] == 255).all()


@pytest.mark.parametrize("kind", [3, 4, 5, 7, 8, 10, 11])
def test_a_thin_wall_reaches_every_neighbour_it_joins_and_no_other(kind: int) -> None:
    west_east = piece(kind, WEST | EAST)[..., 3] > 0
    assert west_east[:, 0].any()
    assert west_east[:, -1].any()
    if kind == 8:  # shelves fill their tile
        return
    north_south = piece(kind, NORTH | SOUTH)[..., 3] > 0
    assert not north_south[:, 0].any()
    assert not north_south[:, -1].any()
    assert north_south[-1].any()


def test_decals_lie_on_their_sheet_in_the_fixed_order() -> None:
    entries, picture = manifest("decals")["decals"], sheet("decals")
    names = [entry["name"] for entry in entries]
    assert names[:4] == ["blood", "cracks", "lines", "arrows"]
    assert names[8:] == [
        "blood2",
        "cracks2",
        "linesv",
        "arrowse",
        "posters2",
        "leaves2",
        "papers2",
        "tyrev",
        "guide",
        "guidev",
        "stripes",
        "stripesv",
        "drag",
        "dragv",
    ]
    for number, entry in enumerate(entries):
        assert inside(entry["rect"], entry["variants"], 1, picture)
        x, y, w, h = entry["rect"]
        made, there = decals.shapes(number)[0], picture[y : y + h, x : x + w]
        assert (made[..., 3] == there[..., 3]).all()
        assert (made == there)[made[..., 3] > 0].all()


def test_tilesets_have_the_grids_of_their_tsx() -> None:
    sizes = {name: sheet(name, MAPS).shape[:2] for name in ("ground", "walls", "decals")}
    assert sizes == {"ground": (32, 160), "walls": (32, 96), "decals": (48, 128)}


def test_effects_and_icons_lie_on_their_sheets() -> None:
    fx, picture = manifest("fx"), sheet("fx")
    for name, one in fx.items():
        assert inside(one["rect"], one["frames"], 1, picture), name
    places, picture = manifest("icons"), sheet("icons")
    assert places.pop("lessons") == ["gun", "light", "hide", "throw", "route", "run"]
    for name, rect in places.items():
        x, y, w, h = rect
        assert inside(rect, 1, 1, picture), name
        assert (picture[y : y + h, x : x + w, 3] > 0).any(), name


def test_every_icon_is_sixteen_by_sixteen_and_unlike_every_other() -> None:
    drawn = icons.drawn()
    assert {picture.shape for picture in drawn.values()} == {(16, 16, 4)}
    assert len({picture.tobytes() for picture in drawn.values()}) == len(drawn)


@pytest.mark.parametrize("who", ["radio", *SITTERS])
def test_a_portrait_has_three_different_columns(who: str) -> None:
    picture = sheet(f"portraits/{who}")
    assert picture.shape[:2] == (48, 144)
    neutral, speaking, lost = np.split(picture, 3, axis=1)
    assert (neutral != speaking).any()
    assert (speaking != lost).any()


def test_a_mouth_is_all_that_moves_when_a_face_speaks() -> None:
    who = SITTERS["onjo"]
    still, speaking = (portraits.portrait(who, speaking=on) for on in (False, True))
    rows, columns = np.nonzero((still != speaking).any(-1))
    assert rows.max() - rows.min() < 6
    assert columns.max() - columns.min() < 8


def test_the_opening_eye_ends_on_the_title_and_begins_in_the_dark() -> None:
    about, title, strip = manifest("title"), sheet("title"), sheet("title_eye")
    x, y, w, h = about["rect"]
    frames = [strip[:, i * w : (i + 1) * w] for i in range(about["frames"])]
    assert strip.shape[:2] == (h, w * about["frames"])
    assert (frames[-1] == title[y : y + h, x : x + w]).all()
    light = [frame[..., :3].astype(float).mean() for frame in frames]
    assert light == sorted(light)
    assert frames[0][..., :3].max() < 100
    assert title.shape[:2] == sheet("title_far").shape[:2] == sheet("card_hyosan").shape[:2] == (360, 640)


def test_no_far_eyes_stand_behind_the_menu() -> None:
    assert not (far_eyes()[:290, :262, 3] > 0).any()


def test_all_files_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in ART.rglob("*") if path.is_file()) < 12e6


def test_blue_noise_has_no_slow_waves_and_every_level_equally_often() -> None:
    noise = blue(64, 1)
    assert np.allclose(np.sort(noise, axis=None), (np.arange(64 * 64) + 0.5) / (64 * 64))
    spectrum = np.abs(np.fft.fft2(noise - noise.mean())) ** 2
    y, x = np.meshgrid(np.fft.fftfreq(64), np.fft.fftfreq(64), indexing="ij")
    frequency = np.sqrt(x * x + y * y)
    assert spectrum[frequency < 0.1].mean() < 0.1 * spectrum[frequency > 0.3].mean()


def test_noise_depends_on_its_seed_alone() -> None:
    assert (fractal(64, 8, 3) == fractal(64, 8, 3)).all()
    assert (value_noise(64, 8, 3) != value_noise(64, 8, 4)).any()


def test_a_higher_ball_hides_a_lower_one_and_stands_further_up_the_picture() -> None:
    low = render(Solid().ball((0, 0, 2), (3, 3, 3), "navy"), from_above(0), 32, (16, 16)).colour
    both = Solid().ball((0, 0, 2), (3, 3, 3), "navy").ball((0, 0, 12), (3, 3, 3), "red")
    top = render(both, from_above(0), 32, (16, 16)).colour
    assert np.nonzero(top[..., 3])[0].min() < np.nonzero(low[..., 3])[0].min()
    assert foreign(top) == set()


def test_turning_a_model_a_quarter_turns_its_place_on_the_screen() -> None:
    ahead = Solid().ball((8, 0, 0), (2, 2, 2), "red")
    middles = []
    for quarter in range(4):
        drawn = render(ahead, from_above(quarter * np.pi / 2), 32, (16, 16)).colour[..., 3] > 0
        y, x = np.nonzero(drawn)
        middles.append((round(x.mean() - 15.5), round(y.mean() - 15.5)))
    assert middles == [(8, 0), (0, 8), (-8, 0), (0, -8)]


def test_an_eye_behind_something_is_not_seen() -> None:
    bare = Solid().ball((0, 0, 5), (3, 3, 3), "dead").eye((3, 0, 5), (1, 0, 0.2))
    south, foot = from_above(np.pi / 2), (16.0, 16.0)
    assert len(visible_eyes(bare, south, render(bare, south, 32, foot), foot)) == 1
    masked = bare.box((8, 0, 8), (1, 6, 8), "ink")
    assert visible_eyes(masked, south, render(masked, south, 32, foot), foot) == []


def test_things_to_pick_up_stay_inside_their_cells() -> None:
    for draw in (items.ammo, items.battery, items.bottle, items.key, items.medkit, items.pipe, items.radio):
        for cell in draw():
            alpha = cell[..., 3] > 0
            assert alpha.any()
            assert alpha[1:-1, 1:-1].sum() == alpha.sum(), draw.__name__


def test_what_is_written_is_read_back_and_a_change_is_told(tmp_path: Path) -> None:
    picture = icons.key()
    picture[3, 3, 3] = 90
    work = Work({"a/key.png": picture}, {"a/key.json": {"size": 14}})
    write(tmp_path, work)
    assert (read_picture(tmp_path / "a/key.png", picture) == picture).all()
    assert faults(tmp_path, work) == []
    changed = Work({"a/key.png": np.roll(picture, 1, 0)}, {"a/key.json": {"size": 15}, "b.json": {}})
    told = faults(tmp_path, changed)
    assert [line.split(" ")[0] for line in told] == ["a/key.png", "a/key.json", "b.json"]
    assert "run: python -m tools.art" in told[0]


def test_the_far_city_is_what_its_generator_draws() -> None:
    assert faults(ART.parents[1], far_city()) == []


def test_eyes_in_the_far_city_lie_on_it() -> None:
    side = sheet("city").shape[0]
    eyes = np.array(manifest("city")["eyes"])
    assert len(eyes) > 400
    assert eyes[:, :2].min() >= 0
    assert eyes[:, :2].max() < side


@pytest.mark.parametrize("name", ["tank", "wardbed", "studio"])
def test_a_prop_on_the_sheet_is_what_its_generator_draws(name: str) -> None:
    x, y, w, h = manifest("props")[name]["rect"]
    made = props.views(name).colour[0][0]
    assert (sheet("props")[y : y + h, x : x + w] == made).all()
