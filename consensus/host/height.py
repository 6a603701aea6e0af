"""
One height, hosted: inputs into the log and the core, effects out into the world, in order.

    peers, timers, app -> events -> log + Driver -> effects -> sign, send, wait, build, decide

Everything happens in one task, one event after another; slow work (building, executing,
waiting) runs beside it and comes back as an event. Each source of events has its turn, so
that no peer can starve another or the timers. After a crash the log is fed to the core again,
and what it still asks for is done.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from chain.types.certificate import Certificate
from chain.types.primitives import Milliseconds, Round
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    Halt,
    ReportEvidence,
    ScheduleTimeout,
    Share,
)
from consensus.core.inputs import (
    Input,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    ValueBuilt,
)
from consensus.core.round import Step
from consensus.host.app import Candidate, ChainStatus
from consensus.host.beside import Beside, first_of
from consensus.host.config import PEER_BYTES_MAX, PEER_EVENTS_MAX
from consensus.host.intake import Intake
from consensus.host.journal import Journal
from consensus.host.last_commit import LastCommit
from consensus.host.network import (
    CertifiedBlock,
    Inbound,
    ProposedBlock,
    VoteBundle,
    size_bytes,
)
from consensus.host.payloads import Judged, Payloads
from consensus.host.queues import FairQueue
from consensus.host.reminders import Reminders
from consensus.host.replay import replay
from consensus.host.surroundings import ConsensusHalted, Surroundings
from consensus.host.voice import Voice

OWN = ""  # source of events that are no peer's


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message of a peer and when it came."""

    inbound: Inbound
    received_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class _Built:
    round: Round
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


@dataclass(frozen=True, slots=True)
class _Resend:
    """Time to repeat what peers may lack (tendermint#8025)."""


_Event = Input | Arrival | _Built | Judged | _Failed | _Resend


