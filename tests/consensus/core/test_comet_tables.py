"""
CometBFT's state-machine tests under their own names, as step tables replayed on the core.

A row is: what happens, the inputs, the words and waits they cause, then round and step. P0 to
P3 propose in rounds 0 to 3. Where CometBFT's 0.38 line leaves the paper (unlocking on a nil
polka), the table follows the paper, and says so.
"""

from chain.types.primitives import Address, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.inputs import (
    ProposedValue,
    ValueBuilt,
)
from consensus.core.proposer import ProposerRotation
from consensus.core.round import RoundValue, Step
from tests.consensus.core.tables import (
    LOCK_A,
    PRECOMMIT,
    PREVOTE,
    PROPOSE,
    START,
    START_ROW,
    Row,
    replay,
    valid,
)
from tests.consensus.core.test_driver import (
    P0,
    P1,
    P2,
    P3,
    SET,
    A,
    B,
    H,
    driver,
    feed,
    over,
    precommits,
    prevotes,
    proposal,
)


def test_state_proposer_selection0() -> None:
    """StateProposerSelection0: the first proposes height 1, the next one height 2."""
    assert P0 == ProposerRotation(SET).at(Round(0)).address
    after = SET.incremented(1)
    assert P1 == ProposerRotation(after).at(Round(0)).address
    replay(driver(P0), Row("own turn", [START], ["build 0", "wait propose 0"], 0, Step.PROPOSE))


def test_state_proposer_selection2() -> None:
    """StateProposerSelection2: from round 2 on, each round has the next one's turn."""
    expected = [(P0, P1, P2, P3)[(i + 2) % 4] for i in range(8)]
    rotation = ProposerRotation(SET)
    assert expected == [rotation.at(Round(i + 2)).address for i in range(8)]
    replay(
        driver(P3),
        START_ROW,
        Row(
            "nil precommits of a later round skip there",
            precommits([P0, P1, P2], 3, None),
            ["build 3", "wait propose 3", "wait precommit 3"],
            3,
            Step.PROPOSE,
        ),
    )


def test_state_bad_proposal() -> None:
    """StateBadProposal: an invalid block gets nil, even when others prevote for it."""
    node = replay(
        driver(P3),
        START_ROW,
        Row(
            "an invalid block is proposed",
            [proposal(0, A), ProposedValue(A, False)],
            ["prevote 0 nil"],
            0,
            Step.PREVOTE,
        ),
        Row("others want it", prevotes([P0, P1], 0, A), [], 0, Step.PREVOTE),
        Row("own nil is counted", prevotes([P3], 0, None), ["wait prevote 0"], 0, Step.PREVOTE),
        Row("in vain", [over(PREVOTE, 0)], ["precommit 0 nil"], 0, Step.PRECOMMIT),
    )
    assert (None, None) == (node.state.locked, node.state.valid)


