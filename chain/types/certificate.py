"""
What validators say to one another, and the proof that they agreed.

    ProposalMessage -> Vote(PREVOTE) -> Vote(PRECOMMIT) -> Certificate

A value is named by `BlockId`: the block's hash and its proposal time. Messages are unsigned
while `signature` is empty; `chain.certificates` signs, encodes and verifies them.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from eth_hash.auto import keccak
from rlp.codec import encode_raw

from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round

NO_ROUND = Round(-1)  # "no round": nothing locked, nothing valid, a fresh proposal


class VoteKind(IntEnum):
    """The two voting steps of a round; the number is what is signed."""

    PREVOTE = 1
    PRECOMMIT = 2


@dataclass(frozen=True, slots=True)
class BlockId:
    """
    The value that consensus decides: a block's hash and its proposal time.

    The header holds whole seconds only; the full time in ms is agreed here, and
    `header.timestamp == time_ms // 1000`. The round is no part of it: a block proposed
    again in a later round keeps its name.
    """

    hash: Hash32
    time_ms: Milliseconds  # Unix time


@dataclass(frozen=True, slots=True)
class Vote:
    """
    One validator's prevote or precommit for a block, or for nil (`block_id` None).

    `valid_round` of a prevote repeats the valid round of the proposal it answers, -1 for a
    fresh one; so a validator that forgets its lock is proven by its own votes (accountable
    Tendermint). Precommits and votes for nil carry -1.
    """

    kind: VoteKind
    height: Height
    round: Round
    block_id: BlockId | None
    valid_round: Round
    validator: Address
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class ProposalMessage:
    """The proposer's word: in this round, this block; valid_round is its polka's, or -1."""

    height: Height
    round: Round
    block_id: BlockId
    valid_round: Round
    proposer: Address
    signature: bytes = b""


@dataclass(frozen=True)
class Certificate:
    """
    Precommits of one round for one block by more than two thirds of the power.

    Signatures are kept in order of address, so equal sets of votes make equal bytes. Holding
    one proves nothing until `chain.certificates.verify_certificate` has passed it.
    """

    height: Height
    round: Round
    block_id: BlockId
    signatures: tuple[tuple[Address, bytes], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "signatures", tuple(sorted(self.signatures)))

    @cached_property
    def encoded(self) -> bytes:
        """RLP [height, round, [hash, time_ms], [[address, signature], ...]]."""
        return bytes(
            encode_raw(
                [
                    _scalar(self.height),
                    _scalar(self.round),
                    [self.block_id.hash, _scalar(self.block_id.time_ms)],
                    [[address, signature] for address, signature in self.signatures],
                ]
            )
        )

    @cached_property
    def hash(self) -> Hash32:
        """Keccak of `encoded`; the next header carries it as parent_beacon_block_root."""
        return Hash32(keccak(self.encoded))


def _scalar(number: int) -> bytes:
    """RLP's integer: big-endian without leading zeros; `chain.codec` stands above this file."""
    return number.to_bytes((number.bit_length() + 7) >> 3, "big")
