"""A hand at a board routes power: light here is dark there."""

from __future__ import annotations

import pytest
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.area import Area
from game.data.level import Level
from game.data.things import Door, Light, Power
from game.data.tuning import load_tuning
from game.sim.command.intents import ask_use, take_intents
from game.sim.components import Body, Button
from game.sim.components import Door as Leaf
from game.sim.happenings import Noise, Routed
from game.sim.light import light_now
from game.sim.resources import Clock, Story
from game.sim.settle.doors import ask_doors, swing
from game.sim.story.power import route_power

TUNING = load_tuning()
HANDS = (take_intents, ask_use, ask_doors, swing, route_power)
HALL = "###########\n#@.a.b.c..#\n###########"


def hall(k: int = 0, *more: Power | Light | Door, by_hand: bool = True) -> Scene:
    """A hall with the boards of the circuits a, b and c."""
    art = turned(HALL, k)
    spots = scene(art).spots
    boards = [Power(id=60 + n, area=Area.point(*spots[c][0]), circuit=c, by_hand=by_hand) for n, c in
              enumerate("abc")]  # fmt: skip
    return scene(art, hero="cheongsan", ambient=0.0, things=[*boards, *more])


def use(made: Scene, board: str) -> Scene:
    """Press use at a board."""
    made.set(Body, "@", pos=made.spots[board][0])
    return made.press(Button.USE).run(1, *HANDS).press().run(4, *HANDS)


def running(made: Scene) -> list[str]:
    return list(made.world.resource(Story).circuits)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_hand_at_a_board_starts_its_circuit_and_is_heard(k: int) -> None:
    made = use(hall(k), "b")
    assert running(made) == ["b"]
    assert [(each["name"], each["starts"]) for each in made.heard(Routed)] == [("b", 1)]
    assert [each["loudness"] for each in made.heard(Noise)] == [TUNING.noise.breaker]


def test_of_three_the_one_that_ran_longest_trips() -> None:
    made = use(use(use(hall(), "b"), "a"), "c")
    assert running(made) == ["a", "c"]
    assert [(each["name"], each["starts"]) for each in made.heard(Routed)][-2:] == [("c", 1), ("b", 0)]


def test_a_board_whose_circuit_runs_does_nothing() -> None:
    made = use(use(use(hall(), "a"), "b"), "a")
    assert running(made) == ["a", "b"]
    assert len(made.heard(Noise)) == 2


def test_a_circuit_of_the_story_is_none_of_the_two() -> None:
    made = hall(0, Power(id=70, area=Area.point(9.5, 1.5), circuit="siren", on=True))
    for board in "abc":
        use(made, board)
    assert running(made) == ["siren", "b", "c"]


def test_out_of_reach_nothing_is_routed() -> None:
    assert running(hall().press(Button.USE).run(2, *HANDS)) == []


def test_a_board_that_takes_no_hand_is_left_to_the_story() -> None:
    assert running(use(hall(by_hand=False), "a")) == []


def test_light_and_doors_follow_the_hand() -> None:
    lamp = Light(id=71, area=Area.point(8.5, 1.5), circuit="a")
    door = Door(id=72, area=Area.rect(9, 1, 1, 1), circuit="b", locked=True)
    made = hall(0, lamp, door)
    level, story = made.world.resource(Level), made.world.resource(Story)
    use(use(made, "a"), "b").run(60, *HANDS)
    assert light_now(level, story, Clock())[1, 8] > 0.5
    assert made.world.view(Leaf, made.world.rows(Leaf)).is_open[0]
    use(made, "c")
    assert light_now(level, story, Clock())[1, 8] == 0
