"""Every word the player reads, in English and Korean, from Fluent files.

``Words("ko").text("rad-hold")`` gives a line; ``text("result-time", minutes=11)`` fills in what the
message asks for. Files: ``assets/locale/<language>/*.ftl``.

Rules of this module:
- A missing message is its id in brackets: visible, never a crash. A test keeps the languages equal.
- Nothing outside the locale files is shown to players; English of the command line is the exception.
"""

from __future__ import annotations

import locale
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from game.data.content import meant, shown
from game.data.errors import BadInput
from game.data.paths import asset

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "ko")
"""What the game speaks; the first is the one it falls back to."""
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


class Words:
    """The words of one language.

    Args:
        language: one of ``LANGUAGES``; empty takes the system's.
        folder: where the languages' folders are; the shipped ones unless given.

    Raises:
        BadInput: the language is not known, or a file is not valid Fluent.
    """

    def __init__(self, language: str = "", folder: Path | None = None) -> None:
        self.language = language or system_language()
        if self.language not in LANGUAGES:
            raise BadInput(self.language, f"not a language of this game. Known: {', '.join(LANGUAGES)}.")
        self._folder = folder or asset("locale")

    def has(self, message: str) -> bool:
        """Whether there is such a message."""
        return bool(self._bundle.has_message(message))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every message id, in file order."""
        return tuple(self._texts)

    def text(self, message: str, **values: Any) -> str:
        """Return a message with its values filled in; its id in brackets when there is none.

        Args:
            message: its id.
            values: what it asks for; a value it does not use is ignored.
        """
        pattern = self._bundle.get_message(message).value if self.has(message) else None
        if pattern is None:
            return f"[{message}]"
        return str(self._bundle.format_pattern(pattern, values)[0])

    def said(self, text: str, **values: Any) -> str:
        """Return the message of this id, or the text itself: a map may name a message or say it plainly."""
        return self.text(text, **values) if self.has(text) else text

    def wants(self, message: str) -> frozenset[str]:
        """Return the names of the values a message asks for."""
        return frozenset(_variables(self._texts[message]))

    @cached_property
    def _texts(self) -> Mapping[str, ast.Message]:
        found: dict[str, ast.Message] = {}
        for path in self._files():
            for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
                if isinstance(entry, ast.Message):
                    found[entry.id.name] = entry
        return found

    @cached_property
    def _bundle(self) -> FluentBundle:
        bundle = FluentBundle([self.language], use_isolating=False)
        for path in self._files():
            bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        return bundle

    def _files(self) -> list[Path]:
        return sorted((self._folder / self.language).glob("*.ftl"))


def check_words(folder: Path | None = None) -> list[BadInput]:
    """Return what is wrong with the locale files: junk, doubles, messages the languages do not share."""
    wrong: list[BadInput] = []
    for language in LANGUAGES:
        wrong += _junk(sorted(((folder or asset("locale")) / language).glob("*.ftl")))
    first, *others = (Words(language, folder) for language in LANGUAGES)
    for other in others:
        wrong += _differences(first, other)
    return wrong


def system_language() -> str:
    """Return the language of the person's system, or English."""
    named = [os.environ.get(variable, "") for variable in _VARIABLES]
    for name in (*named, locale.getlocale()[0] or ""):
        if name:
            return "ko" if name.lower().startswith(("ko", "korean")) else LANGUAGES[0]
    return LANGUAGES[0]


def _junk(paths: list[Path]) -> list[BadInput]:
    wrong: list[BadInput] = []
    seen: dict[str, Path] = {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for entry in FluentParser(with_spans=True).parse(text).body:
            line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 0
            if isinstance(entry, ast.Junk):
                wrong.append(BadInput(f"{shown(path)}:{line}", "not valid Fluent: mend or remove this entry"))
            elif isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    where = shown(seen[entry.id.name])
                    wrong.append(
                        BadInput(f"{shown(path)}:{line}", f"{entry.id.name!r} is already in {where}")
                    )
                seen[entry.id.name] = path
    return wrong


def _differences(first: Words, other: Words) -> list[BadInput]:
    wrong = []
    for one, two in ((first, other), (other, first)):
        wrong += [
            BadInput(
                f"{two.language}: {name}", f"missing here, known in {one.language}.{meant(name, two.ids)}"
            )
            for name in one.ids
            if not two.has(name)
        ]
    for name in first.ids:
        if other.has(name) and first.wants(name) != other.wants(name):
            wrong.append(
                BadInput(f"{other.language}: {name}", f"asks for other values than in {first.language}")
            )
    return wrong


def _variables(node: Any) -> list[str]:
    if isinstance(node, ast.VariableReference):
        return [node.id.name]
    if isinstance(node, ast.BaseNode):
        return [name for part in vars(node).values() for name in _variables(part)]
    if isinstance(node, list):
        return [name for part in node for name in _variables(part)]
    return []
