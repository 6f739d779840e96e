from __future__ import annotations

import ast
import math
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.content import Key, keys, read
from game.data.enums import Hero
from game.data.errors import BadInput
from game.data.paths import PACKAGE, asset
from game.data.sections import HeroTraits
from game.data.tables import SORTS, WEAPONS, Armoury, Bestiary
from game.data.tuning import Assist, Difficulty, Rules, Sections, load_tuning
from game.sim.components import Sort, Weapon

SHIPPED = asset("content", "tuning.toml").read_text(encoding="utf-8")
TUNING = load_tuning()


def with_line(tmp_path: Path, old: str, new: str, name: str = "tuning.toml") -> Path:
    """The shipped constants with one line changed, in a file of its own."""
    text = asset("content", name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "tuning.toml").write_text(SHIPPED, encoding="utf-8")
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path / "tuning.toml"


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        load_tuning(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_angles_are_kept_as_cosines_and_sines_of_six_digits() -> None:
    assert round(math.cos(math.radians(105 / 2)), 6) == TUNING.player.fov_cos
    assert TUNING.assist.aim_cos == round(math.cos(math.radians(12)), 6)
    assert TUNING.armoury.spread_max[Weapon.PISTOL] == np.float32(round(math.sin(math.radians(6)), 6))


def test_a_misspelt_key_is_named_with_its_file_and_the_nearest_known_one(tmp_path: Path) -> None:
    told = refusal(with_line(tmp_path, "walk = 3.2", "wlak = 3.2"))
    assert told.endswith("tuning.toml: player.wlak: unknown key. Did you mean 'walk'?")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("walk = 3.2\n", "", "player.walk: this key is missing: write it"),
        ("walk = 3.2", 'walk = "fast"', "player.walk: must be a number, not 'fast'"),
        ("walk = 3.2", "walk = true", "player.walk: must be a number, not True"),
        ("walk = 3.2", "walk = 9", "player.walk: 9 is outside 2..4.5 tile/s"),
        ("walk = 3.2", "walk = nan", "player.walk: nan is outside"),
        ("relay_hops = 3", "relay_hops = 3.5", "horde.relay_hops: must be a whole number, not 3.5"),
        ("sustain = [3, 5]", "sustain = [5, 3]", "director.sustain: the smaller number comes first"),
        ("sustain = [3, 5]", "sustain = 4", "director.sustain: must be two numbers"),
        ("hurt = 0.35", "hurd = 0.35", "feel.trauma.hurd: unknown key. Did you mean 'hurt'?"),
        ("[hunger]", "[hungre]", "hungre: unknown key. Did you mean 'hunger'?"),
        ("near_s = 0.35", "near_s = 2.0", "detect.near_s: 2 must not exceed detect.far_s (1.3)"),
        ("[player]", "[player", "not valid TOML"),
    ],
)
def test_a_bad_constant_is_one_line_that_says_what_is_wrong(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert says in refusal(with_line(tmp_path, old, new))


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "tuning.toml")


def test_a_bad_row_of_the_bestiary_names_its_file(tmp_path: Path) -> None:
    path = with_line(tmp_path, "[flanker]\nhp = 30", "[flanker]\nhp = 0", "bestiary.toml")
    assert "bestiary.toml: flanker.hp: 0 is outside 1..2000 HP" in refusal(path)


def test_heroes_are_described_in_one_place_only(tmp_path: Path) -> None:
    path = with_line(tmp_path, "[flanker]", "[namra]\nhp = 5\n[flanker]", "bestiary.toml")
    assert "bestiary.toml: namra: heroes are described in tuning.toml" in refusal(path)


def test_rows_are_in_the_order_the_simulation_counts_in() -> None:
    assert [name.upper() for name in SORTS] == [sort.name for sort in Sort]
    assert [name.upper() for name in WEAPONS] == [weapon.name for weapon in Weapon]


def test_a_heros_row_repeats_the_players_and_the_heros_constants() -> None:
    assert TUNING.bestiary.walk[Sort.NAMRA] == np.float32(TUNING.hero["namra"].walk)
    assert TUNING.bestiary.hp[Sort.ONJO] == np.float32(TUNING.player.hp)


def test_constants_never_change() -> None:
    with pytest.raises(ValueError, match="read-only"):
        TUNING.bestiary.hp[0] = 1


def test_every_blow_warns_for_at_least_a_third_of_a_second() -> None:
    beasts = TUNING.bestiary
    strikes = (beasts.dmg > 0) & (beasts.reach > 0)
    assert strikes.any()
    assert (beasts.windup_s[strikes] >= np.float32(0.35)).all()


@pytest.mark.parametrize("hero", ["namra", "suhyeok", "onjo"])
def test_a_walker_leaves_a_shambler_behind_but_not_a_flanker(hero: str) -> None:
    walk = TUNING.hero[hero].walk
    assert TUNING.bestiary.hunt[Sort.SHAMBLER] < walk < TUNING.bestiary.hunt[Sort.FLANKER]


