"""Licensing: who may use which data for what, and who gets paid for it."""
