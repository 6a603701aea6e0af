"""The bridge: packets to and from other chains, and the coins that travel in them."""
