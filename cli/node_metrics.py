"""
What a running node writes into its metrics: blocks as they become final, consensus as it goes.

    ledger --blocks--> NodeMetrics.follow      engine --Observer--> ConsensusMetrics
                              '--> Metrics <--'
"""

from collections.abc import AsyncIterator

from chain.app import Application
from chain.types.block import CommittedBlock
from chain.types.certificate import ProposalMessage, Vote, VoteKind
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds
from chain.types.validators import ValidatorSet
from cli.metrics import Metrics
from consensus.core.round import RoundState
from consensus.host.clock import Clock
from consensus.host.observer import NullObserver
from consensus.net.service import NetService

MS_PER_S = 1_000


class ConsensusMetrics(NullObserver):
    """Hears the engine and writes what it hears into the metrics."""

    def __init__(self, numbers: Metrics) -> None:
        self._numbers = numbers
        self._validators: ValidatorSet | None = None
        self._step: tuple[str, int] | None = None
        self._proposed_ms: dict[tuple[int, int], int] = {}
        self._prevoted: dict[tuple[int, int], set[bytes]] = {}

    def on_new_height(self, height: Height, validators: ValidatorSet) -> None:
        """Forget what was counted of the height before."""
        self._validators = validators
        self._proposed_ms.clear()
        self._prevoted.clear()

    def on_step(self, state: RoundState, now_ms: Milliseconds) -> None:
        """Note the round, and how long the step before took."""
        self._numbers.rounds.set(max(state.round, 0))
        if self._step is not None:
            name, since_ms = self._step
            self._numbers.observe_step(name, (now_ms - since_ms) / MS_PER_S)
        self._step = (state.step.name.lower(), now_ms)

    def on_proposal(
        self, message: ProposalMessage, timely: bool, received_ms: Milliseconds
    ) -> None:
        """Count it, and remember its time for the delay of its polka."""
        self._numbers.proposals_received.inc()
        place = (message.height, message.round)
        self._proposed_ms.setdefault(place, message.block_id.time_ms)

    def on_vote(self, vote: Vote, received_ms: Milliseconds) -> None:
        """Note how long after the proposal two thirds had prevoted."""
        place = (vote.height, vote.round)
        if vote.kind is not VoteKind.PREVOTE or self._validators is None:
            return
        voters = self._prevoted.setdefault(place, set())
        had_quorum = self._has_quorum(voters)
        voters.add(vote.validator)
        proposed_ms = self._proposed_ms.get(place)
        if not had_quorum and self._has_quorum(voters) and proposed_ms is not None:
            delay_ms = max(received_ms - proposed_ms, 0)
            self._numbers.quorum_prevote_delay.set(delay_ms / MS_PER_S)

    def on_late_vote(self, vote: Vote) -> None:
        """Count it."""
        self._numbers.late_votes.inc()

    def on_evidence(self, evidence: Evidence) -> None:
        """Count a fault that was proven."""
        self._numbers.evidence_seen.inc()

    def on_behind(self, height: Height, target: Height) -> None:
        """Blocks are being fetched."""
        self._numbers.syncing.set(1)

    def _has_quorum(self, voters: set[bytes]) -> bool:
        validators = self._validators
        assert validators is not None
        power = sum(member.power for member in validators if member.address in voters)
        return validators.is_quorum(power)


class NodeMetrics:
    """All metrics of one node."""

    def __init__(self, app: Application, clock: Clock) -> None:
        self._app, self._clock = app, clock
        self.numbers = Metrics(app.rules.chain_id)
        self.observer = ConsensusMetrics(self.numbers)

    def watch(self, net: NetService | None) -> None:
        """Read peers and the pool at each scrape."""

        def refresh() -> None:
            pending, queued = self._app.pool.content()
            waiting = [len(items) for part in (pending, queued) for items in part.values()]
            self.numbers.pool_size.set(sum(waiting))
            self.numbers.peers.set(0 if net is None else len(net.transport.peers()))
            for peer in () if net is None else net.transport.connections():
                self.numbers.peer_bytes(peer.peer, peer.sent_bytes, peer.received_bytes)

        self.numbers.before_scrape(refresh)

    async def follow(self, blocks: AsyncIterator[CommittedBlock]) -> None:
        """Note every block that becomes final."""
        own = self._app.proposer
        self.numbers.elected(self._app.validators(), own)
        async for block in blocks:
            height = block.header.height
            self.numbers.syncing.set(0)
            own = self._app.proposer
            self.numbers.committed(block, self._app.ledger.validators(height - 1), own)
            validators = self._app.ledger.validators(height + 1)
            if validators is not None:
                self.numbers.elected(validators, own)
