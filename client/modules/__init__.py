"""The chain's modules, typed, as their declarations say."""
