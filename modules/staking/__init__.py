"""Who validates, with how much at stake, and who votes with it."""
