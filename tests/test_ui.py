"""The interface, drawn without a window."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data import paths
from game.data.locale import LANGUAGES, Words
from game.ecs.events import Told
from game.show import glyphs, speech, style
from game.show.canvas import Canvas, font
from game.show.captions import Captions, Hearer, reading_time
from game.show.controls import DEFAULT_KEYS
from game.show.scenes.settings_menu import TABS, option_id
from game.show.settings import Settings
from game.show.speech import CaptionLine
from game.sim.components import Mood, Side, Stage
from game.sim.happenings import (
    DoorChange,
    Fell,
    Heard,
    Marked,
    Noise,
    Noticed,
    Ordered,
    Radioed,
    Said,
    Screech,
    Word,
    Wound,
)

KEYS = {action: glyphs.key(key) for action, key in DEFAULT_KEYS.items()}
HERO = Hearer(id=7, place=(20.0, 20.0))


def canvas(unit: int = 2) -> Canvas:
    return Canvas(pygame.Surface((style.WIDTH * unit, style.HEIGHT * unit)))


# -- words ---------------------------------------------------------------------------------------


def spoken_ids() -> set[str]:
    """Every message id that stands as a literal in the code of the window."""
    found = set()
    for path in Path(paths.PACKAGE, "show").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^(?:ui|hud|error|game|loading)-[a-z0-9-]*[a-z0-9]$", node.value))
    return found


def setting_ids() -> set[str]:
    ids = {f"ui-tab-{tab}" for tab in TABS} | {f"ui-action-{a.replace('_', '-')}" for a in DEFAULT_KEYS}
    for name, choice in Settings.choices().items():
        ids.add(f"ui-setting-{name.replace('_', '-')}")
        ids |= {choice.unit} if choice.kind == "slider" else {option_id(name, o) for o in choice.options}
    return ids


def cue_ids() -> set[str]:
    noises = {f"caption-{kind.name.lower().replace('_', '-')}" for kind in Heard}
    return noises | {f"caption-door-{how.name.lower()}" for how in DoorChange}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_the_window_says_is_in_the_locale(language: str) -> None:
    words = Words(language)
    asked = spoken_ids() | setting_ids() | cue_ids()
    assert len(asked) > 100
    assert sorted(i for i in asked if not words.has(i)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_glyph_is_missing_from_the_fonts(language: str) -> None:
    words = Words(language)
    told = {i: glyphs.plain(words.text(i, n=0, **KEYS)) for i in words.ids}
    letters = sorted({c for text in told.values() for c in text if not c.isspace() and c.isprintable()})
    for face, size in set(style.TYPE.values()):
        drawn = font(face, size).metrics("".join(letters))
        missing = [c for c, m in zip(letters, drawn, strict=True) if m is None]
        assert missing == [], f"{face} has no {missing}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_rows_fit_beside_their_values(language: str) -> None:
    words, page = Words(language), canvas()
    for name, choice in Settings.choices().items():
        label = words.text(f"ui-setting-{name.replace('_', '-')}")
        assert page.width(label, "strong") < 300 - 42, label
        if choice.kind == "words":
            options = [words.text(option_id(name, o)) for o in choice.options]
            assert sum(page.width(o, "strong") + 16 for o in options) < 616 - 300, options


# -- the canvas ----------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.text(st.sampled_from("abc 가나다라 mW"), min_size=1, max_size=80), st.integers(40, 300))
def test_wrapped_lines_are_never_wider_than_asked_and_lose_no_letter(text: str, width: int) -> None:
    page = canvas()
    lines = page.wrap(text, width)
    assert all(page.width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("size", "unit"), [((640, 360), 1), ((1280, 720), 2), ((1366, 768), 2), ((1920, 1080), 3)]
)
def test_the_picture_is_centred_at_the_largest_whole_scale(size: tuple[int, int], unit: int) -> None:
    page = Canvas(pygame.Surface(size))
    assert page.unit == unit
    assert page.x(0) + page.x(style.WIDTH) == size[0]
    assert page.y(0) + page.y(style.HEIGHT) == size[1]


def test_captions_at_double_size_stay_on_the_picture() -> None:
    page = canvas()
    line = CaptionLine("They breathe together now, all of them, and louder.", speaker="Radio", angle=0.0)
    page.target.fill((1, 2, 3))
    top = speech.captions(page, [line], 346, scale=2)
    assert top > 0
    drawn = np.argwhere((pygame.surfarray.array3d(page.target) != (1, 2, 3)).any(-1))
    assert drawn[:, 0].min() > 8
    assert drawn[:, 0].max() < 1272


# -- captions ------------------------------------------------------------------------------------


def noise(kind: Heard, x: float, y: float, loudness: float, side: Side = Side.DEAD) -> list[Told]:
    told = Noise(
        pos=np.array([[x, y]], np.float32),
        loudness=np.array([loudness], np.float32),
        heard=np.array([kind], np.uint8),
        source=np.array([-1]),
        side=np.array([side], np.uint8),
    )
    return [Told(0, told)]


def said(line: str, speaker: str) -> list[Told]:
    columns = {"line": [line], "speaker": [speaker]}
    boxed = {name: np.array(value, object) for name, value in columns.items()}
    return [Told(0, Said(**boxed, pos=np.zeros((1, 2), np.float32)))]


@pytest.mark.parametrize(
    ("x", "y", "angle"), [(5, 0, 0), (0, 5, np.pi / 2), (-5, 0, np.pi), (0, -5, -np.pi / 2)]
)
def test_a_noise_is_captioned_with_the_side_it_comes_from(x: float, y: float, angle: float) -> None:
    captions = Captions(Words("en"), KEYS)
    captions.hear(noise(Heard.BOTTLE, 20 + x, 20 + y, 10), HERO, now=0)
    (line,) = captions.lines(HERO.place)
    assert line.text == "[Glass bursts]"
    assert line.angle == pytest.approx(angle)


def test_what_the_hero_cannot_hear_or_makes_is_not_captioned() -> None:
    captions = Captions(Words("en"), KEYS)
    captions.hear(noise(Heard.BOTTLE, 40, 20, 10), HERO, now=0)
    captions.hear(noise(Heard.STEP, 20.2, 20, 4, Side.HALFBIE), HERO, now=0)
    assert captions.lines(HERO.place) == []


def test_the_same_noise_again_keeps_its_one_caption_alive() -> None:
    captions = Captions(Words("en"), KEYS)
    for now in (0.0, 1.0, 2.0):
        captions.hear(noise(Heard.DOOR_BASH, 25, 20, 10), HERO, now)
        captions.update(now + 0.9)
        assert len(captions.lines(HERO.place)) == 1
    captions.update(9.0)
    assert captions.lines(HERO.place) == []


def test_lines_are_spoken_one_after_another_and_each_to_its_end() -> None:
    captions = Captions(Words("en"), KEYS)
    captions.hear(said("nam-gym1", "namra"), HERO, now=0)
    captions.hear(said("nam-gym2", "namra"), HERO, now=0.1)
    first = captions.speech()
    assert first is not None
    assert first.speaker == "Nam-ra"
    captions.update(reading_time(first.text) - 0.1)
    assert captions.speech() is first
    captions.update(reading_time(first.text) + 0.1)
    second = captions.speech()
    assert second is not None
    assert second.key == "nam-gym2"


def test_a_hint_names_the_key_that_is_bound_and_learns_of_another_at_once() -> None:
    captions = Captions(Words("en"), KEYS | {"sense": glyphs.key("x")})
    captions.hear(said("hint-sense", "hint"), HERO, now=0)
    assert captions.hint is not None
    assert glyphs.plain(captions.hint.text).startswith("X")
    assert captions.speech() is None
    captions.retell(Words("ko"), KEYS | {"sense": glyphs.button("LB")})
    assert captions.hint.text == Words("ko").text("hint-sense", sense=glyphs.button("LB"))


def test_a_screech_is_captioned_from_its_rise_to_its_end_and_when_it_is_cut() -> None:
    for stage, key in (
        (Stage.WINDUP, "caption-screech"),
        (Stage.ACTIVE, "caption-screech-done"),
        (Stage.NONE, "caption-screech-cut"),
    ):
        captions = Captions(Words("en"), KEYS)
        told = Screech(who=np.array([3]), pos=np.array([[30, 20]], np.float32), stage=np.array([stage]))
        captions.hear([Told(0, told)], HERO, now=0)
        (line,) = captions.lines(HERO.place)
        assert line.text == Words("en").text(key)
        assert line.angle == pytest.approx(0)


def test_the_army_s_radio_is_captioned_near_by_and_not_from_far_off() -> None:
    captions = Captions(Words("en"), KEYS)
    pos = np.array([HERO.place, HERO.place], np.float32) + np.array([[8, 0], [30, 0]], np.float32)
    words = np.array([Word.HELP, Word.COMING])
    captions.hear([Told(0, Radioed(who=np.array([3, 4]), pos=pos, word=words))], HERO, now=0)
    assert [line.text for line in captions.lines(HERO.place)] == [Words("en").text("caption-soldier-help")]


@pytest.mark.parametrize(("order", "bond", "key"), [(1, 0, "hold"), (0, 1, "bound"), (0, -1, "free")])
@pytest.mark.parametrize("leader", [HERO.id, HERO.id + 1])
def test_those_the_hero_orders_answer_in_captions(order: int, bond: int, key: str, leader: int) -> None:
    captions = Captions(Words("ko"), KEYS)
    pos = np.array([HERO.place], np.float32)
    told = Ordered(
        who=np.array([3]), leader=np.array([leader]), pos=pos, order=np.array([order]), bond=np.array([bond])
    )
    captions.hear([Told(0, told)], HERO, now=0)
    expected = [Words("ko").text(f"caption-order-{key}")] if leader == HERO.id else []
    assert [line.text for line in captions.lines(HERO.place)] == expected


@pytest.mark.parametrize(
    ("foe", "mood", "is_told"), [(7, Mood.HUNT, True), (8, Mood.HUNT, False), (7, Mood.SUSPECT, False)]
)
def test_being_seen_is_captioned_once_they_hunt_the_hero(foe: int, mood: Mood, *, is_told: bool) -> None:
    captions = Captions(Words("en"), KEYS)
    told = Noticed(who=np.array([3]), foe=np.array([foe]), mood=np.array([mood]), why=np.array([0]))
    captions.hear([Told(0, told)], HERO, now=0)
    assert bool(captions.lines(HERO.place)) == is_told


@pytest.mark.parametrize("by", [HERO.id, HERO.id + 1])
def test_a_mark_is_captioned_for_who_set_it(by: int) -> None:
    captions = Captions(Words("en"), KEYS)
    pos = np.array([[30, 20]], np.float32)
    captions.hear([Told(0, Marked(who=np.array([3]), by=np.array([by]), pos=pos))], HERO, now=0)
    assert [line.text for line in captions.lines(HERO.place)] == ["[Marked by radio]"] * (by == HERO.id)


@pytest.mark.parametrize(("who", "key"), [(HERO.id, "caption-fell"), (HERO.id + 1, "caption-far-fall")])
def test_a_fall_is_captioned_whoever_falls(who: int, key: str) -> None:
    captions = Captions(Words("en"), KEYS)
    captions.hear([Told(0, Fell(who=np.array([who]), pos=np.array([[25, 20]], np.float32)))], HERO, now=0)
    assert [line.text for line in captions.lines(HERO.place)] == [Words("en").text(key)]


def test_a_blow_points_back_to_where_it_came_from() -> None:
    captions = Captions(Words("en"), KEYS)
    told = Wound(
        who=np.array([7]),
        pos=np.array([HERO.place], np.float32),
        way=np.array([[0, 1]], np.float32),
        damage=np.array([9], np.float32),
        weapon=np.array([0]),
    )
    captions.hear([Told(0, told)], HERO, now=0)
    (line,) = captions.lines(HERO.place)
    assert line.angle == pytest.approx(-np.pi / 2)


# -- keys in lines -------------------------------------------------------------------------------


def test_a_line_with_keys_is_as_wide_as_its_words_and_keys() -> None:
    page = canvas()
    line = f"Hold {glyphs.key('left ctrl')} or {glyphs.button('B')}"
    words = page.width("Hold ") + page.width(" or ")
    keys = page.key_width("L Ctrl") + page.button_width("B")
    assert glyphs.width(page, line) == pytest.approx(words + keys + 4 * glyphs.GAP)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pad", [False, True])
def test_every_hint_fits_on_the_picture(language: str, *, pad: bool) -> None:
    words, page = Words(language), canvas()
    keys = glyphs.bound(Settings(), pad=pad)
    hints = [words.text(i, **keys) for i in words.ids if i.startswith("hint-")]
    assert len(hints) > 5
    assert [h for h in hints if glyphs.width(page, h) > style.WIDTH - 60] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_fits_on_two_lines_beside_the_face(language: str) -> None:
    words, page = Words(language), canvas()
    said = [words.text(i) for i in words.ids if i.startswith(("rad-", "nam-", "sol-", "hb-", "ahn-", "kid-"))]
    assert len(said) > 30
    assert [line for line in said if len(page.wrap(line, speech.RADIO_W - 72, "caption")) > 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_objectives_and_menu_rows_fit_their_plates(language: str) -> None:
    words, page = Words(language), canvas()
    goals = [words.text(i) for i in words.ids if i.startswith("obj-")]
    assert [g for g in goals if page.width(g, "strong") > 380] == []
    title = ("continue", "new-game", "places", "tags", "settings", "quit")
    pause = ("resume", "restart", "tags", "settings", "to-title")
    assert [r for r in title if page.width(words.text(f"ui-{r}"), "strong") > 150 - 26] == []
    assert [r for r in pause if page.width(words.text(f"ui-{r}"), "strong") > 232 - 26] == []
