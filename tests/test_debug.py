"""The debug view, and what the player is told of lessons: drawn without a screen over a little town."""

from __future__ import annotations

import argparse
import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
from pictures import pixels, ready
from scenes import scene
from windows import press, window

from game.data import paths
from game.data.area import Area
from game.data.locale import LANGUAGES, Words
from game.data.sketch import sketch
from game.data.things import Choice, Spawn
from game.ecs.events import Told
from game.play.session import Session
from game.play.simulation import Simulation
from game.show import style
from game.show.canvas import Canvas
from game.show.captions import Captions, Hearer
from game.show.commands.shot import Onlooker
from game.show.debug import belief, packs, tasks
from game.show.debug.memory import CAUSES, NOISE_TICKS, Memory
from game.show.debug.names import DEFAULT, LAYERS, layers
from game.show.debug.page import Page
from game.show.debug.view import BAR_W, DRAWN, NOTES_W, DebugView
from game.show.lessons import BANNER_S, FADES_S, GONE_S, Lessons
from game.show.portraits import Portraits
from game.show.renderer import Renderer
from game.show.scenes.play import PlayScene
from game.show.view import View
from game.sim.components import DEAD, PLAYER, Body, Health, Mind, Mood, Senses, Task
from game.sim.happenings import Cause, Habit, Heard, Learned, Noise, Noticed, Surged
from game.sim.resource_belief import Beliefs
from game.sim.resource_lessons import Lessons as Known
from game.sim.resource_packs import Packs
from game.sim.resources import Ground, Story

if TYPE_CHECKING:
    from scenes import Scene

    from game.data.level import Level
    from game.ecs.events import Event
    from game.show.app import App

YARD = """
############################################
#..........................................#
#..........................................#
#......s.s.s.s.............................#
#......s.s.s.s...........########+####.....#
#......s.s.s.s......@....#...........#.....#
#....c.s.s.s.s...........#...........#.....#
#......s.s.s.s...........+...........#.....#
#......s.s.s.s...........#...........#.....#
#......s.s.s.s...........#############.....#
#......s.s.s.s.............................#
#..........................................#
#......................................A...#
#..........................................#
############################################
"""
SIZE = (style.WIDTH, style.HEIGHT)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    ready()


def chased() -> Scene:
    """All of the dead hunt the hero, who cannot be hurt and has just fired."""
    made = scene(YARD, ambient=1.0)
    made.set(Health, "@", immune_until=99999)
    foe, at = made.who["@"], made.pos("@")
    ids = made.all["s"] + made.all["c"]
    with made.world.edit(Mind, ids) as mind:
        mind.mood[...], mind.foe[...], mind.mood_until[...] = Mood.HUNT, foe, 9999
    with made.world.edit(Senses, ids) as senses:
        senses.spot[...], senses.spot_at[...], senses.detect[...] = at, 0, 1
    made.world.events.emit(Noise, pos=[at], loudness=20, heard=int(Heard.GUNSHOT), source=foe, side=1)
    return made


@pytest.fixture(scope="module")
def hunted() -> tuple[Scene, DebugView]:
    """The hunt after some seconds."""
    made, view = chased(), DebugView(LAYERS)
    made.run(100)
    made.world.resource(Known).evidence[Habit.LIGHT] = 0.7
    made.world.resource(Known).is_known[Habit.LIGHT] = True
    made.world.resource(Known).carrier[Habit.LIGHT] = made.who["c"]
    view.hear(made.told)
    return made, view


@pytest.fixture(scope="module")
def lost() -> tuple[Scene, DebugView]:
    """The hero was hunted, and is gone: they search."""
    made, view = chased(), DebugView(LAYERS)
    made.run(30).set(Body, "@", pos=(35.5, 6.5), was=(35.5, 6.5)).run(330)
    assert made.world.resource(Beliefs).lost
    view.hear(made.told)
    return made, view


