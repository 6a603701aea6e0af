"""
One height, hosted: inputs into the log and the core, effects out into the world, in order.

    peers, timers, app -> events -> log + Driver -> effects -> sign, send, wait, build, decide

Everything happens in one task, one event after another; slow work (building, executing,
waiting) runs beside it and comes back as an event. After a crash the log is fed to the core
again, and what it still asks for is done.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import ParamSpec

from chain.certificates import verify_certificate, verify_message
from chain.errors import ChainError, Invalid
from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.primitives import Height, Milliseconds, Round
from consensus.core.driver import Driver
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    Evidence,
    GetValue,
    Halt,
    ReportEvidence,
    ScheduleTimeout,
)
from consensus.core.inputs import (
    CertificateReceived,
    Input,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    ValueBuilt,
    VoteReceived,
)
from consensus.core.round import Step
from consensus.host.app import App, Candidate, ChainStatus
from consensus.host.clock import Clock
from consensus.host.config import PAYLOAD_BYTES_MAX, PEER_EVENTS_MAX, EngineConfig
from consensus.host.network import CertifiedBlock, Inbound, Network, ProposedBlock
from consensus.host.records import BlockReceived, EndHeight, Record, decode_record, encode_record
from consensus.host.signer import Signer, SignRefused
from consensus.host.wal import Wal

Work = ParamSpec("Work")

log = logging.getLogger(__name__)


class ConsensusHalted(ChainError):
    """More than two thirds decided a block that is invalid here; the node must stop."""


class LogAheadOfChain(ChainError):
    """The log says that a height is committed, and the chain does not have it."""


class VerdictChanged(ChainError):
    """A block that was valid before the restart is not now, or the reverse."""


class SignedBlockLost(ChainError):
    """This validator precommitted a block that its log has lost, and cannot go on without it."""


class PayloadTooLarge(Invalid):
    """A proposed block over the limit."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts an engine works with; the same for all heights."""

    app: App
    signer: Signer
    wal: Wal
    clock: Clock
    network: Network
    config: EngineConfig
    chain_id: int
    fail_point: Callable[[str], None]
    on_evidence: Callable[[Evidence], None]


@dataclass(frozen=True, slots=True)
class _Peer:
    inbound: Inbound
    received_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class _Built:
    round: Round
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class _Judged:
    block_id: BlockId
    valid: bool | None  # None: the payload was not that block


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


@dataclass(frozen=True, slots=True)
class _Resend:
    """Time to repeat what peers may lack (tendermint#8025)."""


_Event = Input | _Peer | _Built | _Judged | _Failed | _Resend


