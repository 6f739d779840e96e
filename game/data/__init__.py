"""Floor 1: files in, frozen typed objects out."""
