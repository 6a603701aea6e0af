"""
Every error the house raises on purpose, by whose fault it is.

    ChainError
      Refusal       a module says no              -> Solidity custom error, receipt status 0
      Invalid       a peer or a user sent nonsense -> drop it, answer with a JSON-RPC error
      Unavailable   we do not have it (yet)       -> retry, sync, or answer null

An AssertionError is none of these: it is our own bug, and the node stops with the block kept.
Names state the fact; messages are lower case and carry what was expected and what was found.
"""


class ChainError(Exception):
    """Anything the house foresees."""


class Refusal(ChainError):
    """A module says no: the call reverts and nothing it wrote stays."""


class Invalid(ChainError):
    """Something that came from outside breaks a rule."""


class Unavailable(ChainError):
    """What was asked for is not here: not yet, not any more, or never."""


class Malformed(Invalid):
    """Bytes from outside that do not decode to what they should be."""


class StateUnavailable(Unavailable):
    """State of a height that is outside the kept history."""

    def __init__(self, height: int, oldest: int, newest: int) -> None:
        self.height, self.oldest, self.newest = height, oldest, newest
        super().__init__(f"no state at height {height}: this node keeps {oldest} to {newest}")


class StoreCorrupt(ChainError):
    """The database disagrees with itself; the disk or another program damaged it."""
