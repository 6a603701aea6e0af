"""
A toy chain, nodes that survive crashes, and a loop whose time is only counted, never waited for.

    play(story) -> VirtualLoop -> Home (directory, chain) -> Engine on a MemoryHub
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import coincurve
from eth_hash.auto import keccak

from chain.certificates import address_of, digest, verify_certificate
from chain.errors import Malformed
from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import ZERO_HASH, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.host.app import Candidate, ChainStatus, CommitResult, Verdict
from consensus.host.clock import Clock
from consensus.host.config import EngineConfig, SyncConfig, TimeoutConfig
from consensus.host.engine import Engine
from consensus.host.network import LoopbackNetwork, MemoryHub, Network
from consensus.host.observer import Observer
from consensus.host.signer import FileSigner
from consensus.host.wal import Wal

CHAIN_ID = 31337
KEYS = [coincurve.PrivateKey(bytes([n]) * 32) for n in range(1, 8)]
FAST = TimeoutConfig(150, 50, 60, 20, 60, 20, 500)
SYNC = SyncConfig(startup_ms=100, grace_ms=100, tick_ms=20)
CONFIG = EngineConfig(timeouts=FAST, block_interval_ms=1, resend_ms=50, status_ms=200, sync=SYNC)
EPOCH_MS = 1_700_000_000_000  # Unix time at which virtual loops begin
STORY_MS_MAX = 120_000  # virtual time a story may take

T = TypeVar("T")


class Crash(BaseException):
    """The process dies at a fail point."""


class _Jump(selectors.DefaultSelector):
    """A selector that never waits: what it would have waited is added to the time."""

    waited_s = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        """Look at the files, and move time on by what the loop was ready to wait."""
        assert timeout is not None, "everything waits for ever"
        self.waited_s += max(timeout, 0)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in which sleeping takes no time; equal stories run equally."""

    def __init__(self) -> None:
        self._jump = _Jump()
        super().__init__(self._jump)

    def time(self) -> float:
        """Virtual time in s."""
        return self._jump.waited_s


class LoopClock:
    """The time of the running loop, as Unix time; `skew_ms` makes it wrong."""

    def __init__(self, skew_ms: int = 0) -> None:
        self.skew_ms = skew_ms

    def now_ms(self) -> Milliseconds:
        """Unix time in ms."""
        elapsed_ms = round(asyncio.get_running_loop().time() * 1_000)
        return Milliseconds(EPOCH_MS + elapsed_ms + self.skew_ms)

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return after a span of virtual ms."""
        await asyncio.sleep(span_ms / 1_000)


def play(story: Coroutine[Any, Any, T]) -> T:
    """Run a story in virtual time, on a disk that loses nothing: waiting for it proves nothing."""
    with patch("os.fsync"), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(asyncio.wait_for(story, STORY_MS_MAX / 1_000))


@dataclass
class ToyChain:
    """A chain whose blocks say their height, their parent and a number. Survives crashes."""

    validators: ValidatorSet
    certificates: list[Certificate] = field(default_factory=list)
    blocks: list[bytes] = field(default_factory=list)
    executed: dict[BlockId, bytes] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    last_commits: dict[Height, Certificate | None] = field(default_factory=dict)
    built: int = 0
    stop_at: int = 10**9
    stopped: asyncio.Event = field(default_factory=asyncio.Event)
    pending: asyncio.Event = field(default_factory=asyncio.Event)

    def head(self) -> BlockId:
        """Return the name of the last block."""
        if not self.certificates:
            return BlockId(ZERO_HASH, Milliseconds(0))
        return self.certificates[-1].block_id

    async def status(self) -> ChainStatus:
        """Where the chain stands."""
        height = Height(len(self.certificates))
        last = self.certificates[-1] if self.certificates else None
        return ChainStatus(height, self.head(), last, self.validators.incremented(height))

    async def propose(
        self, height: Height, round_: Round, time_ms: Milliseconds, last: Certificate | None
    ) -> Candidate:
        """Build a block that nobody has built before, on a proof of the last one."""
        stored = self.certificates[-1] if self.certificates else None
        if stored is not None:
            assert last is not None
            assert set(stored.signatures) <= set(last.signatures)
            verify_certificate(last, self.validators, CHAIN_ID)
        self.last_commits[height] = last
        self.built += 1
        payload = b"%d|%s|%d|%d" % (height, self.head().hash.hex().encode(), self.built, round_)
        block_id = BlockId(Hash32(keccak(payload + b"%d" % time_ms)), time_ms)
        self.executed[block_id] = payload
        return Candidate(block_id, payload)

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """Blocks are valid on their parent; anything else is not that block."""
        await asyncio.sleep(0)
        if keccak(payload + b"%d" % block_id.time_ms) != block_id.hash:
            raise Malformed("expected the block, found something else")
        found, parent, *_ = payload.split(b"|")
        valid = int(found) == height and parent == self.head().hash.hex().encode()
        if valid:
            self.executed[block_id] = payload
        return Verdict(valid, "wrong height or parent")

    async def commit(self, certificate: Certificate) -> CommitResult:
        """Append; what was not executed cannot be committed."""
        assert certificate.height == len(self.certificates) + 1
        verify_certificate(certificate, (await self.status()).validators, CHAIN_ID)
        self.blocks.append(self.executed[certificate.block_id])
        self.executed.clear()
        self.certificates.append(certificate)
        if len(self.certificates) >= self.stop_at:
            self.stopped.set()
        return CommitResult(self.validators.incremented(certificate.height))

    async def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """Return a committed block with its proof."""
        if not 1 <= height <= len(self.certificates):
            return None
        return self.certificates[height - 1], self.blocks[height - 1]

    async def oldest_height(self) -> Height:
        """Everything is kept."""
        return Height(1)

    async def add_evidence(self, evidence: Evidence) -> bool:
        """Keep what was not known."""
        if evidence in self.evidence:
            return False
        self.evidence.append(evidence)
        return True

    async def transactions_waiting(self) -> None:
        """Wait until a test says so."""
        await self.pending.wait()


class WatchedSigner(FileSigner):
    """A file signer that notes every signature that leaves it."""

    seen: dict[tuple[bytes, int, int, str], bytes]

    async def sign_vote(self, vote: Vote) -> Vote:
        """Note the vote."""
        self._note(vote, vote.kind.name, signed := await super().sign_vote(vote))
        return signed

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Note the proposal."""
        self._note(proposal, "PROPOSAL", signed := await super().sign_proposal(proposal))
        return signed

    def _note(self, message: Vote | ProposalMessage, name: str, signed: object) -> None:
        place = (self.address, message.height, message.round, name)
        words = digest(message, CHAIN_ID)
        assert words == self.seen.setdefault(place, words), f"two signatures at {place}"


