"""What people and programs come to the chain for, each in a few lines: jobs, rentals, channels."""