def test_no_body_can_cross_a_quarter_tile_in_a_tick() -> None:
    beasts = TUNING.bestiary
    fastest = max(float(column.max()) for column in (beasts.run, beasts.hunt, beasts.pounce, beasts.charge))
    assert max(fastest, TUNING.player.dodge_tiles / TUNING.player.dodge_s) < 15


def test_every_constant_has_a_range_and_says_what_breaks_outside() -> None:
    sections = [
        section
        for f in fields(Sections)
        if f.name != "hero" and isinstance(section := getattr(TUNING, f.name), object)
    ]
    for made in (*map(type, sections), type(TUNING.hero[Hero.NAMRA]), Bestiary, Armoury):
        for name, key in keys(made).values():
            assert key.low < key.high, f"{made.__name__}.{name}"
            assert key.breaks, f"{made.__name__}.{name}"


@pytest.mark.parametrize(("level", "damage"), [("story", 0.5), ("survivor", 1.0), ("evolved", 1.35)])
def test_difficulty_multiplies_wounds(level: str, damage: float) -> None:
    assert Rules(difficulty=Difficulty(level)).damage == damage


def test_resolve_grows_with_each_death_up_to_its_cap() -> None:
    rules = Rules(assist=Assist(resolve=True))
    shares = [rules.let_through(deaths) for deaths in (0, 1, 10, 1000)]
    assert shares == pytest.approx([0.8, 0.78, 0.6, 0.2])
    assert Rules().let_through(50) == 1.0


LEAVES = [
    (section, key) for section, table in tomllib.loads(SHIPPED).items() for key in table if section != "hero"
]


@given(
    st.sampled_from(LEAVES),
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())),
)
def test_whatever_a_key_says_it_is_read_or_refused_in_one_line(leaf: tuple[str, str], value: Any) -> None:
    found = tomllib.loads(SHIPPED)
    found[leaf[0]][leaf[1]] = value
    try:
        read(Sections, found, "x.toml")
    except BadInput as error:
        assert str(error).startswith(f"x.toml: {leaf[0]}.{leaf[1]}")  # noqa: PT017 - it may also be fine


def test_a_key_knows_how_it_is_read() -> None:
    assert isinstance(keys(Sections)["player"][1], Key)


def test_only_what_is_known_can_be_taken_out_of_the_dead() -> None:
    assert Rules(without=frozenset({"packs"})).without == {"packs"}
    with pytest.raises(BadInput, match=r"without: nothing called 'teeth' can be taken out; there are alarm,"):
        Rules(without=frozenset({"teeth", "packs"}))


# -- nothing is declared that nobody reads -------------------------------------------------------

DECLARES = {"content.py", "sections.py", "pacing.py", "tables.py"}
BY_NAME = (HeroTraits, Bestiary, Armoury)
"""Tables whose columns may be looked up by a string."""


class Reads(NamedTuple):
    """What one module of the game names: attributes it reads, plain names, strings."""

    attributes: set[str]
    names: set[str]
    strings: set[str]


def reads(path: Path) -> Reads:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:  # comparing two constants with one another uses neither
        if isinstance(node, ast.FunctionDef) and node.name == "_check_pairs":
            node.body = []
    nodes = list(ast.walk(tree))
    return Reads(
        {n.attr for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)},
        {n.id for n in nodes if isinstance(n, ast.Name)},
        {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)},
    )


MODULES = [reads(path) for path in sorted(PACKAGE.rglob("*.py")) if path.name not in DECLARES]
SECTIONS = get_type_hints(Sections) | {"hero": HeroTraits, "bestiary": Bestiary, "armoury": Armoury}


@pytest.mark.parametrize(
    ("section", "key"), [(name, each.name) for name, made in SECTIONS.items() for each in fields(made)]
)
def test_every_constant_is_read_where_its_section_is(section: str, key: str) -> None:
    made = SECTIONS[section]
    near = [module for module in MODULES if section in module.attributes or made.__name__ in module.names]
    aware = [module for module in MODULES if "tuning" in module.attributes | module.names]
    named = [module.strings for module in aware if made in BY_NAME]
    is_read = any(key in module.attributes for module in near) or any(key in said for said in named)
    assert is_read, f"nothing in game/ reads {section}.{key}: use it or remove it"


@pytest.mark.parametrize("table", ["trauma", "hitstop_ms"])
def test_every_cause_of_shaking_and_holding_comes_up(table: str) -> None:
    said = [module.strings for module in MODULES if table in module.attributes]
    guns = {weapon.name.lower() for weapon in Weapon}
    assert set(getattr(TUNING.feel, table)) <= guns.union(*said)
