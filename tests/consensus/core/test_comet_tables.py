"""
CometBFT's state-machine tests under their own names, as step tables replayed on the core.

A row is: what happens, the inputs, the words and waits they cause, then round and step. P0 to
P3 propose in rounds 0 to 3. Where CometBFT's 0.38 line leaves the paper (unlocking on a nil
polka), the table follows the paper, and says so.
"""

from typing import NamedTuple

from chain.types.certificate import BlockId, Vote
from chain.types.primitives import Address, Height, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    ReportEvidence,
    ScheduleTimeout,
)
from consensus.core.inputs import (
    Input,
    ProposedValue,
    StartHeight,
    TimeoutKind,
    ValueBuilt,
)
from consensus.core.proposer import ProposerRotation
from consensus.core.repeats import decided_rounds
from consensus.core.round import RoundValue, Step
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

NAMES = {A: "A", B: "B", None: "nil"}
START = StartHeight(H)
PROPOSE, PREVOTE, PRECOMMIT = TimeoutKind.PROPOSE, TimeoutKind.PREVOTE, TimeoutKind.PRECOMMIT


class Row(NamedTuple):
    """One step of a table."""

    desc: str
    inputs: list[Input]
    effects: list[str]
    round: int
    step: Step


def told(effects: list[Effect]) -> list[str]:
    """Effects in short words; what is only passed on is left out."""
    words = []
    for effect in effects:
        match effect:
            case Broadcast(Vote(kind, _, round_, block)):
                words.append(f"{kind.name.lower()} {round_} {NAMES[block]}")
            case Broadcast(message):
                words.append(f"propose {message.round} {NAMES[message.block_id]}")
            case ScheduleTimeout(timeout):
                words.append(f"wait {timeout.kind.name.lower()} {timeout.round}")
            case GetValue(_, round_):
                words.append(f"build {round_}")
            case Decide(certificate):
                words.append(f"decide {certificate.round} {NAMES[certificate.block_id]}")
            case ReportEvidence():
                words.append("evidence")
    return words


def replay(node: Driver, *rows: Row) -> Driver:
    """Feed a table and compare after each row."""
    for row in rows:
        found = told(feed(node, row.inputs))
        state = (found, node.state.round, node.state.step)
        assert (row.effects, row.round, row.step) == state, row.desc
    return node


def valid(block: BlockId) -> ProposedValue:
    """The block is here and good."""
    return ProposedValue(block, True)


START_ROW = Row("the height starts", [START], ["wait propose 0"], 0, Step.PROPOSE)
LOCK_A = (
    START_ROW,
    Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
    Row(
        "a polka for A locks it",
        prevotes([P3, P1, P2], 0, A),
        ["precommit 0 A"],
        0,
        Step.PRECOMMIT,
    ),
    Row(
        "others precommit nil",
        precommits([P3], 0, A) + precommits([P1, P2], 0, None),
        ["wait precommit 0"],
        0,
        Step.PRECOMMIT,
    ),
    Row(
        "the wait ends the round",
        [over(PRECOMMIT, 0)],
        ["wait propose 1"],
        1,
        Step.PROPOSE,
    ),
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
    replay(node, Row("A is here", [valid(A)], ["decide 0 A"], 0, Step.DECIDED))


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


def test_tables_name_addresses_in_turn() -> None:
    """The tables' P0 to P3 are the proposers of rounds 0 to 3."""
    rotation = ProposerRotation(SET)
    turns: list[Address] = [rotation.at(Round(r)).address for r in range(4)]
    assert [P0, P1, P2, P3] == turns
