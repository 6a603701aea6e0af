"""Repeats go to those who may lack something, ever more rarely, within a number of bytes."""

from chain.certificates import VOTE_BYTES_MAX
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.inputs import ProposalReceived, ProposedValue, StartHeight, VoteReceived
from consensus.host.config import REMIND_BYTES_MAX
from consensus.host.network import Message, ProposedBlock, VoteBundle
from consensus.host.reminders import Reminders, bundles

H = Height(1)
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2_000))
MEMBERS = [Address(bytes([n]) * 20) for n in range(1, 5)]
SET = ValidatorSet(tuple(Validator(address, 1) for address in MEMBERS))


def vote(
    who: int, kind: VoteKind = VoteKind.PREVOTE, block: BlockId | None = A, round_: int = 0
) -> Vote:
    """Vote of one member."""
    return Vote(kind, H, Round(round_), block, NO_ROUND, MEMBERS[who])


def driver(*votes: Vote) -> Driver:
    """Core of the last member, in round 0 with a proposal and some votes."""
    node = Driver(H, SET, MEMBERS[3])
    node.apply(StartHeight(H))
    message = ProposalMessage(H, Round(0), A, NO_ROUND, node.proposals.proposer(Round(0)))
    node.apply(ProposalReceived(message, True))
    node.apply(ProposedValue(A, True))
    for one in votes:
        node.apply(VoteReceived(one))
    return node


def ticks(reminders: Reminders, node: Driver, count: int) -> list[list[tuple[str, Message]]]:
    """What is sent in some intervals to peers a and b."""
    return [list(reminders.tick(node, ("a", "b"))) for _ in range(count)]


def test_own_votes_go_to_everyone_in_each_interval() -> None:
    """tendermint#8025: whatever peers said, own votes are repeated."""
    reminders, node = Reminders(lambda block: None), driver(vote(3))
    reminders.heard("a", vote(3))
    assert [[("a", vote(3)), ("b", vote(3))]] * 3 == ticks(reminders, node, 3)


def test_others_votes_go_to_those_who_may_lack_them() -> None:
    """Nothing in the first interval, then only to peers that did not send it, then rarely."""
    reminders, node = Reminders(lambda block: None), driver(vote(0), vote(1))
    for sent in (vote(0), vote(1)):
        reminders.heard("a", sent)
    sent_in = [bool(sent) for sent in ticks(reminders, node, 12)]
    expected = [False, True, True, False, True, False, False, False, True] + [False] * 3
    assert expected == sent_in
    assert [("b", VoteBundle((vote(0), vote(1))))] == ticks(reminders, node, 1)[0]


def test_a_peer_that_comes_back_is_reminded_anew() -> None:
    """What it had may be gone with it."""
    reminders, node = Reminders(lambda block: None), driver(vote(0))
    reminders.heard("a", vote(0))
    ticks(reminders, node, 3)
    assert [] == list(reminders.tick(node, ("b",)))
    assert [] == [x for x in reminders.tick(node, ("a",)) if x[0] == "a"]
    assert [("a", VoteBundle((vote(0),)))] == list(reminders.tick(node, ("a",)))


def test_a_proposal_goes_with_its_block_or_not_at_all() -> None:
    """A block without a verdict is not passed on."""
    node = driver()
    assert [[], []] == ticks(Reminders(lambda block: None), node, 2)
    (proposal,) = node.proposals.at(Round(0))
    expected = ProposedBlock(proposal.message, b"block")
    assert [("a", expected), ("b", expected)] == ticks(Reminders(lambda block: b"block"), node, 2)[
        1
    ]


def test_repeats_are_bounded_in_bytes() -> None:
    """A large set is reminded bit by bit."""
    members = [Address(n.to_bytes(20, "big")) for n in range(1, 257)]
    many = ValidatorSet(tuple(Validator(address, 1) for address in members))
    node = Driver(H, many, members[0])
    node.apply(StartHeight(H))
    for kind in VoteKind:
        for address in members[1:]:
            for block in (A, B):
                node.apply(VoteReceived(Vote(kind, H, Round(0), block, NO_ROUND, address)))
    reminders = Reminders(lambda block: None)
    list(reminders.tick(node, ("a",)))
    sent = [list(reminders.tick(node, ("a",))) for _ in range(2)]
    for interval in sent:
        count = sum(len(m.votes) for _, m in interval if isinstance(m, VoteBundle))
        assert 0 < count * VOTE_BYTES_MAX <= REMIND_BYTES_MAX


def test_each_validator_is_once_in_a_bundle() -> None:
    """Contradictions travel apart; rounds and kinds, too."""
    votes = [vote(0), vote(1), vote(0, block=B), vote(0, VoteKind.PRECOMMIT), vote(1, round_=1)]
    expected = [(vote(0), vote(1)), (vote(0, block=B),), (votes[3],), (votes[4],)]
    assert [VoteBundle(group) for group in expected] == list(bundles(votes))
