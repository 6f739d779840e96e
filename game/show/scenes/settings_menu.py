"""The settings: sections of rows drawn from their declarations, and every action's key and button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show import style, widgets
from game.show.controls import shown
from game.show.input import PAD_TRIGGERS, key_name, pad_name
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu
from game.show.settings import Settings

if TYPE_CHECKING:
    from game.show.app import App
    from game.show.canvas import Canvas

TABS = ("play", "picture", "keys", "access")
ROWS_SHOWN = 11
"""Rows that fit; longer sections scroll."""
TRIGGER_PULLED = 12000
"""How far a trigger moves before it is taken as the button to bind, of 32767."""


class SettingsMenu(Menu):
    """Changes the settings as they are moved; leaving writes them down.

    Args:
        app: the running program.
    """

    def __init__(self, app: App) -> None:
        super().__init__(app, (24, 66, 592))
        self.tab = 0
        self.waiting = ""  # "key" or "pad" while a new binding is awaited
        self._fill()

    def _fill(self) -> None:
        words, tab = self.app.words, TABS[self.tab]
        self.names = list(Settings.choices(tab))
        if tab == "keys":
            self.names += list(self.app.settings.keys)
        self.items = [Item(words.text(self._label(name)), self._activate) for name in self.names]
        self.at = self.top = 0

    def _label(self, name: str) -> str:
        kind = "action" if name in self.app.settings.keys else "setting"
        return f"ui-{kind}-{name.replace('_', '-')}"

    @property
    def name(self) -> str:
        """The setting or action with the focus."""
        return self.names[self.at]

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Change the focused row with left and right; Tab goes to the next section."""
        if self.waiting:
            self._bind(event)
        elif word in {"left", "right"} and self.name in Settings.choices():
            self._step(1 if word == "right" else -1)
        elif word == "tab":
            self.tab = (self.tab + 1) % len(TABS)
            self._fill()
        elif word == "reset":
            self.app.settings.reset(TABS[self.tab])
            self.app.apply()
            self._fill()
        else:
            super().take(word, event)
        self.top = max(min(self.top, self.at), self.at - ROWS_SHOWN + 1)

    def _activate(self) -> None:
        if self.name in Settings.choices():
            self._step(1)
        else:
            self.waiting = "pad" if self.app.input.uses_pad else "key"

    def _step(self, by: int) -> None:
        self.app.settings.step(self.name, by)
        if self.name in {"fullscreen", "scale", "vsync", "language"}:
            self.app.apply()
            at = self.at
            self._fill()
            self.at = at

    def _bind(self, event: pygame.event.Event) -> None:
        """Take the next key or button as the new binding; whoever had it gets the old one."""
        settings = self.app.settings
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE and self.name != "pause":
            self.waiting = ""
            return
        bound = settings.keys if self.waiting == "key" else settings.pad
        new = key_name(event) if self.waiting == "key" else _button(event)
        if not new:
            return
        old = bound.get(self.name, "")
        bound.update({action: old for action, key in bound.items() if key == new})
        bound[self.name] = new
        self.waiting = ""

    def back(self) -> None:
        """Write the settings down and leave."""
        try:
            self.app.settings.save()
        except OSError as error:
            self.app.tell(self.app.words.text("ui-settings-unsaved", reason=error.strerror or "?"))
        self.app.pop()

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Draw title, sections, rows and hints."""
        words = self.app.words
        canvas.target.fill(style.INK)
        canvas.plate(24, 20, 592, 296, 232)
        end = 42 + canvas.text(42, 26, words.text("ui-settings"), "title") + 24
        self._draw_tabs(canvas, end)
        canvas.rect(42, 60, 556, 0.5, style.LINE_LIT)
        for i in range(self.top, min(len(self.items), self.top + ROWS_SHOWN)):
            self._draw_row(canvas, i, 66 + (i - self.top) * style.ROW)
        canvas.text(42, 322, words.text("ui-assist-note"), "small", style.DIM)
        hints = (SELECT_HINT, ("R", "Y", "ui-defaults"), BACK_HINT)
        self.draw_hints(canvas, 616, 320, hints, "r")

    def _draw_tabs(self, canvas: Canvas, x: float) -> None:
        for i, tab in enumerate(TABS):
            label = self.app.words.text(f"ui-tab-{tab}")
            wide = canvas.width(label, "strong" if i == self.tab else "body") + 16
            if i == self.tab:
                canvas.rect(x, 34, wide, 20, (74, 72, 70))
                canvas.rect(x, 54, wide, 2, style.GOLD)
                canvas.text(x + 8, 37, label, "strong", style.WHITE)
            else:
                canvas.text(x + 8, 37, label, "body", style.SOFT)
            x += wide + 4
        canvas.key(574, 37, "Tab", style.SOFT)

    def _draw_row(self, canvas: Canvas, i: int, y: float) -> None:
        focus = i == self.at
        widgets.row(canvas, 24, y, 592, self.items[i].label, "focus" if focus else "normal")
        name = self.names[i]
        choice = Settings.choices().get(name)
        if choice is None:
            self._draw_binding(canvas, name, y, focus=focus)
            return
        value = getattr(self.app.settings, name)
        at = choice.options.index(value)
        if choice.kind == "slider":
            shown_as = self.app.words.text(choice.unit, n=value)
            widgets.slider(canvas, y, at / (len(choice.options) - 1), shown_as, focus=focus)
        else:
            said = [self.app.words.text(option_id(name, option)) for option in choice.options]
            widgets.choice(canvas, y, said, at, focus=focus)

    def _draw_binding(self, canvas: Canvas, action: str, y: float, *, focus: bool) -> None:
        settings = self.app.settings
        if focus and self.waiting:
            asked = self.app.words.text(f"ui-press-{self.waiting}")
            x = widgets.VALUE_X if self.waiting == "key" else 444
            canvas.rect(x, y + 3, canvas.width(asked, "small") + 14, 16, style.GOLD)
            canvas.text(x + 7, y + 5.5, asked, "small", style.INK)
        if not (focus and self.waiting == "key"):
            canvas.key(widgets.VALUE_X, y + 4, shown(settings.keys[action]))
        if action in settings.pad and not (focus and self.waiting == "pad"):
            canvas.pad_button(444, y + 4, settings.pad[action])


def option_id(name: str, option: object) -> str:
    """Return the message that names one option of a setting."""
    if isinstance(option, bool):
        hold = "hold" if option else "toggle"
        return f"ui-{hold}" if name.startswith("hold_") else f"ui-{'on' if option else 'off'}"
    return f"ui-option-{name.replace('_', '-')}-{option}"


def _button(event: pygame.event.Event) -> str:
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return pad_name(event.button)
    if event.type == pygame.CONTROLLERAXISMOTION and event.value > TRIGGER_PULLED:
        return next((name for name, axis in PAD_TRIGGERS.items() if axis == event.axis), "")
    return ""
