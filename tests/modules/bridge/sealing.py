"""
Headers, state tries and certificates of a stage: what another chain's bridge can check of it.

    words of an account --trie--> storage root --trie--> state root --> header --keys--> light block
"""

from collections.abc import Mapping, Sequence

from coincurve import PrivateKey
from eth_hash.auto import keccak

from chain.certificates import sign
from chain.codec.header import encode_header, seal_header
from chain.codec.rlp import encode, integer
from chain.codec.signature import address_of
from chain.kit.abi import abi_type, encode_sequence
from chain.light.block import Commit, LightBlock
from chain.light.codec import encode_light_block
from chain.store.account import encode_account
from chain.store.node import to_nibbles
from chain.store.trie import prove, update
from chain.types.certificate import NO_ROUND, BlockId, Certificate, Vote, VoteKind
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
    Round,
    Seconds,
    Wei,
)
from chain.types.validators import Validator, ValidatorSet
from chain.validator_sets import encode_validator_set
from modules.bridge.records import KumiaiUpdate, StateProof

POWERS = (40, 35, 25)  # two of three decide
STRANGER = Address(b"\x77" * 20)  # an account beside the bridge's in every state


def keys_of(seed: int) -> list[bytes]:
    """Return the validators' keys of a chain."""
    return [bytes([seed, number]) * 16 for number in range(1, len(POWERS) + 1)]


def set_of(keys: Sequence[bytes], powers: Sequence[int] = POWERS) -> ValidatorSet:
    """Return the set of validators of these keys."""
    return ValidatorSet(
        tuple(Validator(address_of(k), p) for k, p in zip(keys, powers, strict=True))
    )


class Trie:
    """A trie of hashed keys, with its nodes."""

    def __init__(self, values: Mapping[bytes, bytes]) -> None:
        changes = sorted((to_nibbles(keccak(key)), value) for key, value in values.items())
        found = update(self._read, EMPTY_TRIE_ROOT, changes)
        self.root, self.nodes = found.root, found.nodes

    def prove(self, key: bytes) -> tuple[bytes, ...]:
        """Return the nodes from the root to where a key is, or would be."""
        return tuple(prove(self._read, self.root, to_nibbles(keccak(key))))

    def _read(self, path: bytes, digest: bytes) -> bytes:
        node = self.nodes[path]
        assert node is not None and keccak(node) == digest
        return node


class State:
    """One account's words in a state that holds another account too."""

    def __init__(self, account: Address, words: Mapping[int, int]) -> None:
        self.account = account
        self.storage = Trie({slot.to_bytes(32, "big"): _word(w) for slot, w in words.items()})
        leaf = encode_account(1, 0, self.storage.root, EMPTY_CODE_HASH)
        other = encode_account(1, 7, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH)
        self.accounts = Trie({account: leaf, STRANGER: other})

    @property
    def root(self) -> Hash32:
        """The state root."""
        return self.accounts.root

    def prove(self, height: Height, slot: int) -> StateProof:
        """Return the proof of a slot, or of its absence."""
        nodes = self.storage.prove(slot.to_bytes(32, "big"))
        return StateProof(height, self.accounts.prove(self.account), nodes)


def _word(value: int) -> bytes:
    return encode(integer(value))


def header_of(
    parent: Header | None, height: Height, time_s: Seconds, root: Hash32, names: Hash32
) -> Header:
    """Return a header that names the next validators."""
    return seal_header(
        Header(
            parent_hash=ZERO_HASH if parent is None else parent.hash,
            coinbase=STRANGER,
            state_root=root,
            transactions_root=EMPTY_TRIE_ROOT,
            receipts_root=EMPTY_TRIE_ROOT,
            logs_bloom=bytes(256),
            height=height,
            gas_limit=Gas(30_000_000),
            gas_used=Gas(0),
            timestamp_s=time_s,
            extra_data=names,
            mix_hash=ZERO_HASH,
            base_fee_per_gas_wei=Wei(7),
            parent_beacon_block_root=ZERO_HASH,
            hash=ZERO_HASH,
        )
    )


def certified(
    parent: Header,
    header: Header,
    validators: ValidatorSet,
    keys: Sequence[bytes],
    chain_id: int,
    following: ValidatorSet | None = None,
) -> LightBlock:
    """Return a header as a light block that these keys signed."""
    block_id = BlockId(header.hash, Milliseconds(header.timestamp_s * 1_000))
    signatures = []
    for key in keys:
        vote = Vote(
            VoteKind.PRECOMMIT, header.height, Round(0), block_id, NO_ROUND, address_of(key)
        )
        signatures.append((vote.validator, sign(vote, chain_id, PrivateKey(key)).signature))
    certificate = Certificate(header.height, Round(0), block_id, tuple(signatures))
    return LightBlock(header, following or validators, Commit(parent, validators, certificate))


def update_of(trusted: LightBlock, new: LightBlock) -> bytes:
    """Return the evidence that a Kumiai client takes for a new block."""
    shown = KumiaiUpdate(
        trusted.height,
        encode_header(trusted.header),
        encode_validator_set(trusted.next_validators),
        encode_light_block(new),
    )
    return encode_sequence([abi_type(KumiaiUpdate)], [shown])
