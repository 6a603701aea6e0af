"""
CometBFT's tests of what comes late: votes, proposals, blocks, waits; under their own names.

The tables are read as in test_comet_tables.py.
"""

from chain.types.primitives import Height, Round
from consensus.core.driver import Driver
from consensus.core.inputs import (
    StartHeight,
)
from consensus.core.repeats import decided_rounds
from consensus.core.round import RoundValue, Step
from tests.consensus.core.tables import (
    PRECOMMIT,
    PREVOTE,
    PROPOSE,
    START,
    START_ROW,
    Row,
    replay,
    told,
    valid,
)
from tests.consensus.core.test_driver import (
    P0,
    P1,
    P2,
    P3,
    SET,
    A,
    driver,
    feed,
    over,
    precommits,
    prevotes,
    proposal,
)


def test_set_valid_block_on_delayed_prevote() -> None:
    """SetValidBlockOnDelayedPrevote: a polka after the own precommit makes valid, locks not."""
    node = replay(
        driver(P3),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row(
            "no polka",
            prevotes([P3], 0, A) + prevotes([P1], 0, None) + prevotes([P2], 0, A),
            ["wait prevote 0"],
            0,
            Step.PREVOTE,
        ),
        Row("time is up", [over(PREVOTE, 0)], ["precommit 0 nil"], 0, Step.PRECOMMIT),
        Row("the last prevote", prevotes([P0], 0, A), [], 0, Step.PRECOMMIT),
    )
    assert (None, RoundValue(A, Round(0))) == (node.state.locked, node.state.valid)


