"""
What the node's servers show of its peers and of the height being decided.

    connections of the transport, claims heard by the engine --> PeerStatus
    the engine's Driver: rounds, votes, locks ----------------> ConsensusStatus

Looked at in the engine's own event loop, between two of its events: what is seen fits together.
"""

from collections.abc import Callable

from chain.types.certificate import NO_ROUND, Vote
from chain.types.primitives import Round
from consensus.core.driver import Driver
from consensus.core.round import RoundValue
from consensus.host.engine import Engine
from consensus.net.service import NetService
from rpc.network_status import (
    ConsensusStatus,
    ConsensusStep,
    PeerStatus,
    RoundBlock,
    SeenRound,
    SeenVote,
)


class NetworkView:
    """Looks at a node's network and engine; either may be missing."""

    def __init__(self, net: NetService | None, engine: Callable[[], Engine | None]) -> None:
        self._net, self._engine = net, engine

    def peers(self) -> tuple[PeerStatus, ...]:
        """Return every connection, by identity; where a sentry's validator is stays untold."""
        if self._net is None:
            return ()
        net, engine, found = self._net, self._engine(), []
        for info in net.transport.connections():
            claim = None if engine is None else engine.claim_of(info.peer)
            found.append(
                PeerStatus(
                    identity=info.peer,
                    address="" if net.is_private(info.peer) else info.ip,
                    is_outbound=info.is_outbound,
                    connected_ms=info.since_ms,
                    sent_bytes=info.sent_bytes,
                    received_bytes=info.received_bytes,
                    fault_points=info.points,
                    height=None if claim is None else claim.height,
                    oldest_height=None if claim is None else claim.oldest_height,
                )
            )
        return tuple(found)

    def consensus(self) -> ConsensusStatus | None:
        """Return where the current height stands; None between heights, and without an engine."""
        engine = self._engine()
        driver = None if engine is None else engine.driver
        return None if driver is None else consensus_status(driver)


def consensus_status(driver: Driver) -> ConsensusStatus:
    """Return what one height's core has kept."""
    state = driver.state
    return ConsensusStatus(
        height=driver.height,
        round=state.round,
        step=ConsensusStep(int(state.step)),
        proposer=None if state.round == NO_ROUND else driver.proposals.proposer(state.round),
        locked=_block(state.locked),
        valid=_block(state.valid),
        total_power=driver.validators.total_power,
        rounds=tuple(_round(driver, round_) for round_ in driver.votes.rounds()),
    )


def _block(value: RoundValue | None) -> RoundBlock | None:
    return None if value is None else RoundBlock(value.block_id.hash, value.round)


def _round(driver: Driver, round_: Round) -> SeenRound:
    votes = driver.votes.round(round_)
    return SeenRound(
        round_,
        driver.proposals.proposer(round_),
        tuple(_vote(driver, vote) for vote in votes.prevotes.all_votes()),
        tuple(_vote(driver, vote) for vote in votes.precommits.all_votes()),
    )


def _vote(driver: Driver, vote: Vote) -> SeenVote:
    return SeenVote(
        vote.validator,
        driver.validators.power_of(vote.validator),
        None if vote.block_id is None else vote.block_id.hash,
        vote.signature,
    )
