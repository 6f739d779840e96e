"""What is kept between two sittings: how far a person got, and the last checkpoint.

Rules of this module:
- Both files carry a version; a newer one is left alone and said, never overwritten unasked. An older one
  reads on: what it does not tell begins empty.
- Writing is atomic with one backup; damage is put aside, said by a message, and the backup used
  (see ``files``). Settings are not kept here.
- How hard it is, is no part of a checkpoint: the settings say, whenever one goes on.
- A checkpoint fits the map it was made on, to the digest; when the map has changed it cannot be used.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from game.data import paths
from game.data.errors import BadInput
from game.play import codec, files
from game.play.game import named
from game.play.journey import LevelProgress, Onward, Progress
from game.play.session import Session, Tally
from game.play.version import VERSION
from game.sim.legacy import Legacy

if TYPE_CHECKING:
    from pathlib import Path

    from game.ecs.world import Snapshot

VERSION_OF_CHECKPOINT = 1
VERSION_OF_PROGRESS = 2
"""2 also tells the endings seen and the level one is bound for; of a file of 1 there are none."""
NOTICES = {
    files.State.WHOLE: "",
    files.State.DAMAGED: "error-save-damaged",
    files.State.LOST: "error-save-lost",
}
"""Message ids by how reading went."""


class NewerError(Exception):
    """The file was written by a newer game: it is not damaged, and stays where it is."""


@dataclass(frozen=True)
class Kept:
    """A checkpoint as it was saved.

    Attributes:
        map: its name, as ``find_map`` takes it.
        digest: of the level it belongs to.
        seed, without: how that session began; ``without`` as ``Setup`` says.
        start: slot of the Start it began at.
        number: of the checkpoint, 0 is the beginning.
        tally: what dying does not undo.
        snapshot: the world.
        keepsake: what the screen asked to be kept with it; text that only the screen understands.
        notice: id of a message for the person, when something was wrong with the file.
    """

    map: str
    digest: str
    seed: int
    start: int
    number: int
    tally: dict[str, Any]
    snapshot: Snapshot
    without: str = ""
    keepsake: str = ""
    notice: str = ""

    def resume(self, session: Session) -> None:
        """Bring a session just begun on the same map, seed and rules to where this one was.

        Raises:
            BadInput: the map or the rules are not those it was made with, or it is of another game.
        """
        simulation = session.simulation
        if simulation.level.digest != self.digest:
            raise BadInput(self.map, "the map has changed since this checkpoint; begin the level anew")
        if simulation.rules.without != named(self.without):
            raise BadInput(self.map, "the checkpoint was made under other rules; begin the level anew")
        if self.snapshot.table.keys() != session.checkpoint.table.keys():
            raise BadInput(self.map, "the checkpoint was made by another game; begin the level anew")
        simulation.restore(self.snapshot)
        session.checkpoint, session.checkpoint_number = self.snapshot, self.number
        session.checkpoint_tick = simulation.tick
        session.tally = _tally(self.tally)


def progress_file() -> Path:
    """Where progress is kept."""
    return paths.saves() / "progress.json"


def checkpoint_file() -> Path:
    """Where the last checkpoint is kept."""
    return paths.saves() / "checkpoint.npz"


# -- progress ------------------------------------------------------------------------------------


def save_progress(progress: Progress) -> None:
    """Write progress.

    Raises:
        BadInput: it cannot be written, or a newer game wrote what is there; that is kept.
    """
    try:
        files.read(progress_file(), _progress)
    except NewerError as newer:
        raise BadInput(str(progress_file()), str(newer)) from newer
    body = {"version": VERSION_OF_PROGRESS, "game": VERSION} | asdict(progress)
    files.write(progress_file(), json.dumps(body | {"check": _check(body)}, indent=1).encode())


def load_progress() -> tuple[Progress, str]:
    """Read progress; also returns the id of a message for the person when something was wrong."""
    try:
        found, state = files.read(progress_file(), _progress)
    except NewerError:
        return Progress(), "error-save-newer"
    return found or Progress(), NOTICES[state]


def _check(body: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(body, sort_keys=True).encode())


def _progress(content: bytes) -> Progress:
    try:
        body = json.loads(content)
        _refuse_newer(body["version"], VERSION_OF_PROGRESS)
        if body.pop("check") != _check(body):
            raise ValueError("its content was altered")
        levels = {name: LevelProgress(**level) for name, level in body["levels"].items()}
        for level in levels.values():
            Legacy.read(level.brought)
        onward = body.get("onward")
        return Progress(levels, [*body.get("endings", [])], Onward(**onward) if onward else None)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a save of this game") from error
    except json.JSONDecodeError as error:
        raise ValueError("it is cut short or no JSON") from error


# -- the checkpoint ------------------------------------------------------------------------------


def save_checkpoint(session: Session, name: str, keepsake: str = "") -> None:
    """Write the session's last checkpoint.

    Args:
        session: being played.
        name: of its map, as ``find_map`` takes it.
        keepsake: what the screen wants to have back with it.

    Raises:
        BadInput: it cannot be written; what was there is kept.
    """
    simulation, tally = session.simulation, session.tally
    about = {
        "version": VERSION_OF_CHECKPOINT,
        "game": VERSION,
        "map": name,
        "digest": simulation.level.digest,
        "seed": simulation.seed,
        "without": ",".join(sorted(simulation.rules.without)),
        "start": simulation.start,
        "number": session.checkpoint_number,
        "keepsake": keepsake,
        "tally": {
            "ticks": tally.ticks,
            "deaths": tally.deaths,
            "deaths_here": tally.deaths_here,
            "kills": tally.kills,
            "told": dict(tally.told),
        },
    }
    files.write(checkpoint_file(), codec.encode(session.checkpoint, about))


def has_checkpoint() -> bool:
    """Whether there is a checkpoint to go on from."""
    path = checkpoint_file()
    return path.is_file() or files.beside(path, files.BACKUP).is_file()


def load_checkpoint() -> Kept:
    """Read the last checkpoint; its ``notice`` says when its backup had to be used.

    Raises:
        BadInput: there is none that can be used.
    """
    try:
        kept, state = files.read(checkpoint_file(), _kept)
    except NewerError as newer:
        raise BadInput(str(checkpoint_file()), str(newer)) from newer
    if kept is None:
        lost = state == files.State.LOST
        raise BadInput(str(checkpoint_file()), "damaged, and put aside" if lost else "no checkpoint was kept")
    return replace(kept, notice=NOTICES[state])


def forget_checkpoint() -> None:
    """The level is over: there is nothing to go on from."""
    files.forget(checkpoint_file())


def _kept(content: bytes) -> Kept:
    snapshot, about = codec.decode(content)
    try:
        _refuse_newer(about.pop("version"), VERSION_OF_CHECKPOINT)
        about.pop("game")
        _tally(about["tally"])
        return Kept(**about, snapshot=snapshot)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a checkpoint of this game") from error


def _tally(told: dict[str, Any]) -> Tally:
    counted = Counter[str](told.get("told", {}))  # a checkpoint made before these were kept has none
    here = told.get("deaths_here", 0)
    return Tally(told["ticks"], told["deaths"], here, told["kills"], told=counted)


def _refuse_newer(version: Any, known: int) -> None:
    if isinstance(version, int) and version > known:
        raise NewerError("the save was made by a newer game; update this one, or move the save away")
