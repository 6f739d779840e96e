from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pygame
import pytest
from pictures import ready
from scenes import Scene, scene

from game.data import paths
from game.show import actors
from game.show.actors import direction_of, fallen, living
from game.show.bake.art import read_picture
from game.show.sprites import DIRECTIONS, Action, cast, sheet
from game.sim.components import (
    CORPSE,
    Act,
    Actor,
    Body,
    Corpse,
    Deed,
    Drive,
    Gait,
    Health,
    Mind,
    Mood,
    Sort,
    Stage,
    Stamina,
)
from game.sim.resources import Clock

ALL = (-1e9, -1e9, 1e9, 1e9)
FLOOR = """
    ##########
    #@..s..f.#
    #...A..B.#
    ##########
"""


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


@pytest.fixture
def floor() -> Scene:
    made = scene(FLOOR)
    made.world.resource(Clock).tick = 600
    return made


def drawn(made: Scene, name: str, action: Action) -> tuple[int, int, int]:
    """Which frame of ``action`` somebody is drawn with, how many it has, and the direction."""
    everybody = living(made.world, 1.0, ALL)
    who = int(np.flatnonzero(everybody.ids == made.who[name])[0])
    row, direction = divmod(int(everybody.cell[who]), DIRECTIONS)
    clip = cast().sheet(int(everybody.look[who])).clips[action]
    return row - clip.row, clip.frames, direction


def shows(made: Scene, name: str, action: Action) -> bool:
    """Whether somebody is seen doing that."""
    frame, frames, _ = drawn(made, name, action)
    return 0 <= frame < frames


@pytest.mark.parametrize("turn", range(16))
def test_direction_goes_clockwise_from_east(turn: int) -> None:
    angle = turn * math.pi / 8
    for off in (-0.19, 0.0, 0.19):
        heading = np.array([[math.cos(angle + off), math.sin(angle + off)]], np.float32)
        assert direction_of(heading)[0] == turn


def test_everybody_has_a_sheet_with_every_action() -> None:
    tables = cast()
    for sort in Sort:
        look = int(tables.looks(np.array([sort]), np.array([0]))[0])
        found = tables.sheet(look)
        for clip in found.clips:
            assert clip.frames > 0
            assert (clip.row + clip.frames) * DIRECTIONS <= len(found.cells)


def test_shamblers_wear_different_clothes() -> None:
    tables = cast()
    looks = tables.looks(np.zeros(7, np.int64), np.arange(7))
    assert len(set(looks.tolist())) == 5
    assert looks[5] == looks[0]


def test_the_foot_of_every_cell_is_where_the_manifest_says() -> None:
    drawn = read_picture(paths.asset("art", "actors", "namra.png"))[..., 3] > 0
    found, across = sheet("namra"), drawn.shape[1] // 44
    for number, (cell, foot) in enumerate(zip(found.cells, found.foot, strict=True)):
        left, top = number % across * 44 + 22 - foot[0], number // across * 44 + 27 - foot[1]
        width, height = cell.get_size()
        body = pygame.surfarray.array_alpha(cell).T > 0
        assert body[drawn[top : top + height, left : left + width]].all()


def test_a_cell_keeps_nothing_of_the_sheet_it_was_cut_from() -> None:
    cells = sheet("brute").cells
    assert all(cell.get_parent() is None for cell in cells)


def test_who_stands_is_idle_and_who_moves_walks(floor: Scene) -> None:
    assert shows(floor, "s", Action.IDLE)
    floor.set(Body, "s", vel=(1.0, 0.0))
    assert shows(floor, "s", Action.WALK)


@pytest.mark.parametrize(("gait", "action"), [(Gait.SPRINT, Action.RUN), (Gait.SNEAK, Action.SNEAK)])
def test_people_run_and_sneak(floor: Scene, gait: Gait, action: Action) -> None:
    floor.set(Body, "@", vel=(2.0, 0.0)).set(Drive, "@", gait=gait)
    assert shows(floor, "@", action)


