"""One level being played, drawn without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame
import pytest
from windows import pad, point, press, window

from game.data import paths
from game.data.area import Area
from game.data.campaign import LEVELS
from game.data.errors import BadInput
from game.data.level import Level
from game.data.locale import LANGUAGES
from game.data.sketch import sketch
from game.data.things import Choice, Exit, NameTag, Objective, Radio, Spawn
from game.data.tuning import Assist, Difficulty, Rules
from game.ecs.events import Told
from game.ecs.world import Entity
from game.play.maps import load_map
from game.play.orders import Order, play_by
from game.play.session import Session
from game.play.simulation import Simulation
from game.show import aim, glyphs, readout, signs, style
from game.show.canvas import Canvas
from game.show.flow import Flow
from game.show.portraits import Portraits
from game.show.reach import usable
from game.show.renderer import Renderer
from game.show.scenes import again, overlay
from game.show.scenes.again import Again
from game.show.scenes.asking import picture_of
from game.show.scenes.card import Card
from game.show.scenes.death import FALL_S, Death
from game.show.scenes.loading import Loading
from game.show.scenes.pause import Pause
from game.show.scenes.play import PlayScene
from game.show.scenes.result import Result
from game.sim.components import Act, Arms, Bag, Body, Button, Deed, Health, Hero, Mind, Sort, Stage, Weapon
from game.sim.intent import Intent
from game.sim.resource_marks import Marks
from game.sim.resources import DT, Clock, Story
from game.sim.spawn import populate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.ecs.column import Component
    from game.show.app import App

YARD = """
##############################################
#............................................#
#..@.........................................#
#............................................#
#............................................#
#............................................#
##############################################
"""
FRAME = float(DT)
THINGS = (
    NameTag(id=901, area=Area.point(5.5, 2.5), person="person-baek", text="tag-hyosan-3"),
    Spawn(id=900, area=Area.point(10.5, 4.5), asleep=True),
    Radio(id=906, area=Area.point(25.0, 5.0), channel="channel-army"),
    Exit(id=902, area=Area.rect(40, 1, 2, 2)),
    Objective(id=903, area=Area.point(43.5, 2.5), text="Reach the far end", order=1),
    Choice(id=904, area=Area.point(20.5, 2.5), choice="hyosan_soldier", options=("spare", "feed", "abandon")),
)


@pytest.fixture(scope="module")
def yard() -> Level:
    return sketch(YARD, things=THINGS, hero="namra", title="The yard", ambient=1.0)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))


@pytest.fixture
def app() -> Iterator[App]:
    yield window()
    pygame.display.quit()


class Played:
    """A scene on stage and what it called."""

    def __init__(self, app: App, level: Level) -> None:
        self.app = app
        self.left: list[Session] = []
        self.kept: list[int] = []
        self.paused = 0
        self.problem = ""
        self.session = Session(Simulation(level, 3))
        self.scene = PlayScene(
            app,
            self.session,
            Renderer(level),
            Portraits(),
            on_exit=self.left.append,
            on_checkpoint=self._keep,
            pause=self._pause,
        )
        app.become(self.scene)

    def _keep(self, session: Session) -> str:
        self.kept.append(session.checkpoint_number)
        return self.problem

    def _pause(self, scene: PlayScene) -> None:
        assert scene is self.scene
        self.paused += 1

    def edit(self, component: type[Component], **values: Any) -> None:
        """Change the hero."""
        world = self.scene.world
        with world.edit(component, [readout.hero_id(world)]) as view:
            for name, value in values.items():
                getattr(view, name)[0] = value

    def frames(self, count: int, seconds: float = FRAME) -> None:
        """Let frames pass."""
        for _ in range(count):
            self.app.frame(seconds)

    def stand(self, x: float, y: float) -> None:
        """Put the hero somewhere."""
        self.edit(Body, pos=(x, y), was=(x, y))


@pytest.fixture
def played(app: App, yard: Level) -> Played:
    return Played(app, yard)


# -- time ----------------------------------------------------------------------------------------


def test_a_second_of_frames_is_a_second_of_ticks_at_any_frame_rate(played: Played) -> None:
    for count in (60, 30, 144):
        before = played.session.simulation.tick
        played.frames(count, 1 / count)
        assert played.session.simulation.tick - before == pytest.approx(60, abs=1)


def test_game_speed_slows_the_world(played: Played) -> None:
    played.app.settings.game_speed = 50
    played.frames(60)
    assert played.session.simulation.tick == pytest.approx(30, abs=1)


def test_a_stall_is_not_caught_up_with(played: Played) -> None:
    played.frames(1, 5.0)
    assert played.session.simulation.tick == 5


# -- pausing -------------------------------------------------------------------------------------


def test_under_a_menu_nothing_else_is_read(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    said = played.app.words.text

    def listened(name: str, **values: Any) -> str:
        read.append(name)
        return said(name, **values)

    monkeypatch.setattr(played.app.words, "text", listened)
    monkeypatch.setattr(overlay, "draw_words", lambda *_: read.append("hud-what-is-said"))
    played.app.draw()
    assert {"hud-hunger", "hud-what-is-said"} <= set(read)
    read.clear()
    played.app.push(Pause(played.app, Flow(played.app), played.scene))
    played.app.draw()
    assert not [name for name in read if name.startswith("hud-") and "lesson" not in name]
    assert "ui-learned" in read


def test_pause_key_pad_button_and_leaving_the_window_pause(played: Played) -> None:
    press(played.app, pygame.K_ESCAPE)
    pad(played.app, pygame.CONTROLLER_BUTTON_START)
    played.app.hear(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert played.paused == 3
    played.app.settings.pause_on_leave = False
    played.app.hear(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert played.paused == 3


def test_a_level_that_begins_while_nobody_looks_waits(app: App, yard: Level) -> None:
    app.hear(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert Played(app, yard).paused == 1


def test_a_pad_that_goes_pauses_and_is_said(played: Played) -> None:
    played.app.input.pad_lost = True
    played.frames(2)
    assert (played.paused, played.app.told) == (1, "The gamepad is gone.")
    assert played.session.simulation.tick <= 1


# -- taking, keeping, dying ----------------------------------------------------------------------


def test_a_tag_is_named_and_its_checkpoint_kept(played: Played) -> None:
    played.stand(5.5, 2.5)
    played.frames(3)
    assert played.kept == [1]
    assert played.scene.notice == "You carry Mr. Baek."


def test_what_goes_wrong_with_keeping_is_said_and_play_goes_on(played: Played) -> None:
    played.problem = "Not saved: the disk is full"
    played.stand(5.5, 2.5)
    played.frames(3)
    tick = played.session.simulation.tick
    played.frames(5)
    assert played.app.told == "Not saved: the disk is full"
    assert played.session.simulation.tick > tick


def die(played: Played) -> None:
    played.stand(5.5, 2.5)
    played.frames(3)
    played.stand(30.5, 4.5)
    played.edit(Health, hp=0.0)
    while not played.scene.death:
        played.frames(1)


def test_death_shows_the_last_tag_and_brings_the_hero_back_there(played: Played) -> None:
    die(played)
    death = played.scene.death
    assert death is not None
    assert death.tag == "person-baek"
    played.frames(80)
    assert played.scene.death is None
    assert readout.hero_place(played.scene.world)[0] == pytest.approx(5.5, abs=0.5)
    assert played.session.tally.deaths == 1


def test_control_is_back_less_than_half_a_second_after_death_is_skipped(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    die(played)
    press(played.app, pygame.K_e)
    right = lambda *_: ((1.0, 0.0), (1.0, 0.0), Button(0))  # noqa: E731 - hands that push right
    monkeypatch.setattr(played.app.input, "wish", right)
    waited, x = 0, readout.hero_place(played.scene.world)[0]
    while played.scene.death or readout.hero_place(played.scene.world)[0] <= x:
        x = readout.hero_place(played.scene.world)[0]
        played.frames(1)
        waited += 1
    assert waited * FRAME < 0.5


def test_nobody_walks_blind_in_the_opening_and_any_key_ends_it(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = played.scene.world.resource(Story)
    story.events["opening"] = played.session.simulation.tick
    asked: list[Intent] = []

    def step(intents: list[Intent]) -> list[Told]:
        asked.extend(intents)
        return []

    monkeypatch.setattr(played.session, "step", step)
    monkeypatch.setattr(played.app.input, "wish", lambda *_: ((0.0, 0.0), (1.0, 0.0), Button(0)))
    played.scene.tick()
    monkeypatch.setattr(played.app.input, "wish", lambda *_: ((1.0, 0.0), (1.0, 0.0), Button.SPRINT))
    played.scene.tick()
    assert [(each.move, each.held) for each in asked] == [((0, 0), Button(0)), ((0, 0), Button.SKIP)]
    story.events["hand_rises"] = played.session.simulation.tick
    played.scene.tick()
    assert (asked[-1].move, asked[-1].held) == ((127, 0), Button.SPRINT)


def test_a_key_mashed_in_the_fight_does_not_hide_the_death() -> None:
    death = Death(window().words, "", [])
    death.skip()
    over = [death.is_over]
    death.update(FALL_S)
    assert [*over, death.is_over] == [False, True]
    pygame.display.quit()


def thrice(played: Played) -> Again:
    """Die three times in one place, and wait until it is asked what to do."""
    for _ in range(3):
        die(played)
        while played.scene.death and played.app.scenes[-1] is played.scene:
            played.frames(1)
    asked = played.app.scenes[-1]
    assert isinstance(asked, Again)
    return asked


@pytest.mark.parametrize("hand", ["keys", "mouse", "pad"])
def test_after_three_deaths_the_passage_may_be_skipped_by_key_mouse_and_pad(
    played: Played, hand: str
) -> None:
    thrice(played)
    played.frames(30)
    kept = len(played.kept)
    if hand == "keys":
        press(played.app, pygame.K_DOWN, pygame.K_RETURN)
    elif hand == "mouse":
        point(played.app, again.X + 30, again.Y + 1.5 * style.ROW, click=True)
    else:
        pad(played.app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
        pad(played.app, pygame.CONTROLLER_BUTTON_A)
    assert played.app.scenes == [played.scene]
    assert played.scene.death is None
    assert readout.hero_place(played.scene.world)[0] == pytest.approx(43.5, abs=0.6)
    assert len(played.kept) == kept + 1, "and it is saved"
    die(played)
    played.frames(90)
    assert readout.hero_place(played.scene.world)[0] == pytest.approx(43.5, abs=0.6)


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE])
def test_whoever_would_rather_try_again_does_with_one_key(played: Played, key: int) -> None:
    thrice(played)
    played.frames(30)
    press(played.app, key)
    assert played.app.scenes == [played.scene]
    assert readout.hero_place(played.scene.world)[0] == pytest.approx(5.5, abs=0.5)


def test_keys_mashed_in_the_fight_skip_nothing(played: Played) -> None:
    asked = thrice(played)
    press(played.app, pygame.K_DOWN, pygame.K_RETURN)
    assert played.app.scenes[-1] is asked


def test_walking_out_ends_the_scene_once(played: Played) -> None:
    played.stand(40.5, 1.9)
    played.frames(30)
    assert played.left == [played.session]


class Notes:
    """A recorder that keeps the orders."""

    def __init__(self) -> None:
        self.orders: list[Order] = []

    def after(self, *_: object) -> None:
        """Nothing."""

    def ordered(self, order: Order) -> None:
        self.orders.append(order)


def test_difficulty_and_assists_changed_in_the_pause_count_at_once_and_are_recorded(played: Played) -> None:
    notes: Any = Notes()
    played.scene.tape.recorder = notes
    simulation, settings = played.session.simulation, played.app.settings
    play_by(Rules(Difficulty.EVOLVED)).give(played.session)
    played.scene.enter()
    assert notes.orders == [], "what was not touched stays as the level began"
    settings.resolve = True
    played.scene.enter()
    assert simulation.rules == Rules(Difficulty.EVOLVED, Assist(resolve=True))
    settings.difficulty = "story"
    played.scene.enter()
    played.scene.enter()
    assert simulation.rules == Rules(Difficulty.STORY, Assist(resolve=True))
    assert simulation.world.resource(Rules) == simulation.rules
    assert len(notes.orders) == 2


class Full:
    """A recorder whose disk is full."""

    def after(self, *_: object) -> None:
        raise BadInput("last.replay", "cannot be written: No space left on device")


def test_a_recording_that_cannot_be_written_costs_one_line(played: Played) -> None:
    full: Any = Full()
    played.scene.tape.recorder = full
    played.frames(10)
    assert played.session.simulation.tick >= 8
    assert played.scene.tape.recorder is None
    assert played.app.told == "last.replay: cannot be written: No space left on device"


# -- choices -------------------------------------------------------------------------------------


def test_a_choice_is_made_by_holding_not_by_tapping(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    story = played.scene.world.resource(Story)
    played.stand(20.5, 2.5)
    played.frames(10)
    assert story.asking == "hyosan_soldier"
    held = lambda *_: ((0.0, 0.0), (0.0, 0.0), Button.CHOICE_2)  # noqa: E731 - a finger on the second
    monkeypatch.setattr(played.app.input, "wish", held)
    played.frames(40)
    assert story.choices == {}
    played.frames(12)
    assert story.choices == {"hyosan_soldier": "feed"}


# -- what is read --------------------------------------------------------------------------------


def test_new_keys_and_words_reach_a_hint_on_screen(played: Played) -> None:
    played.app.settings.language = "ko"
    played.app.settings.keys["sneak"] = "c"
    played.app.apply()
    played.frames(1)
    assert played.scene.captions.words.language == "ko"
    assert glyphs.plain(played.scene.captions.keys["sneak"]) == "C"


@pytest.mark.parametrize(
    ("loaded", "spare", "need"),
    [(7, 14, ""), (2, 14, "hud-low-ammo"), (2, 0, ""), (0, 0, "hud-empty"), (0, 5, "hud-low-ammo")],
)
def test_the_gun_says_what_it_needs(played: Played, loaded: int, spare: int, need: str) -> None:
    played.edit(Arms, weapon=Weapon.PISTOL, loaded=loaded, spare=spare)
    gun = readout.gun(played.scene.world)
    assert gun is not None
    assert (gun.need, gun.reload) == (need, None)


def test_a_reload_is_told_by_its_share(played: Played) -> None:
    now = played.scene.world.resource(Clock).tick
    played.edit(Arms, weapon=Weapon.PISTOL, loaded=0, spare=9, reload_until=now + 30)
    gun = readout.gun(played.scene.world)
    assert gun is not None
    assert gun.reload is not None
    assert 0 < gun.reload < 1
    played.edit(Arms, weapon=Weapon.PIPE)
    assert readout.gun(played.scene.world) is None


def test_a_call_is_shown_running_out(played: Played) -> None:
    world = played.scene.world
    (caller,) = populate(world, Sort.SCREAMER, np.array([[9.5, 2.5]], np.float32)).tolist()
    world.apply()
    shown = []
    for left in (72, 36, 18):
        with world.edit(Deed, [caller]) as deed:
            deed.act[...], deed.stage[...] = Act.SCREECH, Stage.WINDUP
            deed.stage_until[...] = world.resource(Clock).tick + left
        scream = readout.scream(world)
        assert scream is not None
        shown.append(scream.left)
    assert shown == pytest.approx([1.0, 0.5, 0.25])


def test_a_mark_on_who_is_gone_is_shown_nowhere(played: Played) -> None:
    world = played.scene.world
    places = np.array([[9.5, 2.5], [12.5, 4.5]], np.float32)
    gone, there = populate(world, Sort.SHAMBLER, places).tolist()
    world.apply()
    world.resource(Marks).until.update({gone: 999, there: 999})
    world.kill(gone)
    world.apply()
    assert readout.marked(world) == [(12.5, 4.5)]


@pytest.mark.parametrize(("hunger", "craving"), [(50.0, 0), (85.0, 1), (99.999, readout.FRENZY)])
def test_hunger_masks_and_then_breaks_out(played: Played, hunger: float, craving: int) -> None:
    played.edit(Hero, hunger=hunger)
    played.frames(4)
    assert readout.craving(played.scene.world) == craving


def test_the_goal_is_pointed_at_only_while_it_is_out_of_sight(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    pointed: list[float] = []
    monkeypatch.setattr("game.show.canvas.Canvas.arrow", lambda *a, **_: pointed.append(a[3]))
    goal = readout.goal(played.scene.world)
    assert goal is not None
    assert (goal.text, round(goal.distance)) == ("Reach the far end", 40)
    for x, y in ((320, 180), (620, 340), (20, 20)):
        signs.bearing(played.app.canvas(), x, y, "60 m")
    assert pointed == []
    for x, y in ((900, 180), (320, 900), (-300, 180), (320, -900)):
        signs.bearing(played.app.canvas(), x, y, "60 m")
    assert pointed[::2] == pytest.approx([0, 1.5708, 3.1416, -1.5708], abs=1e-3)


@pytest.mark.parametrize("size", [(640, 360), (777, 431), (1921, 1079), (200, 150)])
def test_the_scene_draws_in_a_window_of_any_size(played: Played, size: tuple[int, int]) -> None:
    played.edit(Arms, weapon=Weapon.PISTOL, loaded=1, spare=9)
    played.edit(Hero, hunger=90.0)
    played.app.settings.caption_size = 200
    pygame.display.set_mode(size)
    played.stand(20.5, 2.5)
    played.frames(8)
    window = pygame.display.get_surface()
    assert window is not None
    assert window.get_size() == size
    assert len(np.unique(pygame.surfarray.array3d(window))) > 20, "a world, not a blank"


# -- what the use key would do -------------------------------------------------------------------


def offered(played: Played) -> str:
    thing = usable(played.scene.world)
    return thing.word if thing else ""


def test_the_prompt_names_the_nearest_thing_in_reach(played: Played) -> None:
    assert offered(played) == ""
    played.stand(4.5, 2.5)
    assert offered(played) == "hud-use-tag"
    played.stand(25.0, 4.6)
    assert offered(played) == "hud-use-radio"
    played.scene.world.resource(Story).radios.append(906)
    assert offered(played) == "hud-use-radio-off"


def test_a_deep_wound_is_offered_a_bandage_where_nothing_else_is_in_reach(played: Played) -> None:
    played.edit(Bag, medkits=1)
    assert offered(played) == ""
    played.edit(Health, hp=40.0)
    assert offered(played) == "hud-use-medkit"
    played.stand(4.5, 2.5)
    assert offered(played) == "hud-use-tag"
    played.stand(3.5, 5.5)
    played.edit(Bag, medkits=0)
    assert offered(played) == ""


def test_only_the_hungry_are_offered_the_fallen_and_see_how_far_they_are(played: Played) -> None:
    world = played.scene.world
    played.stand(10.5, 5.5)
    rows = world.rows(Mind)
    with world.edit(Health, world.view(Entity, rows).id) as health:
        health.hp[...] = 0
    played.frames(4)
    played.edit(Hero, hunger=10.0)
    assert offered(played) == ""
    clock = world.resource(Clock)
    clock.tick += 60
    played.edit(Hero, hunger=60.0, feeding_since=clock.tick - 60)
    thing = usable(world)
    assert thing is not None
    assert thing.word == "hud-use-feed"
    assert thing.held == pytest.approx(0.5)


# -- aim assist ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weapon", "degrees", "seen", "bends"),
    [
        (Weapon.PISTOL, 12, 1.0, True),
        (Weapon.PISTOL, 3, 1.0, False),
        (Weapon.PISTOL, 0, 1.0, False),
        (Weapon.PISTOL, 12, 0.0, False),
        (Weapon.PIPE, 12, 1.0, False),
    ],
)
def test_aim_bends_to_a_foe_in_sight_near_the_aim_of_a_gun(
    played: Played, weapon: Weapon, degrees: float, seen: float, *, bends: bool
) -> None:
    played.edit(Arms, weapon=weapon)
    played.stand(3.5, 4.5)  # the foe stands due east, seven tiles off
    asked = (5.0, 0.6)  # seven degrees off
    x, y = aim.assisted(asked, played.scene.world, degrees, lambda x, _: x * 0 + seen)
    assert (x * x + y * y) == pytest.approx(25.36)
    assert ((x, y) == asked) != bends
    if bends:
        assert y == pytest.approx(0, abs=0.05)


# -- scenes around it ----------------------------------------------------------------------------


def test_a_card_is_skipped_by_any_key_and_ends_by_itself(app: App, yard: Level) -> None:
    over: list[str] = []
    card = Card(app, yard, lambda: over.append("over"))
    app.become(card)
    press(app, pygame.K_x)
    app.frame(0.1)
    assert over == []
    for _ in range(8):
        app.frame(0.1)
    assert "over" in over


def test_a_level_that_cannot_be_read_fails_with_one_line(app: App) -> None:
    said: list[str] = []

    def broken(_: object) -> None:
        raise BadInput("maps/a.tmx:3", "no Start; add one")

    loading = Loading(app, broken, lambda _: said.append("done"), said.append)
    app.become(loading)
    loading.thread.join()
    app.frame(0.1)
    assert said == ["maps/a.tmx:3: no Start; add one"]


def test_a_fault_while_loading_is_not_swallowed(app: App) -> None:
    def faulty(_: object) -> None:
        raise ZeroDivisionError

    loading = Loading(app, faulty, lambda _: None, lambda _: None)
    app.become(loading)
    loading.thread.join()
    with pytest.raises(ZeroDivisionError):
        app.frame(0.1)


def test_the_result_shows_the_figures_of_the_session(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    session = played.session
    session.tally.ticks, session.tally.deaths, session.tally.kills = 60 * 65, 2, 12
    session.tally.told["Fired"] = 9
    session.simulation.world.resource(Story).choices["hyosan_soldier"] = "spare"
    shown: list[str] = []

    def text(*told: Any, **_: object) -> float:
        shown.append(told[3])
        return 20.0

    monkeypatch.setattr("game.show.canvas.Canvas.text", text)
    gone: list[str] = []
    played.app.become(Result(played.app, session, lambda: gone.append("on")))
    played.app.frame(0.0)
    assert {"The yard", "1:05", "2", "9", "12", "0 / 1", "Give him water and your hand"} <= set(shown)
    assert "To the title" in shown
    press(played.app, pygame.K_ESCAPE)
    assert gone == ["on"]


def lines_of(app: App, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float, float, float]]:
    """Draw a frame; return every line of text: what it says, left, top, width, height."""
    lines: list[tuple[str, float, float, float, float]] = []
    drawn = Canvas.text

    def text(
        page: Canvas, x: float, y: float, said: str, kind: str = "body", *rest: Any, **more: Any
    ) -> float:
        wide = drawn(page, x, y, said, kind, *rest, **more)
        align = rest[1] if len(rest) > 1 else more.get("align", "l")
        lines.append((said, x - {"l": 0, "c": wide / 2, "r": wide}[align], y, wide, style.TYPE[kind][1] + 1))
        return wide

    with monkeypatch.context() as patch:
        patch.setattr("game.show.canvas.Canvas.text", text)
        app.frame(0.0)
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_lines_of_a_result_never_meet_however_many_choices_were_made(
    played: Played, monkeypatch: pytest.MonkeyPatch, language: str, count: int
) -> None:
    played.app.settings.language = language
    played.app.apply()
    made = {"seoul_harin": "carry", "hyosan_soldier": "spare", "ward_c": "hand_over"}
    result = Result(played.app, played.session, lambda: None, "seoul")
    result.result["choices"] = dict([*made.items()][-count:])
    played.app.become(result)
    plate = [line for line in lines_of(played.app, monkeypatch) if line[1] < 360]
    assert any(played.app.words.text("choice-ward_c-hand_over") == line[0] for line in plate)
    for i, (said, x, y, wide, high) in enumerate(plate):
        assert x + wide <= 360, said
        for other, left, top, across, down in plate[i + 1 :]:
            apart = x + wide <= left or left + across <= x or y + high <= top or top + down <= y
            assert apart, (said, other)


def test_the_row_of_a_result_says_where_it_leads(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, said in (("laboratory", "Onward to: Laboratory"), ("yard", "Onward to: yard")):
        played.app.become(Result(played.app, played.session, lambda: None, name))
        assert said in [line[0] for line in lines_of(played.app, monkeypatch)]


def test_the_result_of_the_last_level_names_the_ending(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(played.session.simulation.world.resource(Story), "ending", "names")
    played.app.become(Result(played.app, played.session, lambda: None))
    said = [line[0] for line in lines_of(played.app, monkeypatch)]
    assert "Ending: Names" in said
    assert "You got out" not in said


def test_every_answer_the_campaign_knows_has_a_picture(played: Played) -> None:
    answers = [option for name in LEVELS for choice in load_map(name).choices for option in choice.options]
    assert len(answers) == 12
    page = played.app.canvas()
    for answer in answers:
        page.icon(picture_of(answer), 0, 0)
        assert picture_of(answer) != "use"
