"""What the network's markets really did, counted on chain."""
