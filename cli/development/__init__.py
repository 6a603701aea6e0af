"""What only `kumiai devnet` has: blocks on demand, a clock to move, state to edit, snapshots."""
