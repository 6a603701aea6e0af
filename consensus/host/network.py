"""
What engines say to one another, and the smallest networks that carry it.

    engine.broadcast -> Network -> every other engine's receive
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from chain.certificates import VOTE_BYTES_MAX
from chain.types.certificate import Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Height

MEMORY_MESSAGES_MAX = 100_000  # messages that wait for one member of a MemoryHub


@dataclass(frozen=True, slots=True)
class ProposedBlock:
    """A signed proposal together with its block."""

    message: ProposalMessage
    payload: bytes


@dataclass(frozen=True, slots=True)
class CertifiedBlock:
    """A decided block with its proof, for a peer that missed the votes."""

    certificate: Certificate
    payload: bytes


@dataclass(frozen=True, slots=True)
class VoteBundle:
    """
    Votes of one height, round and kind that together mean something: a polka, a quorum of
    precommits, or the third that makes a peer skip to a later round.
    """

    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class EvidenceMessage:
    """Proof of a validator's fault."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StatusMessage:
    """How far a peer is: its committed height, and the lowest that it can serve."""

    height: Height
    oldest_height: Height


@dataclass(frozen=True, slots=True)
class BlockRequest:
    """A question for the committed block of a height; answered by CertifiedBlock or NoBlock."""

    height: Height


@dataclass(frozen=True, slots=True)
class NoBlock:
    """The answer of a peer that does not have the block of a height."""

    height: Height


Message = (
    Vote
    | ProposedBlock
    | CertifiedBlock
    | VoteBundle
    | EvidenceMessage
    | StatusMessage
    | BlockRequest
    | NoBlock
)


def height_of(message: Message) -> Height | None:
    """Height being decided that a message is about; None where it is about none."""
    match message:
        case Vote(height=height):
            return height
        case ProposedBlock(proposal):
            return proposal.height
        case CertifiedBlock(certificate):
            return certificate.height
        case VoteBundle(votes) if votes:
            return votes[0].height
    return None


def size_bytes(message: Message) -> int:
    """About how many bytes a message holds in memory; for bounds."""
    match message:
        case ProposedBlock(_, payload):
            return len(payload) + VOTE_BYTES_MAX
        case CertifiedBlock(certificate, payload):
            return len(payload) + len(certificate.encoded)
        case VoteBundle(votes):
            return len(votes) * VOTE_BYTES_MAX
    return VOTE_BYTES_MAX


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message, decoded but not verified, and the name of the peer that delivered it."""

    message: Message
    peer: str


class Network(Protocol):
    """
    How an engine reaches the others. Loss, repetition and reordering are all allowed.

    Peers need not be connected to everyone, and a network passes nothing on by itself: the
    engine broadcasts what others say, too, the first time it accepts it (a vote or evidence that
    it verified, a proposal whose signature and payload are right). Peers known to have a
    message are left out, so passing on in a full mesh costs little. Repeats within a short time
    are swallowed on both sides; later ones pass, so that what was lost can be said again.
    """

    async def broadcast(self, message: Message) -> None:
        """Send to every peer that may lack it; never waits for delivery, never to oneself."""

    async def send(self, peer: str, message: Message) -> None:
        """Send to one peer; nothing happens when it is gone."""

    async def receive(self) -> Inbound:
        """Wait for the next message of any peer."""

    def peers(self) -> tuple[str, ...]:
        """Names of the peers that are connected now, sorted."""

    def report(self, peer: str, points: int, reason: str) -> None:
        """Count a fault against a peer; enough points ban it. The scale is net/peers.py's."""


class LoopbackNetwork:
    """The network of a chain with one validator: nobody listens and nobody speaks."""

    async def broadcast(self, message: Message) -> None:
        """Do nothing."""

    async def send(self, peer: str, message: Message) -> None:
        """Do nothing."""

    def peers(self) -> tuple[str, ...]:
        """Nobody."""
        return ()

    def report(self, peer: str, points: int, reason: str) -> None:
        """Do nothing."""

    async def receive(self) -> Inbound:
        """Wait for ever."""
        await asyncio.Event().wait()
        raise AssertionError("an event that nobody sets")


class MemoryHub:
    """
    Engines in one process, joined by queues.

    `passes(sender, receiver, message)` may be replaced at any time to cut links or lose
    messages.
    """

    def __init__(self) -> None:
        self._inboxes: dict[str, asyncio.Queue[Inbound]] = {}
        self.passes: Callable[[str, str, Message], bool] = lambda sender, receiver, message: True

    def join(self, name: str) -> "MemoryNetwork":
        """Network of one member; joining again under a name starts with an empty inbox."""
        self._inboxes[name] = asyncio.Queue(MEMORY_MESSAGES_MAX)
        return MemoryNetwork(self, name)

    def send(self, sender: str, message: Message, to: str | None = None) -> None:
        """Put a message into one or every other member's inbox; a full one loses it."""
        for receiver, inbox in self._inboxes.items():
            wanted = receiver != sender and to in (None, receiver)
            if wanted and self.passes(sender, receiver, message) and not inbox.full():
                inbox.put_nowait(Inbound(message, sender))

    def members(self) -> tuple[str, ...]:
        """Names of everyone who joined, sorted."""
        return tuple(sorted(self._inboxes))

    def inbox(self, name: str) -> asyncio.Queue[Inbound]:
        """Messages that wait for one member."""
        return self._inboxes[name]


class MemoryNetwork:
    """One member's side of a MemoryHub."""

    def __init__(self, hub: MemoryHub, name: str) -> None:
        self._hub, self._name = hub, name

    async def broadcast(self, message: Message) -> None:
        """Send to all other members."""
        self._hub.send(self._name, message)

    async def send(self, peer: str, message: Message) -> None:
        """Send to one other member."""
        self._hub.send(self._name, message, peer)

    def peers(self) -> tuple[str, ...]:
        """All other members."""
        return tuple(name for name in self._hub.members() if name != self._name)

    def report(self, peer: str, points: int, reason: str) -> None:
        """Do nothing: members of a hub trust each other."""

    async def receive(self) -> Inbound:
        """Wait for the next message."""
        return await self._hub.inbox(self._name).get()
