"""What validators and delegators earn, and how they take it."""