class HeightRun:
    """Runs one height from its log, or its start, to its decision."""

    def __init__(self, around: Surroundings, parent: ChainStatus) -> None:
        self._around = around
        self._parent = parent
        self.height = Height(parent.height + 1)
        self.driver = Driver(self.height, parent.validators, around.signer.address)
        self._events: asyncio.Queue[_Event] = asyncio.Queue()
        self._effects: deque[Effect] = deque()
        self._payloads: dict[BlockId, bytes] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._peer_events = 0
        self._silent = False
        self._decided: Certificate | None = None

    async def run(self) -> CertifiedBlock:
        """Return the decided block. Raises what stops the node."""
        try:
            await self._replay()
            await self._perform_all()
            self._spawn(self._start_when_due)
            self._spawn(self._resend_regularly)
            while self._decided is None:
                await self._handle(await self._events.get())
                await self._perform_all()
        finally:
            await self._stop_tasks()
        return CertifiedBlock(self._decided, self._payloads[self._decided.block_id])

    def deliver(self, inbound: Inbound) -> None:
        """Take a message of a peer; dropped when too many wait, the peer repeats it."""
        if self._peer_events < PEER_EVENTS_MAX:
            self._peer_events += 1
            self._events.put_nowait(_Peer(inbound, self._around.clock.now_ms()))

    # Events.

    async def _handle(self, event: _Event) -> None:
        match event:
            case _Peer(inbound, received_ms):
                self._peer_events -= 1
                self._handle_peer(inbound, received_ms)
            case _Built(round_, candidate):
                self._keep_payload(candidate.block_id, candidate.payload)
                self._feed(ProposedValue(candidate.block_id, True))
                self._feed(ValueBuilt(self.height, round_, candidate.block_id))
            case _Judged(block_id, valid):
                if valid is None:
                    self._payloads.pop(block_id, None)
                elif self.driver.verdict(block_id) is None:
                    self._feed(ProposedValue(block_id, valid))
            case _Failed(error):
                raise error
            case _Resend():
                await self._resend()
            case _:
                self._feed(event)

    def _handle_peer(self, inbound: Inbound, received_ms: Milliseconds) -> None:
        """Verify and feed one message; nonsense is dropped with a line in the log."""
        try:
            match inbound.message:
                case Vote() as vote:
                    verify_message(vote, self._around.chain_id)
                    self._feed(VoteReceived(vote))
                case ProposedBlock(message, payload):
                    self._take_proposal(message, payload, received_ms)
                case CertifiedBlock(certificate, payload):
                    self._take_certified(certificate, payload)
        except Invalid as error:
            log.warning("peer %s: %s", inbound.peer, error)
            return
        if self._around.config.instant and self.driver.state.step is Step.NEW_HEIGHT:
            self._feed(StartHeight(self.height))

    def _take_proposal(
        self, message: ProposalMessage, payload: bytes, received_ms: Milliseconds
    ) -> None:
        self.driver.check_proposal(message)
        verify_message(message, self._around.chain_id)
        timely = self._around.config.is_timely(message.block_id.time_ms, received_ms, message.round)
        self._feed(ProposalReceived(message, timely))
        self._take_payload(message.block_id, payload)

    def _take_certified(self, certificate: Certificate, payload: bytes) -> None:
        if certificate.height == self.height:
            verify_certificate(certificate, self._parent.validators, self._around.chain_id)
            self._feed(CertificateReceived(certificate))
            self._take_payload(certificate.block_id, payload)

    def _take_payload(self, block_id: BlockId, payload: bytes) -> None:
        if len(payload) > PAYLOAD_BYTES_MAX:
            raise PayloadTooLarge(
                f"expected a block of at most {PAYLOAD_BYTES_MAX} bytes, found {len(payload)}"
            )
        if block_id not in self._payloads:
            self._keep_payload(block_id, payload)
            self._spawn(self._judge, block_id, payload)

    def _keep_payload(self, block_id: BlockId, payload: bytes) -> None:
        self._payloads[block_id] = payload
        self._write(BlockReceived(block_id, payload))

    def _feed(self, happened: Input) -> None:
        """Into the core, then the log: an input that the core refuses leaves no trace."""
        effects = self.driver.apply(happened)
        self._write(happened)
        self._effects.extend(effects)

    def _write(self, record: Record) -> None:
        self._around.wal.append(encode_record(record))

    def _sync(self) -> None:
        self._around.fail_point("wal.before_sync")
        self._around.wal.sync()
        self._around.fail_point("wal.after_sync")

    # Effects.

    async def _perform_all(self) -> None:
        while self._effects and self._decided is None:
            await self._perform(self._effects.popleft())

    async def _perform(self, effect: Effect) -> None:
        match effect:
            case Broadcast(message):
                await self._speak(message)
            case ScheduleTimeout(timeout):
                if timeout.round >= self.driver.state.round:
                    self._spawn(self._wait, timeout)
            case GetValue(_, round_):
                wanted = self.driver.state.value_requested
                if wanted and round_ == self.driver.state.round:
                    self._spawn(self._build, round_)
            case ReportEvidence(evidence):
                self._around.on_evidence(evidence)
            case Decide(certificate):
                self._sync()
                self._decided = certificate
            case Halt(height, round_, block_id):
                raise ConsensusHalted(
                    f"height {height} round {round_}: two thirds decided block "
                    f"0x{block_id.hash.hex()}, which is invalid here"
                )

    async def _speak(self, message: Vote | ProposalMessage) -> None:
        """Sign, log, count and send an own message; what led to it is durable before."""
        if self._silent or self.driver.has_spoken(message):
            return
        self._sync()
        self._around.fail_point("sign.before")
        try:
            if isinstance(message, Vote):
                said: Input = VoteReceived(vote := await self._around.signer.sign_vote(message))
            else:
                signed = await self._around.signer.sign_proposal(message)
                said = ProposalReceived(signed, timely=True)
        except SignRefused as error:
            log.error("height %d: the signer refuses: %s", self.height, error)
            self._go_on_after_refusal()
            return
        self._around.fail_point("sign.after")
        self._feed(said)
        self._sync()
        if isinstance(said, ProposalReceived):
            payload = self._payloads[said.message.block_id]
            await self._around.network.broadcast(ProposedBlock(said.message, payload))
        else:
            await self._around.network.broadcast(vote)

    def _go_on_after_refusal(self) -> None:
        """
        Go on although the log has lost what was signed; the signer protects against saying
        other words, this protects against forgetting a lock (tendermint#8739).

        Without a precommitted block nothing was locked: go on in the round after the last
        one signed in. With one that the log does not have: be silent for this height if the
        others are enough, else stop.
        """
        state, locked = self._around.signer.state, self.driver.state.locked
        lost = state.precommitted if state.height == self.height else None
        if lost is not None and (locked is None or locked.round < lost.round):
            mine = self._parent.validators.power_of(self._around.signer.address)
            if not self._parent.validators.is_quorum(self._parent.validators.total_power - mine):
                raise SignedBlockLost(
                    f"height {self.height}: expected block 0x{lost.block_id.hash.hex()} in the "
                    f"log, because this validator precommitted it in round {lost.round}; found "
                    "it lost; restore the log from its copy or the chain from a peer"
                )
            self._silent = True
        elif state.height == self.height and state.round >= self.driver.state.round:
            self._feed(StartHeight(self.height, Round(state.round + 1)))

    # Work beside the loop; each piece ends in an event.

    async def _start_when_due(self) -> None:
        """Wait for the block interval, or in instant mode for the first transaction."""
        config, clock = self._around.config, self._around.clock
        due_ms = self._parent.block_id.time_ms + config.block_interval_ms - clock.now_ms()
        span_ms = Milliseconds(min(max(due_ms, 0), config.block_interval_ms))
        waits = [asyncio.ensure_future(clock.sleep_ms(span_ms))]
        if config.instant:
            waits.append(asyncio.ensure_future(self._around.app.transactions_waiting()))
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for finished in done:
                finished.result()
        finally:
            for waiting in waits:
                waiting.cancel()
        if self.driver.state.step is Step.NEW_HEIGHT:
            self._events.put_nowait(StartHeight(self.height))

    async def _wait(self, timeout: Timeout) -> None:
        await self._around.clock.sleep_ms(self._around.config.timeouts.duration_ms(timeout))
        self._events.put_nowait(TimeoutElapsed(timeout))

    async def _build(self, round_: Round) -> None:
        parent_ms = self._parent.block_id.time_ms
        time_ms = Milliseconds(max(self._around.clock.now_ms(), parent_ms + 1))
        candidate = await self._around.app.propose(
            self.height, round_, time_ms, self._parent.certificate
        )
        self._events.put_nowait(_Built(round_, candidate))

    async def _judge(self, block_id: BlockId, payload: bytes) -> None:
        self._events.put_nowait(_Judged(block_id, await self._verdict(block_id, payload)))

    async def _verdict(self, block_id: BlockId, payload: bytes) -> bool | None:
        """Whether a block is valid; None when the payload is not that block."""
        if block_id.time_ms <= self._parent.block_id.time_ms:
            log.warning("height %d: a block not later than its parent", self.height)
            return False
        try:
            verdict = await self._around.app.validate(self.height, block_id, payload)
        except Invalid as error:
            log.warning("height %d: a payload that is not its block: %s", self.height, error)
            return None
        if not verdict.valid:
            log.warning(
                "height %d: block 0x%s is invalid: %s",
                self.height,
                block_id.hash.hex(),
                verdict.reason,
            )
        return verdict.valid

    async def _resend_regularly(self) -> None:
        while True:
            await self._around.clock.sleep_ms(Milliseconds(self._around.config.resend_ms))
            self._events.put_nowait(_Resend())

    async def _resend(self) -> None:
        """Repeat what peers may lack to come as far as this node."""
        for message in self.driver.messages_to_resend():
            if isinstance(message, Vote):
                await self._around.network.broadcast(message)
            elif (payload := self._payloads.get(message.block_id)) is not None:
                await self._around.network.broadcast(ProposedBlock(message, payload))

    def _spawn(
        self,
        work: Callable[Work, Coroutine[None, None, None]],
        *args: Work.args,
        **kwargs: Work.kwargs,
    ) -> None:
        task = asyncio.create_task(self._guarded(work, *args, **kwargs))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(
        self,
        work: Callable[Work, Coroutine[None, None, None]],
        *args: Work.args,
        **kwargs: Work.kwargs,
    ) -> None:
        """Bring a failure beside the loop into the loop, where it stops the node."""
        try:
            await work(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - raised again by the loop, nothing is hidden
            self._events.put_nowait(_Failed(error))

    async def _stop_tasks(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # Restart.

    async def _replay(self) -> None:
        """
        Feed the log to the core; what it asks for is kept and done afterwards.

        Blocks are executed again, so that the application has the results to commit, and
        their verdicts must not have changed.
        """
        verdicts: dict[BlockId, bool | None] = {}
        for data in self._around.wal.open_height(self.height):
            match decode_record(data):
                case BlockReceived(block_id, payload):
                    verdicts[block_id] = await self._verdict(block_id, payload)
                    self._payloads[block_id] = payload
                case EndHeight(height):
                    raise LogAheadOfChain(
                        f"expected height {height} in the chain, because the log ends it; "
                        f"found the chain at {self._parent.height}"
                    )
                case ProposedValue(block_id, valid) as happened:
                    if verdicts.get(block_id) is not valid:
                        raise VerdictChanged(
                            f"height {self.height} block 0x{block_id.hash.hex()}: expected "
                            f"verdict {valid} as before, found {verdicts.get(block_id)}"
                        )
                    self._effects.extend(self.driver.apply(happened))
                case happened:
                    self._effects.extend(self.driver.apply(happened))
        for block_id, verdict in verdicts.items():
            self._events.put_nowait(_Judged(block_id, verdict))
