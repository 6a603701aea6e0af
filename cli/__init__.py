"""The roof: the only place where the rooms meet."""
