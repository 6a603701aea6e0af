"""What is named for repeating brings another node as far as this one."""

from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.inputs import (
    Input,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    TimeoutKind,
    VoteReceived,
)
from consensus.core.repeats import decided_rounds, needed_proposals, needed_votes, own_words

H = Height(1)
MEMBERS = [Address(bytes([n]) * 20) for n in range(1, 5)]
SET = ValidatorSet(tuple(Validator(address, 1) for address in MEMBERS))
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))


def votes(kind: VoteKind, who: range, block: BlockId | None, round_: int = 0) -> list[Input]:
    """Votes of several members."""
    return [VoteReceived(Vote(kind, H, Round(round_), block, NO_ROUND, MEMBERS[n])) for n in who]


def proposal(round_: int) -> ProposalReceived:
    """Proposal of A by the round's proposer."""
    return ProposalReceived(
        ProposalMessage(H, Round(round_), A, NO_ROUND, MEMBERS[round_ % 4]), True
    )


def fed(*inputs: Input, who: int = 3) -> Driver:
    """Core of one member after some inputs."""
    node = Driver(H, SET, MEMBERS[who])
    for happened in (StartHeight(H), *inputs):
        node.apply(happened)
    return node


LOCKED: list[Input] = [
    proposal(0),
    ProposedValue(A, True),
    *votes(VoteKind.PREVOTE, range(3), A),
    *votes(VoteKind.PRECOMMIT, range(3), None),
    TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, H, Round(0))),
]


def test_what_is_needed_brings_a_fresh_node_as_far() -> None:
    """Round, lock and valid value follow from the named votes and proposals alone."""
    node, fresh = fed(*LOCKED), fed(who=2)
    for vote in needed_votes(node):
        fresh.apply(VoteReceived(vote))
    for message in needed_proposals(node):
        fresh.apply(ProposalReceived(message, True))
    fresh.apply(ProposedValue(A, True))
    fresh.apply(TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, H, Round(0))))
    assert (node.state.round, node.state.valid) == (fresh.state.round, fresh.state.valid)


def test_old_words_that_matter_no_more_are_not_named() -> None:
    """Two rounds on, the nil precommits of round 0 are history; its polka is not."""
    node = fed(
        *LOCKED,
        *votes(VoteKind.PRECOMMIT, range(3), None, 1),
        TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, H, Round(1))),
    )
    named = {(vote.round, vote.kind) for vote in needed_votes(node)}
    assert {(0, VoteKind.PREVOTE), (1, VoteKind.PRECOMMIT)} == named


def test_a_decision_without_its_block_is_named() -> None:
    """EmitNewValidBlockOnCommitWithoutBlock: its precommits, and its proposal where known."""
    node = fed(*votes(VoteKind.PRECOMMIT, range(3), A), proposal(0))
    assert [0] == decided_rounds(node)
    node.apply(TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, H, Round(0))))
    node.apply(*votes(VoteKind.PREVOTE, range(1), None, 1))
    assert {A} == {vote.block_id for vote in needed_votes(node) if vote.round == 0}
    assert [proposal(0).message] == list(needed_proposals(node))
    assert [] == decided_rounds(fed(*votes(VoteKind.PRECOMMIT, range(3), None)))


def test_own_words_are_those_of_this_round() -> None:
    """A validator repeats what it says now."""
    mine = votes(VoteKind.PREVOTE, range(3, 4), A)
    node = fed(proposal(0), *mine, *votes(VoteKind.PREVOTE, range(1), A))
    assert [vote.vote for vote in mine] == list(own_words(node))  # type: ignore[union-attr]
    assert [proposal(0).message] == list(own_words(fed(proposal(0), who=0)))
