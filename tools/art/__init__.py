"""Everything the player sees, drawn by code: run ``python -m tools.art``.

Every picture is a function of its own seeds. Nothing here is imported by the game, which reads the
PNG and JSON files under ``assets/art`` and the tile pictures under ``maps``.
"""
