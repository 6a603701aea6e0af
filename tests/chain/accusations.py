"""Validators that misbehave, and a chain to judge them by: for tests of evidence."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from coincurve import PrivateKey

from chain.beacon import missing_mix
from chain.begin_data import Carried, encode_carried
from chain.certificates import sign
from chain.codec import address_of, keccak256, seal_header
from chain.types.block import Block, CommittedBlock
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import Evidence, LightClientAttack
from chain.types.header import Header
from chain.types.primitives import (
    EMPTY_TRIE_ROOT,
    ZERO_ADDRESS,
    ZERO_HASH,
    Gas,
    Hash32,
    Height,
    Milliseconds,
    Round,
    Seconds,
    Wei,
)
from chain.types.validators import Validator, ValidatorSet
from tests.chain.stage import CHAIN_ID, VALIDATOR_KEYS, VALIDATORS, certificate_of

KEYS, MEMBERS = VALIDATOR_KEYS[:4], VALIDATORS[:4]
FIRST_S = 1_700_000_000


def block_id(number: int, height: int = 0) -> BlockId:
    """The name of a block that nobody made."""
    return BlockId(keccak256(bytes([number, height])), Milliseconds(1_000 + number))


def vote(
    kind: VoteKind,
    height: int,
    round_: int,
    block: BlockId | None,
    valid_round: int = NO_ROUND,
    key: bytes = KEYS[1],
    chain_id: int = CHAIN_ID,
) -> Vote:
    """A signed vote, by the second of the four unless said otherwise."""
    who = address_of(key)
    words = Vote(kind, Height(height), Round(round_), block, Round(valid_round), who)
    return sign(words, chain_id, PrivateKey(key))


def proposal(
    height: int, round_: int, block: BlockId, valid_round: int = NO_ROUND, key: bytes = KEYS[0]
) -> ProposalMessage:
    """A signed proposal, by the first of the four unless said otherwise."""
    who = address_of(key)
    words = ProposalMessage(Height(height), Round(round_), block, Round(valid_round), who)
    return sign(words, CHAIN_ID, PrivateKey(key))


@dataclass
class View:
    """A chain of empty blocks of four validators: headers and sets only, as far as one looks."""

    height: int = 10
    step_s: int = 1
    sets: dict[int, ValidatorSet] = field(default_factory=dict)
    made: dict[int, CommittedBlock] = field(default_factory=dict)

    @cached_property
    def members(self) -> ValidatorSet:
        """The set of every height that has no other."""
        powers = (40, 30, 20, 10)
        return ValidatorSet(
            tuple(Validator(who, power) for who, power in zip(MEMBERS, powers, strict=True))
        )

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        found = self.block(self.height)
        assert found is not None
        return found

    def validators(self, height: int) -> ValidatorSet | None:
        """The set of a height; known two above the head."""
        if not 1 <= height <= self.height + 2:
            return None
        return self.sets.get(height, self.members)

    def block(self, height: int) -> CommittedBlock | None:
        """A block, made when it is asked for; far ones do not hang together."""
        if not 0 <= height <= self.height:
            return None
        if height not in self.made:
            near = height <= 20 and height > 0
            parent = self.block(height - 1) if near else None
            self.made[height] = self._make(height, parent)
        return self.made[height]

    def _make(self, height: int, parent: CommittedBlock | None) -> CommittedBlock:
        before = None if parent is None else parent.certificate
        root = ZERO_HASH if before is None else before.hash
        decided = self.sets.get(height + 1, self.members)
        header = seal_header(
            Header(
                parent_hash=ZERO_HASH if parent is None else parent.header.hash,
                coinbase=ZERO_ADDRESS if height == 0 else MEMBERS[0],
                state_root=EMPTY_TRIE_ROOT,
                transactions_root=EMPTY_TRIE_ROOT,
                receipts_root=EMPTY_TRIE_ROOT,
                logs_bloom=bytes(256),
                height=Height(height),
                gas_limit=Gas(30_000_000),
                gas_used=Gas(0),
                timestamp_s=Seconds(FIRST_S + height * self.step_s),
                extra_data=decided.hash,
                mix_hash=missing_mix(ZERO_HASH if parent is None else parent.header.mix_hash),
                base_fee_per_gas_wei=Wei(7),
                parent_beacon_block_root=root,
                hash=ZERO_HASH,
            )
        )
        name = BlockId(header.hash, Milliseconds(header.timestamp_s * 1000))
        certificate = certificate_of(name, Height(height), KEYS[:3], Round(0)) if height else None
        return CommittedBlock(Block(header, (), before), (), (), certificate)

    def attack(
        self,
        height: int,
        common_height: int,
        keys: tuple[bytes, ...] = KEYS[:3],
        round_: int = 0,
        validators: ValidatorSet | None = None,
        **fields: object,
    ) -> LightClientAttack:
        """A header of a height with other fields than ours, certified by these keys."""
        ours = self.block(height)
        assert ours is not None
        header = seal_header(replace(ours.header, **fields))  # type: ignore[arg-type]
        name = BlockId(header.hash, Milliseconds(header.timestamp_s * 1000))
        certificate = certificate_of(name, Height(height), keys, Round(round_))
        shown = validators or self.members
        return LightClientAttack(header, certificate, shown, Height(common_height))


def carrying(*pieces: Evidence) -> bytes:
    """What a begin transaction says of these pieces of evidence."""
    return encode_carried(Carried(pieces))


OTHER_ROOT = Hash32(b"\x05" * 32)
