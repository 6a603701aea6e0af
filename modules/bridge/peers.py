"""What the bridge needs of other modules."""

from collections.abc import Container
from typing import Protocol

from chain.types.primitives import Address


class Member(Protocol):
    """One validator: who it is, and its voting power."""

    @property
    def validator(self) -> Address:
        """Its account, which is not the key that signs blocks and keeps when that one changes."""
        ...

    @property
    def power(self) -> int:
        """Its voting power, above zero."""
        ...


class Stakes(Protocol):
    """Who decides this chain's blocks."""

    def validator_set(self) -> tuple[Member, ...]:
        """Return the validators by account, the strongest first."""
        ...


class Natives(Container[Address], Protocol):
    """The accounts of all modules."""
