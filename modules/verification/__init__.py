"""Verification: proof levels, disputes and juries."""
