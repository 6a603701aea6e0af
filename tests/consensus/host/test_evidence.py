"""Proofs of faults are checked once, kept for the chain, and passed on."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from chain.certificates import address_of
from chain.errors import Malformed
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import (
    DuplicateVote,
    Evidence,
)
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.host.config import FAULT_POINTS_MINOR
from consensus.host.evidence import EVIDENCE_WAITING_MAX, EvidenceDesk
from consensus.host.network import EvidenceMessage, LoopbackNetwork, Message
from consensus.host.observer import NullObserver
from tests.consensus.stage import KEYS, ToyChain, validators

OWN, OTHER = (address_of(key.public_key) for key in KEYS[:2])
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1))


def vote(who: Address, block: BlockId | None, kind: VoteKind = VoteKind.PREVOTE) -> Vote:
    """An unsigned vote; the application judges signatures."""
    return Vote(kind, Height(1), Round(0), block, NO_ROUND, who)


def double(who: Address, height: int = 1) -> DuplicateVote:
    """Two faces of one validator."""
    second, first = (
        Vote(VoteKind.PREVOTE, Height(height), Round(0), block, NO_ROUND, who)
        for block in (A, None)
    )
    return DuplicateVote(first, second)


@dataclass
class Wire(LoopbackNetwork):
    """Notes what is broadcast and who is reported."""

    sent: list[Message] = field(default_factory=list)
    reports: list[tuple[str, int]] = field(default_factory=list)

    async def broadcast(self, message: Message) -> None:
        """Note it."""
        self.sent.append(message)

    def report(self, peer: str, points: int, reason: str) -> None:
        """Note it."""
        self.reports.append((peer, points))


def desk_after(tell: Callable[[EvidenceDesk], None], chain: ToyChain) -> Wire:
    """Let a desk take proofs and work them off."""
    wire = Wire()

    async def story() -> None:
        desk = EvidenceDesk(chain, wire, NullObserver(), lambda: OWN)
        tell(desk)
        running = asyncio.ensure_future(desk.run())
        for _ in range(2_000):
            await asyncio.sleep(0)
        running.cancel()

    asyncio.run(story())
    return wire


def test_a_new_proof_is_kept_and_passed_on_once() -> None:
    """Own finds and peers' words are the same; what was known goes no further."""
    chain = ToyChain(validators(4))

    def tell(desk: EvidenceDesk) -> None:
        desk.found(double(OTHER))
        desk.received("a", double(OTHER))
        desk.received("a", double(OTHER, 2))

    wire = desk_after(tell, chain)
    assert [double(OTHER), double(OTHER, 2)] == chain.evidence
    assert [EvidenceMessage(double(OTHER)), EvidenceMessage(double(OTHER, 2))] == wire.sent
    assert [] == wire.reports


def test_a_proof_of_nothing_costs_its_bearer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the application refuses is not passed on; own finds blame nobody."""
    chain = ToyChain(validators(4))

    async def refuse(evidence: Evidence) -> bool:
        raise Malformed("expected a proof, found none")

    monkeypatch.setattr(chain, "add_evidence", refuse)

    def tell(desk: EvidenceDesk) -> None:
        desk.received("liar", double(OTHER))
        desk.found(double(OTHER, 2))

    wire = desk_after(tell, chain)
    assert ([], [("liar", FAULT_POINTS_MINOR)]) == (wire.sent, wire.reports)


def test_one_peer_cannot_fill_the_desk() -> None:
    """Proofs that wait are bounded by peer."""
    chain = ToyChain(validators(4))

    def tell(desk: EvidenceDesk) -> None:
        for height in range(3 * EVIDENCE_WAITING_MAX):
            desk.received("flood", double(OTHER, height))
        desk.received("a", double(OTHER, 10**6))

    desk_after(tell, chain)
    assert EVIDENCE_WAITING_MAX + 1 == len(chain.evidence)
    assert double(OTHER, 10**6) == chain.evidence[1]


def test_a_proof_against_this_validator_is_loud(caplog: pytest.LogCaptureFixture) -> None:
    """An operator hears at once that the own key has signed twice."""
    with caplog.at_level(logging.WARNING):
        desk_after(lambda desk: desk.received("a", double(OWN)), ToyChain(validators(4)))
    assert [logging.CRITICAL] == [record.levelno for record in caplog.records]
    assert OWN.hex() in caplog.text


def test_the_order_of_two_votes_makes_no_other_proof() -> None:
    """Nodes that heard two votes in another order hold the same proof."""
    proof = double(OTHER)

    def tell(desk: EvidenceDesk) -> None:
        desk.received("a", proof)
        desk.received("b", DuplicateVote(proof.second, proof.first))

    chain = ToyChain(validators(4))
    assert 1 == len(desk_after(tell, chain).sent) == len(chain.evidence)