def test_set_valid_block_on_delayed_proposal() -> None:
    """SetValidBlockOnDelayedProposal: a block after its polka and the precommit makes valid."""
    node = replay(
        driver(P3),
        START_ROW,
        Row("nothing comes", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row("a polka", prevotes([P0, P1, P2], 0, A), ["wait prevote 0"], 0, Step.PREVOTE),
        Row("time is up", [over(PREVOTE, 0)], ["precommit 0 nil"], 0, Step.PRECOMMIT),
        Row("the proposal at last", [proposal(0, A), valid(A)], [], 0, Step.PRECOMMIT),
    )
    assert (None, RoundValue(A, Round(0))) == (node.state.locked, node.state.valid)


def test_waiting_timeout_on_nil_polka() -> None:
    """WaitingTimeoutOnNilPolka: nil precommits of two thirds start the wait, not the round."""
    replay(
        driver(P3),
        START_ROW,
        Row(
            "nil precommits",
            precommits([P0, P1, P2], 0, None),
            ["wait precommit 0"],
            0,
            Step.PROPOSE,
        ),
        Row("the wait is over", [over(PRECOMMIT, 0)], ["wait propose 1"], 1, Step.PROPOSE),
    )


def test_waiting_timeout_propose_on_new_round() -> None:
    """WaitingTimeoutProposeOnNewRound: after a skip the proposal is waited for anew."""
    replay(
        driver(P3),
        START_ROW,
        Row("own nil", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row(
            "others are in round 1",
            prevotes([P0, P1], 1, None),
            ["wait propose 1"],
            1,
            Step.PROPOSE,
        ),
        Row(
            "a nil polka does not end the wait",
            prevotes([P2], 1, None),
            [],
            1,
            Step.PROPOSE,
        ),
        Row(
            "the wait does",
            [over(PROPOSE, 1)],
            ["prevote 1 nil", "precommit 1 nil"],
            1,
            Step.PRECOMMIT,
        ),
    )


def test_round_skip_on_nil_polka_from_higher_round() -> None:
    """RoundSkipOnNilPolkaFromHigherRound: precommits of round 1 skip there and start its wait."""
    replay(
        driver(P3),
        START_ROW,
        Row("own nil", [over(PROPOSE, 0)], ["prevote 0 nil"], 0, Step.PREVOTE),
        Row(
            "nil precommits of round 1",
            precommits([P0, P1, P2], 1, None),
            ["wait propose 1", "wait precommit 1"],
            1,
            Step.PROPOSE,
        ),
        Row("which ends round 1", [over(PRECOMMIT, 1)], ["wait propose 2"], 2, Step.PROPOSE),
    )


def test_wait_timeout_propose_on_nil_polka_for_the_current_round() -> None:
    """WaitTimeoutProposeOnNilPolkaForTheCurrentRound: a nil polka waits for the own prevote."""
    replay(
        driver(P3),
        START_ROW,
        Row("a nil polka", prevotes([P0, P1, P2], 0, None), [], 0, Step.PROPOSE),
        Row(
            "time is up",
            [over(PROPOSE, 0)],
            ["prevote 0 nil", "precommit 0 nil"],
            0,
            Step.PRECOMMIT,
        ),
    )


def test_emit_new_valid_block_on_commit_without_block() -> None:
    """EmitNewValidBlockOnCommitWithoutBlock: decided without its block: it is known to be so."""
    node = replay(
        driver(P3),
        START_ROW,
        Row(
            "two thirds decided A",
            precommits([P0, P1, P2], 0, A),
            ["wait precommit 0"],
            0,
            Step.PROPOSE,
        ),
    )
    assert [0] == decided_rounds(node)
    late = ["precommit 0 A", "decide 0 A"]  # where CometBFT would only decide
    replay(node, Row("A is here", [valid(A)], late, 0, Step.DECIDED))


def test_commit_from_previous_round() -> None:
    """CommitFromPreviousRound: a decision of round 0 counts in round 1, when its block comes."""
    replay(
        driver(P3),
        START_ROW,
        Row(
            "round 1 begins",
            prevotes([P0, P1], 1, None),
            ["wait propose 1"],
            1,
            Step.PROPOSE,
        ),
        Row("round 0 was decided", precommits([P0, P1, P2], 0, A), [], 1, Step.PROPOSE),
        Row("its block comes", [proposal(0, A), valid(A)], ["decide 0 A"], 1, Step.DECIDED),
    )


def test_start_next_height_correctly_after_timeout() -> None:
    """StartNextHeightCorrectlyAfterTimeout: waits of a decided height do nothing any more."""
    node = replay(
        driver(P3),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("A locks", prevotes([P0, P1, P3], 0, A), ["precommit 0 A"], 0, Step.PRECOMMIT),
        Row(
            "two of three precommit",
            precommits([P0, P3], 0, A) + precommits([P2], 0, None),
            ["wait precommit 0"],
            0,
            Step.PRECOMMIT,
        ),
        Row("the third decides", precommits([P1], 0, A), ["decide 0 A"], 0, Step.DECIDED),
        Row("the old wait ends", [over(PRECOMMIT, 0)], [], 0, Step.DECIDED),
    )
    following = Driver(Height(2), SET.incremented(1), P3)
    assert told(list(following.apply(over(PRECOMMIT, 0)))) == []
    effects = following.apply(StartHeight(Height(2)))
    assert ["wait propose 0"] == told(list(effects))
    assert 0 == node.state.round


def test_reset_timeout_precommit_upon_new_height() -> None:
    """ResetTimeoutPrecommitUponNewHeight: the flag of the last height is not carried over."""
    node = driver(P3)
    feed(node, START, precommits([P0, P1], 0, A), precommits([P2], 0, None))
    assert node.state.precommit_timeout_scheduled
    feed(node, precommits([P3], 0, A), valid(A))
    assert Step.DECIDED is node.state.step
    following = Driver(Height(2), SET.incremented(1), P3)
    following.apply(StartHeight(Height(2)))
    assert not following.state.precommit_timeout_scheduled


def test_state_halt1() -> None:
    """StateHalt1: locked alone with one nil against it, the late precommit still decides."""
    replay(
        driver(P3),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("A locks", prevotes([P1, P2, P3], 0, A), ["precommit 0 A"], 0, Step.PRECOMMIT),
        Row(
            "one says nil, one is late",
            precommits([P3, P2], 0, A) + precommits([P1], 0, None),
            ["wait precommit 0"],
            0,
            Step.PRECOMMIT,
        ),
        Row("round 1", [over(PRECOMMIT, 0)], ["wait propose 1"], 1, Step.PROPOSE),
        Row("still locked", [over(PROPOSE, 1)], ["prevote 1 nil"], 1, Step.PREVOTE),
        Row("the late one", precommits([P0], 0, A), ["decide 0 A"], 1, Step.DECIDED),
    )
