"""Floor 4: the window. Reads the world, writes nothing in it."""
