"""The debug view: why the dead did that, layer by layer. It reads the world and writes nothing in it."""
