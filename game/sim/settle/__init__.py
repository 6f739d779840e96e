"""Phase 5: what happened is settled: damage, death, doors, pickups."""
