"""The way of a proposal: where time and votes take it, and where its deposit goes."""

from dataclasses import replace

import pytest

from chain.kit.host import CallInfo
from chain.types.primitives import Bps, Height, Seconds, Wei
from modules.governance.closing import REASON_CHARACTERS_MAX
from modules.governance.events import StatusChanged
from modules.governance.module import Governance
from modules.governance.records import Option, Proposal, Status
from modules.staking.refusals import HeightNotPast
from tests.modules.chain_of_five import (
    DEPOSIT_WEI,
    GOVERNANCE_PARAMS,
    enact,
    five,
    pass_time,
    propose,
    vote,
)
from tests.modules.stage import COIN, Stage

FEE = "model_fees.protocol_fee_bps"
PROPOSER = 8


def shown(stage: Stage, number: int = 1) -> Proposal:
    """Return a proposal."""
    found: Proposal = stage.call(Governance, "proposal", number)
    return found


def submit_text(stage: Stage, value_wei: int) -> None:
    """Submit a statement."""
    stage.call(Governance, "submit_text", "T", "", sender=PROPOSER, value_wei=value_wei)


def test_passed_proposal_waits_and_is_carried_out() -> None:
    """A majority takes a proposal through the timelock to its end; the deposit comes back."""
    stage = five()
    before_wei = stage.balance_wei(PROPOSER)
    number = propose(stage, FEE, 250, 300)
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 5)
    assert Status.VOTING == shown(stage).status
    pass_time(stage, 1)
    assert Status.TIMELOCK == shown(stage).status
    assert stage.time_s + 2 == shown(stage).timelock_end_s
    assert before_wei == stage.balance_wei(PROPOSER)
    pass_time(stage, 1)
    assert 250 == stage.call(Governance, "parameter", FEE).value
    pass_time(stage, 1)
    assert Status.EXECUTED == shown(stage).status
    assert 300 == stage.call(Governance, "parameter", FEE).value
    assert stage.time_s == shown(stage).closed_s
    for status in (Status.TIMELOCK, Status.EXECUTED):
        assert stage.logged(StatusChanged(1, status, ""))


@pytest.mark.parametrize(
    ("votes", "status", "burned_coins"),
    [
        ((), Status.FAILED_QUORUM, 0),
        (((2, Option.YES),), Status.FAILED_QUORUM, 0),
        (((1, Option.NO), (2, Option.YES)), Status.REJECTED, 0),
        (((1, Option.ABSTAIN),), Status.REJECTED, 0),
        (((1, Option.VETO), (2, Option.YES)), Status.VETOED, 64),
    ],
)
def test_proposal_that_does_not_pass(
    votes: tuple[tuple[int, Option], ...], status: Status, burned_coins: int
) -> None:
    """Each way of not passing has its own name; only a veto burns the deposit."""
    stage = five()
    before_wei = stage.balance_wei(PROPOSER)
    vote(stage, propose(stage, FEE, 250, 300), *votes)
    pass_time(stage, 6)
    assert status == shown(stage).status
    assert before_wei - burned_coins * COIN == stage.balance_wei(PROPOSER)
    assert burned_coins * COIN == stage.host.burned_wei
    pass_time(stage, 5)
    assert 250 == stage.call(Governance, "parameter", FEE).value


@pytest.mark.parametrize("burn_bps", [0, 2_500, 10_000])
def test_incomplete_deposit_expires(burn_bps: int) -> None:
    """A proposal nobody completes ends, and its deposit burns by the governed share."""
    stage = five(governance=replace(GOVERNANCE_PARAMS, expired_burn_bps=Bps(burn_bps)))
    before_wei = stage.balance_wei(PROPOSER)
    submit_text(stage, 8 * COIN)
    pass_time(stage, 9)
    assert Status.DEPOSIT == shown(stage).status
    pass_time(stage, 1)
    assert (Status.EXPIRED, "deposit not completed") == (shown(stage).status, shown(stage).reason)
    assert before_wei - 8 * COIN * burn_bps // 10_000 == stage.balance_wei(PROPOSER)


