"""The four endings: every cell of the table."""

from __future__ import annotations

import pytest

from game.data.tuning import load_tuning
from game.sim.story.endings import Ending, ending_of

RULES = load_tuning().endings


@pytest.mark.parametrize("tags", [0, 17, 18, 24])
@pytest.mark.parametrize("humanity", [0, 34.9, 35, 49.9, 50, 100])
def test_the_code_is_purge_whoever_sends_it(humanity: float, tags: int) -> None:
    assert ending_of("code", humanity, tags, RULES) is Ending.PURGE


@pytest.mark.parametrize("answer", ["speak", "silence"])
@pytest.mark.parametrize("tags", [0, 18, 24])
def test_who_is_no_longer_human_is_what_comes_after(answer: str, tags: int) -> None:
    assert ending_of(answer, 34.9, tags, RULES) is Ending.EVOLUTION
    assert ending_of(answer, 35, tags, RULES) is not Ending.EVOLUTION


@pytest.mark.parametrize(
    ("humanity", "tags", "ending"),
    [
        (50, 18, Ending.NAMES),
        (100, 24, Ending.NAMES),
        (49.9, 24, Ending.SILENCE),
        (100, 17, Ending.SILENCE),
        (35, 0, Ending.SILENCE),
    ],
)
def test_names_need_to_be_known_and_somebody_human_to_read_them(
    humanity: float, tags: int, ending: Ending
) -> None:
    assert ending_of("speak", humanity, tags, RULES) is ending


def test_who_keeps_silent_reads_no_names() -> None:
    assert ending_of("silence", 100, 24, RULES) is Ending.SILENCE
