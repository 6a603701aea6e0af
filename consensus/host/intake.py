"""
What peers say in one height: refused, or verified, counted, and passed on once.

    Inbound -> bounds and membership -> signature -> Journal.feed -> relay to all others

A vote is relayed when it is counted for the first time, so strangers' words are never
amplified; a proposal once its block has a verdict, so false bytes are never passed on. Peers
that say what no correct node says are reported.
"""

import logging

from chain.certificates import verify_certificate, verify_message
from chain.errors import Invalid
from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.primitives import Milliseconds
from consensus.core.errors import RoundTooFar, TooManyMessages, WrongHeight
from consensus.core.inputs import CertificateReceived, ProposalReceived, VoteReceived
from consensus.host.config import (
    BUNDLE_VOTES_MAX,
    FAULT_POINTS_FALSE,
    FAULT_POINTS_FALSE_BLOCK,
)
from consensus.host.journal import Journal
from consensus.host.network import CertifiedBlock, Inbound, ProposedBlock, VoteBundle
from consensus.host.payloads import Payloads
from consensus.host.reminders import Reminders
from consensus.host.surroundings import Surroundings
from consensus.host.voice import Voice

INNOCENT = (WrongHeight, RoundTooFar, TooManyMessages)  # a relay cannot know the receiver's bounds

log = logging.getLogger(__name__)


class BundleRefused(Invalid):
    """Votes that do not belong together, or are too many or none (CometBFT ASA-2025-003)."""


class Intake:
    """Takes the messages of one height."""

    def __init__(
        self,
        around: Surroundings,
        journal: Journal,
        payloads: Payloads,
        voice: Voice,
        reminders: Reminders,
    ) -> None:
        self._around, self._journal, self._payloads = around, journal, payloads
        self._voice, self._reminders = voice, reminders
        self._unrelayed: list[ProposalMessage] = []
        self._certified: dict[BlockId, str] = {}
        self.fetched = False  # a certificate came from outside

    async def take(self, inbound: Inbound, received_ms: Milliseconds) -> None:
        """Verify, feed and relay one message; nonsense is dropped and its bearer reported."""
        peer = inbound.peer
        try:
            match inbound.message:
                case Vote() as vote:
                    await self._take_vote(vote, peer, received_ms)
                case VoteBundle(votes):
                    await self._take_bundle(votes, peer, received_ms)
                case ProposedBlock(message, payload):
                    self._take_proposal(message, payload, peer, received_ms)
                case CertifiedBlock(certificate, payload):
                    self._take_certified(certificate, payload, peer)
        except INNOCENT as error:
            log.debug("peer %s: %s", peer, error)
        except Invalid as error:
            log.debug("peer %s is at fault: %s", peer, error)  # a line each would be a flood, too
            if isinstance(inbound.message, CertifiedBlock):
                self._around.false_block(peer, self._journal.height, str(error))
            else:
                self._around.network.report(peer, FAULT_POINTS_FALSE, str(error))
        await self.relay_proposals()

    def blame(self, block_id: BlockId) -> None:
        """Report who gave bytes that are not the block they were said to be."""
        peer, reason = self._payloads.giver(block_id), "a payload that is not its block"
        if self._certified.get(block_id) == peer:
            self._around.false_block(peer, self._journal.height, reason)
        elif peer:
            self._around.network.report(peer, FAULT_POINTS_FALSE_BLOCK, reason)

    async def relay_proposals(self) -> None:
        """Pass on each accepted proposal whose block has a verdict by now."""
        waiting, self._unrelayed = self._unrelayed, []
        for message in waiting:
            payload = self._payloads.get(message.block_id)
            if payload is None:
                self._unrelayed.append(message)
            else:
                await self._around.network.broadcast(ProposedBlock(message, payload))

    # Votes.

    async def _take_vote(self, vote: Vote, peer: str, received_ms: Milliseconds) -> None:
        self._journal.driver.check_vote(vote)
        if not self._journal.driver.votes.holds(vote):
            verify_message(vote, self._around.chain_id)
            self._journal.feed(VoteReceived(vote), received_ms)
            await self._around.network.broadcast(vote)
        self._reminders.heard(peer, vote)

    async def _take_bundle(
        self, votes: tuple[Vote, ...], peer: str, received_ms: Milliseconds
    ) -> None:
        """All of a bundle is checked before any of it counts."""
        self._check_bundle(votes)
        fresh = [vote for vote in votes if not self._journal.driver.votes.holds(vote)]
        for vote in fresh:
            verify_message(vote, self._around.chain_id)
        counted, crowded = self._count(fresh, received_ms)
        # An equivocator's third vote is kept once a third of the power backs it: that may have
        # just come in the same bundle.
        counted += self._count(crowded, received_ms)[0]
        for vote in votes:
            self._reminders.heard(peer, vote)
        if counted:
            await self._around.network.broadcast(VoteBundle(tuple(counted)))

    def _check_bundle(self, votes: tuple[Vote, ...]) -> None:
        if not 1 <= len(votes) <= BUNDLE_VOTES_MAX:
            raise BundleRefused(f"expected 1 to {BUNDLE_VOTES_MAX} votes, found {len(votes)}")
        if len({(vote.height, vote.round, vote.kind) for vote in votes}) > 1:
            raise BundleRefused("expected votes of one height, round and kind, found several")
        if len({vote.validator for vote in votes}) < len(votes):
            raise BundleRefused("expected each validator once, found one twice")
        for vote in votes:
            self._journal.driver.check_vote(vote)

    def _count(self, votes: list[Vote], received_ms: Milliseconds) -> tuple[list[Vote], list[Vote]]:
        """Feed votes; return those that were kept, and those for which there was no room."""
        counted, crowded = [], []
        for vote in votes:
            try:
                self._journal.feed(VoteReceived(vote), received_ms)
            except TooManyMessages:
                crowded.append(vote)
            except RoundTooFar:
                continue
            else:
                counted.append(vote)
        return counted, crowded

    # Blocks.

    def _take_proposal(
        self, message: ProposalMessage, payload: bytes, peer: str, received_ms: Milliseconds
    ) -> None:
        self._journal.driver.check_proposal(message)
        if not self._journal.driver.proposals.holds(message):
            verify_message(message, self._around.chain_id)
            time_ms, config = message.block_id.time_ms, self._around.config
            timely = config.is_timely(time_ms, received_ms, message.round)
            self._journal.feed(ProposalReceived(message, timely), received_ms)
            self._unrelayed.append(message)
        self._reminders.heard(peer, message)
        self._payloads.take(message.block_id, payload, peer)

    def _take_certified(self, certificate: Certificate, payload: bytes, peer: str) -> None:
        if not self._journal.driver.holds_certificate(certificate):
            verify_certificate(certificate, self._journal.parent.validators, self._around.chain_id)
            self._journal.feed(CertificateReceived(certificate))
        self._voice.quiet = self.fetched = True
        self._certified[certificate.block_id] = peer
        self._payloads.take(certificate.block_id, payload, peer)
