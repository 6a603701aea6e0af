"""
A Kumiai chain as its neighbours see it: headers, certificates and proofs, made of the real parts.

    write slots --StateStore--> state root --Header--> sign --> commit() and proof() for a gateway

No block is executed here: what stands in the state is what the test writes, so that a test may
also play a chain whose validators lie.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from coincurve import PrivateKey

from chain.certificates import sign
from chain.codec import address_of
from chain.codec.header import encode_header, seal_header
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.header import Header
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Milliseconds,
    Nonce,
    Round,
    Seconds,
    Wei,
)
from chain.types.validators import Validator, ValidatorSet
from tests.bridge.packets import Packet, commitment_of, slot_of

CHAIN_ID = 31_337_000
BRIDGE = Address(bytes.fromhex("0802".rjust(40, "0")))
NOBODY = 0xFFFF
START_HEIGHT = Height(100)


@cache
def key_of(number: int) -> PrivateKey:
    """Return the key of a validator."""
    return PrivateKey((0x7000 + number).to_bytes(32, "big"))


@cache
def validator_of(number: int) -> Address:
    """Return a validator's address."""
    return address_of(key_of(number).secret)


def set_of(members: Sequence[int], power: int = 1_000) -> ValidatorSet:
    """Return a set of these validators, all equally strong."""
    return ValidatorSet(tuple(Validator(validator_of(number), power) for number in members))


@cache
def keys_by_address(count: int = 128) -> dict[Address, PrivateKey]:
    """Return the keys of the first validators by their addresses."""
    return {validator_of(number): key_of(number) for number in range(count)}


def pairs_of(validators: ValidatorSet) -> list[tuple[bytes, int]]:
    """Return a set as the gateway takes it."""
    return [(v.address, v.power) for v in validators]


class Block:
    """A final header and who decided it."""

    def __init__(
        self, parent: Header, header: Header, validators: ValidatorSet, time_ms: int
    ) -> None:
        self.parent, self.header, self.validators = parent, header, validators
        self.time_ms, self.round = time_ms, 0

    @property
    def height(self) -> Height:
        """Height of the header."""
        return self.header.height

    def signatures(
        self, signers: Sequence[Address], trusted: ValidatorSet | None, chain_id: int = CHAIN_ID
    ) -> list[tuple[bytes, bytes, int, int, int]]:
        """Sign the header; returns the signatures as the gateway takes them."""
        places = {v.address: place for place, v in enumerate(self.validators)}
        trusted_places = {v.address: place for place, v in enumerate(trusted or ())}
        block_id = BlockId(self.header.hash, Milliseconds(self.time_ms))
        found = []
        for signer in sorted(signers):
            vote = Vote(
                VoteKind.PRECOMMIT, self.height, Round(self.round), block_id, NO_ROUND, signer
            )
            raw = sign(vote, chain_id, keys_by_address()[signer]).signature
            place, trusted_place = places.get(signer, 0), trusted_places.get(signer, NOBODY)
            found.append((raw[:32], raw[32:64], raw[64], place, trusted_place))
        return found

    def commit(
        self, trusted: ValidatorSet | None = None, signers: Sequence[Address] | None = None
    ) -> tuple[Any, ...]:
        """
        Return what proves the header final, as the gateway takes it.

        `trusted` is the set that its client trusts where that is another; signers are as few as
        suffice unless given.
        """
        other = None if trusted is None or trusted.hash == self.validators.hash else trusted
        chosen = self._enough(other) if signers is None else signers
        return (
            encode_header(self.header),
            encode_header(self.parent),
            self.round,
            self.time_ms,
            pairs_of(self.validators),
            [] if other is None else pairs_of(other),
            self.signatures(chosen, other),
        )

    def _enough(self, trusted: ValidatorSet | None) -> list[Address]:
        """Return the fewest validators that both sets are convinced by."""
        chosen: list[Address] = []
        ours = theirs = 0
        known = sorted(
            self.validators, key=lambda v: trusted is not None and v.address not in trusted
        )
        for validator in known:
            is_known = trusted is None or trusted.is_quorum(theirs)
            if self.validators.is_quorum(ours) and is_known:
                break
            chosen.append(validator.address)
            ours += validator.power
            theirs += 0 if trusted is None else trusted.power_of(validator.address)
        return chosen


