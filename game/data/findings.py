"""What is wrong with a map, said so that its author can mend it.

Rules of this module:
- A finding is one line: ``file:line: CODE place: what is wrong. What to do``.
- Codes: E is an error, the map does not load; W is a warning. The first digit says about what:
  0 the file, 1 layers, 2 objects, 3 properties, 4 what belongs together, 5 how it plays.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.data.area import Area
    from game.data.contract import Thing
    from game.data.tmxvalues import Value


@dataclass(frozen=True, slots=True)
class Drawn:
    """An object as drawn, before its meaning is known.

    Attributes:
        id, name, layer, line, area: as in ``Thing``.
        kind: the class the author gave it; may be empty or unknown.
        shape: as in the file, which also knows ``text``, ``tile`` and ``capsule``.
        properties: those written, defaults left out.
    """

    id: int
    name: str
    kind: str
    layer: str
    line: int
    shape: str
    area: Area
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        code: such as E401.
        file: the map, as the author would type it.
        line: in that file; 0 when it is about the whole.
        text: what is wrong and what to do.
        layer, object_id, kind, name: of the object or layer it is about, where there is one.
    """

    code: str
    file: str
    line: int
    text: str
    layer: str = ""
    object_id: int = 0
    kind: str = ""
    name: str = ""

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return "error" if self.code.startswith("E") else "warning"

    @property
    def where(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def place(self) -> str:
        """Layer and object, in words."""
        if self.object_id:
            called = f" {self.name!r}" if self.name else ""
            return f"layer {self.layer!r} object {self.object_id} ({self.kind or '?'}{called})"
        return f"layer {self.layer!r}" if self.layer else "map"

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.place}: {self.text}"

    def to_json(self) -> dict[str, str | int]:
        """The finding as plain values."""
        about = {"layer": self.layer, "class": self.kind, "name": self.name, "text": self.text}
        place: dict[str, str | int] = {"file": self.file, "line": self.line}
        return {
            "code": self.code,
            "severity": self.severity,
            **place,
            "object": self.object_id,
            **about,
        }


@dataclass(slots=True)
class Findings:
    """What was found in one map, in the order of finding.

    Attributes:
        file: the map, as the author would type it.
        line: of the map element, for what is about the whole.
        found: the findings.
    """

    file: str
    line: int = 1
    found: list[Finding] = field(default_factory=list)

    def about(self, drawn: Drawn, code: str, text: str) -> None:
        """Something about an object."""
        self.found.append(
            Finding(
                code,
                self.file,
                drawn.line,
                text,
                layer=drawn.layer,
                object_id=drawn.id,
                kind=drawn.kind,
                name=drawn.name,
            )
        )

    def thing(self, thing: Thing, code: str, text: str) -> None:
        """Something about an object whose meaning is known."""
        kind = type(thing).__name__
        place = thing.layer, thing.id, kind, thing.name
        self.found.append(Finding(code, self.file, thing.line, text, *place))

    def layer(self, name: str, line: int, code: str, text: str) -> None:
        """Something about a layer."""
        self.found.append(Finding(code, self.file, line, text, layer=name))

    def whole(self, code: str, text: str) -> None:
        """Something about the map as a whole."""
        self.found.append(Finding(code, self.file, self.line, text))

    def refuse(self) -> None:
        """Raise the first error, if there is one.

        Raises:
            BadInput: the map has an error.
        """
        for finding in self.found:
            if finding.severity == "error":
                raise BadInput(finding.where, f"{finding.code} {finding.place}: {finding.text}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, led by a space; empty when none is near."""
    near = get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""


def render(findings: Sequence[Finding]) -> list[str]:
    """One line a finding, errors first, then by line."""
    return [str(f) for f in sorted(findings, key=lambda f: (f.severity, f.line, f.code))]


def as_json(findings: Sequence[Finding]) -> str:
    """The findings as a JSON list."""
    return json.dumps([finding.to_json() for finding in findings], indent=2)
