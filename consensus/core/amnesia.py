"""
Proof that a validator forgot its lock, out of votes that are held anyway.

    precommit(A, r), prevote(B, r' > r) with a valid round before r -> Amnesia

A prevote repeats the valid round of the proposal it answers, so it names the polka that would
have freed the lock; when that polka is older than the lock, nothing has (accountable Tendermint).
"""

from collections.abc import Iterable

from chain.types.certificate import Vote, VoteKind
from chain.types.evidence import Amnesia


def find_amnesia(vote: Vote, others: Iterable[Vote]) -> Amnesia | None:
    """Return the first proof that a vote makes with other votes of its validator and height."""
    for other in others:
        precommit, prevote = (vote, other) if vote.kind is VoteKind.PRECOMMIT else (other, vote)
        if is_amnesia(precommit, prevote):
            return Amnesia(precommit, prevote)
    return None


def is_amnesia(precommit: Vote, prevote: Vote) -> bool:
    """Whether two votes of one validator and height show that it forgot its lock."""
    return (
        precommit.kind is VoteKind.PRECOMMIT
        and prevote.kind is VoteKind.PREVOTE
        and precommit.block_id is not None
        and prevote.block_id is not None
        and precommit.block_id != prevote.block_id
        and prevote.valid_round < precommit.round < prevote.round
    )
