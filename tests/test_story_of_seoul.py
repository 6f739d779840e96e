"""The whole story of Seoul and of the tower, told by carrying the hero from place to place."""

from __future__ import annotations

from functools import cache

import pytest
from told import Told

from game.ecs.world import Snapshot
from game.sim.components import Button, Hero, Mind, Mood
from game.sim.happenings import Marked
from game.sim.story.stage import hero_ids, people_named

ANSWERS = {"carry": Button.CHOICE_1, "lure": Button.CHOICE_2, "leave": Button.CHOICE_3}
WORDS_OF_TOWER = {"code": Button.CHOICE_1, "speak": Button.CHOICE_2, "silence": Button.CHOICE_3}
HILL = ((6, 119), (16, 112), (29, 109), (41, 105), (53, 104), (53, 84), (53.5, 76), (52.5, 50))
NORTH = ((45, 27), (55, 27), (49, 10), (56, 12.8))
SOUTH = ((103, 11), (103, 22), (101, 40), (88.5, 56), (89, 77), (92, 98), (113, 97), (121, 99), (130, 90))
EAST = ((135, 87), (135.5, 70), (135.5, 50), (140, 29))


class Telling(Told):
    """A level with nobody thinking or acting: only what the story does."""

    def __init__(self, name: str = "seoul") -> None:
        super().__init__(name)

    def mark(self, name: str) -> None:
        """Let her mark somebody of the map by radio."""
        thing, who = self.level.named(name), people_named(self.world, name)
        assert thing is not None
        at = thing.area.at
        self.world.events.emit(
            Marked, who=int(who[0]), thing=thing.id, by=int(hero_ids(self.world)[0]), pos=at
        )

    def walk(self, *places: tuple[float, float], seconds: float = 0.2) -> None:
        for x, y in places:
            self.go(x, y, seconds)

    def lives(self, name: str) -> bool:
        return len(people_named(self.world, name)) > 0

    def humanity(self) -> float:
        return float(self.world.view(Hero, slice(0, 1)).humanity[0])


@cache
def _at_the_schools_end() -> tuple[Snapshot, tuple[str, ...]]:
    told = Telling()
    told.wait(14)
    told.go(*HILL[0], 4, Button.USE)
    told.walk(*HILL[1:], *NORTH, seconds=0.5)
    return told.world.snapshot(), tuple(told.said)


def to_harin() -> Telling:
    """From the first roof to her who cannot jump; walked once, then remembered."""
    told = Telling()
    kept, said = _at_the_schools_end()
    told.world.restore(kept)
    told.said = [*said]
    return told


def to_the_key(told: Telling) -> None:
    told.walk((73, 9), (87, 8), *SOUTH, *EAST, seconds=0.5)
    told.go(153.5, 14.6, 6, Button.USE)


def test_the_first_minute_teaches_to_run_before_it_teaches_to_leap() -> None:
    told = Telling()
    told.wait(14)
    assert told.said == ["onj-there", "onj-eleven", "suh-coming", "hint-seoul-take"]
    told.go(*HILL[0], 4, Button.USE)
    assert told.goal() == "obj-seoul-2"
    told.go(*HILL[1], 7)
    assert told.said[-2:] == ["hint-seoul-run", "hint-seoul-awning"]


@pytest.mark.parametrize(("answer", "change"), [("carry", 0), ("lure", -12), ("leave", -4)])
def test_each_answer_is_taken_and_weighs(answer: str, change: float) -> None:
    told = to_harin()
    assert told.story.asking == "seoul_harin"
    before = told.humanity()
    told.wait(1, ANSWERS[answer])
    assert told.story.choices == {"seoul_harin": answer}
    assert told.humanity() == before + change
    assert told.goal() == "obj-seoul-6"


def test_carried_to_the_lit_room_she_opens_her_cupboard() -> None:
    told = to_harin()
    told.wait(1, ANSWERS["carry"])
    rows, _ = told.world.resolve(people_named(told.world, "Ha-rin"))
    assert Mood(int(told.world.view(Mind, rows).mood[0])) is Mood.FOLLOW
    before = told.humanity()
    assert not told.is_open("staff cupboard")
    told.walk((71, 27), (86, 26), (89, 29), seconds=4)
    assert told.is_open("staff cupboard")
    assert told.humanity() == before + 6


def test_she_who_shouts_is_not_heard_for_long() -> None:
    told = to_harin()
    told.wait(20, ANSWERS["lure"])
    assert told.lives("Ha-rin")
    told.wait(13)
    assert not told.lives("Ha-rin")
    assert "cap-seoul-phone" in told.said


def test_nobody_offers_her_cupboard_to_who_left_her() -> None:
    told = to_harin()
    told.wait(1, ANSWERS["leave"])
    told.walk((86, 26), (89, 29), seconds=4)
    assert not told.is_open("staff cupboard")


def test_the_story_can_be_told_to_the_deck() -> None:
    told = to_harin()
    told.wait(1, ANSWERS["leave"])
    to_the_key(told)
    assert told.goal() == "obj-seoul-11"
    told.walk((158, 45), (166, 66), (177, 62), seconds=4)
    assert not told.is_open("tower door")
    told.go(126, 116, 5, Button.USE)
    assert told.goal() == "obj-seoul-12"
    told.walk((148, 88), (177, 62), seconds=3)
    assert told.is_open("tower door")
    assert told.is_open("podium gate")
    assert told.goal() == "obj-seoul-13"
    told.walk((178, 57), (171, 41), (182, 28), seconds=4)
    told.go(173.5, 20.5)
    assert told.story.outcome == "exit"
    assert len(told.said) == len(set(told.said))


def test_stair_heads_open_as_one_passes_and_not_before() -> None:
    told = to_harin()
    heads = ("escalator head", "billboard stair", "cram school stair", "ward stair")
    assert not [name for name in heads if told.is_open(name)]
    to_the_key(told)
    assert [name for name in ("escalator head", "ward stair", "lift head") if not told.is_open(name)] == []


def test_a_cut_breaker_stays_cut() -> None:
    told = Telling()
    told.wait(13)
    told.go(92.5, 51.8, 2, Button.USE)
    told.walk((88.5, 57), (88.5, 62), seconds=7)
    assert {"billboard", "west"} & set(told.story.circuits) == set()


def on_the_deck() -> Telling:
    told = Telling("tower")
    told.wait(11)
    told.go(31.5, 27.8, 3, Button.USE)
    return told


def test_she_learns_to_stand_still_before_she_is_asked_to_mark() -> None:
    told = on_the_deck()
    assert told.said[-2:] == ["onj-still", "hint-tower-still"]
    assert told.lives("the first who climbed")
    assert not told.lives("caller west")
    told.wait(18)
    assert told.lives("caller west")
    assert told.goal() == "obj-tower-2"


@pytest.mark.parametrize("answer", list(WORDS_OF_TOWER))
def test_three_marks_a_desk_and_a_word_end_it(answer: str) -> None:
    told = on_the_deck()
    told.wait(18)
    for n, side in enumerate(("west", "south", "east"), start=2):
        assert told.goal() == f"obj-tower-{n}"
        assert told.lives(f"caller {side}")
        told.mark(f"caller {side}")
        told.wait(4)
        assert not told.lives(f"caller {side}")
    told.wait(6)
    assert told.is_open("control room")
    told.go(39.5, 24.6, 1)
    assert told.story.asking == "broadcast"
    told.wait(14, WORDS_OF_TOWER[answer])
    assert told.story.choices == {"broadcast": answer}
    assert told.story.outcome == "exit"
