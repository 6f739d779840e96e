"""Floor 2: the world and its rules. No screen, no clock, no files, no chance but its own streams."""
