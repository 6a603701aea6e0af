"""
The consensus engine: one height after another, for as long as the node runs.

    App.status -> HeightRun(H) -> decided -> App.commit -> log ends H -> HeightRun(H + 1) -> ...

The engine alone knows which height is the current one, and a height ends in one way only: its
run decides, by votes or by a certified block that was fetched. Order at the end of a height:
the decision's inputs are in the log; the application commits block, state and certificate in
one durable batch; the log notes the end; older logs go. A crash between any two of these is
made good by the next start.
"""

import asyncio
import itertools
from collections.abc import Callable

from chain.errors import Invalid
from chain.types.certificate import Vote
from chain.types.primitives import Height, Milliseconds
from chain.types.validators import ValidatorSet
from consensus.core.driver import Driver
from consensus.core.round import RoundState
from consensus.host.app import App, ChainStatus
from consensus.host.beside import Beside, first_of
from consensus.host.clock import Clock
from consensus.host.config import (
    AHEAD_BYTES_MAX,
    AHEAD_MESSAGES_MAX,
    FAULT_POINTS_FALSE,
    EngineConfig,
)
from consensus.host.durable import Durably, at_once
from consensus.host.evidence import EvidenceDesk
from consensus.host.height import Arrival, HeightRun
from consensus.host.last_commit import LastCommit
from consensus.host.memory_check import refuse_lost_memory
from consensus.host.network import (
    BlockRequest,
    CertifiedBlock,
    EvidenceMessage,
    Inbound,
    Network,
    NoBlock,
    StatusMessage,
    VoteBundle,
    height_of,
    size_bytes,
)
from consensus.host.observer import NullObserver, Observer
from consensus.host.queues import FairQueue
from consensus.host.records import EndHeight, encode_record
from consensus.host.serving import BlockServer
from consensus.host.signer import Signer
from consensus.host.surroundings import Surroundings
from consensus.host.sync import BlockSync
from consensus.host.wal import Wal

FAIL_POINTS = (
    "wal.before_sync",
    "wal.after_sync",
    "sign.before",
    "sign.after",
    "commit.before",
    "commit.after",
    "end_height.after",
)

SORTED_AT_ONCE = 100  # messages put into their queues before others get their turn


