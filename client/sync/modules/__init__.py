"""The chain's modules for synchronous programs."""
