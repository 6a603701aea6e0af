"""Who may propose, and how many proposals are kept."""

import pytest

from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.evidence import DuplicateProposal
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.errors import ImpossibleRound, RoundTooFar, TooManyMessages, WrongProposer
from consensus.core.proposals import PROPOSAL_ROUNDS_AHEAD_MAX, ProposalBook
from consensus.core.votes import VoteBook

V0, V1, V2, V3 = (Address(bytes([n]) * 20) for n in (1, 2, 3, 4))
SET = ValidatorSet(tuple(Validator(a, 1) for a in (V0, V1, V2, V3)))
A, B, C = (BlockId(Hash32(bytes([n]) * 32), Milliseconds(n)) for n in (10, 11, 12))
R0 = Round(0)
NO_VOTES = VoteBook(SET).round(R0)


def proposal(block: BlockId, round_: int = 0, valid_round: int = -1) -> ProposalMessage:
    """Proposal by the round's proposer."""
    proposer = (V0, V1, V2, V3)[round_ % 4]
    return ProposalMessage(Height(1), Round(round_), block, Round(valid_round), proposer)


def test_second_proposal_is_evidence_and_kept() -> None:
    """malachite#1018: both are kept, because others may have followed either."""
    book = ProposalBook(SET)
    assert None is book.add(proposal(A), True, R0, NO_VOTES)
    assert None is book.add(proposal(A), False, R0, NO_VOTES)
    evidence = book.add(proposal(B), True, R0, NO_VOTES)
    assert DuplicateProposal(proposal(A), proposal(B)) == evidence
    assert [kept.message.block_id for kept in book.at(R0)] == [A, B]


def test_third_proposal_needs_an_honest_voter() -> None:
    """A proposer cannot make us keep block after block."""
    book = ProposalBook(SET)
    book.add(proposal(A), True, R0, NO_VOTES)
    book.add(proposal(B), True, R0, NO_VOTES)
    with pytest.raises(TooManyMessages):
        book.add(proposal(C), True, R0, NO_VOTES)
    votes = VoteBook(SET)
    for who in (V1, V2):
        votes.add(Vote(VoteKind.PREVOTE, Height(1), R0, C, NO_ROUND, who), R0)
    assert None is book.add(proposal(C), True, R0, votes.round(R0))
    assert len(book.at(R0)) == 3


def test_arrival_decides_whether_it_was_timely() -> None:
    """The first arrival's clock counts; a repeat cannot make a late proposal timely."""
    book = ProposalBook(SET)
    book.add(proposal(A), False, R0, NO_VOTES)
    book.add(proposal(A), True, R0, NO_VOTES)
    assert [kept.timely for kept in book.at(R0)] == [False]


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (ProposalMessage(Height(1), R0, A, NO_ROUND, V1), WrongProposer),
        (proposal(A, 2, 2), ImpossibleRound),
        (proposal(A, 2, -2), ImpossibleRound),
        (proposal(A, -1), ImpossibleRound),
        (proposal(A, PROPOSAL_ROUNDS_AHEAD_MAX + 1), RoundTooFar),
        (proposal(A, 2**62), RoundTooFar),
    ],
)
def test_impossible_proposals_are_refused(
    message: ProposalMessage, refusal: type[Exception]
) -> None:
    """Refused by name and at once; a huge round costs no turns of the rotation."""
    book = ProposalBook(SET)
    with pytest.raises(refusal):
        book.add(message, True, R0, NO_VOTES)
    assert book.rounds() == []


def test_proposals_a_few_rounds_ahead_are_kept() -> None:
    """A node that lags keeps what it will need after the skip."""
    book = ProposalBook(SET)
    book.add(proposal(A, PROPOSAL_ROUNDS_AHEAD_MAX), True, R0, NO_VOTES)
    assert book.rounds() == [PROPOSAL_ROUNDS_AHEAD_MAX]
