"""What is wrong with a route, or with how this process was set up for it."""

from chain.errors import ChainError


class RouteWrong(ChainError):
    """The route is not there, or its two ends do not name each other."""


class KeyMissing(ChainError):
    """Something had to be sent, and no key was given for that chain."""


class ProofWrong(ChainError):
    """A node served a proof that does not fit what the other chain trusts: its fault."""
