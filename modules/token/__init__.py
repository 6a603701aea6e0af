"""The native coin as a token of Ethereum's standards."""
