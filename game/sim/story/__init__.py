"""Phase 6: the story reacts: triggers, objectives, radio, choices, the director."""
