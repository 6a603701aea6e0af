"""What licensing needs of other modules, besides a Gate, a UsageBook and a Verifier."""

from typing import Protocol

from chain.types.primitives import Address


class Pool(Protocol):
    """Where the protocol's share goes."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...
