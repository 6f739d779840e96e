"""Commands that need the screen, or draw without one. The rules are those of ``game.play.commands``."""
