"""
What a node knows of its peers and of the height being decided, as its servers show it.

    connections, claims --> PeerStatus         votes, locks, proposers --> ConsensusStatus
"""

from dataclasses import dataclass
from enum import IntEnum

from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round


@dataclass(frozen=True, slots=True)
class PeerStatus:
    """One connection to another node; heights are what that node claims, None if nothing."""

    identity: str  # 0x and 40 hex digits, of the key by which it proved who it is
    address: str  # IP address of the connection; empty where it is told to nobody
    is_outbound: bool  # this node dialled
    connected_ms: Milliseconds
    sent_bytes: int
    received_bytes: int
    fault_points: int
    height: Height | None
    oldest_height: Height | None


class ConsensusStep(IntEnum):
    """Where a round stands."""

    NEW_HEIGHT = 0
    PROPOSE = 1
    PREVOTE = 2
    PRECOMMIT = 3
    DECIDED = 4


@dataclass(frozen=True, slots=True)
class RoundBlock:
    """A block, and the round in which it was locked or found valid."""

    block_hash: Hash32
    round: Round


@dataclass(frozen=True, slots=True)
class SeenVote:
    """A validator's first vote of one kind in one round; no hash is a vote for no block."""

    validator: Address
    power: int
    block_hash: Hash32 | None
    signature: bytes


@dataclass(frozen=True, slots=True)
class SeenRound:
    """The votes of one round, by address."""

    round: Round
    proposer: Address
    prevotes: tuple[SeenVote, ...]
    precommits: tuple[SeenVote, ...]


@dataclass(frozen=True, slots=True)
class ConsensusStatus:
    """How far the deciding of a height is; before round 0 the round is -1, without a proposer."""

    height: Height
    round: Round
    step: ConsensusStep
    proposer: Address | None
    locked: RoundBlock | None
    valid: RoundBlock | None
    total_power: int
    rounds: tuple[SeenRound, ...]
