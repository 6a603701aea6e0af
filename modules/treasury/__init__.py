"""The community pool."""
