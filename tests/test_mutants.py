"""The suite sees when the dead behave wrongly: a test that passes without a mutant catches it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from mutants.breaks import MUTANTS, Mutant

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def passes(test: Callable[[], None]) -> bool:
    """Run a test on the simulation as it is."""
    test()
    return True


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_it_is_caught(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert passes(mutant.test)
    mutant.break_it(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        mutant.test()


def test_there_are_twenty_and_no_two_of_a_name() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 20