def drawn(made: Scene, view: DebugView, corner: tuple[int, int] = (0, 0), language: str = "en") -> bytes:
    target = pygame.Surface(SIZE)
    target.fill((90, 80, 70))
    view.draw(Canvas(target), made.world, View(*corner), Words(language))
    return pixels(target).tobytes()


def page(made: Scene, view: DebugView, language: str = "en") -> Page:
    canvas = Canvas(pygame.Surface(SIZE))
    return Page(canvas, View(0, 0), made.world, Words(language), view.memory, frozenset(LAYERS))


# -- it only reads -------------------------------------------------------------------------------


def test_drawing_every_layer_changes_nothing_in_the_world(
    hunted: tuple[Scene, DebugView], lost: tuple[Scene, DebugView]
) -> None:
    for made, view in (hunted, lost):
        before = made.world.checksum()
        for corner in ((0, 0), (-80, -200), (400, 120)):
            drawn(made, view, corner)
        assert made.world.checksum() == before


def test_a_game_that_is_looked_into_goes_on_as_one_that_is_not() -> None:
    left_alone, looked_into = chased(), chased()
    view = DebugView(LAYERS)
    for _ in range(12):
        left_alone.run(10)
        looked_into.run(10)
        view.hear(looked_into.told[-50:])
        drawn(looked_into, view)
    assert left_alone.world.hashes() == looked_into.world.hashes()


# -- what is seen --------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_shows_something_of_its_own(
    layer: str, hunted: tuple[Scene, DebugView], lost: tuple[Scene, DebugView]
) -> None:
    made, view = lost if layer == "belief" else hunted
    with_it, without = DebugView((layer,)), DebugView((layer,))
    without.shown.clear()
    with_it.memory = without.memory = view.memory
    changed = np.frombuffer(drawn(made, with_it), np.uint8) != np.frombuffer(drawn(made, without), np.uint8)
    over_the_world = changed.reshape(SIZE[1], SIZE[0], 3)[:, 120:460].any(axis=2)
    assert over_the_world.sum() > (0 if layer == "lessons" else 60)


def test_it_is_drawn_the_same_twice_and_in_both_languages_without_failing(
    lost: tuple[Scene, DebugView],
) -> None:
    assert drawn(*lost) == drawn(*lost)
    assert drawn(*lost, language="ko") != drawn(*lost)


def test_the_likelier_a_tile_the_brighter_and_a_tenth_is_still_seen(lost: tuple[Scene, DebugView]) -> None:
    made, view = lost
    each = made.world.resource(Beliefs).lost[0]
    mass, high, wide = belief.mass_of(each), *made.world.resource(Ground).solid.shape
    colours = belief.heat(page(made, view), slice(0, high), slice(0, wide))
    y, x = np.argwhere(mass > mass.max() / 100).T
    inside = (y + each.window.top >= 0) & (x + each.window.left >= 0)
    y, x = y[inside], x[inside]
    opaque = colours[y + each.window.top, x + each.window.left, 3]
    light = 1 + np.log10(mass[y, x] / mass.max()) / belief.DECADES
    wanted = belief.FAINT + (belief.STRONG - belief.FAINT) * light
    assert len(opaque) > 20
    assert (abs(opaque - wanted) <= 1).all()
    assert opaque.max() == belief.STRONG


def test_slots_are_marked_on_free_ground_round_the_foe(hunted: tuple[Scene, DebugView]) -> None:
    made, view = hunted
    ring = made.world.resource(Packs).rings[0]
    marked = packs.slots_of(page(made, view), ring)
    assert len(marked) >= 8
    for x, y in marked.values():
        assert (x / 16 % 1, y / 16 % 1) == (0.5, 0.5), "in the middle of a tile"
        assert not made.world.resource(Ground).solid[int(y / 16), int(x / 16)]
        assert 2 < np.hypot(x / 16 - ring.spot[0], y / 16 - ring.spot[1]) < 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_fit_beside_the_picture(
    language: str, hunted: tuple[Scene, DebugView], lost: tuple[Scene, DebugView]
) -> None:
    for made, view in (hunted, lost):
        book = page(made, view, language)
        for name in LAYERS:
            DRAWN[name](book)
        assert {"packs", "lessons", "phases", "tasks"} <= book.notes.keys()
        for note in (note for notes in book.notes.values() for note in notes):
            room = NOTES_W - 12 - (BAR_W + 2 if note.share is not None else 0)
            assert book.canvas.width(note.text, "small") <= room, note.text
        for word in ("group", "step", "calls"):
            said = book.words.text(f"debug-order-{word}", number=3, n=420)
            assert book.canvas.width(said, "small") <= NOTES_W - 12, said


