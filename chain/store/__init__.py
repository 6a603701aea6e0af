"""Bytes at rest: every key, the state tries, the history of both."""