def validators(count: int) -> ValidatorSet:
    """Set of the first few keys, with equal powers."""
    return ValidatorSet(tuple(Validator(address_of(k.public_key), 10) for k in KEYS[:count]))


@dataclass
class Home:
    """What survives a crash of one node: its directory and its chain."""

    directory: Path
    chain: ToyChain
    key: coincurve.PrivateKey = KEYS[0]
    seen: dict[tuple[bytes, int, int, str], bytes] = field(default_factory=dict)
    clock: Clock = field(default_factory=LoopClock)
    engine: Engine | None = None

    def signer(self) -> WatchedSigner:
        """Signer of this node, with its memory."""
        path, secret = self.directory / "sign_state.json", self.key.secret
        if not path.exists():
            WatchedSigner.create(secret, path, CHAIN_ID).close()
        signer = WatchedSigner(secret, path, CHAIN_ID)
        signer.seen = self.seen
        return signer

    def wal(self) -> Wal:
        """Log of this node."""
        return Wal(self.directory / "wal")

    async def live(
        self,
        network: Network | None = None,
        config: EngineConfig = CONFIG,
        fail_point: Callable[[str], None] = lambda name: None,
        observer: Observer | None = None,
    ) -> None:
        """Run the node until it is cancelled, a fail point raises, or it stops itself."""
        self.chain.pending = asyncio.Event()
        signer = self.signer()
        self.engine = Engine(
            self.chain,
            signer,
            self.wal(),
            self.clock,
            network or LoopbackNetwork(),
            config,
            CHAIN_ID,
            fail_point=fail_point,
            observer=observer,
        )
        try:
            await self.engine.run()
        finally:
            signer.close()

    async def run(
        self,
        heights: int,
        network: Network | None = None,
        config: EngineConfig = CONFIG,
        fail_point: Callable[[str], None] = lambda name: None,
    ) -> None:
        """Live until the chain has a height."""
        await reach([self], heights, [self.live(network, config, fail_point)])


async def reach(
    homes: Iterable[Home], heights: int, lives: Iterable[Coroutine[Any, Any, None]]
) -> None:
    """
    Live until every chain has a height: nobody stops before all are there, so that nobody is
    left without the help of the others. Raises what the first life that ends raises.
    """
    running = [asyncio.ensure_future(life) for life in lives]
    arrivals = asyncio.ensure_future(_all_arrived(list(homes), heights))
    try:
        await asyncio.wait({*running, arrivals}, return_when="FIRST_COMPLETED")
        for task in running:
            if task.done():
                task.result()
                raise AssertionError("a node stopped by itself")
    finally:
        for task in (*running, arrivals):
            task.cancel()
        await asyncio.gather(*running, arrivals, return_exceptions=True)


async def _all_arrived(homes: list[Home], heights: int) -> None:
    for node in homes:
        node.chain.stop_at, node.chain.stopped = heights, asyncio.Event()
        if len(node.chain.certificates) >= heights:
            node.chain.stopped.set()
    for node in homes:
        await node.chain.stopped.wait()


async def together(
    homes: list[Home], heights: int, hub: MemoryHub | None = None, config: EngineConfig = CONFIG
) -> None:
    """Let nodes named by their number live on one hub until all have a height."""
    hub = hub or MemoryHub()
    lives = [node.live(hub.join(str(i)), config) for i, node in enumerate(homes)]
    await reach(homes, heights, lives)


def home(path: Path, count: int = 1, who: int = 0) -> Home:
    """Node of one of the first few validators."""
    return Home(path / str(who), ToyChain(validators(count)), KEYS[who])


def homes(path: Path, count: int) -> list[Home]:
    """Nodes of all of the first few validators."""
    return [home(path, count, who) for who in range(count)]
