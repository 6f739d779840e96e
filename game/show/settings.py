"""What a player may choose: one declaration per setting, from which menu, file and checks are drawn.

Settings live in the user's folder as JSON. Unknown names are ignored and kept out, values out of range
fall back to their default, and an unreadable file is put aside as ``.damaged``: nothing a file says can
stop the game from starting.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from game.data import paths
from game.data.tuning import Assist, Difficulty, Rules
from game.show.controls import DEFAULT_KEYS, DEFAULT_PAD


@dataclass(frozen=True)
class Choice:
    """How one setting is shown and bounded.

    Attributes:
        tab: section of the menu: play, picture, keys or access.
        options: the values it may have, in order; of a slider, evenly spaced.
        kind: ``"words"`` (each option has a message ``ui-option-<name>-<value>``) or ``"slider"``.
        unit: message for a slider's value, given ``$n``.
    """

    tab: str
    options: tuple[Any, ...]
    kind: str = "words"
    unit: str = "ui-percent"


def _words(tab: str, default: Any, *options: Any) -> Any:
    return field(default=default, metadata={"choice": Choice(tab, options)})


def _slider(tab: str, default: int, options: range, unit: str = "ui-percent") -> Any:
    return field(default=default, metadata={"choice": Choice(tab, tuple(options), "slider", unit)})


YES_NO = (True, False)


@dataclass
class Settings:
    """Everything the settings menu can change."""

    difficulty: str = _words("play", "survivor", "story", "survivor", "evolved")
    game_speed: int = _slider("play", 100, range(50, 101, 5))
    aim_assist: int = _slider("play", 0, range(13), "ui-degrees")
    endless_stamina: bool = _words("play", False, *YES_NO)  # noqa: FBT003 - the default is the value
    resolve: bool = _words("play", False, *YES_NO)  # noqa: FBT003
    noise_rings: bool = _words("play", False, *YES_NO)  # noqa: FBT003
    fullscreen: bool = _words("picture", False, *YES_NO)  # noqa: FBT003
    scale: int = _words("picture", 0, 0, 1, 2, 3, 4)
    vsync: bool = _words("picture", True, *YES_NO)  # noqa: FBT003
    quality: str = _words("picture", "high", "low", "medium", "high")
    gamma: int = _slider("picture", 100, range(70, 161, 5))
    shake: int = _slider("picture", 100, range(0, 101, 10))
    hit_stop: bool = _words("picture", True, *YES_NO)  # noqa: FBT003
    flashes: int = _slider("picture", 100, range(0, 101, 10))
    hold_sprint: bool = _words("keys", True, *YES_NO)  # noqa: FBT003
    hold_sneak: bool = _words("keys", True, *YES_NO)  # noqa: FBT003
    hold_sense: bool = _words("keys", True, *YES_NO)  # noqa: FBT003
    dead_zone: int = _slider("keys", 20, range(5, 51, 5))
    language: str = _words("access", "auto", "auto", "en", "ko")
    captions: bool = _words("access", True, *YES_NO)  # noqa: FBT003
    caption_size: int = _slider("access", 100, range(100, 201, 25))
    pause_on_leave: bool = _words("access", True, *YES_NO)  # noqa: FBT003
    keys: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_KEYS))
    pad: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_PAD))

    @classmethod
    def choices(cls, tab: str = "") -> dict[str, Choice]:
        """Return the choices of a tab, or all of them, by name, in order."""
        found = {f.name: f.metadata["choice"] for f in fields(cls) if "choice" in f.metadata}
        return {name: c for name, c in found.items() if tab in {"", c.tab}}

    def step(self, name: str, by: int) -> None:
        """Move a setting along its options: words go round, sliders stop at their ends."""
        choice = self.choices()[name]
        at = choice.options.index(getattr(self, name)) + by
        last = len(choice.options) - 1
        at = max(0, min(last, at)) if choice.kind == "slider" else at % (last + 1)
        setattr(self, name, choice.options[at])

    def reset(self, tab: str) -> None:
        """Put a tab back to how the game came."""
        fresh = Settings()
        for name in self.choices(tab):
            setattr(self, name, getattr(fresh, name))
        if tab == "keys":
            self.keys, self.pad = fresh.keys, fresh.pad

    def save(self, path: Path | None = None) -> None:
        """Write the file in one piece: a crash leaves the old one or the new one."""
        path = path or paths.settings_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")
        part.replace(path)


def rules_of(settings: Settings) -> Rules:
    """Return the rules that the settings ask for."""
    assist = Assist(endless_stamina=settings.endless_stamina, resolve=settings.resolve)
    return Rules(Difficulty(settings.difficulty), assist)


def touched(rules: Rules, before: Rules, now: Rules) -> Rules:
    """Return rules with what the settings changed: the difficulty, the assists, or nothing."""
    if now.difficulty != before.difficulty:
        rules = replace(rules, difficulty=now.difficulty)
    if now.assist != before.assist:
        rules = replace(rules, assist=now.assist)
    return rules


def load_settings(path: Path | None = None) -> tuple[Settings, str]:
    """Return the player's settings, and a message id when the file could not be used.

    A damaged file is renamed to ``<name>.damaged`` and the defaults are returned.
    """
    path = path or paths.settings_file()
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return _from(told), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, AttributeError):
        _put_aside(path)
        return Settings(), "ui-settings-damaged"


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError:
        return  # a folder that cannot be written to keeps its file


def _from(told: dict[str, Any]) -> Settings:
    settings = Settings()
    for name, choice in Settings.choices().items():
        value = told.get(name)
        if any(value == each and type(value) is type(each) for each in choice.options):
            setattr(settings, name, value)
    for name in ("keys", "pad"):
        bound: dict[str, str] = getattr(settings, name)
        given = told.get(name, {})
        bound.update({a: str(k) for a, k in given.items() if a in bound})
    return settings
