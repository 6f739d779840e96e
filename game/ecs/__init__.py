"""Floor 0: entities, components, systems. Knows numpy, knows no game."""
