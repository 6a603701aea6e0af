"""
A chain small enough to decide thousands of times a minute, strict enough to catch a wrong block.

    accounts + transfers + reward -> state root, supply       (as consensus.host.app.App)

Everything that a real one promises consensus is kept: execution follows from the parent's state,
the parent's certificate is part of the block and checked, a commit is durable at once and
whole, and what was executed but not committed is forgotten with the process.
"""

import asyncio
import random
from dataclasses import dataclass, field, replace

import rlp
from eth_hash.auto import keccak

from chain.certificates import decode_certificate, verify_certificate, verify_message
from chain.errors import Invalid, Malformed
from chain.types.certificate import BlockId, Certificate
from chain.types.evidence import Amnesia, DuplicateProposal, DuplicateVote, Evidence
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import ValidatorSet
from consensus.host.app import App, Candidate, ChainStatus, CommitResult, Verdict
from tests.sim.loop import EPOCH_MS, SimClock

CHAIN_ID = 31337
ACCOUNTS = 8
START_BALANCE = 1_000
REWARD = 7  # made in each block, for its proposer
TRANSFERS_MAX = 4  # in one block
FAT, FILLER_MAX = 0.03, 200_000  # chance of a large block, and its bytes: up to four parts


@dataclass(frozen=True, slots=True)
class ToyState:
    """Balances after a block."""

    balances: tuple[int, ...] = (START_BALANCE,) * ACCOUNTS
    rewards: int = 0

    def root(self) -> bytes:
        """One hash for everything."""
        return bytes(keccak(repr((self.balances, self.rewards)).encode()))

    def supply(self) -> int:
        """Every unit there is."""
        return sum(self.balances) + self.rewards


@dataclass(frozen=True, slots=True)
class ToyBlock:
    """A block as its bytes say."""

    height: int
    parent: bytes
    proposer: bytes
    time_ms: int
    state_root: bytes
    transfers: tuple[tuple[int, int, int], ...]
    certificate: bytes  # of the parent; empty in block 1
    filler: bytes = b""  # makes a block large

    def encode(self) -> bytes:
        """RLP of all fields."""
        transfers = [list(transfer) for transfer in self.transfers]
        return bytes(
            rlp.encode(
                [
                    self.height,
                    self.parent,
                    self.proposer,
                    self.time_ms,
                    self.state_root,
                    transfers,
                    self.certificate,
                    self.filler,
                ]
            )
        )


def decode_block(payload: bytes) -> ToyBlock:
    """Reverse of `ToyBlock.encode`. Raises Malformed."""
    try:
        fields = rlp.decode(payload, strict=True)
        height, parent, proposer, time_ms, root, transfers, certificate, filler = fields
        moves = tuple((_int(a), _int(b), _int(c)) for a, b, c in transfers)
        head = (_int(height), parent, proposer, _int(time_ms), root)
        return ToyBlock(*head, moves, certificate, filler)
    except (rlp.DecodingError, TypeError, ValueError) as error:
        raise Malformed(f"expected a toy block, found none: {error}") from error


