"""Games that are over, kept in a file: a measurement of hours that was ended goes on where it was.

Rules of this module:
- A game counts only for the code and the content it was played with: their digest stands in the file, and a
  file of another is refused, never mixed in.
- The file is one JSON object, replaced as a whole when a task is over: it is never half written.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import game
from game.data import paths
from game.data.errors import BadInput
from game.play import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    Measured = dict[str, dict[str, float]]

PLAYED_BY = ("ecs", "data", "sim", "play")
"""Packages that decide how a game goes; what only draws does not."""


class Kept:
    """Measures of games by claim and seed.

    Args:
        path: the file; ``None`` keeps them until the end only.

    Raises:
        BadInput: the file is no such file, or of other code.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.code = _code() if path else ""
        self.games: dict[str, dict[str, Measured]] = self._read(path) if path and path.exists() else {}

    def get(self, claim: str, seed: int) -> Measured:
        """Return the measures of a seed by arm; none when it was not played."""
        return self.games.get(claim, {}).get(str(seed), {})

    def add(self, claim: str, seed: int, measured: Measured) -> None:
        """Take the measures of a seed, by arm.

        Raises:
            BadInput: the disk is full or refuses.
        """
        self.games.setdefault(claim, {})[str(seed)] = measured
        if self.path:
            text = json.dumps({"code": self.code, "games": self.games})
            files.replace(self.path, text.encode())

    def _read(self, path: Path) -> dict[str, dict[str, Measured]]:
        try:
            told = json.loads(path.read_bytes())
            code, games = told["code"], told["games"]
        except OSError as error:
            raise BadInput(str(path), f"cannot be read: {error.strerror}") from error
        except (ValueError, TypeError, KeyError):
            raise BadInput(str(path), "keeps no games of claims; name another file") from None
        if code != self.code:
            raise BadInput(str(path), "keeps games of other code; name another file, or remove it")
        return dict(games)


def _code() -> str:
    """Return the digest of all that decides how a game goes."""
    state = blake2b(digest_size=16)
    for path in _sources():
        state.update(path.name.encode() + path.read_bytes())
    return state.hexdigest()


def _sources() -> Iterator[Path]:
    package = Path(game.__file__).parent
    for part in PLAYED_BY:
        yield from sorted((package / part).rglob("*.py"))
    yield from sorted(paths.asset("content").rglob("*.toml"))
