"""Lint: whether events, circuits, keys, tags and choices that are named exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.enums import ItemKind
from game.data.findings import did_you_mean
from game.data.things import Choice, Door, Exit, Light, Spawn, SpawnField, Trigger

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.data.condition import Condition, Term
    from game.data.contract import Thing
    from game.data.findings import Findings
    from game.data.level import Level

FEWEST_OPTIONS = 2  # answers; with one there is nothing to choose
MOST_OPTIONS = 3  # answers; there are no more buttons to give them with


def check_story(level: Level, found: Findings, events: Collection[str] | None) -> None:
    """Report names that nothing answers to.

    Args:
        level: the level.
        found: is told.
        events: what scripts fire; None when unknown.
    """
    for thing, name, condition in _conditions(level):
        for term in condition.terms:
            _check_term(level, thing, name, term, events, found)
    _check_triggers(level, found)
    _check_circuits(level, found)
    _check_keys(level, found)
    _check_choices(level, found)
    for tag in level.tags:
        if not tag.text:
            found.thing(tag, "W422", "says nothing. Set text to a message id")


def _conditions(level: Level) -> Iterator[tuple[Thing, str, Condition]]:
    for thing in level.things:
        if isinstance(thing, Spawn | SpawnField | Trigger):
            yield thing, "when", thing.when
        if isinstance(thing, Spawn | SpawnField):
            yield thing, "wake", thing.wake
        if isinstance(thing, Exit):
            yield thing, "needs", thing.needs


def _check_term(
    level: Level,
    thing: Thing,
    name: str,
    term: Term,
    events: Collection[str] | None,
    found: Findings,
) -> None:
    if term.kind == "event":
        known = {trigger.event for trigger in level.triggers} | set(events or ())
        if term.name not in known:
            hint = did_you_mean(term.name, sorted(known))
            text = f"{name}: no trigger or script fires event {term.name!r}.{hint}"
            found.thing(thing, "W421" if events is None else "E421", text)
    elif term.kind == "circuit":
        _check_circuit(level, thing, name, term.name, found)
    elif term.kind == "tag" and int(term.name) > len(level.tags):
        text = f"{name}: there is no tag {term.name}; the level has {len(level.tags)}"
        found.thing(thing, "E424", text)
    elif term.kind == "choice":
        _check_answer(level, thing, name, term, found)


def _check_answer(level: Level, thing: Thing, name: str, term: Term, found: Findings) -> None:
    options = {choice.choice: choice.options for choice in level.choices}
    if term.name not in options:
        hint = did_you_mean(term.name, options)
        text = f"{name}: choice {term.name!r} is not made in this level.{hint}"
        found.thing(thing, "W425", text)
    elif term.answer not in options[term.name]:
        hint = did_you_mean(term.answer, options[term.name])
        text = f"{name}: choice {term.name!r} has no answer {term.answer!r}.{hint}"
        found.thing(thing, "E426", text)


def _check_triggers(level: Level, found: Findings) -> None:
    for trigger in level.triggers:
        if not trigger.event:
            found.thing(trigger, "E417", "fires nothing. Set event")


def _check_circuits(level: Level, found: Findings) -> None:
    for thing in level.things:
        if isinstance(thing, Door | Light) and thing.circuit:
            _check_circuit(level, thing, "circuit", thing.circuit, found)


def _check_circuit(level: Level, thing: Thing, name: str, circuit: str, found: Findings) -> None:
    known = {power.circuit for power in level.powers}
    if circuit not in known:
        hint = did_you_mean(circuit, sorted(known)) or " Place a Power for it"
        found.thing(thing, "W420", f"{name}: no Power feeds circuit {circuit!r}.{hint}")


def _check_keys(level: Level, found: Findings) -> None:
    keys = {item.name for item in level.items if item.kind is ItemKind.KEY}
    for item in level.items:
        if item.kind is ItemKind.KEY and not item.name:
            found.thing(item, "W418", "is a key without a name. Name it as the key of its door")
    for door in level.doors:
        if door.key and door.key not in keys:
            hint = did_you_mean(door.key, sorted(keys - {""}))
            found.thing(door, "W419", f"no Item of kind key is named {door.key!r}.{hint}")


def _check_choices(level: Level, found: Findings) -> None:
    named: dict[str, Choice] = {}
    for choice in level.choices:
        if not choice.choice:
            found.thing(choice, "E416", "has no name of its own. Set choice")
        elif choice.choice in named:
            text = f"is named {choice.choice!r}, as object {named[choice.choice].id} is. Set another choice"
            found.thing(choice, "E427", text)
        named.setdefault(choice.choice, choice)
        if not FEWEST_OPTIONS <= len(set(choice.options)) <= MOST_OPTIONS:
            found.thing(choice, "E415", "needs two or three answers. Set options: spare,feed")
