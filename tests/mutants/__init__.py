"""Mutants: ways to break how the dead behave, and for each the test that must see it."""
