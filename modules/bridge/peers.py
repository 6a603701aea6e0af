"""What the bridge needs of other modules."""

from collections.abc import Container
from typing import Protocol

from chain.types.primitives import Address


class Member(Protocol):
    """One validator: who it is, and its voting power."""

    @property
    def validator(self) -> Address:
        """Its consensus address."""
        ...

    @property
    def power(self) -> int:
        """Its voting power, above zero."""
        ...


class Stakes(Protocol):
    """Who decides this chain's blocks."""

    def consensus_set(self) -> tuple[Member, ...]:
        """Return the validators by consensus address, the strongest first."""
        ...


class Natives(Container[Address], Protocol):
    """The accounts of all modules."""