# -- what it remembers ---------------------------------------------------------------------------


def told(event: Event, tick: int = 0) -> list[Told]:
    return [Told(tick, event)]


def noise(loudness: float) -> Noise:
    return Noise(
        pos=np.array([[3.5, 3.5]], np.float32),
        loudness=np.array([loudness], np.float32),
        heard=np.array([int(Heard.STEP)]),
        source=np.array([1]),
        side=np.array([1]),
    )


def test_old_noises_are_forgotten_and_loud_ones_outlast_many_soft_ones() -> None:
    memory = Memory()
    memory.hear(told(noise(22), 5))
    for tick in range(6, 40):
        memory.hear(told(noise(3), tick))
    assert 22 in [each.loudness for each in memory.noises]
    memory.hear(told(noise(4), 5 + NOISE_TICKS))
    assert 22 not in [each.loudness for each in memory.noises]


def test_the_log_counts_who_was_roused_by_the_same_thing_at_once() -> None:
    memory = Memory()
    why = [int(Cause.CALL), int(Cause.SIGHT), int(Cause.CALL)]
    event = Noticed(
        who=np.array([1, 2, 3]), foe=np.array([9, 9, 9]), mood=np.full(3, int(Mood.HUNT)), why=np.array(why)
    )
    memory.hear(told(event, 7))
    assert [(each.tick, each.why, each.count) for each in memory.causes] == [(7, 0, 1), (7, 3, 2)]
    for tick in range(8, 30):
        memory.hear(told(event, tick))
    assert len(memory.causes) == CAUSES
    assert memory.causes[-1].tick == 29
    memory.clear()
    assert not memory.causes


# -- words ---------------------------------------------------------------------------------------


