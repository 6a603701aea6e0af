"""A validator that hears of a decision before it has precommitted: what it still says."""

from chain.types.primitives import Round
from consensus.core.driver import Driver
from consensus.core.inputs import StartHeight
from consensus.core.round import Step
from tests.consensus.core.tables import PROPOSE, START_ROW, Row, replay, valid
from tests.consensus.core.test_driver import (
    P0,
    P1,
    P2,
    P3,
    SET,
    STRANGER,
    A,
    H,
    driver,
    over,
    precommits,
    prevotes,
    proposal,
)

ALL_BUT_P3 = precommits([P0, P1, P2], 0, A)


def test_who_has_prevoted_still_precommits_what_the_others_decided() -> None:
    """The others were too fast for a polka to be seen here: the precommit is said all the same."""
    replay(
        driver(P3),
        START_ROW,
        Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
        Row("decided", ALL_BUT_P3, ["precommit 0 A", "decide 0 A"], 0, Step.DECIDED),
    )


def test_who_precommitted_nil_says_nothing_else_in_that_round() -> None:
    """A late precommit never contradicts one of the same round."""
    replay(
        driver(P3),
        START_ROW,
        Row(
            "time is up",
            [over(PROPOSE, 0), *prevotes([P0, P1, P2], 0, None)],
            ["prevote 0 nil", "precommit 0 nil"],
            0,
            Step.PRECOMMIT,
        ),
        Row("A is decided", [valid(A), *ALL_BUT_P3], ["decide 0 A"], 0, Step.DECIDED),
    )


def test_who_is_a_round_further_says_nothing_in_the_past() -> None:
    """A decision of an earlier round is taken in silence: votes only ever go forward."""
    replay(
        driver(P3),
        START_ROW,
        Row("round 1", [StartHeight(H, Round(1))], ["wait propose 1"], 1, Step.PROPOSE),
        Row("A is decided", [valid(A), *ALL_BUT_P3], ["decide 0 A"], 1, Step.DECIDED),
    )


def test_who_has_not_begun_the_height_says_nothing() -> None:
    """cometbft#5953: who is behind only follows."""
    replay(
        driver(P3),
        Row("A is decided", [valid(A), *ALL_BUT_P3], ["decide 0 A"], -1, Step.DECIDED),
    )


def test_who_is_no_validator_never_precommits() -> None:
    """A follower decides what the others decided, and is silent."""
    replay(
        Driver(H, SET, STRANGER),
        START_ROW,
        Row("A is decided", [valid(A), *ALL_BUT_P3], ["decide 0 A"], 0, Step.DECIDED),
    )