def test_state_oversized_block() -> None:
    """StateOversizedBlock: a block refused for its size never has a verdict, so it gets nil."""
    replay(
        driver(P3),
        START_ROW,
        Row("its proposal alone is no block", [proposal(0, A)], [], 0, Step.PROPOSE),
        Row("time is up", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row(
            "a polka without the block locks nothing",
            prevotes([P0, P1, P2], 0, A),
            ["wait prevote 0"],
            0,
            Step.PREVOTE,
        ),
        Row("in vain", [over(PREVOTE, 0)], ["precommit 0 nil"], 0, Step.PRECOMMIT),
    )


def test_state_full_round1() -> None:
    """StateFullRound1: one validator proposes, votes and decides alone."""
    replay(
        Driver(H, ValidatorSet((Validator(P0, 1),)), P0),
        Row("start", [START], ["build 0", "wait propose 0"], 0, Step.PROPOSE),
        Row("built", [valid(A), ValueBuilt(H, Round(0), A)], ["propose 0 A"], 0, Step.PROPOSE),
        Row("own proposal", [proposal(0, A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("own prevote", prevotes([P0], 0, A), ["precommit 0 A"], 0, Step.PRECOMMIT),
        Row("own precommit", precommits([P0], 0, A), ["decide 0 A"], 0, Step.DECIDED),
    )


def test_state_full_round_nil() -> None:
    """StateFullRoundNil: without a proposal, one validator prevotes and precommits nil."""
    alone = ValidatorSet((Validator(P0, 1),))
    replay(
        Driver(H, alone, P0),
        Row("start", [START], ["build 0", "wait propose 0"], 0, Step.PROPOSE),
        Row("no block comes", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row("own prevote", prevotes([P0], 0, None), ["precommit 0 nil"], 0, Step.PRECOMMIT),
        Row("own precommit", precommits([P0], 0, None), ["wait precommit 0"], 0, Step.PRECOMMIT),
        Row(
            "the next round",
            [over(PRECOMMIT, 0)],
            ["build 1", "wait propose 1"],
            1,
            Step.PROPOSE,
        ),
    )


def test_state_full_round2() -> None:
    """StateFullRound2: two validators need each other in both steps."""
    two = ValidatorSet((Validator(P0, 1), Validator(P1, 1)))
    replay(
        Driver(H, two, P1),
        START_ROW,
        Row("a proposal", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("own prevote is half", prevotes([P1], 0, A), [], 0, Step.PREVOTE),
        Row("both", prevotes([P0], 0, A), ["precommit 0 A"], 0, Step.PRECOMMIT),
        Row("own precommit is half", precommits([P1], 0, A), [], 0, Step.PRECOMMIT),
        Row("both", precommits([P0], 0, A), ["decide 0 A"], 0, Step.DECIDED),
    )


def test_state_lock_no_pol() -> None:
    """StateLock_NoPOL: a lock holds through rounds without a polka, against new proposals."""
    node = replay(
        driver(P3),
        *LOCK_A,
        Row("B is new", [proposal(1, B), valid(B)], ["prevote 1 nil"], 1, Step.PREVOTE),
        Row(
            "no polka",
            prevotes([P3], 1, None) + prevotes([P1, P2], 1, B),
            ["wait prevote 1"],
            1,
            Step.PREVOTE,
        ),
        Row("time is up", [over(PREVOTE, 1)], ["precommit 1 nil"], 1, Step.PRECOMMIT),
        Row(
            "nobody agrees",
            precommits([P1, P2, P3], 1, None),
            ["wait precommit 1"],
            1,
            Step.PRECOMMIT,
        ),
        Row("round 2", [over(PRECOMMIT, 1)], ["wait propose 2"], 2, Step.PROPOSE),
        Row("nothing comes", [over(PROPOSE, 2)], ["prevote 2 nil"], 2, Step.PREVOTE),
    )
    assert RoundValue(A, Round(0)) == node.state.locked


def test_state_lock_pol_relock() -> None:
    """StateLock_POLRelock: a polka for the locked block in a later round renews the lock."""
    node = replay(
        driver(P3),
        *LOCK_A,
        Row("A comes again", [proposal(1, A, 0)], ["prevote 1 A"], 1, Step.PREVOTE),
        Row(
            "and has a polka",
            prevotes([P1, P2, P3], 1, A, 0),
            ["precommit 1 A"],
            1,
            Step.PRECOMMIT,
        ),
        Row("it is decided", precommits([P1, P2, P3], 1, A), ["decide 1 A"], 1, Step.DECIDED),
    )
    assert RoundValue(A, Round(1)) == node.state.locked


def test_state_lock_pol_unlock() -> None:
    """
    StateLock_POLUnlock: a nil polka gets a nil precommit, and the lock stays.

    The paper and CometBFT v1 (POLDoesNotUnlock); 0.38 unlocked here (tendermint#6849).
    """
    node = replay(
        driver(P3),
        *LOCK_A,
        Row("B is new", [proposal(1, B), valid(B)], ["prevote 1 nil"], 1, Step.PREVOTE),
        Row("nil polka", prevotes([P1, P2, P3], 1, None), ["precommit 1 nil"], 1, Step.PRECOMMIT),
    )
    assert RoundValue(A, Round(0)) == node.state.locked
    feed(node, precommits([P1, P2, P3], 1, None), over(PRECOMMIT, 1))
    replay(
        node,
        Row("B again, still new", [proposal(2, B)], ["prevote 2 nil"], 2, Step.PREVOTE),
    )


def test_state_lock_pol_unlock_on_unknown_block() -> None:
    """
    StateLock_POLUnlockOnUnknownBlock: a polka for a block that is not here gets nil.

    The lock stays on A (the paper); once B is here with its polka of round 1, a proposal that
    names that round frees the vote.
    """
    node = replay(
        driver(P3),
        *LOCK_A,
        Row("no proposal", [over(PROPOSE, 1)], ["prevote 1 nil"], 1, Step.PREVOTE),
        Row(
            "polka for the unknown",
            prevotes([P0, P1, P2], 1, B),
            ["wait prevote 1"],
            1,
            Step.PREVOTE,
        ),
        Row("time is up", [over(PREVOTE, 1)], ["precommit 1 nil"], 1, Step.PRECOMMIT),
        Row(
            "the round fails",
            precommits([P1, P2, P3], 1, None),
            ["wait precommit 1"],
            1,
            Step.PRECOMMIT,
        ),
        Row("round 2", [over(PRECOMMIT, 1)], ["wait propose 2"], 2, Step.PROPOSE),
        Row("B with its polka", [proposal(2, B, 1), valid(B)], ["prevote 2 B"], 2, Step.PREVOTE),
    )
    assert RoundValue(A, Round(0)) == node.state.locked


def test_state_lock_pol_safety1() -> None:
    """StateLock_POLSafety1: an old polka that arrives late moves no newer lock."""
    node = replay(
        driver(P3),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row(
            "its polka stays unseen",
            prevotes([P3], 0, A) + prevotes([P1, P2], 0, None),
            ["wait prevote 0"],
            0,
            Step.PREVOTE,
        ),
        Row("time is up", [over(PREVOTE, 0)], ["precommit 0 nil"], 0, Step.PRECOMMIT),
        Row(
            "round 1",
            [*precommits([P1, P2, P3], 0, None), over(PRECOMMIT, 0)],
            ["wait precommit 0", "wait propose 1"],
            1,
            Step.PROPOSE,
        ),
        Row("B is new", [proposal(1, B), valid(B)], ["prevote 1 B"], 1, Step.PREVOTE),
        Row("B locks", prevotes([P1, P2, P3], 1, B), ["precommit 1 B"], 1, Step.PRECOMMIT),
        Row("A's polka, late", prevotes([P0, P1, P2], 0, A), ["evidence"] * 2, 1, Step.PRECOMMIT),
    )
    assert RoundValue(B, Round(1)) == node.state.locked == node.state.valid


def test_state_lock_pol_safety2() -> None:
    """StateLock_POLSafety2: a proposal with a polka older than the lock gets nil."""
    node = replay(
        driver(P3),
        START_ROW,
        Row("round 0 fails", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row(
            "round 1",
            [*precommits([P1, P2, P3], 0, None), over(PRECOMMIT, 0)],
            ["wait precommit 0", "wait propose 1"],
            1,
            Step.PROPOSE,
        ),
        Row("B is new", [proposal(1, B), valid(B)], ["prevote 1 B"], 1, Step.PREVOTE),
        Row("B locks", prevotes([P1, P2, P3], 1, B), ["precommit 1 B"], 1, Step.PRECOMMIT),
        Row(
            "round 2",
            [*precommits([P0, P1, P2], 1, None), over(PRECOMMIT, 1)],
            ["wait precommit 1", "wait propose 2"],
            2,
            Step.PROPOSE,
        ),
        Row(
            "A with a polka of round 0",
            [*prevotes([P0, P1, P2], 0, A), valid(A), proposal(2, A, 0)],
            ["prevote 2 nil"],
            2,
            Step.PREVOTE,
        ),
    )
    assert RoundValue(B, Round(1)) == node.state.locked


def test_state_propose_valid_block() -> None:
    """StateProposeValidBlock: the valid block is proposed again, with its round, in own turns."""
    node = replay(
        driver(P1),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("A locks", prevotes([P1, P2, P3], 0, A), ["precommit 0 A"], 0, Step.PRECOMMIT),
        Row(
            "own turn",
            [*precommits([P0, P2, P3], 0, None), over(PRECOMMIT, 0)],
            ["wait precommit 0", "propose 1 A", "wait propose 1"],
            1,
            Step.PROPOSE,
        ),
    )
    assert RoundValue(A, Round(0)) == node.state.valid


def test_tables_name_addresses_in_turn() -> None:
    """The tables' P0 to P3 are the proposers of rounds 0 to 3."""
    rotation = ProposerRotation(SET)
    turns: list[Address] = [rotation.at(Round(r)).address for r in range(4)]
    assert [P0, P1, P2, P3] == turns