@dataclass
class Database:
    """What is durable: blocks with their certificates, and the state after each."""

    rotation: list[ValidatorSet]  # of height 1, 2, ...; one list for all nodes, for speed
    blocks: list[tuple[Certificate, bytes]] = field(default_factory=list)
    states: list[ToyState] = field(default_factory=lambda: [ToyState()])
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Height of the last block."""
        return len(self.blocks)

    def validators_of(self, height: int) -> ValidatorSet:
        """Who decides a height."""
        while len(self.rotation) < height:
            self.rotation.append(self.rotation[-1].incremented(1))
        return self.rotation[height - 1]

    def boot(self, proposer: Address, rng: random.Random, work_ms_max: int, clock: SimClock) -> App:
        """Start a process on it."""
        return ToyChain(self, proposer, rng, work_ms_max)

    def block_id(self, height: int) -> BlockId:
        """Name of a committed block, or of genesis."""
        if height == 0:
            return BlockId(ZERO_HASH, Milliseconds(EPOCH_MS))
        return self.blocks[height - 1][0].block_id

    def root(self, height: int) -> bytes:
        """State root after a block."""
        return self.states[height].root()

    def supply(self, height: int) -> tuple[int, int]:
        """Supply after a block, and what it must be."""
        return self.states[height].supply(), START_BALANCE * ACCOUNTS + REWARD * height


class ToyChain:
    """One process over a database: forgets what it executed when it dies."""

    def __init__(
        self, database: Database, proposer: Address, rng: random.Random, work_ms_max: int = 0
    ) -> None:
        self.database, self._proposer, self._rng = database, proposer, rng
        self._work_ms_max = work_ms_max
        self._executed: dict[BlockId, tuple[bytes, ToyState]] = {}

    async def status(self) -> ChainStatus:
        """Return where the chain stands."""
        height = self.database.height
        last = self.database.blocks[-1][0] if height else None
        following = self.database.validators_of(height + 1)
        return ChainStatus(Height(height), self.database.block_id(height), last, following)

    async def propose(
        self,
        height: Height,
        round_: Round,
        time_ms: Milliseconds,
        last_certificate: Certificate | None,
    ) -> Candidate:
        """Build a block of random transfers."""
        await self._work()
        block = self.build(height, time_ms, last_certificate)
        payload = block.encode()
        block_id = BlockId(Hash32(keccak(payload)), time_ms)
        self._executed[block_id] = payload, _execute(self.database.states[-1], block)
        return Candidate(block_id, payload)

    def build(
        self, height: int, time_ms: int, last_certificate: Certificate | None, twist: int = 0
    ) -> ToyBlock:
        """Return a valid block; another one for each `twist`."""
        draw = self._rng
        transfers = [
            (draw.randrange(ACCOUNTS), draw.randrange(ACCOUNTS), draw.randint(0, 9))
            for _ in range(draw.randint(0, TRANSFERS_MAX))
        ]
        if twist:
            transfers.append((0, 0, twist))
        encoded = b"" if last_certificate is None else last_certificate.encoded
        parent = self.database.block_id(height - 1).hash
        filler = draw.randbytes(draw.randint(1, FILLER_MAX)) if draw.random() < FAT else b""
        block = ToyBlock(
            height, parent, self._proposer, time_ms, b"", tuple(transfers), encoded, filler
        )
        root = _execute(self.database.states[-1], block).root()
        return replace(block, state_root=root)

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """Execute a block and say whether it is valid."""
        await self._work()
        if keccak(payload) != block_id.hash:
            raise Malformed("expected the block, found something else")
        block = decode_block(payload)
        if block.time_ms != block_id.time_ms:
            raise Malformed("expected the block, found another time")
        try:
            self._executed[block_id] = payload, self._check(block)
        except Invalid as error:
            return Verdict(False, str(error))
        return Verdict(True)

    def _check(self, block: ToyBlock) -> ToyState:
        database = self.database
        _expect(block.height == database.height + 1, "the next height")
        _expect(block.parent == database.block_id(database.height).hash, "the parent's hash")
        _expect(block.time_ms > database.block_id(database.height).time_ms, "a later time")
        _expect(block.proposer in database.validators_of(block.height), "a proposer of the set")
        self._check_certificate(block)
        state = _execute(database.states[-1], block)
        _expect(state.root() == block.state_root, "the state root that follows")
        return state

    def _check_certificate(self, block: ToyBlock) -> None:
        if block.height == 1:
            return _expect(block.certificate == b"", "no certificate")
        certificate = decode_certificate(block.certificate)
        parent = self.database.blocks[-1][0]
        names_parent = (certificate.height, certificate.block_id) == (
            block.height - 1,
            parent.block_id,
        )
        _expect(names_parent, "the parent's certificate")
        validators = self.database.validators_of(block.height - 1)
        verify_certificate(certificate, validators, CHAIN_ID)

    async def commit(self, certificate: Certificate) -> CommitResult:
        """Write block, state and certificate at once."""
        assert certificate.height == self.database.height + 1, "commits come in order"
        payload, state = self._executed[certificate.block_id]
        self.database.blocks.append((certificate, payload))
        self.database.states.append(state)
        self._executed.clear()
        return CommitResult(self.database.validators_of(certificate.height + 1))

    async def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """Return a committed block."""
        if not 1 <= height <= self.database.height:
            return None
        return self.database.blocks[height - 1]

    async def oldest_height(self) -> Height:
        """Every block is kept."""
        return Height(1)

    async def add_evidence(self, evidence: Evidence) -> bool:
        """Keep evidence that is new. Raises Invalid when its signatures are not its author's."""
        match evidence:
            case DuplicateVote(first, second) | Amnesia(first, second):
                verify_message(first, CHAIN_ID)
                verify_message(second, CHAIN_ID)
            case DuplicateProposal(one, other):
                verify_message(one, CHAIN_ID)
                verify_message(other, CHAIN_ID)
            case _:
                raise Malformed("expected evidence of votes or proposals, found another")
        if evidence in self.database.evidence:
            return False
        self.database.evidence.append(evidence)
        return True

    async def transactions_waiting(self) -> None:
        """There always are."""

    async def _work(self) -> None:
        span_ms = self._rng.randint(0, self._work_ms_max)
        await asyncio.sleep(span_ms / 1_000)


def _execute(state: ToyState, block: ToyBlock) -> ToyState:
    balances = list(state.balances)
    for source, target, amount in block.transfers:
        moved = min(amount, balances[source % ACCOUNTS])
        balances[source % ACCOUNTS] -= moved
        balances[target % ACCOUNTS] += moved
    return ToyState(tuple(balances), state.rewards + REWARD)


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise Invalid(f"expected {what}, found another")


def _int(data: bytes) -> int:
    return int.from_bytes(data, "big")
