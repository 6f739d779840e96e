"""Floor 3: sessions: people, bots, replays and saves around one simulation. Still no screen."""