def test_burned_share_rounds_down() -> None:
    """Half of an odd number of wei burns the smaller half."""
    stage = five()
    before_wei = stage.balance_wei(PROPOSER)
    submit_text(stage, DEPOSIT_WEI + 1)
    stage.call(Governance, "cancel", 1, sender=PROPOSER)
    assert before_wei - DEPOSIT_WEI // 2 == stage.balance_wei(PROPOSER)


def test_periods_under_way_are_not_shortened_by_a_change() -> None:
    """A shorter timelock counts for later proposals only (OpenLedger Kora-Contract#670)."""
    stage = five(governance=replace(GOVERNANCE_PARAMS, timelock_s=Seconds(30)))
    first = propose(stage, "governance.timelock_s", 30, 1)
    vote(stage, first, (1, Option.YES))
    pass_time(stage, 30)
    second = propose(stage, FEE, 250, 300)
    vote(stage, second, (1, Option.YES))
    pass_time(stage, 6)
    assert (Status.EXECUTED, Status.TIMELOCK) == (shown(stage, 1).status, shown(stage, 2).status)
    assert 1 == stage.call(Governance, "params").timelock_s
    assert 30 == stage.call(Governance, "proposal_params", second).timelock_s
    pass_time(stage, 29)
    assert Status.TIMELOCK == shown(stage, 2).status
    pass_time(stage, 1)
    assert Status.EXECUTED == shown(stage, 2).status


def test_proposal_lives_by_the_rules_it_was_submitted_under() -> None:
    """A change of rules during the deposit period changes neither deposit nor voting period."""
    stage = five()
    submit_text(stage, 8 * COIN)
    governance = Governance(stage.host, CallInfo(Governance.address))
    governance.settings = replace(
        GOVERNANCE_PARAMS, voting_period_s=Seconds(1), deposit_wei_min=Wei(8 * COIN)
    )
    stage.call(Governance, "deposit", 1, sender=7, value_wei=COIN)
    assert Status.DEPOSIT == shown(stage).status
    stage.call(Governance, "deposit", 1, sender=7, value_wei=55 * COIN)
    assert stage.time_s + 6 == shown(stage).voting_end_s


def test_proposal_that_is_late_expires() -> None:
    """What could not be carried out within its grace is not carried out at all."""
    stage = five()
    vote(stage, propose(stage, FEE, 250, 300), (1, Option.YES))
    pass_time(stage, 6)
    stage.next_block(2 + 61)
    assert (Status.EXPIRED, "not carried out in time") == (
        shown(stage).status,
        shown(stage).reason,
    )


def test_second_of_two_equal_proposals_fails() -> None:
    """Two proposals from the same old value cannot both win: the later finds another value."""
    stage = five()
    propose(stage, FEE, 250, 300)
    propose(stage, FEE, 250, 400)
    vote(stage, 1, (1, Option.YES))
    enact(stage, 2)
    assert (Status.EXECUTED, Status.FAILED) == (shown(stage, 1).status, shown(stage, 2).status)
    assert "expected old value 250, found 300" in shown(stage, 2).reason
    assert len(shown(stage, 2).reason) <= REASON_CHARACTERS_MAX
    assert 300 == stage.call(Governance, "parameter", FEE).value


def test_deadlines_of_a_cancelled_proposal_pass_it_by() -> None:
    """A deadline that comes after the end changes nothing."""
    stage = five()
    submit_text(stage, 8 * COIN)
    stage.call(Governance, "cancel", 1, sender=PROPOSER)
    pass_time(stage, 12)
    assert Status.CANCELLED == shown(stage).status


def test_a_vote_cannot_open_on_genesis() -> None:
    """A question there has no block before it whose stake could answer; it is refused."""
    stage = five()
    stage.host.block = replace(stage.host.block, height=Height(0))
    with pytest.raises(HeightNotPast):
        submit_text(stage, DEPOSIT_WEI)