class Kumiai:
    """The chain: its state, its blocks by height, and the validators of the next one."""

    def __init__(self, validators: ValidatorSet, time_s: int, chain_id: int = CHAIN_ID) -> None:
        self.store = MemoryStore()
        self.state = StateStore(self.store)
        self.chain_id = chain_id
        self.validators = validators
        self.time_ms = time_s * 1000
        self.slots: dict[int, int] = {1: 1}
        self.blocks: dict[int, Block] = {}
        root = self._write(START_HEIGHT)
        self.head = seal_header(header_of(START_HEIGHT, ZERO_HASH, root, time_s, validators))
        self.checkpoint = self.head

    def checkpoint_words(self) -> tuple[int, bytes, bytes, int]:
        """Return height, hash, next validators' hash and time of the checkpoint."""
        head = self.checkpoint
        return head.height, head.hash, head.extra_data, head.timestamp_s * 1000

    def write(self, slot: int, value: bytes | int) -> None:
        """Let the bridge's storage hold a word after the next block."""
        self.slots[slot] = value if isinstance(value, int) else int.from_bytes(value, "big")

    def block(self, seconds: int = 1, following: ValidatorSet | None = None) -> Block:
        """Make the next block, which names who decides the one after it."""
        height = Height(self.head.height + 1)
        self.time_ms += seconds * 1000
        deciding, self.validators = self.validators, following or self.validators
        root = self._write(height)
        header = seal_header(
            header_of(height, self.head.hash, root, self.time_ms // 1000, self.validators)
        )
        self.blocks[height] = Block(self.head, header, deciding, self.time_ms)
        self.head = header
        return self.blocks[height]

    def fork_of(self, block: Block, **changes: Any) -> Block:
        """Return another block beside one, that the same validators could sign."""
        time_ms = changes.pop("time_ms", block.time_ms)
        header = replace(block.header, timestamp_s=Seconds(time_ms // 1000), **changes)
        return Block(block.parent, seal_header(header), block.validators, time_ms)

    def proof(self, height: int, slot: int, account: Address = BRIDGE) -> tuple[Any, ...]:
        """Prove a slot of the bridge after the block at a height, as the gateway takes it."""
        found = self.state.proof(account, (slot,), Height(height))
        return height, found.account_proof, found.storage[0].proof

    def commit_packet(self, source: Any, destination: Any, packet: Packet) -> int:
        """Write a packet's commitment, as the bridge does when it sends; returns the slot."""
        slot = slot_of(32, source[2], packet.sequence)
        self.write(slot, commitment_of(source, destination, packet))
        return slot

    def _write(self, height: Height) -> Hash32:
        diff = StateDiff()
        diff.accounts[BRIDGE] = (Nonce(1), Wei(10**18), EMPTY_CODE_HASH)
        for number in range(1, 20):
            neighbour = Address(number.to_bytes(20, "big"))
            diff.accounts[neighbour] = (Nonce(number), Wei(number), EMPTY_CODE_HASH)
        diff.storage[BRIDGE], self.slots = self.slots, {}
        prepared = self.state.prepare(height, diff)
        self.store.write(prepared.writes, sync=False)
        self.state.committed(prepared)
        return prepared.state_root


def header_of(
    height: Height, parent: Hash32, root: Hash32, time_s: int, following: ValidatorSet
) -> Header:
    """Return an unsealed header with plain values in what a light client does not read."""
    return Header(
        parent_hash=parent,
        coinbase=validator_of(0),
        state_root=root,
        transactions_root=EMPTY_TRIE_ROOT,
        receipts_root=EMPTY_TRIE_ROOT,
        logs_bloom=bytes(256),
        height=height,
        gas_limit=Gas(30_000_000),
        gas_used=Gas(0),
        timestamp_s=Seconds(time_s),
        extra_data=following.hash,
        mix_hash=Hash32(b"\x05" * 32),
        base_fee_per_gas_wei=Wei(10**9),
        parent_beacon_block_root=Hash32(b"\x06" * 32),
        hash=ZERO_HASH,
    )
