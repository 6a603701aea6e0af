"""Frozen data that every room speaks: no behaviour beyond what a value means."""
