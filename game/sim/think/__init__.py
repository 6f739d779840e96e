"""Phase 3: what everyone who is not a player decides to do."""
