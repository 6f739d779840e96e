from __future__ import annotations

from pathlib import Path

import pytest

from game.data.enums import NoiseKind
from game.data.errors import BadInput
from game.data.locale import LANGUAGES, Words, check_words, system_language
from game.data.paths import find_map
from game.data.tiled import load
from game.show.settings import Settings
from game.sim.components import Goods, Order, Weapon
from game.sim.happenings import DoorChange, Heard, Word

EN, KO = Words("en"), Words("ko")


def write(folder: Path, language: str, text: str) -> None:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / "a.ftl").write_text(text, encoding="utf-8")


def test_both_languages_have_the_same_messages_and_ask_for_the_same_values() -> None:
    assert [str(finding) for finding in check_words()] == []
    assert set(EN.ids) == set(KO.ids)


def test_a_missing_message_is_its_id_in_brackets() -> None:
    assert EN.text("no-such-line") == "[no-such-line]"


def test_values_are_filled_in_and_others_ignored() -> None:
    assert EN.text("hint-take", use="E", sneak="Ctrl") == "E  Take the tag"
    assert KO.text("ui-percent", n=80) == "80 %"


def test_a_message_says_what_it_asks_for() -> None:
    assert EN.wants("ui-of") == {"n", "total"}
    assert EN.wants("ui-quit") == frozenset()


@pytest.mark.parametrize("words", [EN, KO], ids=LANGUAGES)
def test_a_line_fits_in_eighty_characters(words: Words) -> None:
    assert [name for name in words.ids if len(words.text(name)) > 80] == []


@pytest.mark.parametrize("words", [EN, KO], ids=LANGUAGES)
def test_every_cue_has_a_caption(words: Words) -> None:
    wanted = [f"caption-{kind.name.lower().replace('_', '-')}" for kind in Heard]
    wanted += [f"caption-door-{change.name.lower()}" for change in DoorChange]
    wanted += [f"caption-noise-{kind}" for kind in NoiseKind]
    wanted += [f"caption-soldier-{word.name.lower()}" for word in Word]
    wanted += [f"caption-order-{answer}" for answer in (*(o.name.lower() for o in Order), "bound", "free")]
    wanted += [f"weapon-{weapon.name.lower()}" for weapon in Weapon]
    wanted += [f"goods-{goods.name.lower()}" for goods in Goods if goods is not Goods.TAG]
    assert [name for name in wanted if not words.has(name)] == []


@pytest.mark.parametrize("words", [EN, KO], ids=LANGUAGES)
def test_every_setting_and_every_action_has_a_name(words: Words) -> None:
    wanted = [f"ui-setting-{name.replace('_', '-')}" for name in Settings.choices()]
    wanted += [f"ui-action-{name.replace('_', '-')}" for name in Settings().keys]
    assert [name for name in wanted if not words.has(name)] == []


@pytest.mark.parametrize("words", [EN, KO], ids=LANGUAGES)
def test_every_text_that_hyosan_names_is_written(words: Words) -> None:
    level = load(find_map("hyosan"))
    wanted = [level.title, f"{level.title}-line"]
    wanted += [text for tag in level.tags for text in (tag.person, tag.text)]
    wanted += [objective.text for objective in level.objectives] + [radio.channel for radio in level.radios]
    for choice in level.choices:
        named = [f"choice-{choice.choice}-{option}" for option in choice.options]
        wanted += [f"choice-{choice.choice}", *named, *(f"{name}-cost" for name in named)]
    assert [name for name in wanted if not words.has(name)] == []


def test_korean_is_written_in_korean() -> None:
    plain = {"ui-option-language-en", "ui-time", "hud-new-objective"}
    latin = [
        n for n in KO.ids if n not in plain and KO.text(n).isascii() and any(map(str.isalpha, KO.text(n)))
    ]
    assert [n for n in latin if "{" not in KO.text(n) and not EN.wants(n)] == []


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [("LC_ALL", "ko_KR.UTF-8", "ko"), ("LANG", "ko", "ko"), ("LC_ALL", "de_DE.UTF-8", "en")],
)
def test_the_systems_language_decides_unless_asked(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert system_language() == language
    assert Words().language == language


def test_an_unknown_language_is_refused_in_one_line() -> None:
    with pytest.raises(BadInput, match=r"^fr: not a language of this game. Known: en, ko.$"):
        Words("fr")


def test_junk_doubles_and_differences_are_found_with_their_place(tmp_path: Path) -> None:
    write(tmp_path, "en", "one = One\none = Again\ntwo = { $n } of it\n??? = junk\n")
    write(tmp_path, "ko", "one = 하나\ntwo = 둘\nthree = 셋\n")
    found = [str(finding) for finding in check_words(tmp_path)]
    assert any("a.ftl:2: 'one' is already in" in line for line in found)
    assert any("a.ftl:4: not valid Fluent" in line for line in found)
    assert "en: three: missing here, known in ko." in "\n".join(found)
    assert "ko: two: asks for other values than in en" in found
