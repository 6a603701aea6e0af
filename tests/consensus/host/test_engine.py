"""The engine with a toy chain: decides, crashes anywhere and recovers, agrees with others."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import coincurve
import pytest
from eth_hash.auto import keccak

from chain.certificates import (
    address_of,
    digest,
    sign,
    verify_certificate,
)
from chain.errors import Malformed
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.effects import VoteEquivocation
from consensus.host.app import Candidate, ChainStatus, CommitResult, Verdict
from consensus.host.clock import Clock, SystemClock
from consensus.host.config import EngineConfig, TimeoutConfig
from consensus.host.engine import FAIL_POINTS, Engine
from consensus.host.height import LogAheadOfChain, SignedBlockLost
from consensus.host.network import (
    LoopbackNetwork,
    MemoryHub,
    Message,
    Network,
    ProposedBlock,
)
from consensus.host.records import EndHeight, encode_record
from consensus.host.signer import FileSigner, SignRefused
from consensus.host.wal import Wal, read_records

CHAIN_ID = 31337
KEYS = [coincurve.PrivateKey(bytes([n]) * 32) for n in (1, 2, 3, 4)]
FAST = TimeoutConfig(150, 50, 60, 20, 60, 20, 500)
CONFIG = EngineConfig(timeouts=FAST, block_interval_ms=1, resend_ms=50)


class Crash(BaseException):
    """The process dies at a fail point."""


@dataclass
class ToyChain:
    """A chain whose blocks say their height, their parent and a number. Survives crashes."""

    validators: ValidatorSet
    certificates: list[Certificate] = field(default_factory=list)
    blocks: list[bytes] = field(default_factory=list)
    executed: dict[BlockId, bytes] = field(default_factory=dict)
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
        """Build a block that nobody has built before."""
        assert last == (self.certificates[-1] if self.certificates else None)
        self.built += 1
        payload = b"%d|%s|%d|%d" % (height, self.head().hash.hex().encode(), self.built, round_)
        block_id = BlockId(Hash32(keccak(payload)), time_ms)
        self.executed[block_id] = payload
        return Candidate(block_id, payload)

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """Blocks are valid on their parent; anything else is not that block."""
        await asyncio.sleep(0)
        if keccak(payload) != block_id.hash:
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
    clock: Clock = field(default_factory=SystemClock)
    evidence: list[object] = field(default_factory=list)

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

    async def run(
        self,
        heights: int,
        network: Network | None = None,
        config: EngineConfig = CONFIG,
        fail_point: Callable[[str], None] = lambda name: None,
    ) -> None:
        """Run until the chain has a height, a fail point raises, or the engine stops itself."""
        self.chain.stop_at = heights
        if len(self.chain.certificates) >= heights:
            return
        self.chain.stopped, self.chain.pending = asyncio.Event(), asyncio.Event()
        signer = self.signer()
        engine = Engine(
            self.chain,
            signer,
            self.wal(),
            self.clock,
            network or LoopbackNetwork(),
            config,
            CHAIN_ID,
            fail_point=fail_point,
            on_evidence=self.evidence.append,
        )
        running = asyncio.ensure_future(engine.run())
        stopped = asyncio.ensure_future(self.chain.stopped.wait())
        try:
            await asyncio.wait({running, stopped}, timeout=20, return_when="FIRST_COMPLETED")
            if running.done():
                await running
            assert self.chain.stopped.is_set(), f"stands at {engine.round_state}"
        finally:
            for task in (running, stopped):
                task.cancel()
            await asyncio.gather(running, stopped, return_exceptions=True)
            signer.close()


def home(path: Path, count: int = 1, who: int = 0) -> Home:
    """Node of one of the first few validators."""
    return Home(path / str(who), ToyChain(validators(count)), KEYS[who])


def crash_at(name: str, times: int) -> Callable[[str], None]:
    """Fail point that dies when one place is passed for the nth time."""
    left = [times]

    def fail(passed: str) -> None:
        if passed == name:
            left[0] -= 1
            if left[0] == 0:
                raise Crash(name)

    return fail


def test_one_validator_decides_twenty_heights(tmp_path: Path) -> None:
    """A chain with one validator grows block by block, each on its parent, time rising."""
    node = home(tmp_path)
    asyncio.run(node.run(20))
    chain = node.chain
    assert list(range(1, 21)) == [c.height for c in chain.certificates[:20]]
    times = [c.block_id.time_ms for c in chain.certificates]
    assert sorted(set(times)) == times
    for earlier, block in zip(chain.certificates, chain.blocks[1:], strict=False):
        assert earlier.block_id.hash.hex().encode() == block.split(b"|")[1]


def test_old_logs_are_pruned(tmp_path: Path) -> None:
    """The log keeps the last height and the current one, not the whole past."""
    node = home(tmp_path)
    asyncio.run(node.run(5))
    assert len(list((node.directory / "wal").glob("*.wal"))) <= 2


@pytest.mark.parametrize("name", FAIL_POINTS)
def test_a_crash_anywhere_loses_nothing_and_signs_nothing_twice(tmp_path: Path, name: str) -> None:
    """Killed at the nth passing of each fail point, the chain goes on and never contradicts."""
    for times in range(1, 10):
        node = home(tmp_path / f"{times}")
        with pytest.raises(Crash):
            asyncio.run(node.run(10, fail_point=crash_at(name, times)))
        committed = list(node.chain.certificates)
        asyncio.run(node.run(len(committed) + 2))
        assert committed == node.chain.certificates[: len(committed)]


def test_crash_after_crash_recovers(tmp_path: Path) -> None:
    """A node that dies at every start, each time a little later, still gets on."""
    node = home(tmp_path)
    for times in range(1, 12):
        with pytest.raises(Crash):
            asyncio.run(node.run(1_000, fail_point=crash_at("wal.before_sync", times)))
    asyncio.run(node.run(3))
    assert len(node.chain.certificates) >= 3


def test_what_leads_to_words_is_durable_before_them(tmp_path: Path) -> None:
    """Nothing is signed or sent while a record of the log is only in memory (a9)."""
    node, checks = home(tmp_path), list[str]()

    class CountingWal(Wal):
        appended = 0

        def open_height(self, height: Height) -> list[bytes]:
            self.height, self.appended = height, 0
            return super().open_height(height)

        def append(self, payload: bytes) -> None:
            self.appended += 1
            super().append(payload)

        def check(self, moment: str) -> None:
            on_disk, _ = read_records(self.path(self.height).read_bytes())
            assert self.appended == len(on_disk), f"{moment}: records are only in memory"
            checks.append(moment)

    wal = CountingWal(node.directory / "wal")

    class CheckingNetwork(LoopbackNetwork):
        async def broadcast(self, message: Message) -> None:
            wal.check("sent")

    def at(name: str) -> None:
        if name in ("sign.before", "commit.before", "end_height.after"):
            wal.check(name)

    node.wal = lambda: wal  # type: ignore[method-assign]
    asyncio.run(node.run(1, CheckingNetwork(), fail_point=at))
    signed_and_sent = ["sign.before", "sent"] * 3
    assert [*signed_and_sent, "commit.before", "end_height.after"] == checks[:8]


def test_lost_log_goes_on_in_a_later_round(tmp_path: Path) -> None:
    """tendermint#8739: signed a prevote, lost the log: no second one, yet the chain goes on."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        asyncio.run(node.run(1, fail_point=crash_at("sign.after", 2)))
    shutil.rmtree(node.directory / "wal")
    asyncio.run(node.run(2))
    assert node.chain.certificates[0].round == 1


