"""What is read over the world while it is played: signs, corners, words. It only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import glyphs, hud, readout, signs, speech, style
from game.show.captions import COLOURS
from game.show.controls import shown
from game.show.reach import usable
from game.sim.resources import Story

if TYPE_CHECKING:
    from game.show.canvas import Canvas
    from game.show.scenes.play import PlayScene
    from game.show.view import View

NOTICE_S = 3.5
"""How long a notice stays, s."""
NEW_S = 4.0
"""How long a new objective is marked, s."""
METRES_PER_TILE = 1.5
ABOVE = 26
"""How far over a thing its prompt stands, u."""
RADIO_ASIDE = 36.0
"""Where somebody speaks while a choice fills the lower third, u: it leaves the scene in sight."""
LOWEST_WORDS = 346.0
"""Where captions end when nothing is under them, u."""


def draw(canvas: Canvas, scene: PlayScene, view: View) -> None:
    """Draw everything but what is said; under the debug view, the corners only."""
    is_plain = not scene.debug.is_open
    if is_plain:
        _draw_signs(canvas, scene, view)
    _draw_goal(canvas, scene, view)
    _draw_hero(canvas, scene)
    hud.tags(canvas, len(scene.world.resource(Story).tags), readout.tag_count(scene.world))
    _draw_banner(canvas, scene)
    if is_plain:
        scene.lessons.draw_list(canvas, scene.app.words, scene.world)
        _draw_prompt(canvas, scene, view)


def _draw_prompt(canvas: Canvas, scene: PlayScene, view: View) -> None:
    thing = usable(scene.world)
    if thing is None:
        return
    x, y = view.to_screen(thing.at)
    settings, pad = scene.app.settings, scene.app.input.uses_pad
    key = settings.pad["use"] if pad else shown(settings.keys["use"])
    signs.prompt(canvas, x, y - ABOVE, key, scene.app.words.text(thing.word), thing.held, pad=pad)


def _draw_signs(canvas: Canvas, scene: PlayScene, view: View) -> None:
    scene.rings.draw(canvas, view)
    for watcher in readout.watchers(scene.world):
        signs.detection(canvas, *scene.hero_px, watcher.angle, watcher.sure)
    for place in readout.marked(scene.world):
        signs.mark(canvas, *view.to_screen(place))
    scream = readout.scream(scene.world)
    if scream:
        signs.screamer(canvas, *view.to_screen(scream.place), scream.left)


def _draw_goal(canvas: Canvas, scene: PlayScene, view: View) -> None:
    words, goal = scene.app.words, readout.goal(scene.world)
    if goal is None:
        return
    metres = words.text("hud-distance", n=round(goal.distance * METRES_PER_TILE))
    aside = f"{words.said(goal.aside)}  ({words.text('hud-optional')})" if goal.aside else ""
    is_new = scene.now - scene.aimed_at < NEW_S
    hud.objective(canvas, words.said(goal.text), metres, aside, is_new=is_new)
    if not (scene.asking.is_open(scene.world) or scene.debug.is_open):
        signs.bearing(canvas, *view.to_screen(goal.at), metres)


def _draw_hero(canvas: Canvas, scene: PlayScene) -> None:
    words, world = scene.app.words, scene.world
    vitals = readout.vitals(world, words)
    hud.vitals(canvas, vitals, (words.text("hud-hunger"), words.text("hud-humanity")))
    craving = readout.craving(world)
    if craving:
        said = words.text("hud-frenzy" if craving == readout.FRENZY else "hud-masked")
        hud.state(canvas, said, vitals, style.GOLD_LIT)
    gun, cast = readout.gun(world), readout.casting(world)
    if cast:
        signs.casting(canvas, *scene.hero_px, cast)
    elif gun and gun.reload is not None:
        signs.reloading(canvas, *scene.hero_px, gun.reload)
    elif gun and gun.need:
        key = glyphs.bound(scene.app.settings, pad=scene.app.input.uses_pad)["reload"]
        text = words.text(gun.need)
        signs.need(canvas, *scene.hero_px, f"{key}{text}" if gun.need == "hud-low-ammo" else text)


def _draw_banner(canvas: Canvas, scene: PlayScene) -> None:
    """Draw the most pressing of what belongs at the top centre."""
    scream, words = readout.scream(scene.world), scene.app.words
    age = scene.now - scene.noticed_at
    if scream:
        hud.screech(canvas, words.text("hud-screech"), words.text("hud-screech-tip"), scream.left)
    elif scene.lessons.draw_banner(canvas, words, scene.now):
        return
    elif age < NOTICE_S:
        hud.notice(canvas, scene.notice, age)
    elif scene.captions.hint:
        hud.notice(canvas, scene.captions.hint.text, hud.SLIDES_S)


def draw_words(canvas: Canvas, scene: PlayScene) -> None:
    """Draw the choice on the table, who speaks, and captions above them."""
    is_asked, said = scene.asking.is_open(scene.world), scene.captions.speech()
    base = LOWEST_WORDS
    if is_asked:
        scene.asking.draw(canvas, scene.world)
        base = speech.CHOICE_Y - 4
    elif said:
        base = speech.RADIO_Y - 4
    if said:
        face = scene.portraits.of(said.face, scene.now)
        top = RADIO_ASIDE if is_asked else speech.RADIO_Y
        speech.radio(canvas, face, said.speaker, said.text, COLOURS.get(said.face, style.BONE), top)
    if scene.app.settings.captions:
        lines = scene.captions.lines(readout.hero_place(scene.world))
        speech.captions(canvas, lines, base, scene.app.settings.caption_size / 100)
