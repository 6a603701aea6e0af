"""What every proposer owes to the block's randomness."""
