"""Phase 2: what reaches whom: space, sight, hearing, scent, detection."""
