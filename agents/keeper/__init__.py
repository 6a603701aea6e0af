"""The keeper: does what is due on the chain, for whoever it is for, and says what is coming."""
