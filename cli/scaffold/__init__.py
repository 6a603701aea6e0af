"""How a new module comes into a checkout: its page, its tests, and its place among the others."""
