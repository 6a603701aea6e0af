"""
Small chains with real signatures for tests of the light client, forks of them, and providers.

    sets by height --grow--> LightBlock a height --ChainProvider--> light client
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import coincurve
from eth_hash.auto import keccak

from chain.beacon import missing_mix
from chain.certificates import address_of, precommit_of, sign
from chain.codec import seal_header
from chain.fees import compute_base_fee_wei
from chain.light.block import Commit, LightBlock
from chain.light.verifier import TrustPolicy
from chain.types.certificate import BlockId, Certificate
from chain.types.header import Header
from chain.types.primitives import (
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

CHAIN_ID = 31_337
START_MS = 1_700_000_000_000
BLOCK_MS = 1_500
KEYS = [coincurve.PrivateKey(keccak(b"light %d" % n)) for n in range(24)]
ADDRESSES = [address_of(key.public_key) for key in KEYS]
KEY_OF: Mapping[Address, coincurve.PrivateKey] = dict(zip(ADDRESSES, KEYS, strict=True))
POLICY = TrustPolicy(CHAIN_ID)
NOW_MS = START_MS + 3_600_000  # an hour after genesis

Powers = Mapping[int, int]  # index of a key -> power


def members(powers: Powers) -> ValidatorSet:
    """The set of some keys."""
    return ValidatorSet(tuple(Validator(ADDRESSES[i], power) for i, power in powers.items()))


def header_after(
    parent: Header | None, time_ms: int, next_validators: ValidatorSet, salt: bytes = b""
) -> Header:
    """A sealed header that follows from its parent; `salt` makes another one of the same place."""
    base_fee_wei, mix_hash = Wei(10**9), ZERO_HASH
    if parent is not None:
        base_fee_wei = compute_base_fee_wei(
            parent.base_fee_per_gas_wei, parent.gas_used, parent.gas_limit
        )
        mix_hash = missing_mix(parent.mix_hash)
    return seal_header(
        Header(
            parent_hash=ZERO_HASH if parent is None else parent.hash,
            coinbase=ADDRESSES[0],
            state_root=Hash32(keccak(salt)),
            transactions_root=EMPTY_TRIE_ROOT,
            receipts_root=EMPTY_TRIE_ROOT,
            logs_bloom=bytes(256),
            height=Height(0 if parent is None else parent.height + 1),
            gas_limit=Gas(30_000_000),
            gas_used=Gas(0),
            timestamp_s=Seconds(time_ms // 1_000),
            extra_data=next_validators.hash,
            mix_hash=mix_hash,
            base_fee_per_gas_wei=base_fee_wei,
            parent_beacon_block_root=ZERO_HASH,
            hash=ZERO_HASH,
        )
    )


def certify(
    header: Header,
    time_ms: int,
    signers: Sequence[Address],
    chain_id: int = CHAIN_ID,
    round_: int = 0,
) -> Certificate:
    """Precommits of these signers, whoever they are."""
    block_id = BlockId(header.hash, Milliseconds(time_ms))
    empty = Certificate(header.height, Round(round_), block_id, ())
    return replace(
        empty,
        signatures=tuple(
            (who, sign(precommit_of(empty, who, b""), chain_id, KEY_OF[who]).signature)
            for who in signers
        ),
    )


def light_block(
    parent: Header,
    time_ms: int,
    validators: ValidatorSet,
    next_validators: ValidatorSet,
    signers: Sequence[Address] | None = None,
    salt: bytes = b"",
) -> LightBlock:
    """The block after a header, signed by all its validators or by some."""
    header = header_after(parent, time_ms, next_validators, salt)
    who = [v.address for v in validators] if signers is None else signers
    commit = Commit(parent, validators, certify(header, time_ms, who))
    return LightBlock(header, next_validators, commit)


def grow(
    sets: Sequence[ValidatorSet], start_ms: int = START_MS, salt: bytes = b""
) -> list[LightBlock]:
    """A chain from genesis; `sets[h]` decides block h + 1, so there are len(sets) blocks."""
    genesis = header_after(None, start_ms, sets[0], salt)
    blocks = [LightBlock(genesis, sets[0], None)]
    for height in range(1, len(sets)):
        time_ms = start_ms + height * BLOCK_MS
        parent = blocks[-1].header
        blocks.append(light_block(parent, time_ms, sets[height - 1], sets[height]))
    return blocks


def branch(
    blocks: Sequence[LightBlock],
    above: int,
    sets: Sequence[ValidatorSet],
    signers: Callable[[ValidatorSet], Sequence[Address]] | None = None,
    salt: bytes = b"fork",
    lead_ms: int = 0,
) -> list[LightBlock]:
    """The chain up to height `above`, then one block for each of these next sets, by others."""
    forked = list(blocks[: above + 1])
    for next_set in sets:
        parent, validators = forked[-1], forked[-1].next_validators
        who = None if signers is None else signers(validators)
        time_ms = parent.time_ms + BLOCK_MS + lead_ms
        forked.append(light_block(parent.header, time_ms, validators, next_set, who, salt))
    return forked
