"""What flies, and what it meets."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.sim.act.projectiles import fly
from game.sim.act.weapons import send
from game.sim.components import Actor, Body, Flight, Health, Side, Weapon
from game.sim.happenings import DoorHit, Hit, Impact


def fire(made: Scene, way_: tuple[float, float] = (1, 0), by: str = "@", offset: float = 0) -> Scene:
    """Send one pistol bullet from somebody."""
    body, actor = made.of(Body, by), made.of(Actor, by)
    pos = body.pos + np.array([[-way_[1], way_[0]]], np.float32) * np.float32(offset)
    aim = np.array([way_], np.float32)
    weapon, source = np.array([Weapon.PISTOL], np.uint8), np.array([made.who[by]])
    send(made.world, (pos.astype(np.float32), aim), weapon, source, actor.side, np.array([34], np.float32))
    made.world.apply()
    return made


def flying(made: Scene) -> int:
    return len(made.world.view(Flight, made.world.rows(Flight)).weapon)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_bullet_hits_the_first_body_on_its_line(k: int) -> None:
    made = fire(scene(turned("############\n#@....s..s.#\n############", k)), way((1, 0), k)).run(30, fly)
    near = min(made.all["s"], key=lambda who: abs(_gap(made, who)))
    assert [hit["target"] for hit in made.heard(Hit)] == [near]
    assert flying(made) == 0


def _gap(made: Scene, who: int) -> float:
    rows, _ = made.world.resolve(np.array([who]))
    return float(np.abs(made.world.view(Body).pos[rows[0]] - np.array(made.pos("@"))).sum())


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_bullet_ends_at_a_wall(k: int) -> None:
    made = fire(scene(turned("############\n#@....#..s.#\n############", k)), way((1, 0), k)).run(30, fly)
    assert not made.heard(Hit)
    (ended,) = made.heard(Impact)
    assert abs((np.array(ended["pos"]) - np.array(made.pos("@"))) @ np.array(way((1, 0), k)) - 4.5) < 0.001


@pytest.mark.parametrize(
    ("tile", "passes"), [("%", True), ("=", False), ("g", False), ("#", False), ("+", False)]
)
def test_some_things_let_shots_pass_and_others_stop_them(*, tile: str, passes: bool) -> None:
    made = fire(scene(f"########\n#@.{tile}.s.#\n########")).run(30, fly)
    assert bool(made.heard(Hit)) == passes


def test_a_bullet_passes_beside_a_body() -> None:
    assert not fire(scene("#######\n#@.s..#\n#######"), offset=0.31).run(30, fly).heard(Hit)
    assert fire(scene("#######\n#@.s..#\n#######"), offset=0.29).run(30, fly).heard(Hit)


def test_a_bullet_hits_who_stands_at_the_muzzle() -> None:
    made = scene("#######\n#@s...#\n#######").set(Body, "s", pos=(1.6, 1.5))
    assert len(fire(made).run(2, fly).heard(Hit)) == 1


def test_a_bullet_never_hits_its_own_side() -> None:
    made = fire(scene("#######\n#@h.s.#\n#######")).run(30, fly)
    assert [hit["target"] for hit in made.heard(Hit)] == [made.who["s"]]


def test_the_army_s_bullets_hit_the_dead_and_the_player_alike() -> None:
    for art in ("#######\n#A..s.#\n#######", "#######\n#A..@.#\n#######"):
        assert len(fire(scene(art), by="A").run(30, fly).heard(Hit)) == 1


def test_a_bullet_of_one_who_is_gone_still_hits() -> None:
    made = fire(scene("########\n#A...s.#\n########"), by="A")
    made.world.kill(made.who["A"])
    made.world.apply()
    assert len(made.run(30, fly).heard(Hit)) == 1


def test_a_bullet_passes_the_fallen() -> None:
    made = scene("########\n#@.s.s.#\n########").set(Health, "s", hp=0)
    assert [hit["target"] for hit in fire(made).run(30, fly).heard(Hit)] == [made.all["s"][1]]


def test_a_bullet_strikes_the_door_it_ends_at() -> None:
    made = fire(scene("########\n#@.+.s.#\n########")).run(30, fly)
    assert [hit["damage"] for hit in made.heard(DoorHit)] == [34]


def test_a_body_before_the_door_saves_the_door() -> None:
    made = scene("########\n#@.s+..#\n########").set(Body, "s", pos=(3.7, 1.5))
    fire(made).run(30, fly)
    assert not made.heard(DoorHit)
    assert len(made.heard(Hit)) == 1


def test_those_with_nobody_are_hit_by_the_player_only() -> None:
    made = scene("########\n#@.s.A.#\n########").set(Actor, "s", side=Side.NONE)
    assert len(fire(made).run(30, fly).heard(Hit)) == 1
    other = scene("########\n#@.s.A.#\n########").set(Actor, "s", side=Side.NONE)
    assert [hit["target"] for hit in fire(other, (-1, 0), "A").run(30, fly).heard(Hit)] == [other.who["@"]]


def test_a_bullet_never_hits_who_sent_it_even_one_who_changes_sides_meanwhile() -> None:
    made = fire(scene("########\n#@.s.A.#\n########"), by="A", way_=(1, 0)).set(Actor, "A", side=Side.DEAD)
    assert not made.run(5, fly).heard(Hit)


def test_a_bullet_that_ends_in_a_wall_does_not_reach_who_leans_on_its_far_side() -> None:
    made = scene("#######\n#@.#B.#\n#######").set(Body, "@", pos=(2.99, 1.5)).set(Body, "B", pos=(4.26, 1.5))
    weapon, source = np.array([Weapon.RIFLE], np.uint8), np.array([made.who["@"]])
    path = made.of(Body, "@").pos, np.array([[1, 0]], np.float32)
    send(made.world, path, weapon, source, np.array([Side.HALFBIE], np.uint8), np.array([24], np.float32))
    made.world.apply()
    assert not made.run(3, fly).heard(Hit)
