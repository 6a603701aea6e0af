"""Counting votes by power, and how few a liar can make us keep."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.errors import RoundTooFar, TooManyMessages, UnknownValidator
from consensus.core.inputs import (
    StartHeight,
    Timeout,
    TimeoutElapsed,
    TimeoutKind,
    VoteReceived,
)
from consensus.core.votes import CATCH_UP_ROUNDS_MAX, Tally, VoteBook

V0, V1, V2, V3 = (Address(bytes([n]) * 20) for n in (1, 2, 3, 4))
SET = ValidatorSet((Validator(V0, 1), Validator(V1, 1), Validator(V2, 1), Validator(V3, 1)))
A, B, C, D = (BlockId(Hash32(bytes([n]) * 32), Milliseconds(n)) for n in (10, 11, 12, 13))
R0 = Round(0)


def vote(who: Address, block: BlockId | None, round_: int = 0, valid_round: int = -1) -> Vote:
    """Prevote without signature."""
    return Vote(VoteKind.PREVOTE, Height(1), Round(round_), block, Round(valid_round), who)


def book(*votes: Vote) -> VoteBook:
    """Book with some votes in it, seen from round 0."""
    filled = VoteBook(SET)
    for one in votes:
        filled.add(one, R0)
    return filled


@pytest.mark.parametrize(
    ("powers", "quorum", "witness"),
    [((3, 3, 3), 7, 4), ((1, 1, 1, 1), 3, 2), ((1,), 1, 1), ((1, 1, 1), 3, 2), ((5, 5), 7, 4)],
)
def test_thresholds_are_exact(powers: tuple[int, ...], quorum: int, witness: int) -> None:
    """Quorum is more than 2/3 and witness more than 1/3, not rounded (tendermint#5717)."""
    members = ValidatorSet(
        tuple(Validator(Address(bytes([n + 1]) * 20), p) for n, p in enumerate(powers))
    )
    total = sum(powers)
    assert quorum == min(p for p in range(total + 1) if members.is_quorum(p))
    assert witness == min(p for p in range(total + 1) if members.is_honest_witness(p))


def test_quorum_counts_power_not_heads() -> None:
    """Two of three validators with little power are no quorum; one with much is."""
    heavy = ValidatorSet((Validator(V0, 98), Validator(V1, 1), Validator(V2, 1)))
    filled = VoteBook(heavy)
    filled.add(vote(V1, A), R0)
    filled.add(vote(V2, A), R0)
    assert not filled.round(R0).prevotes.has_quorum((A, NO_ROUND))
    filled.add(vote(V0, B), R0)
    assert filled.round(R0).prevotes.has_quorum((B, NO_ROUND))


def test_votes_with_other_valid_rounds_are_other_votes() -> None:
    """A polka is of one block and one valid round (accountable Tendermint)."""
    votes = book(vote(V0, A, 5, 1), vote(V1, A, 5, 1), vote(V2, A, 5, 2)).round(Round(5))
    assert not votes.has_polka(A)
    votes = book(vote(V0, A, 5, 1), vote(V1, A, 5, 1), vote(V2, A, 5, 1)).round(Round(5))
    assert votes.has_polka(A)


def test_contradiction_is_evidence_once_and_counts_for_both() -> None:
    """The first contradiction is reported; each block keeps the power it was given."""
    filled = book(vote(V0, A), vote(V1, B), vote(V2, B))
    assert (DuplicateVote(vote(V0, A), vote(V0, B)),) == filled.add(vote(V0, B), R0)
    assert () == filled.add(vote(V0, B), R0)
    assert filled.round(R0).prevotes.has_quorum((B, NO_ROUND))


def test_contradiction_counts_once_among_all() -> None:
    """Among votes for whatever, an equivocator's power counts once."""
    assert not book(vote(V0, A), vote(V0, B), vote(V1, A)).round(R0).prevotes.has_quorum_any()
    assert book(vote(V0, A), vote(V1, B), vote(V2, None)).round(R0).prevotes.has_quorum_any()


def test_same_words_signed_again_are_the_same_vote() -> None:
    """Another signature under the same words is no evidence and not kept (a3)."""
    filled = book(vote(V0, A))
    again = Vote(VoteKind.PREVOTE, Height(1), R0, A, NO_ROUND, V0, b"another")
    assert () == filled.add(again, R0)
    assert filled.holds(again)
    assert vote(V0, A) == filled.round(R0).prevotes.first[V0]


def test_third_contradiction_needs_an_honest_voter() -> None:
    """A third vote of one step is kept only for a block with more than a third behind it."""
    filled = book(vote(V0, A), vote(V0, B))
    with pytest.raises(TooManyMessages):
        filled.add(vote(V0, C), R0)
    filled.add(vote(V1, C), R0)
    filled.add(vote(V2, C), R0)
    filled.add(vote(V0, C), R0)
    assert filled.round(R0).prevotes.has_quorum((C, NO_ROUND))


def test_strangers_do_not_count() -> None:
    """ASA-2024-011: a voter outside the set is refused before any table is touched."""
    filled = book()
    with pytest.raises(UnknownValidator):
        filled.add(vote(Address(b"\x99" * 20), A), R0)
    assert filled.rounds() == []


def test_far_rounds_are_bounded_for_each_validator() -> None:
    """Beyond the next round a validator has two rounds; higher ones push out lower ones."""
    filled = book(vote(V0, None, 7), vote(V0, None, 8), vote(V0, None, 9))
    assert filled.rounds() == [8, 9]
    assert len(filled.rounds()) == CATCH_UP_ROUNDS_MAX
    with pytest.raises(RoundTooFar):
        filled.add(vote(V0, None, 6), R0)
    filled.add(vote(V0, None, 1), R0)
    assert filled.rounds() == [1, 8, 9]


def test_a_pushed_out_round_keeps_the_others_votes() -> None:
    """One validator moving on does not take another's votes with it."""
    filled = book(vote(V1, A, 7), vote(V0, A, 7), vote(V0, A, 8), vote(V0, A, 9))
    assert filled.rounds() == [7, 8, 9]
    assert filled.round(Round(7)).voters() == [V1]


def test_rounds_that_are_no_longer_ahead_are_free() -> None:
    """When the current round catches up, a validator may look ahead again."""
    filled = book(vote(V0, None, 7), vote(V0, None, 8))
    filled.add(vote(V0, None, 9), Round(7))
    filled.add(vote(V0, None, 10), Round(7))
    assert filled.rounds() == [7, 8, 9, 10]


def test_old_votes_for_nil_are_history() -> None:
    """A height of thousands of rounds keeps votes for blocks, and of nil only the newest."""
    filled = book(vote(V0, A, 1), vote(V1, None, 1), vote(V0, None, 2), vote(V1, None, 3))
    filled.forget_nil(Round(3))
    assert [1, 3] == filled.rounds()
    assert [V0] == filled.round(Round(1)).voters()
    late = vote(V2, None, 2)
    assert filled.holds(late)
    assert () == filled.add(late, Round(4))
    assert [1, 3] == filled.rounds()
    assert not filled.holds(vote(V2, A, 2))


def test_a_halt_of_many_rounds_keeps_few_votes() -> None:
    """malachite and CometBFT bound rounds kept; here old nil votes go, whatever comes late."""
    node = Driver(Height(1), SET, V0)
    node.apply(StartHeight(Height(1)))
    for number in range(300):
        for who in (V1, V2, V3):
            for kind in VoteKind:
                said = Vote(kind, Height(1), Round(number), None, NO_ROUND, who)
                node.apply(VoteReceived(said))
        node.apply(TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, Height(1), Round(number))))
    assert 300 == node.state.round
    assert len(node.votes.rounds()) <= 3


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([None, A, B]), st.booleans())))
def test_powers_are_the_sum_of_their_voters(steps: list[tuple[int, BlockId | None, bool]]) -> None:
    """Counts kept along the way are those counted anew, after votes, removals and forgetting."""
    members = (V0, V1, V2, V3)
    tally = Tally(ValidatorSet(tuple(Validator(a, 1 + n) for n, a in enumerate(members))))
    for who, block, remove in steps:
        if remove and block is None:
            tally.remove_nil()
        elif remove:
            tally.remove(members[who])
        else:
            with contextlib.suppress(TooManyMessages):
                tally.add(vote(members[who], block))
        for choice, voters in tally.by_choice.items():
            power = sum(tally.validators.power_of(a) for a in voters)
            assert tally.has_quorum(choice) == tally.validators.is_quorum(power)
            assert tally.has_witness(choice) == tally.validators.is_honest_witness(power)
        power = sum(tally.validators.power_of(a) for a in tally.first)
        assert tally.has_quorum_any() == tally.validators.is_quorum(power)


def test_own_words_are_remembered_after_their_round() -> None:
    """A log of several rounds, replayed, asks for no signature of rounds gone (sim seed 2)."""
    node = Driver(Height(1), SET, V0)
    node.apply(StartHeight(Height(1)))
    mine = [Vote(kind, Height(1), R0, None, NO_ROUND, V0) for kind in VoteKind]
    for kind, own in zip(VoteKind, mine, strict=True):
        for who in (V1, V2):
            node.apply(VoteReceived(Vote(kind, Height(1), R0, None, NO_ROUND, who)))
        node.apply(VoteReceived(own))
    for number in range(3):
        node.apply(TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, Height(1), Round(number))))
    assert 3 == node.state.round
    assert all(node.has_spoken(own) for own in mine)
