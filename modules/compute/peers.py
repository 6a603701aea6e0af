"""What the compute market needs of other modules."""

from typing import Protocol

from chain.kit.verdicts import Verifier
from chain.types.primitives import Address, Wei


class Judge(Verifier, Protocol):
    """Who judges results, and whether it can be asked now."""

    @property
    def is_paused(self) -> bool:
        """Whether it takes no claims at the moment."""
        ...


class Stakes(Protocol):
    """What an account has at stake."""

    def tier_of(self, account: Address) -> int:
        """Return the tier of perks that an account's stake gives it, 0 to 5."""
        ...


class Pool(Protocol):
    """Where the network's share goes."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class Demand(Protocol):
    """Who keeps account of what devices served."""

    def note_served(self, device: int, value_wei: Wei, burned_wei: Wei) -> None:
        """Hear that a device's service was paid, and how much of it was burned."""
        ...
