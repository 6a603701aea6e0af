"""
One end of a route, whatever chain it is on: what happened, what is proven, what may be submitted.

    head, happened --> planning      proof, header --> the other end      submit --> this chain

A height that an end reports is final on its chain: what stands below it does not go away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bridge.records import Acknowledgement, End, Packet, StateProof
from chain.light.block import LightBlock
from chain.types.primitives import Address, Gas, Hash32, Height, Seconds, Wei


@dataclass(frozen=True, slots=True)
class Head:
    """The newest block that is final."""

    height: Height
    time_s: Seconds
    hash: Hash32


@dataclass(frozen=True, slots=True)
class EvmHeader:
    """A header of an EVM chain; its RLP hashes to its hash."""

    height: Height
    hash: Hash32
    time_s: Seconds
    raw: bytes


Header = LightBlock | EvmHeader  # what the other end's client is shown


@dataclass(frozen=True, slots=True)
class Trust:
    """What an end's client believes of the other chain at most."""

    height: Height
    time_s: Seconds
    is_live: bool  # neither frozen nor expired
    can_prove: bool  # whether it knows that height's state root; a checkpoint has none yet
    expires_s: Seconds  # on this end's clock


@dataclass(frozen=True, slots=True)
class PacketSent:
    """A packet left this end."""

    height: Height
    packet: Packet
    fee_wei: Wei


@dataclass(frozen=True, slots=True)
class FeeAdded:
    """A packet's fee grew."""

    height: Height
    sequence: int
    added_wei: Wei


@dataclass(frozen=True, slots=True)
class PacketReceived:
    """A packet of the other end is here."""

    height: Height
    sequence: int


@dataclass(frozen=True, slots=True)
class TransferDelayed:
    """A received transfer is large and waits until a time."""

    height: Height
    sequence: int
    releases_s: Seconds


@dataclass(frozen=True, slots=True)
class AnswerWritten:
    """A received packet's outcome can be proven."""

    height: Height
    sequence: int
    answer: Acknowledgement


@dataclass(frozen=True, slots=True)
class PacketSettled:
    """A packet of this end's has ended: acknowledged or timed out."""

    height: Height
    sequence: int


Happening = PacketSent | FeeAdded | PacketReceived | TransferDelayed | AnswerWritten | PacketSettled


@dataclass(frozen=True, slots=True)
class Call:
    """A transaction to be: `what` names it for people."""

    to: Address
    data: bytes
    what: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call. `height` is of its block; without one it was refused before."""

    succeeded: bool
    height: Height | None = None
    gas: Gas = Gas(0)
    reason: str = ""


class ChainEnd(Protocol):
    """One end of a route. All methods raise what `bridge.endpoint` raises."""

    @property
    def place(self) -> End:
        """Chain, bridge and route of this end."""
        ...

    @property
    def remote(self) -> End:
        """The end it is bound to."""
        ...

    async def open(self) -> None:
        """Read the route from the chain; raises RouteWrong where it is not there."""
        ...

    async def head(self) -> Head:
        """Return the newest final block."""
        ...

    async def block_hash(self, height: Height) -> Hash32:
        """Return the hash of a block, to see whether it is still the same."""
        ...

    async def is_open(self) -> bool:
        """Whether the route takes packets now: neither paused nor killed."""
        ...

    async def happened(self, first: Height, last: Height) -> list[Happening]:
        """Return what happened on the route in some final blocks, in order."""
        ...

    async def proof(self, height: Height, slot: int) -> StateProof:
        """Return the proof of a slot of this bridge's, or of its absence."""
        ...

    async def header(self, height: Height) -> Header:
        """Return the header of a height, with all that proves it."""
        ...

    async def trust(self) -> Trust:
        """Return what this end's client believes of the other chain."""
        ...

    async def trusted_root(self, height: Height) -> Hash32:
        """Return the other chain's state root that the client trusts, zero where none."""
        ...

    async def updates(self, source: "ChainEnd", wanted: Height) -> list[Call]:
        """Return calls after which the client knows a height from `wanted` on, or none yet."""
        ...

    async def submit(self, calls: Sequence[Call]) -> list[Outcome]:
        """Send calls in order, those that would fail left out; return what became of each."""
        ...

    async def balance_wei(self) -> Wei | None:
        """Return what is left to pay gas with, None where this end only watches."""
        ...

    async def close(self) -> None:
        """Give up connections."""
        ...
