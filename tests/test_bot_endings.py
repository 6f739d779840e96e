"""The four endings are reached by playing the tower: from the bot's answers and what was brought there."""

from __future__ import annotations

import pytest

from game.play.bots import ENDINGS, make_bot
from game.play.bots.campaign import Campaign
from game.play.bots.conduct import Answer, Scene
from game.play.game import Setup, play
from game.play.observation import Prompt
from game.play.observe import Observer
from game.sim.components import Button
from game.sim.legacy import Legacy

KIND, CRUEL = Legacy(humanity=70, tags=20), Legacy(humanity=20, tags=3)
SEEN_LITTLE = Legacy(humanity=60, tags=3)
THREE_MINUTES = 60 * 180


@pytest.mark.parametrize(
    ("ending", "legacy"),
    [("purge", KIND), ("evolution", CRUEL), ("names", KIND), ("silence", SEEN_LITTLE)],
)
def test_each_ending_is_reached_by_playing_the_tower(ending: str, legacy: Legacy) -> None:
    session = play(Setup("tower", legacy=legacy).open(), make_bot(ending, 1), THREE_MINUTES)
    assert session.outcome == "exit"
    assert session.result()["ending"] == ending


def asked(choice: str, options: tuple[str, ...], bot: Campaign) -> Button:
    """What the bot presses when it is asked."""
    seen = Observer(Setup("tower").open().simulation).see()
    scene = Scene()
    scene.look(type(seen)(**{**vars(seen), "prompt": Prompt(choice, options, ())}))
    scene.walker.now = 0
    behaviour = bot.behaviours[0]
    assert isinstance(behaviour, Answer)
    intent = behaviour.act(scene)
    assert intent is not None
    return intent.held


def test_a_bot_gives_the_answer_it_was_told_and_else_the_first() -> None:
    options = ("spare", "feed", "abandon")
    assert asked("hyosan_soldier", options, Campaign(ENDINGS["evolution"])) == Button.CHOICE_2
    assert asked("hyosan_soldier", options, Campaign()) == Button.CHOICE_1
    assert asked("hyosan_soldier", ("spare", "leave"), Campaign(ENDINGS["evolution"])) == Button.CHOICE_1
