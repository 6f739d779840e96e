"""The painter of levels: cells of meaning in, pictures of ground and walls out, kept on disk."""

from game.show.bake.store import Baked, baked, baking

__all__ = ["Baked", "baked", "baking"]
