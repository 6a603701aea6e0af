"""Bytes by their hash: what orders name, and what results are, travels beside the chain."""
