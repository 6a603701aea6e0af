"""
Bytes from peer to peer: what gossip needs of gRPC, or of the simulator's memory.

    Gossip.send -> Transport -> the peer's Transport -> Gossip.receive

A peer is known by its identity: the address of its secp256k1 node key as 0x and 40 hex digits
in lower case. A transport authenticates it before the first packet.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import NewType, Protocol

PeerId = NewType("PeerId", str)


class Channel(IntEnum):
    """Kinds of traffic, each with a queue, a rate and a size limit of its own; lower goes first."""

    CONSENSUS = 1  # votes and bundles of votes
    PROPOSAL = 2  # proposals, compact blocks and parts of 64 KiB
    EVIDENCE = 3
    BLOCK = 4  # status, requests and committed blocks
    PEERS = 5  # peer exchange
    TRANSACTION = 6


@dataclass(frozen=True, slots=True)
class Packet:
    """Bytes of one channel, and the authenticated peer that sent them."""

    peer: PeerId
    channel: Channel
    data: bytes


@dataclass(frozen=True, slots=True)
class PeerConnected:
    """A peer is authenticated and can be sent to."""

    peer: PeerId


@dataclass(frozen=True, slots=True)
class PeerDisconnected:
    """A peer is gone."""

    peer: PeerId


TransportEvent = Packet | PeerConnected | PeerDisconnected


class Transport(Protocol):
    """Connections to peers. Loss, repetition and reordering are all allowed."""

    @property
    def identity(self) -> PeerId:
        """This node's own identity."""

    def peers(self) -> tuple[PeerId, ...]:
        """Peers that are connected now, sorted."""

    def send(self, peer: PeerId, channel: Channel, data: bytes) -> bool:
        """Queue bytes for a peer without waiting; False when it is gone or its queue is full."""

    async def receive(self) -> TransportEvent:
        """Wait for the next event of any peer."""

    def penalise(self, peer: PeerId, points: int, reason: str) -> None:
        """Count a fault against a peer; enough points disconnect and ban it."""
