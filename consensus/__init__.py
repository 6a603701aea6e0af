"""Who goes next, and when a block is final."""
