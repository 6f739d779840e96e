"""The small typed conditions of a map: ``event:gate_motor !event:alarm tag:3``.

Rules of this module:
- Terms are joined by spaces; ALL must hold. Nothing written always holds.
- ``event:name`` that event has happened; ``circuit:name`` that circuit runs; ``tag:n`` the n-th
  name tag of the level (file order, from 1) was taken; ``choice:name=answer`` was so decided.
- ``!`` in front turns a term round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, cast

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

TermKind = Literal["event", "circuit", "tag", "choice"]

WORD = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_TERM = re.compile(
    rf"(?P<no>!?)(?:(?P<plain>event|circuit):(?P<name>{WORD})"
    rf"|tag:(?P<tag>[1-9][0-9]{{0,3}})|choice:(?P<choice>{WORD})=(?P<answer>{WORD}))"
)
GRAMMAR = "event:x, !event:x, circuit:x, tag:1 or choice:x=y"


class Flags(Protocol):
    """What has come to pass so far."""

    @property
    def events(self) -> Container[str]:
        """Events that have fired."""

    @property
    def circuits(self) -> Container[str]:
        """Circuits that run now."""

    @property
    def tags(self) -> Container[int]:
        """Numbers (from 1) of the name tags taken."""

    @property
    def choices(self) -> Mapping[str, str]:
        """Answer of each choice made."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a condition.

    Attributes:
        kind: what is asked about.
        name: event, circuit or choice; the number of a tag in digits.
        answer: what a choice must have been; empty for other kinds.
        negated: true when it must NOT be so.
    """

    kind: TermKind
    name: str
    answer: str = ""
    negated: bool = False

    def __str__(self) -> str:
        answer = f"={self.answer}" if self.kind == "choice" else ""
        return f"{'!' if self.negated else ''}{self.kind}:{self.name}{answer}"

    def holds(self, flags: Flags) -> bool:
        """Whether this one term is so."""
        return self._is_so(flags) != self.negated

    def _is_so(self, flags: Flags) -> bool:
        if self.kind == "event":
            return self.name in flags.events
        if self.kind == "circuit":
            return self.name in flags.circuits
        if self.kind == "tag":
            return int(self.name) in flags.tags
        return flags.choices.get(self.name) == self.answer


@dataclass(frozen=True, slots=True)
class Condition:
    """All of these must hold; none at all always holds."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str, where: str = "") -> Condition:
        """Read ``text``; ``where`` names its place for the message.

        Raises:
            BadInput: a word is not a term.
        """
        return cls(tuple(_term(word, where) for word in text.split()))

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def holds(self, flags: Flags) -> bool:
        """Whether every term is so."""
        return all(term.holds(flags) for term in self.terms)

    def names(self, kind: TermKind) -> tuple[str, ...]:
        """The names this condition asks about, of one kind, in order."""
        return tuple(term.name for term in self.terms if term.kind == kind)


ALWAYS = Condition()


def _term(word: str, where: str) -> Term:
    match = _TERM.fullmatch(word)
    if match is None:
        raise BadInput(where, f"condition {word[:60]!r} is not understood: write {GRAMMAR}")
    negated = bool(match["no"])
    if match["plain"]:
        return Term(cast("TermKind", match["plain"]), match["name"], negated=negated)
    if match["tag"]:
        return Term("tag", match["tag"], negated=negated)
    return Term("choice", match["choice"], match["answer"], negated=negated)
