"""
Proposals of one height: who may propose, and how many are kept.

Two different proposals by one proposer in one round are evidence, and both are kept: others
may have followed either (malachite#1018). A third is kept only when an honest member has
voted for its block.
"""

from dataclasses import dataclass

from chain.types.certificate import NO_ROUND, ProposalMessage
from chain.types.evidence import DuplicateProposal
from chain.types.primitives import Address, Round
from chain.types.validators import ValidatorSet
from consensus.core.errors import (
    ImpossibleRound,
    RoundTooFar,
    TooManyMessages,
    WrongProposer,
)
from consensus.core.proposer import ProposerRotation
from consensus.core.votes import RoundVotes

PROPOSAL_ROUNDS_AHEAD_MAX = 16  # rounds beyond the current one whose proposals are kept
PROPOSALS_PER_ROUND_MAX = 2  # different proposals of one round, kept unasked


@dataclass(frozen=True, slots=True)
class Proposal:
    """A kept proposal and whether it came in time."""

    message: ProposalMessage
    timely: bool


class ProposalBook:
    """All proposals of a height, within bounds."""

    def __init__(self, validators: ValidatorSet) -> None:
        self._rotation = ProposerRotation(validators)
        self._rounds: dict[Round, list[Proposal]] = {}

    def proposer(self, round_: Round) -> Address:
        """Return the address whose turn a round is."""
        return self._rotation.at(round_).address

    def at(self, round_: Round) -> tuple[Proposal, ...]:
        """Proposals of a round, in order of arrival."""
        return tuple(self._rounds.get(round_, ()))

    def rounds(self) -> list[Round]:
        """Rounds with proposals, lowest first."""
        return sorted(self._rounds)

    def holds(self, message: ProposalMessage) -> bool:
        """Whether this proposal, under whatever signature, is kept already."""
        return any(_says(kept.message) == _says(message) for kept in self.at(message.round))

    def check(self, message: ProposalMessage, current: Round) -> None:
        """
        Refuse a proposal that can be none, before any work is spent on its block.

        Raises ImpossibleRound, RoundTooFar, WrongProposer.
        """
        place = (message.height, message.round)
        if message.round < 0 or not NO_ROUND <= message.valid_round < message.round:
            raise ImpossibleRound(
                *place, "a valid round of -1 or before the round", str(message.valid_round)
            )
        limit = max(current, 0) + PROPOSAL_ROUNDS_AHEAD_MAX
        if message.round > limit:
            raise RoundTooFar(*place, f"a round of at most {limit}", str(message.round))
        proposer = self.proposer(message.round)
        if message.proposer != proposer:
            raise WrongProposer(
                *place, f"proposer 0x{proposer.hex()}", f"0x{message.proposer.hex()}"
            )

    def add(
        self, message: ProposalMessage, timely: bool, current: Round, votes: RoundVotes
    ) -> DuplicateProposal | None:
        """
        Keep a proposal; evidence when its proposer has said something else before.

        `votes` are those of its round. Raises as `check` does, and TooManyMessages.
        """
        self.check(message, current)
        kept = self._rounds.setdefault(message.round, [])
        if self.holds(message):
            return None
        choice = (message.block_id, message.valid_round)
        supported = votes.prevotes.has_witness(choice) or votes.precommits.has_witness(
            (message.block_id, NO_ROUND)
        )
        if len(kept) >= PROPOSALS_PER_ROUND_MAX and not supported:
            raise TooManyMessages(
                message.height,
                message.round,
                f"at most {PROPOSALS_PER_ROUND_MAX} proposals",
                "one more",
            )
        kept.append(Proposal(message, timely))
        return DuplicateProposal(kept[0].message, message) if len(kept) == 2 else None


def _says(message: ProposalMessage) -> tuple[object, Round]:
    return message.block_id, message.valid_round