def test_damaged_tail_of_the_log_goes_on(tmp_path: Path) -> None:
    """tendermint#3089: whatever is cut off the log's tail, the node starts and gets on."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        asyncio.run(node.run(1, fail_point=crash_at("sign.before", 3)))
    (log,) = (node.directory / "wal").glob("*.wal")
    whole = log.read_bytes()
    for kept in range(0, len(whole), 17):
        copy = home(tmp_path / f"{kept}")
        shutil.copytree(node.directory, copy.directory)
        (copy.directory / "wal" / log.name).write_bytes(whole[:kept] + b"\x00garbage")
        copy.seen = dict(node.seen)
        asyncio.run(copy.run(1))


def test_lost_lock_stops_a_lone_validator(tmp_path: Path) -> None:
    """A precommitted block that the log has lost is never forgotten: the node says so."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        asyncio.run(node.run(1, fail_point=crash_at("sign.after", 3)))
    shutil.rmtree(node.directory / "wal")
    with pytest.raises(SignedBlockLost):
        asyncio.run(node.run(1))


def test_log_of_a_committed_height_is_not_replayed(tmp_path: Path) -> None:
    """A log that ends a height the chain does not have means a lost database."""
    node = home(tmp_path)
    wal = node.wal()
    wal.open_height(Height(1))
    wal.append(encode_record(EndHeight(Height(1))))
    wal.close()
    with pytest.raises(LogAheadOfChain):
        asyncio.run(node.run(1))


def test_instant_mode_waits_for_transactions(tmp_path: Path) -> None:
    """With a long interval, a block comes as soon as transactions wait and not before."""
    slow = EngineConfig(timeouts=FAST, block_interval_ms=60_000, instant=True)
    node = home(tmp_path)
    asyncio.run(node.run(1, config=slow))  # genesis is long ago: the first comes at once

    async def story() -> None:
        running = asyncio.ensure_future(node.run(2, config=slow))
        await asyncio.sleep(0.2)
        assert len(node.chain.certificates) == 1
        node.chain.pending.set()
        await asyncio.wait_for(running, 5)

    asyncio.run(story())


def test_failure_of_the_application_stops_the_engine(tmp_path: Path) -> None:
    """What fails beside the loop is raised by it, not lost in a task."""
    node = home(tmp_path)

    async def broken(*_: object) -> Candidate:
        raise RuntimeError("disk full")

    node.chain.propose = broken  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="disk full"):
        asyncio.run(node.run(1))


