"""Phase 1: what players ask for becomes what their bodies try to do."""
