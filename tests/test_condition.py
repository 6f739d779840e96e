"""The small conditions of a map."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.condition import ALWAYS, Condition, Term
from game.data.errors import BadInput


@dataclass
class Past:
    events: frozenset[str] = frozenset()
    circuits: frozenset[str] = frozenset()
    tags: frozenset[int] = frozenset()
    choices: dict[str, str] = field(default_factory=dict)


FULL = Past(frozenset({"gate_motor"}), frozenset({"2"}), frozenset({3}), {"hyosan_soldier": "spare"})


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("", True),
        ("event:gate_motor", True),
        ("event:other", False),
        ("!event:other", True),
        ("!event:gate_motor", False),
        ("circuit:2", True),
        ("!circuit:2", False),
        ("tag:3", True),
        ("tag:4", False),
        ("choice:hyosan_soldier=spare", True),
        ("choice:hyosan_soldier=feed", False),
        ("!choice:nobody=spare", True),
        ("event:gate_motor  tag:3\tcircuit:2", True),
        ("event:gate_motor tag:4", False),
    ],
)
def test_every_term_must_hold(text: str, *, holds: bool) -> None:
    assert Condition.parse(text).holds(FULL) is holds


def test_with_nothing_past_only_denials_hold() -> None:
    assert Condition.parse("!event:a !circuit:b !tag:1 !choice:c=d").holds(Past())
    assert ALWAYS.holds(Past())


@pytest.mark.parametrize(
    "text",
    [
        *("asleep", "event:", "event", "tag:x", "tag:0", "choice:x", "choice:=y", "!!event:a"),
        *("event:a,event:b", "Event:a", "not event:a", "event:a=b", "tag:99999"),
    ],
)
def test_what_is_no_condition_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        Condition.parse(text, "a.tmx:7")
    assert str(caught.value).startswith("a.tmx:7: condition ")
    assert "write event:x" in str(caught.value)


NAMES = st.text("abz09_", min_size=1, max_size=9)
TERMS = st.one_of(
    st.builds(Term, st.sampled_from(["event", "circuit"]), NAMES, negated=st.booleans()),
    st.builds(Term, st.just("tag"), st.integers(1, 24).map(str), negated=st.booleans()),
    st.builds(Term, st.just("choice"), NAMES, NAMES, st.booleans()),
)


@given(st.lists(TERMS, max_size=5))
def test_what_is_written_out_reads_back_the_same(terms: list[Term]) -> None:
    condition = Condition(tuple(terms))
    assert Condition.parse(str(condition)) == condition


def test_names_are_listed_by_kind() -> None:
    condition = Condition.parse("event:a !event:b circuit:c")
    assert condition.names("event") == ("a", "b")
    assert condition.names("tag") == ()
