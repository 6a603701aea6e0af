"""What devices needs of other modules, besides a Verifier."""

from typing import Protocol

from chain.types.primitives import Address, Wei


class Pool(Protocol):
    """Whose the community's part is."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class Market(Protocol):
    """Who may say that a device served."""

    @property
    def address(self) -> Address:
        """The account that makes the call."""
        ...


class Issuer(Protocol):
    """Who creates what devices earn."""

    def draw(self, amount_wei: Wei) -> Wei:
        """Create at most this in the caller's account; return how much it was."""
        ...
