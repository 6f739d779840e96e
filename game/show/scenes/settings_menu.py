"""The settings: sections of rows drawn from their declarations, and every action's key and button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show import style, widgets
from game.show.controls import shown
from game.show.input import PAD_TRIGGERS, key_name, pad_name
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu, is_click
from game.show.settings import Choice, Settings

if TYPE_CHECKING:
    from game.show.app import App
    from game.show.canvas import Canvas

TABS = ("play", "picture", "keys", "access")
TOP, TABS_Y = 66, 34
"""Where rows and the names of sections begin, u."""
SLACK = 0.05
"""How far past a slider's end a click still means its end, as a share of its length."""
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
        super().__init__(app, (24, TOP, 592))
        self.tab = 0
        self.top = 0  # first row shown, where a section is longer than the plate
        self.waiting = ""  # "key" or "pad" while a new binding is awaited
        self._fill()

    def _fill(self) -> None:
        tab = TABS[self.tab]
        self.names = list(Settings.choices(tab))
        if tab == "keys":
            self.names += list(self.app.settings.keys)
        self.items = [Item(self._label(name), self._activate) for name in self.names]
        self.at = self.top = 0

    def _label(self, name: str) -> str:
        kind = "action" if name in self.app.settings.keys else "setting"
        return f"ui-{kind}-{name.replace('_', '-')}"

    @property
    def name(self) -> str:
        """The setting or action with the focus."""
        return self.names[self.at]

    # -- changing ----------------------------------------------------------------------------

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Change the focused row with left and right; Tab goes to the next section."""
        if self.waiting:
            self._bind(event)
        elif word in {"left", "right"} and self.name in Settings.choices():
            self._step(1 if word == "right" else -1)
        elif word == "tab":
            self._open((self.tab + 1) % len(TABS))
        elif word == "reset":
            self.app.settings.reset(TABS[self.tab])
            self.app.apply()
        elif event.type == pygame.MOUSEWHEEL:
            self._move(-1 if event.y > 0 else 1)
        elif not (is_click(event) and self._click(*self.place(event))):
            super().take(word, event)
        self.top = max(min(self.top, self.at), self.at - ROWS_SHOWN + 1)

    def _open(self, tab: int) -> None:
        self.tab = tab
        self._fill()

    def row_at(self, x: float, y: float) -> int:
        """Return the row at a place in u, or -1."""
        left, top, wide = self.box
        shown = int((y - top) // style.ROW)
        is_on = left <= x < left + wide and 0 <= shown < ROWS_SHOWN and shown + self.top < len(self.items)
        return shown + self.top if is_on else -1

    def _click(self, x: float, y: float) -> bool:
        """Choose what stands at a place in u (a section, a word, a point of a slider), if anything does."""
        canvas = self.app.canvas()
        for tab, (left, wide) in enumerate(self._tab_boxes(canvas)):
            if TABS_Y <= y < TABS_Y + 22 and left <= x < left + wide:
                self._open(tab)
                return True
        row = self.row_at(x, y)
        choice = Settings.choices().get(self.names[row]) if row >= 0 else None
        if choice is None or x < widgets.VALUE_X:
            return False
        self.at = row
        option = self._option_at(canvas, choice, x)
        if option >= 0:
            self._set(choice.options[option])
        return True

    def _option_at(self, canvas: Canvas, choice: Choice, x: float) -> int:
        """Return the index of the option at x, or -1."""
        last = len(choice.options) - 1
        if choice.kind == "slider":
            share = (x - widgets.VALUE_X) / widgets.SLIDER_W
            return min(last, round(share * last)) if share <= 1 + SLACK else -1
        boxes = widgets.choice_boxes(canvas, self._said(choice), self._chosen(choice), focus=True)
        return next((i for i, (left, wide) in enumerate(boxes) if left <= x < left + wide), -1)

    def _said(self, choice: Choice) -> list[str]:
        return [self.app.words.text(option_id(self.name, option)) for option in choice.options]

    def _chosen(self, choice: Choice) -> int:
        return choice.options.index(getattr(self.app.settings, self.name))

    def _activate(self) -> None:
        if self.name in Settings.choices():
            self._step(1)
        elif not self.app.input.uses_pad:
            self.waiting = "key"
        elif self.name in self.app.settings.pad:
            self.waiting = "pad"

    def _step(self, by: int) -> None:
        self.app.settings.step(self.name, by)
        self.app.apply()

    def _set(self, value: object) -> None:
        setattr(self.app.settings, self.name, value)
        self.app.apply()

    def _bind(self, event: pygame.event.Event) -> None:
        """Take the next key or button as the new binding; whoever had it gets the old one."""
        settings = self.app.settings
        is_wanted = self.waiting == "key" and self.name == "pause"
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE and not is_wanted:
            self.waiting = ""
            return
        bound = settings.keys if self.waiting == "key" else settings.pad
        new = key_name(event) if self.waiting == "key" else _button(event)
        if not new:
            return
        old = bound[self.name]
        bound.update({action: old for action, key in bound.items() if key == new})
        bound[self.name] = new
        self.waiting = ""

    def back(self) -> None:
        """Write the settings down and leave."""
        self.app.keep_settings()
        self.app.pop()

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Draw title, sections, rows and hints."""
        words = self.app.words
        canvas.target.fill(style.INK)
        canvas.plate(24, 20, 592, 296, 232)
        canvas.text(42, 26, words.text("ui-settings"), "title")
        self._draw_tabs(canvas)
        canvas.rect(42, 60, 556, 0.5, style.LINE_LIT)
        for i in range(self.top, min(len(self.items), self.top + ROWS_SHOWN)):
            self._draw_row(canvas, i, TOP + (i - self.top) * style.ROW)
        self._draw_more(canvas)
        if TABS[self.tab] == "play":
            canvas.text(42, 322, words.text("ui-assist-note"), "small", style.DIM)
        hints = (SELECT_HINT, ("R", "Y", "ui-defaults"), BACK_HINT)
        self.draw_hints(canvas, 616, 320, hints, "r")

    def _tab_boxes(self, canvas: Canvas) -> list[tuple[float, float]]:
        """Return where each section's name stands: (left, width), u."""
        words, boxes = self.app.words, []
        x = 42 + canvas.width(words.text("ui-settings"), "title") + 24
        for tab in TABS:
            wide = canvas.width(words.text(f"ui-tab-{tab}"), "strong") + 16
            boxes.append((x, wide))
            x += wide + 4
        return boxes

    def _draw_tabs(self, canvas: Canvas) -> None:
        for i, (x, wide) in enumerate(self._tab_boxes(canvas)):
            label = self.app.words.text(f"ui-tab-{TABS[i]}")
            if i == self.tab:
                canvas.rect(x, TABS_Y, wide, 20, (74, 72, 70))
                canvas.rect(x, TABS_Y + 20, wide, 2, style.GOLD)
                canvas.text(x + 8, TABS_Y + 3, label, "strong", style.WHITE)
            else:
                canvas.text(x + 8, TABS_Y + 3, label, "body", style.SOFT)
        end = 598 - canvas.button_width("RB")
        canvas.pad_button(end, 37, "RB")
        canvas.key(end - 4 - canvas.key_width("Tab"), 37, "Tab", style.SOFT)

    def _draw_more(self, canvas: Canvas) -> None:
        """Draw a bar that says where in a long section one is."""
        count, whole = len(self.items), ROWS_SHOWN * style.ROW
        if count > ROWS_SHOWN:
            canvas.rect(611, TOP, 2, whole, style.CELL)
            canvas.rect(611, TOP + whole * self.top / count, 2, whole * ROWS_SHOWN / count, style.SOFT)

    def _draw_row(self, canvas: Canvas, i: int, y: float) -> None:
        focus, name = i == self.at, self.names[i]
        label = self.app.words.text(self.items[i].label)
        widgets.row(canvas, 24, y, 584, label, "focus" if focus else "normal")
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
