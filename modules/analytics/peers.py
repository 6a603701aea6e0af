"""What analytics asks of other modules when an epoch ends: totals that they keep anyway."""

from typing import Any, Protocol

from chain.types.primitives import Wei


class Supply(Protocol):
    """Who counts the coins."""

    def supply(self) -> Wei:
        """Return all coins there are at the end of the last block, in wei."""
        ...

    def minted(self) -> Wei:
        """Return the coins created since genesis, in wei."""
        ...

    def burned(self) -> Wei:
        """Return the coins destroyed since genesis, in wei."""
        ...


class Slots(Protocol):
    """What of the declared compute is in use."""

    @property
    def busy(self) -> int:
        """Engagements under way."""
        ...

    @property
    def declared(self) -> int:
        """Engagements that there could be at a time."""
        ...


class ComputeMarket(Protocol):
    """Who knows what compute there is."""

    def slots(self) -> Slots:
        """Return what of the declared compute is in use."""
        ...


class Fleet(Protocol):
    """Devices of one class."""

    @property
    def devices(self) -> int:
        """Bonded ones."""
        ...

    @property
    def ready(self) -> int:
        """Those in service."""
        ...


class Register(Protocol):
    """Who knows what devices there are."""

    def class_utilisation(self, kind: Any) -> Fleet:
        """Return how much of a class there is; `kind` by its number, from 0."""
        ...