def asked_for() -> set[str]:
    """Every message of the debug view: those that stand in its code, and those made of names."""
    found = set()
    for path in Path(paths.PACKAGE, "show", "debug").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^debug-[a-z-]*[a-z]$", node.value))
    made = {f"debug-{name}" for name in (*LAYERS, "why")} | {
        f"debug-why-{cause.name.lower()}" for cause in Cause
    }
    made |= {f"debug-heard-{kind.name.lower().replace('_', '-')}" for kind in Heard}
    made |= {f"debug-mood-{mood.name.lower()}" for mood in Mood}
    made |= {f"debug-mood-{mood.name.lower()}-letter" for mood in tasks.COLOURS}
    made |= {f"debug-task-{task.name.lower()}{end}" for task in Task if task for end in ("", "-letter")}
    made |= {f"debug-order-{word}" for word in ("all", "group", "step", "calls")}
    made |= {f"debug-ring-{word}" for word in ("hunt", "gather", "rush")}
    lessons = {f"hud-lesson-{habit.name.lower()}{end}" for habit in Habit for end in ("", "-tip")}
    return found | made | lessons


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_no_other(language: str) -> None:
    words, asked = Words(language), asked_for()
    assert sorted(name for name in asked if not words.has(name)) == []
    assert (
        sorted(
            {name for name in words.ids if name.startswith("debug-")} - asked - {"debug-why", "debug-order"}
        )
        == []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_moods_or_tasks_share_a_letter(language: str) -> None:
    letters = [Words(language).text(name) for name in asked_for() if name.endswith("-letter")]
    assert len(letters) == len(set(letters)) == 11
    assert all(len(letter) == 1 for letter in letters)


def test_layers_are_named_on_the_command_line() -> None:
    assert layers("all") == LAYERS
    assert layers("tasks,flow") == ("flow", "tasks")
    with pytest.raises(argparse.ArgumentTypeError, match="did you mean 'belief'"):
        layers("packs,beleif")
    with pytest.raises(argparse.ArgumentTypeError, match="there are flow"):
        layers("")


# -- in play -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def yard() -> Level:
    place = Area.point(4.5, 2.5)
    choice = Choice(id=904, area=place, choice="hyosan_soldier", options=("spare", "feed", "abandon"))
    spawn = Spawn(id=905, area=Area.point(30.5, 6.5), asleep=True)
    return sketch(YARD, things=[choice, spawn], hero="namra", title="The yard", ambient=0.0)


def play(level: Level, **chosen: str) -> tuple[App, PlayScene]:
    app = window(**chosen)
    session = Session(Simulation(level, 3))
    stage = PlayScene(
        app,
        session,
        Renderer(level),
        Portraits(),
        on_exit=lambda _session: None,
        on_checkpoint=lambda _session: "",
        pause=lambda _scene: None,
    )
    app.become(stage)
    return app, stage


def shown(app: App) -> bytes:
    app.draw()
    return pixels(app.window).tobytes()


def test_f3_opens_it_and_number_keys_switch_its_layers(yard: Level) -> None:
    app, stage = play(yard)
    press(app, pygame.K_1)
    assert (stage.debug.is_open, stage.debug.shown) == (False, set(DEFAULT))
    plain = shown(app)
    press(app, pygame.K_F3, pygame.K_1, pygame.K_2)
    assert stage.debug.is_open
    assert stage.debug.shown == (set(DEFAULT) | {"flow"}) - {"belief"}
    assert shown(app) != plain
    press(app, pygame.K_F3)
    assert shown(app) == plain


def test_its_key_can_be_bound_anew(yard: Level) -> None:
    app, stage = play(yard)
    app.settings.keys["debug"] = "f5"
    opened = []
    for key in (pygame.K_F3, pygame.K_F5):
        press(app, key)
        opened.append(stage.debug.is_open)
    assert opened == [False, True]


def test_number_keys_answer_while_a_choice_is_on_the_table(yard: Level) -> None:
    app, stage = play(yard)
    press(app, pygame.K_F3)
    stage.world.resource(Story).asking = "hyosan_soldier"
    press(app, pygame.K_1)
    assert stage.debug.shown == set(DEFAULT)


def test_under_it_even_a_sleeper_behind_walls_in_the_dark_is_seen(yard: Level) -> None:
    app, stage = play(yard)
    press(app, pygame.K_F3)
    stage.debug.shown.clear()
    with_sleeper = shown(app)
    world = stage.world
    world.kill(world.table["Entity.id"][world.span(DEAD)].copy())
    world.apply()
    assert shown(app) != with_sleeper


def test_a_shot_shows_the_layers_asked_for(yard: Level, tmp_path: Path) -> None:
    sizes = []
    for asked in ((), ("tasks",), LAYERS):
        onlooker = Onlooker(Session(Simulation(yard, 3)), SIZE, "en", asked)
        onlooker.take_picture(tmp_path / "picture.png")
        picture = pygame.image.load(str(tmp_path / "picture.png"))
        sizes.append(len(np.unique(pixels(picture).reshape(-1, 3), axis=0)))
        assert onlooker.scene.debug.is_open == bool(asked)
    assert sizes[0] < sizes[1], "what is dark stays dark unless asked"


# -- lessons and surges, as the player reads them ------------------------------------------------


def learned(habit: Habit, *, is_known: bool = True) -> list[Told]:
    return told(
        Learned(
            habit=np.array([int(habit)]),
            caller=np.array([7]),
            pos=np.zeros((1, 2), np.float32),
            is_known=np.array([int(is_known)]),
        )
    )


def listed(lessons: Lessons, made: Scene, language: str = "en") -> bytes:
    target = pygame.Surface(SIZE)
    lessons.draw_list(Canvas(target), Words(language), made.world)
    return pixels(target).tobytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_a_banner_for_a_while_and_a_row_as_long_as_it_is_known(language: str) -> None:
    made, lessons, words = scene("@.."), Lessons(), Words(language)
    canvas = Canvas(pygame.Surface(SIZE))
    nothing = listed(lessons, made, language)
    lessons.hear(learned(Habit.LIGHT), 10.0)
    made.world.resource(Known).is_known[Habit.LIGHT] = True
    assert lessons.draw_banner(canvas, words, 11.0)
    assert pixels(canvas.target).any()
    lessons.update(10.1 + BANNER_S + FADES_S)
    assert not lessons.draw_banner(canvas, words, 11.0)
    assert listed(lessons, made, language) != nothing


def test_a_forgotten_lesson_is_listed_otherwise_for_a_while_then_gone() -> None:
    made, lessons = scene("@.."), Lessons()
    nothing = listed(lessons, made)
    made.world.resource(Known).is_known[Habit.HIDE] = True
    known = listed(lessons, made)
    lessons.hear(learned(Habit.HIDE, is_known=False), 10.0)
    made.world.resource(Known).is_known[Habit.HIDE] = False
    forgotten = listed(lessons, made)
    assert len({nothing, known, forgotten}) == 3
    lessons.update(10.1 + GONE_S)
    assert listed(lessons, made) == nothing


def test_a_lesson_forgotten_while_it_is_told_is_told_no_more() -> None:
    lessons = Lessons()
    lessons.hear(learned(Habit.GUN) + learned(Habit.RUN), 1.0)
    assert [each.habit for each in lessons.banners] == [Habit.GUN, Habit.RUN]
    lessons.hear(learned(Habit.GUN, is_known=False), 2.0)
    assert [(each.habit, each.is_known) for each in lessons.banners] == [
        (Habit.RUN, True),
        (Habit.GUN, False),
    ]
    assert lessons.since == 2.0, "the next one has its whole time"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("habit", Habit)
def test_what_is_told_of_a_lesson_fits_between_the_corners(habit: Habit, language: str) -> None:
    words, canvas = Words(language), Canvas(pygame.Surface(SIZE))
    name = f"hud-lesson-{habit.name.lower()}"
    for word in ("hud-learned", "hud-forgotten"):
        said = words.text(word, lesson=words.text(name))
        assert words.text(name) in said
        assert canvas.width(said, "strong") + 60 < 320
    assert canvas.width(words.text(f"{name}-tip"), "small") + 60 < 320


@pytest.mark.parametrize("is_known", [True, False])
def test_after_a_death_the_player_is_told_whether_they_remember(yard: Level, *, is_known: bool) -> None:
    app, stage = play(yard)
    stage.lessons.hear(learned(Habit.RUN), 0.0)
    stage.world.resource(Known).is_known[Habit.RUN] = is_known
    stage.world.resource(Known).evidence[Habit.RUN] = 2.0
    with stage.world.edit(Health, stage.world.table["Entity.id"][stage.world.span(PLAYER)]) as health:
        health.hp[...] = 0
    for _ in range(60 * 6):
        if stage.session.tally.deaths and not stage.death:
            break
        app.frame(1 / 60)
        press(app, pygame.K_RETURN)
    assert stage.session.tally.deaths == 1
    assert (stage.notice == "They remember this street") == is_known
    assert not stage.lessons.banners


def test_a_surge_is_captioned_from_where_the_caller_stands() -> None:
    words = Words("en")
    captions = Captions(words, {})
    event = Surged(caller=np.array([7]), pos=np.array([[20.0, 10.0]], np.float32), count=np.array([30]))
    captions.hear(told(event), Hearer(1, (10.0, 10.0)), 0.0)
    assert [(line.text, line.angle) for line in captions.lines((10.0, 10.0))] == [("[They move as one]", 0.0)]
    assert Words("ko").has("caption-surged")