def test_four_validators_decide_the_same_chain(tmp_path: Path) -> None:
    """Four engines on one network commit the same blocks, whoever proposes."""

    async def story() -> list[Home]:
        hub = MemoryHub()
        nodes = [home(tmp_path, 4, who) for who in range(4)]
        await asyncio.gather(*(n.run(6, hub.join(str(i))) for i, n in enumerate(nodes)))
        return nodes

    nodes = asyncio.run(story())
    chains = [[c.block_id for c in node.chain.certificates[:6]] for node in nodes]
    assert [chains[0]] * 4 == chains


def test_three_of_four_go_on_and_the_fourth_catches_up(tmp_path: Path) -> None:
    """One validator cut off does not stop the others; joined again, it gets the last block."""

    async def story() -> list[Home]:
        hub = MemoryHub()
        nodes = [home(tmp_path, 4, who) for who in range(4)]
        hub.passes = lambda sender, receiver, message: "3" not in (sender, receiver)
        held = EngineConfig(timeouts=FAST, block_interval_ms=400, resend_ms=50)
        runs = [
            asyncio.ensure_future(n.run(2, hub.join(str(i)), held)) for i, n in enumerate(nodes)
        ]
        while not nodes[0].chain.certificates:
            await asyncio.sleep(0.01)
        assert nodes[3].chain.certificates == []
        hub.passes = lambda sender, receiver, message: True
        await asyncio.gather(*runs)
        return nodes

    nodes = asyncio.run(story())
    assert nodes[0].chain.certificates[0].block_id == nodes[3].chain.certificates[0].block_id


def test_votes_lost_on_the_way_are_repeated(tmp_path: Path) -> None:
    """tendermint#8025: with the first of every message lost, resending still decides."""

    async def story() -> list[Home]:
        hub, heard = MemoryHub(), set[tuple[str, str, bytes]]()

        def second_time_only(sender: str, receiver: str, message: Message) -> bool:
            key = (sender, receiver, repr(message).encode())
            known = key in heard
            heard.add(key)
            return known

        hub.passes = second_time_only
        nodes = [home(tmp_path, 4, who) for who in range(4)]
        await asyncio.gather(*(n.run(2, hub.join(str(i))) for i, n in enumerate(nodes)))
        return nodes

    nodes = asyncio.run(story())
    assert len({node.chain.certificates[1].block_id for node in nodes}) == 1


def test_lies_of_a_peer_are_dropped_or_proven(tmp_path: Path) -> None:
    """Bad signatures, strangers and false payloads are dropped; contradictions are evidence."""

    def forged(kind: VoteKind, block: BlockId | None, key: coincurve.PrivateKey) -> Vote:
        address = address_of(key.public_key)
        return sign(Vote(kind, Height(1), Round(0), block, NO_ROUND, address), CHAIN_ID, key)

    async def story() -> list[Home]:
        hub = MemoryHub()
        liar = hub.join("liar")
        nodes = [home(tmp_path, 4, who) for who in range(3)]
        networks = [hub.join(str(i)) for i in range(3)]
        block = BlockId(Hash32(b"\x01" * 32), Milliseconds(5))
        stranger = coincurve.PrivateKey(b"\x77" * 32)
        true = forged(VoteKind.PREVOTE, None, KEYS[3])
        lies: list[Message] = [
            true,
            forged(VoteKind.PREVOTE, block, KEYS[3]),
            forged(VoteKind.PREVOTE, block, stranger),
            Vote(true.kind, true.height, true.round, block, NO_ROUND, true.validator, bytes(65)),
            Vote(true.kind, true.height, true.round, None, NO_ROUND, Address(bytes(20)), b"x"),
            _false_proposal(block),
        ]
        for lie in lies:
            await liar.broadcast(lie)
        await asyncio.gather(*(n.run(2, networks[i]) for i, n in enumerate(nodes)))
        return nodes

    nodes = asyncio.run(story())
    assert all(isinstance(node.evidence[0], VoteEquivocation) for node in nodes)
    assert len({node.chain.certificates[1].block_id for node in nodes}) == 1


def _false_proposal(block: BlockId) -> ProposedBlock:
    """Proposal of round 0 by its true proposer, with a payload that is another block."""
    proposer = validators(4).proposer.address
    key = next(k for k in KEYS if address_of(k.public_key) == proposer)
    message = ProposalMessage(Height(1), Round(0), block, NO_ROUND, proposer)
    return ProposedBlock(sign(message, CHAIN_ID, key), b"not this block")


def test_signer_that_refuses_does_not_stop_the_node(tmp_path: Path) -> None:
    """A refusal costs the vote, not the node."""
    node = home(tmp_path)

    class Reluctant(WatchedSigner):
        refused = False

        async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
            if not self.refused:
                self.refused = True
                raise SignRefused("not now")
            return await super().sign_proposal(proposal)

    made = node.signer
    node.signer = lambda: _as(made(), Reluctant)  # type: ignore[method-assign]
    asyncio.run(node.run(1))
    assert node.chain.certificates[0].round == 1


def _as(signer: WatchedSigner, kind: type[WatchedSigner]) -> WatchedSigner:
    signer.__class__ = kind
    return signer
