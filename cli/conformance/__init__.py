"""Ethereum chains from elsewhere, imported and served, to hold our RPC to recorded answers."""
