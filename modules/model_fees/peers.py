"""What model fees needs of other modules."""

from typing import Protocol

from chain.kit.verdicts import Verifier
from chain.types.primitives import Address, Wei


class PoolView(Protocol):
    """Where the protocol fee goes."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class Jury(Verifier, Protocol):
    """Who judges what a receipt says."""


class Vaults(Protocol):
    """Who keeps licensed assets, and what they earn."""

    @property
    def address(self) -> Address:
        """The account that royalties are moved to."""
        ...

    def asset_exists(self, asset: int) -> bool:
        """Whether an asset has this number."""
        ...

    def is_payable(self, asset: int) -> bool:
        """Whether an asset takes royalties now."""
        ...

    def receive_royalty(self, asset: int, payer: Address, amount_wei: Wei) -> None:
        """Book what was moved to the vaults' account just before; raises where it cannot."""
        ...