class Engine:
    """
    Drives a chain through its App with the messages of a Network.

    `fail_point` is called with each name of FAIL_POINTS as it is passed; a test that raises
    there crashes the engine at that very place. `observer` is told of what happens. Given a
    loop and a clock that are deterministic, so is everything the engine does.
    """

    def __init__(
        self,
        app: App,
        signer: Signer,
        wal: Wal,
        clock: Clock,
        network: Network,
        config: EngineConfig,
        chain_id: int,
        *,
        fail_point: Callable[[str], None] = lambda name: None,
        observer: Observer | None = None,
        durably: Durably = at_once,
    ) -> None:
        observer = observer or NullObserver()
        self._evidence = EvidenceDesk(app, network, observer, lambda: signer.address)
        self._server = BlockServer(app, network, clock, config.sync)
        self._around = Surroundings(
            app,
            signer,
            wal,
            clock,
            network,
            config,
            chain_id,
            fail_point,
            observer,
            self._evidence.found,
            self._false_block,
            durably,
        )
        self._sync = BlockSync(network, config.sync, Height(0), clock.now_ms(), alone=True)
        self._beside = Beside(self._fail)
        self._failed: Exception | None = None
        self._run: HeightRun | None = None
        self._status: ChainStatus | None = None
        self._last_commit = LastCommit(None, None, chain_id)
        self._oldest_height = Height(0)
        self._news = asyncio.Event()  # a peer has said how far it is
        self._following: Arrival | None = None  # a fetched block whose turn is next
        self._ahead: FairQueue[Arrival] = FairQueue(AHEAD_MESSAGES_MAX, AHEAD_BYTES_MAX)

    @property
    def round_state(self) -> RoundState | None:
        """Where the current height stands; None between heights."""
        return None if self._run is None else self._run.driver.state

    @property
    def driver(self) -> Driver | None:
        """The current height's core, to look at and not to touch; None between heights."""
        return None if self._run is None else self._run.driver

    def claim_of(self, peer: str) -> StatusMessage | None:
        """Return what a peer says to have, None where it said nothing."""
        return self._sync.claim_of(peer)

    @property
    def height(self) -> Height:
        """Height being decided: one above the committed one; 0 before the start."""
        return Height(0) if self._status is None else Height(self._status.height + 1)

    @property
    def validators(self) -> ValidatorSet | None:
        """Validators of the height being decided; None before the start."""
        return None if self._status is None else self._status.validators

    @property
    def is_behind(self) -> bool:
        """Whether blocks are being fetched that peers have and this node has not."""
        return self._sync.is_behind(self._around.clock.now_ms())

    @property
    def target(self) -> Height:
        """The highest height that a peer claims to have committed, at least this node's own."""
        return self._sync.target(self._around.clock.now_ms())

    async def run(self) -> None:
        """
        Decide heights until cancelled.

        Raises ConsensusHalted, LogAheadOfChain, VerdictChanged, SignedBlockLost or
        SignStateLost when going on would be wrong, and whatever the application raises.
        """
        around = self._around
        status = self._status = await around.app.status()
        checked = around.config.double_sign_check_heights
        await refuse_lost_memory(around.app, around.signer, status.height, checked)
        self._last_commit = LastCommit(status.certificate, None, around.chain_id)
        self._oldest_height = await around.app.oldest_height()
        self._sync = BlockSync(
            around.network,
            around.config.sync,
            status.height,
            around.clock.now_ms(),
            alone=self._needs_nobody(status.validators),
        )
        try:
            for work in (self._listen, self._evidence.run, self._server.run):
                self._beside.spawn(work)
            self._beside.spawn(self._announce_regularly)
            self._beside.spawn(self._ask_regularly)
            while True:
                await self._run_height()
        finally:
            await self._beside.stop()
            self._run = None

    async def _run_height(self) -> None:
        assert self._status is not None, "started"
        around, parent = self._around, self._status
        run = self._run = HeightRun(around, parent, self._last_commit, self._until_level)
        if self._following is not None:
            run.deliver(self._following)
        await self._sort_again()
        if self._failed is not None:
            raise self._failed
        decided = await run.run()
        certificate = decided.certificate
        self._run = None
        self._last_commit = LastCommit(certificate, parent.validators, around.chain_id)
        around.fail_point("commit.before")
        result = await around.app.commit(certificate)
        around.fail_point("commit.after")
        around.wal.append(encode_record(EndHeight(run.height)))
        await around.durably(around.wal.sync)
        around.fail_point("end_height.after")
        await around.durably(lambda: around.wal.prune(run.height))
        self._status = ChainStatus(run.height, certificate.block_id, certificate, result.validators)
        await self._end_height(run, parent, decided)

    async def _end_height(
        self, run: HeightRun, parent: ChainStatus, decided: CertifiedBlock
    ) -> None:
        now_ms = self._around.clock.now_ms()
        self._around.observer.on_commit(decided.certificate, parent.validators, now_ms)
        assert self._status is not None, "started"
        self._sync.alone = self._needs_nobody(self._status.validators)
        following = self._sync.committed(run.height, run.fetched, now_ms)
        self._following = None if following is None else Arrival(following, now_ms)
        for arrival in run.leftovers():
            await self._take_late(arrival.inbound)
        await self._around.network.broadcast(StatusMessage(run.height, self._oldest_height))

    def _needs_nobody(self, validators: ValidatorSet) -> bool:
        return validators.is_quorum(validators.power_of(self._around.signer.address))

    # What peers say.

    async def _listen(self) -> None:
        """Take messages as they come; none of them may wait long here."""
        for count in itertools.count(1):
            inbound = await self._around.network.receive()
            if count % SORTED_AT_ONCE == 0:
                await asyncio.sleep(0)  # a full inbox does not keep the loop to itself
            arrival = Arrival(inbound, self._around.clock.now_ms())
            match inbound.message:
                case StatusMessage() as status:
                    self._sync.heard(inbound.peer, status, arrival.received_ms)
                    self._news.set()
                case BlockRequest(height):
                    self._server.ask(inbound.peer, height)
                case NoBlock(height):
                    self._sync.no_block(inbound.peer, height, arrival.received_ms)
                case EvidenceMessage(evidence):
                    self._evidence.received(inbound.peer, evidence)
                case CertifiedBlock():
                    if (due := self._sync.take(inbound, arrival.received_ms)) is not None:
                        self._deliver(Arrival(due, arrival.received_ms))
                case _:
                    await self._sort(arrival)

    async def _sort(self, arrival: Arrival) -> None:
        """Put a word of consensus where it belongs: now, next, late, or a hint of a lag."""
        height = height_of(arrival.inbound.message)
        if height is None:
            return
        if height == self.height:
            self._deliver(arrival)
        elif height == self.height + 1:
            self._keep_ahead(arrival)
        elif height > self.height:
            self._sync.heard_of(arrival.inbound.peer, height, arrival.received_ms)
        else:
            await self._take_late(arrival.inbound)

    def _deliver(self, arrival: Arrival) -> None:
        """Hand a message of the current height to its run; between runs it waits."""
        if self._run is None:
            self._keep_ahead(arrival)
        else:
            self._run.deliver(arrival)

    def _keep_ahead(self, arrival: Arrival) -> None:
        inbound = arrival.inbound
        self._ahead.put(inbound.peer, arrival, size_bytes(inbound.message))

    async def _sort_again(self) -> None:
        """Sort once more what came early, or while the last height was being committed."""
        for arrival in self._ahead.drain():
            await self._sort(arrival)

    async def _take_late(self, inbound: Inbound) -> None:
        """Add late precommits of the last height to its proof, and pass them on."""
        match inbound.message:
            case Vote() as vote:
                votes: tuple[Vote, ...] = (vote,)
            case VoteBundle(votes):
                pass
            case _:
                return
        try:
            for vote in votes:
                if self._last_commit.add(vote):
                    self._around.observer.on_late_vote(vote)
                    await self._around.network.broadcast(vote)
        except Invalid as error:
            self._around.network.report(inbound.peer, FAULT_POINTS_FALSE, str(error))

    def _false_block(self, peer: str, height: Height, reason: str) -> None:
        self._sync.refused(peer, height, reason, self._around.clock.now_ms())

    # What goes on beside the heights.

    async def _until_level(self) -> None:
        """Return once nothing shows that the current height is decided elsewhere."""
        tick_ms = Milliseconds(self._around.config.sync.tick_ms)
        while self._sync.holds(self._around.clock.now_ms()):
            self._news.clear()
            await first_of(self._around.clock.sleep_ms(tick_ms), self._news.wait())

    async def _announce_regularly(self) -> None:
        while True:
            status = StatusMessage(Height(self.height - 1), self._oldest_height)
            await self._around.network.broadcast(status)
            await self._around.clock.sleep_ms(Milliseconds(self._around.config.status_ms))
            self._oldest_height = await self._around.app.oldest_height()

    async def _ask_regularly(self) -> None:
        """Ask for blocks that are missing."""
        while True:
            await self._around.clock.sleep_ms(Milliseconds(self._around.config.sync.tick_ms))
            now_ms = self._around.clock.now_ms()
            for peer, request in self._sync.tick(now_ms):
                await self._around.network.send(peer, request)
            if self._sync.is_behind(now_ms):
                self._around.observer.on_behind(Height(self.height - 1), self._sync.target(now_ms))

    def _fail(self, error: Exception) -> None:
        """Something beside the heights failed: the current height stops with it."""
        self._failed = error
        if self._run is not None:
            self._run.fail(error)
