"""The off-chain half of the bridge."""
