"""The gallery: everything the game shows, side by side, to be looked at."""
