"""Scenes: what fills the window, one file each; they meet only through the app's stack."""
