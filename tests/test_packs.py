"""Packs: who hunts together, and who of them leads."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scenes import Scene, scene

from game.data.tuning import Rules
from game.ecs.world import SLOT_MASK, Entity
from game.sim.components import DEAD, Body, Mind, Mood, Plan
from game.sim.resources import Clock
from game.sim.think.packs import AT, CELL, PERIOD, form_packs, joined, leads

WIDE = 60
Place = tuple[float, float]


def field(*at: Place, mood: Mood = Mood.HUNT, rules: Rules | None = None) -> Scene:
    """So many of the dead, all in one mood, once packs have formed."""
    row = "s" * len(at) + "." * (WIDE - len(at))
    made = scene(
        "\n".join(["#" * (WIDE + 2), f"#{row}#", *[f"#{'.' * WIDE}#"] * 8, "#" * (WIDE + 2)]), rules=rules
    )
    for each, place in zip(made.all["s"], at, strict=True):
        put(made, each, place)
        with made.world.edit(Mind, each) as mind:
            mind.mood[...] = mood
    return again(made)


def put(made: Scene, each: int, place: Place) -> None:
    with made.world.edit(Body, each) as body:
        body.pos[...] = place


def again(made: Scene) -> Scene:
    """Let the moment come when packs form."""
    clock = made.world.resource(Clock)
    clock.tick += (AT - clock.tick) % PERIOD
    return made.run(1, form_packs)


def packs(made: Scene) -> list[int]:
    rows, alive = made.world.resolve(np.array(made.all["s"]))
    return [int(p) for p in made.world.table["Plan.pack"][rows[alive]]]


def test_those_who_stand_together_and_hunt_are_one_pack_and_the_first_of_them_leads() -> None:
    made = field((2, 2), (3, 3), (4, 2), (40, 2), (41, 3), (42, 3))
    numbers = packs(made)
    assert numbers[0] == numbers[1] == numbers[2] != numbers[3] == numbers[4] == numbers[5]
    span = made.world.span(DEAD)
    first = leads(made.world.view(Plan, span), made.world.view(Entity, span))
    assert first.tolist() == [True, False, False, True, False, False]


def test_no_pack_has_more_than_six_and_the_seventh_begins_another() -> None:
    sizes = sorted(Counter(packs(field(*[(2 + k / 4, 3) for k in range(8)]))).values())
    assert sizes == [2, 6]


def test_who_neither_hunts_nor_searches_is_in_no_pack_any_more() -> None:
    made = field((2, 2), (3, 2), (4, 2), mood=Mood.SEARCH)
    assert min(packs(made)) >= 0
    made.set(Mind, "s", mood=Mood.IDLE)
    assert packs(again(made))[0] == -1
    assert packs(field((2, 2), (3, 2), mood=Mood.IDLE)) == [-1, -1]


def test_a_pack_stays_a_pack_while_it_walks_into_other_cells() -> None:
    made = field((2, 2), (3, 2), (4, 2))
    before = packs(made)
    for each, place in zip(made.all["s"], [(6, 4), (9, 4), (12, 4)], strict=True):
        put(made, each, place)
    assert packs(again(made)) == before


def test_who_strays_too_far_from_the_leader_is_alone_and_joins_others() -> None:
    made = field((2, 2), (3, 2), (4, 2), (4, 3), (40, 2), (41, 2), (42, 2))
    put(made, made.all["s"][3], (30, 2))
    numbers = packs(again(made))
    assert numbers[3] not in {numbers[0], numbers[4]}
    assert numbers[0] == numbers[1] == numbers[2]


def test_when_the_leader_is_gone_the_others_follow_another() -> None:
    made = field((2, 2), (3, 2), (4, 2), (4, 3), (9, 2), (10, 2), (11, 2))
    old, *_, others = packs(made)
    made.world.kill(made.all["s"][0])
    made.world.apply()
    numbers = packs(again(made))
    assert len(set(numbers)) == 2
    assert old not in numbers
    assert others in numbers


def test_two_packs_that_have_become_too_small_become_one() -> None:
    made = field((26, 2), (27, 2), (28, 2), (33, 2), (34, 2), (35, 2))
    assert len(set(packs(made))) == 2
    for number, each in enumerate(made.all["s"]):
        put(made, each, (2 + number, 6) if number in {0, 5} else (34, 2 + number / 4))
    numbers = packs(again(made))
    assert len(set(numbers[1:5])) == 1


def test_taken_out_nobody_is_in_a_pack() -> None:
    assert set(packs(field((2, 2), (3, 2), rules=Rules(without=frozenset({"packs"}))))) == {-1}


@given(
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), min_size=1, max_size=60), st.integers(2, 6)
)
def test_everybody_joins_a_pack_of_the_own_cell_whose_leader_is_in_it(
    at: list[tuple[int, int]], most: int
) -> None:
    slot = np.arange(100, 100 + len(at), dtype=np.int64)
    pos = np.array(at, np.float32)
    pack = joined(slot, pos, 40 // CELL + 1, most)
    cell = pos.astype(int) // CELL
    for number, count in Counter(pack.tolist()).items():
        assert count <= most
        assert number in slot
        assert pack[number - 100] == number
        assert (cell[pack == number] == cell[number - 100]).all()


def test_a_number_is_the_slot_of_an_id() -> None:
    made = field((2, 2), (3, 2), (4, 2))
    assert packs(made)[0] == made.all["s"][0] & SLOT_MASK
