"""Vector arithmetic: rows as a whole give what rows by their axes give, bit for bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game.sim.maths import TINY, choose, length, limit, put, scaled, unit

if TYPE_CHECKING:
    from game.sim.components import Num, Vec

numbers = st.floats(-1e3, 1e3, width=32)
vectors = arrays(np.float32, (7, 2), elements=numbers)
shares = arrays(np.float32, 7, elements=numbers)
rows = st.lists(st.integers(0, 6), unique=True, min_size=1)


@given(vectors, vectors, rows)
def test_what_is_put_is_there_and_nothing_else_changed(old: Vec, new: Vec, chosen: list[int]) -> None:
    where = np.array(chosen)
    byaxis = old.copy()
    byaxis[where] = new[where]
    put(where, new[where], old)
    assert old.tobytes() == byaxis.tobytes()


@given(vectors, vectors)
def test_it_is_put_into_every_third_row_as_into_all(old: Vec, new: Vec) -> None:
    whole = old.copy()
    put(np.array([1]), new[1:2], whole[::3])
    assert whole[3].tobytes() == new[1].tobytes()
    assert (whole[:3] == old[:3]).all()


@given(vectors, vectors)
def test_a_row_is_chosen_as_a_whole(one: Vec, other: Vec) -> None:
    which = one[:, 0] < other[:, 0]
    assert choose(which, one, other).tobytes() == np.where(which[:, None], one, other).tobytes()


@given(vectors, shares)
def test_each_row_is_scaled_by_its_own_number(v: Vec, by: Num) -> None:
    assert scaled(v, by).tobytes() == (v * by[:, None]).tobytes()


@given(vectors, shares)
def test_nothing_limited_is_longer_than_its_limit(v: Vec, by: Num) -> None:
    longest = np.abs(by)
    assert (length(limit(v, longest)) <= longest * np.float32(1.001) + TINY).all()


@given(vectors)
def test_a_unit_vector_is_one_long_or_none(v: Vec) -> None:
    far, one = length(v), length(unit(v))
    assert (np.where(far > TINY, np.abs(one - 1) < 1e-3, one == 0)).all()
