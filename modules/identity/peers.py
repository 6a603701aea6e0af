"""What identity needs of other modules."""

from typing import Protocol

from chain.types.primitives import Address


class Stakes(Protocol):
    """What an account has at stake."""

    def tier_of(self, account: Address) -> int:
        """Return the tier of perks that an account's stake gives it, 0 to 5."""
        ...


class Pool(Protocol):
    """Where slashed bonds go."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...
