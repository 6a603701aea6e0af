"""What staking needs of other modules."""

from typing import Protocol

from chain.types.primitives import Address


class Rewards(Protocol):
    """Who keeps account of what stake earns."""

    def settle(self, validator: Address, delegator: Address) -> None:
        """Credit what the shares of an account earned; they are about to change."""
        ...


class Slasher(Protocol):
    """Who decides on faults: the only one that may punish and pardon."""

    @property
    def address(self) -> Address:
        """The account that must make the call."""
        ...
