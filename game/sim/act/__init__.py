"""Phase 4: bodies move, blows land, bullets fly."""
