"""What a validator loses, and when it may come back."""