class HeightRun:
    """
    Runs the height after `parent` from its log, or its start, to its decision.

    `level` returns once this node is not, or not known to be, behind the others: until then it
    listens and commits what comes certified, and does not begin to speak.
    """

    def __init__(
        self,
        around: Surroundings,
        parent: ChainStatus,
        last_commit: LastCommit,
        level: Callable[[], Awaitable[None]],
    ) -> None:
        self._around, self._parent = around, parent
        self._last_commit, self._level = last_commit, level
        self._events: FairQueue[_Event] = FairQueue(PEER_EVENTS_MAX, PEER_BYTES_MAX)
        self._beside = Beside(lambda error: self._happens(_Failed(error)))
        self._journal = Journal(around, parent)
        self._payloads = Payloads(around, self._journal, self._beside, self._happens)
        self._voice = Voice(around, self._journal, self._payloads)
        self._reminders = Reminders(self._payloads.get)
        self._intake = Intake(around, self._journal, self._payloads, self._voice, self._reminders)
        self._held = True
        self._decided: Certificate | None = None
        self.height, self.driver = self._journal.height, self._journal.driver

    @property
    def fetched(self) -> bool:
        """Whether a certificate from outside, and not this node's votes, ends the height."""
        return self._intake.fetched

    async def run(self) -> CertifiedBlock:
        """Return the decided block. Raises what stops the node."""
        self._around.observer.on_new_height(self.height, self._parent.validators)
        try:
            for judged in await replay(self._around, self._journal, self._payloads):
                self._happens(judged)
            await self._perform_all()
            self._beside.spawn(self._start_when_due)
            self._beside.spawn(self._resend_regularly)
            while self._decided is None:
                await self._handle(await self._events.get())
                await self._perform_all()
        finally:
            await self._beside.stop()
        payload = self._payloads.get(self._decided.block_id)
        assert payload is not None, "decided a block that is not here"
        return CertifiedBlock(self._decided, payload)

    def deliver(self, arrival: Arrival) -> None:
        """Take a message of a peer; dropped when too many of its wait, the peer repeats it."""
        inbound = arrival.inbound
        self._events.put(inbound.peer, arrival, size_bytes(inbound.message))

    def fail(self, error: Exception) -> None:
        """Stop the run: a part of the node beside it has failed."""
        self._happens(_Failed(error))

    def leftovers(self) -> list[Arrival]:
        """Messages that came too late to count; the run is over."""
        return [event for event in self._events.drain() if isinstance(event, Arrival)]

    # Events.

    def _happens(self, event: _Event) -> None:
        kept = self._events.put(OWN, event)
        assert kept, "the node's own events are few"

    async def _handle(self, event: _Event) -> None:
        match event:
            case Arrival(inbound, received_ms):
                await self._intake.take(inbound, received_ms)
                self._wake(inbound)
            case _Built(round_, candidate):
                self._payloads.built(candidate)
                self._journal.feed(ValueBuilt(self.height, round_, candidate.block_id))
            case Judged(block_id, None):
                self._intake.blame(block_id)
                self._payloads.settle(event)
            case Judged():
                self._payloads.settle(event)
                await self._intake.relay_proposals()
            case _Failed(error):
                raise error
            case _Resend():
                await self._voice.speak_again()
                for peer, message in self._reminders.tick(
                    self.driver, self._around.network.peers()
                ):
                    await self._around.network.send(peer, message)
            case _:
                self._journal.feed(event)

    def _wake(self, inbound: Inbound) -> None:
        """In instant mode another's word on this height begins it here too."""
        begins = self._around.config.instant and not self._held
        words = not isinstance(inbound.message, CertifiedBlock)
        if begins and words and self.driver.state.step is Step.NEW_HEIGHT:
            self._journal.feed(StartHeight(self.height))

    # Effects.

    async def _perform_all(self) -> None:
        while self._journal.effects and self._decided is None:
            await self._perform(self._journal.effects.popleft())

    async def _perform(self, effect: Effect) -> None:
        match effect:
            case Broadcast(message):
                await self._voice.speak(message)
            case ScheduleTimeout(timeout):
                if timeout.round >= self.driver.state.round:
                    self._beside.spawn(self._wait, timeout)
            case GetValue(_, round_):
                if self._is_wanted(round_):
                    self._beside.spawn(self._build, round_)
            case Share():
                await self._share(effect)
            case ReportEvidence(evidence):
                self._around.found_evidence(evidence)
            case Decide(certificate):
                await self._journal.sync()  # an own late precommit may have joined the proof since
                self._decided = self.driver.certificate(certificate.round, certificate.block_id)
            case Halt(height, round_, block_id):
                raise ConsensusHalted(
                    f"height {height} round {round_}: two thirds decided block "
                    f"0x{block_id.hash.hex()}, which is invalid here"
                )

    async def _share(self, share: Share) -> None:
        """
        Send on what this node acted on; the proposal too, once a round has failed already.

        In round 0 it has been relayed a moment ago. What a replayed log shares of rounds long
        gone helps nobody.
        """
        round_, network = share.votes[0].round, self._around.network
        if round_ + 1 < self.driver.state.round:
            return
        await network.broadcast(VoteBundle(share.votes))
        if share.proposal is not None and round_ > 0:
            payload = self._payloads.get(share.proposal.block_id)
            if payload is not None:
                await network.broadcast(ProposedBlock(share.proposal, payload))

    # Work beside the loop; each piece ends in an event.

    async def _start_when_due(self) -> None:
        """Wait for the block interval, or in instant mode for the first transaction."""
        await self._level()
        self._held = False
        config, clock = self._around.config, self._around.clock
        due_ms = self._parent.block_id.time_ms + config.block_interval_ms - clock.now_ms()
        span_ms = Milliseconds(min(max(due_ms, 0), config.block_interval_ms))
        waits: list[Coroutine[Any, Any, object]] = [clock.sleep_ms(span_ms)]
        if config.instant:
            waits.append(self._around.app.transactions_waiting())
        await first_of(*waits)
        if self.driver.state.step is Step.NEW_HEIGHT:
            self._happens(StartHeight(self.height))

    async def _wait(self, timeout: Timeout) -> None:
        await self._around.clock.sleep_ms(self._around.config.timeouts.duration_ms(timeout))
        self._happens(TimeoutElapsed(timeout))

    async def _build(self, round_: Round) -> None:
        """Build a block, as soon as the clock has passed its parent's time (PBTS)."""
        clock, parent_ms = self._around.clock, self._parent.block_id.time_ms
        if (ahead_ms := parent_ms - clock.now_ms()) >= 0:
            await clock.sleep_ms(Milliseconds(ahead_ms + 1))
            if not self._is_wanted(round_):
                return
        time_ms = Milliseconds(max(clock.now_ms(), parent_ms + 1))
        candidate = await self._around.app.propose(
            self.height, round_, time_ms, self._last_commit.certificate
        )
        self._happens(_Built(round_, candidate))

    def _is_wanted(self, round_: Round) -> bool:
        return self.driver.state.value_requested and round_ == self.driver.state.round

    async def _resend_regularly(self) -> None:
        while True:
            await self._around.clock.sleep_ms(Milliseconds(self._around.config.resend_ms))
            self._happens(_Resend())
