"""
What to say again: a message may be lost, and without a quorum everyone waits (tendermint#8025).

    Driver -> own words of this round
           -> votes and proposals by which another node comes as far as this one

Only what still matters is named: the round that runs, the polka of the valid value, the
precommits that ended the round before, and rounds whose block the others have decided.
"""

from chain.types.certificate import ProposalMessage, Vote
from chain.types.primitives import Round
from consensus.core.driver import Driver


def own_words(driver: Driver) -> tuple[Vote | ProposalMessage, ...]:
    """Return this validator's own proposal and votes of the current round, in order."""
    round_ = driver.state.round
    proposals = [kept.message for kept in driver.proposals.at(round_)]
    votes = driver.votes.round(round_)
    return (
        *(message for message in proposals if message.proposer == driver.validator),
        *votes.prevotes.votes_of(driver.validator),
        *votes.precommits.votes_of(driver.validator),
    )


def needed_votes(driver: Driver) -> tuple[Vote, ...]:
    """Return votes that bring another node as far as this one; the most telling come first."""
    state, book = driver.state, driver.votes
    votes: dict[Vote, None] = {}  # a set that keeps its order
    for round_ in decided_rounds(driver):
        for choice in book.round(round_).precommits.quorum_choices():
            votes |= dict.fromkeys(book.round(round_).precommits.votes_for(choice))
    if state.valid is not None and state.valid.round != state.round:
        prevotes = book.round(state.valid.round).prevotes
        for choice in prevotes.quorum_choices():
            votes |= dict.fromkeys(prevotes.votes_for(choice))
    if state.round > 0:
        before = book.round(Round(state.round - 1)).precommits
        if before.has_quorum_any():
            votes |= dict.fromkeys(before.all_votes())
    for tally in (book.round(state.round).prevotes, book.round(state.round).precommits):
        for choice in tally.by_choice:
            votes |= dict.fromkeys(tally.votes_for(choice))
    return tuple(votes)


def needed_proposals(driver: Driver) -> tuple[ProposalMessage, ...]:
    """Return proposals of this round, of the valid value, and of blocks that are decided."""
    state = driver.state
    rounds = {state.round, *decided_rounds(driver)}
    if state.valid is not None:
        rounds.add(state.valid.round)
    return tuple(kept.message for round_ in sorted(rounds) for kept in driver.proposals.at(round_))


def decided_rounds(driver: Driver) -> list[Round]:
    """Return rounds in which two thirds have precommitted a block."""

    def decides(round_: Round) -> bool:
        choices = driver.votes.round(round_).precommits.quorum_choices()
        return any(block_id is not None for block_id, _ in choices)

    return [round_ for round_ in driver.votes.rounds() if decides(round_)]
