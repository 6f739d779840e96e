from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.show.bake import props
from game.show.garbage import settle


class Level:
    """Something large that refers to itself, as levels do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_later_collections_pass_over_what_a_level_has_loaded() -> None:
    level = Level()
    settle()
    assert all(each is not level for each in gc.get_objects())


def test_a_level_that_was_left_is_dropped_when_the_next_is_ready() -> None:
    level = Level()
    settle()
    left = weakref.ref(level)
    del level
    assert left() is not None
    settle()
    assert left() is None


def test_the_pictures_a_level_was_painted_from_are_let_go() -> None:
    props.sheet()
    settle()
    assert not props.sheet.cache_info().currsize
