"""What verification needs of other modules."""

from typing import Protocol

from chain.types.primitives import Address, Wei


class Stake(Protocol):
    """What an account has at stake with one validator."""

    @property
    def amount_wei(self) -> Wei:
        """What it is worth, in wei."""
        ...


class Stakes(Protocol):
    """Who delegates to whom, so that nobody judges whom they earn with."""

    def delegation(self, delegator: Address, validator: Address) -> Stake:
        """Return one account's stake with one validator; zero where there is none."""
        ...


class Pool(Protocol):
    """Where the community's part of lost bonds goes."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...