def test_a_body_is_drawn_between_its_last_two_places(floor: Scene) -> None:
    floor.set(Body, "s", was=(2.0, 1.0), pos=(3.0, 1.0))
    everybody = living(floor.world, 0.25, ALL)
    who = np.flatnonzero(everybody.ids == floor.who["s"])[0]
    assert everybody.pos[who].tolist() == [2.25, 1.0]


def test_the_frames_of_a_blow_follow_its_stages(floor: Scene) -> None:
    tick = floor.world.resource(Clock).tick
    frames = []
    for stage, left in ((Stage.WINDUP, 27), (Stage.WINDUP, 1), (Stage.ACTIVE, 1), (Stage.RECOVER, 1)):
        floor.set(Deed, "s", act=Act.STRIKE, stage=stage, stage_until=tick + left, aim=(0.0, 1.0))
        assert shows(floor, "s", Action.ATTACK)
        frame, _, direction = drawn(floor, "s", Action.ATTACK)
        assert direction == 4, "it looks where it strikes"
        frames.append(frame)
    assert frames[0] == 0
    assert all(a <= b for a, b in pairwise(frames))
    assert frames[-1] == 4


def test_who_strikes_as_it_runs_is_drawn_leaping(floor: Scene) -> None:
    floor.set(Deed, "f", act=Act.STRIKE, stage=Stage.WINDUP, stage_until=610, aim=(1.0, 0.0))
    assert shows(floor, "f", Action.ATTACK)
    floor.set(Body, "f", vel=(3.0, 0.0))
    assert shows(floor, "f", Action.POUNCE)


def test_people_swing_what_they_hold(floor: Scene) -> None:
    floor.set(Deed, "@", act=Act.STRIKE, stage=Stage.ACTIVE, stage_until=601)
    assert shows(floor, "@", Action.MELEE)


def test_a_brute_roars_and_a_hit_one_flinches(floor: Scene) -> None:
    floor.set(Deed, "B", act=Act.SCREECH, stage=Stage.WINDUP, stage_until=620)
    assert shows(floor, "B", Action.SCREECH)
    floor.set(Health, "s", hurt_at=598)
    assert shows(floor, "s", Action.HURT)


def test_who_gives_up_keeps_the_hands_up(floor: Scene) -> None:
    floor.set(Mind, "A", mood=Mood.SURRENDER)
    assert drawn(floor, "A", Action.SURRENDER)[0] == 3


def test_a_dodge_is_seen(floor: Scene) -> None:
    floor.set(Stamina, "@", dodge_until=610)
    assert shows(floor, "@", Action.DODGE)


def test_who_falls_ends_as_a_corpse(floor: Scene) -> None:
    floor.world.spawn(CORPSE, Body(pos=(3.0, 1.0)), Corpse(sort=Sort.SHAMBLER, died_at=600))
    floor.world.apply()
    clips = sheet("shambler_student").clips
    rows = []
    for tick in (600, 610, 700):
        floor.world.resource(Clock).tick = tick
        rows.append(int(fallen(floor.world, 0.0, ALL).cell[0]) // DIRECTIONS)
    assert rows[0] == clips[Action.DEATH].row
    assert clips[Action.DEATH].row < rows[1] < clips[Action.DEATH].row + clips[Action.DEATH].frames
    assert rows[2] == clips[Action.CORPSE].row


def test_only_those_in_the_box_are_looked_at(floor: Scene) -> None:
    assert living(floor.world, 1.0, (0, 0, 3, 3)).ids.tolist() == [floor.who["@"]]
    assert len(living(floor.world, 1.0, ALL).ids) == 5


def test_neighbours_do_not_walk_in_step() -> None:
    ids = np.arange(12)
    look = cast().looks(np.zeros(12, np.int64), np.zeros(12, np.int64))
    rows = actors._rows(look, np.full(12, Action.WALK), np.full(12, -1.0), 3.0, ids)
    assert len(set(rows.tolist())) > 3


def test_looking_at_everybody_changes_nothing(floor: Scene) -> None:
    before = floor.world.checksum()
    living(floor.world, 0.5, ALL)
    fallen(floor.world, 0.5, ALL)
    assert floor.world.checksum() == before
    assert len(floor.world.view(Actor).sort) == len(floor.world)
