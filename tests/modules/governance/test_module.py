"""Governance's calls and views, one by one."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.kit.parameters import UnknownParameter
from chain.kit.record import Refusal, Scope
from chain.types.primitives import Bps, Seconds, Wei
from modules.governance.events import DepositAdded, ProposalSubmitted, StatusChanged, VotingStarted
from modules.governance.module import Governance
from modules.governance.records import (
    CHANGES_MAX,
    SUMMARY_BYTES_MAX,
    TITLE_BYTES_MAX,
    Deposit,
    GovernanceGenesis,
    Kind,
    Option,
    ParameterChange,
    Status,
)
from modules.governance.refusals import (
    ChangesInvalid,
    DepositTooSmall,
    DryRunFailed,
    GuardianConcerned,
    NotCanceller,
    PeriodOver,
    StatusWrong,
    TextInvalid,
    TooManyOpenProposals,
    UnknownProposal,
)
from tests.modules.callers import NOBODY
from tests.modules.chain_of_five import (
    DEPOSIT_WEI,
    GOVERNANCE_PARAMS,
    GUARDIAN,
    five,
    pass_time,
    propose,
    vote,
)
from tests.modules.stage import COIN, Stage, account

FEE = "model_fees.protocol_fee_bps"


@pytest.fixture
def stage() -> Stage:
    """A chain of five modules at block 1."""
    return five()


def status(stage: Stage, number: int) -> Status:
    """Return where a proposal stands."""
    found: Status = stage.call(Governance, "proposal", number).status
    return found


def submit_text(stage: Stage, value_wei: int, sender: int = 8) -> int:
    """Submit a statement; return its number."""
    values = ("Title", "Summary")
    number: int = stage.call(Governance, "submit_text", *values, sender=sender, value_wei=value_wei)
    return number


def test_complete_deposit_begins_the_vote(stage: Stage) -> None:
    """A proposal whose proposer brings the whole deposit is voted on at once."""
    number = submit_text(stage, DEPOSIT_WEI)
    shown = stage.call(Governance, "proposal", number)
    assert (Kind.TEXT, Status.VOTING, account(8)) == (shown.kind, shown.status, shown.proposer)
    assert (stage.time_s + 6, 0, 100 * COIN) == (
        shown.voting_end_s,
        shown.snapshot_height,
        shown.total_power_wei,
    )
    assert stage.logged(ProposalSubmitted(1, account(8), Kind.TEXT, "Title"))
    assert stage.logged(
        VotingStarted(1, shown.snapshot_height, Wei(100 * COIN), shown.voting_end_s)
    )
    assert (shown,) == stage.call(Governance, "proposals", 0, 9)
    assert 1 == stage.call(Governance, "proposal_count")


def test_others_may_complete_the_deposit(stage: Stage) -> None:
    """Deposits add up until the vote begins, and each is on record."""
    number = submit_text(stage, 10 * COIN)
    assert Status.DEPOSIT == status(stage, number)
    stage.call(Governance, "deposit", number, sender=7, value_wei=COIN)
    assert stage.logged(DepositAdded(1, account(7), Wei(COIN), Wei(11 * COIN)))
    expected = (Deposit(account(8), Wei(10 * COIN)), Deposit(account(7), Wei(COIN)))
    assert expected == stage.call(Governance, "deposits_of", number)
    stage.call(Governance, "deposit", number, sender=6, value_wei=53 * COIN)
    assert Status.VOTING == status(stage, number)
    with stage.refuses(StatusWrong):
        stage.call(Governance, "deposit", number, sender=6, value_wei=COIN)


def test_deposits_are_large_enough_to_be_few(stage: Stage) -> None:
    """Nobody fills the depositors' places with dust: each brings a 64th or what is missing."""
    with stage.refuses(DepositTooSmall):
        submit_text(stage, DEPOSIT_WEI // 10 - 1)  # initial_deposit_bps is 10 %
    number = submit_text(stage, DEPOSIT_WEI - COIN // 2)
    with stage.refuses(DepositTooSmall):
        stage.call(Governance, "deposit", number, sender=7, value_wei=COIN // 2 - 1)
    stage.call(Governance, "deposit", number, sender=7, value_wei=COIN // 2)
    assert Status.VOTING == status(stage, number)


def test_many_depositors_complete_a_deposit() -> None:
    """As many as may deposit can complete it with the least each may bring, and all are paid."""
    stage = five(governance=replace(GOVERNANCE_PARAMS, initial_deposit_bps=Bps(0)))
    with stage.refuses(DepositTooSmall):
        submit_text(stage, COIN - 1)
    for number in range(100, 164):
        stage.host.mint(account(number), Wei(COIN))
    submit_text(stage, COIN, sender=100)
    for number in range(101, 164):
        stage.call(Governance, "deposit", 1, sender=number, value_wei=COIN)
    assert Status.VOTING == status(stage, 1)
    pass_time(stage, 6)
    assert all(COIN == stage.balance_wei(number) for number in range(100, 164))


def test_deposit_after_its_period_is_refused(stage: Stage) -> None:
    """The deposit period ends by the clock, also before the deadline is handled."""
    number = submit_text(stage, 10 * COIN)
    stage.host.advance(1, 10)  # a block that has not begun
    with stage.refuses(PeriodOver):
        stage.call(Governance, "deposit", number, sender=7, value_wei=COIN)


@pytest.mark.parametrize(
    ("title", "summary"),
    [("", ""), ("t" * (TITLE_BYTES_MAX + 1), ""), ("t", "s" * (SUMMARY_BYTES_MAX + 1))],
)
def test_texts_are_bounded(stage: Stage, title: str, summary: str) -> None:
    """A proposal has a title, and neither it nor the summary is too long."""
    with stage.refuses(TextInvalid):
        stage.call(Governance, "submit_text", title, summary, sender=8, value_wei=DEPOSIT_WEI)


def test_changes_are_bounded(stage: Stage) -> None:
    """A parameter proposal changes something, and not too much, by names of sane length."""
    for changes in (
        (),
        (ParameterChange(FEE, 250, 300),) * (CHANGES_MAX + 1),
        (ParameterChange("m" * 65, 0, 1),),
    ):
        with stage.refuses(ChangesInvalid):
            values = ("T", "", changes)
            stage.call(Governance, "submit_parameters", *values, sender=8, value_wei=DEPOSIT_WEI)
        assert stage.call(Governance, "preview", changes)


def test_open_proposals_are_bounded(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many proposals are open at once; a decided one makes room."""
    monkeypatch.setattr("modules.governance.lifecycle.OPEN_PROPOSALS_MAX", 1)
    submit_text(stage, DEPOSIT_WEI)
    with stage.refuses(TooManyOpenProposals):
        submit_text(stage, DEPOSIT_WEI)
    pass_time(stage, 6)
    submit_text(stage, DEPOSIT_WEI)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (ParameterChange(FEE, 250, 2_001), "0 to 2000 allowed"),
        (ParameterChange(FEE, 250, 800), "a step of at most 500"),
        (ParameterChange(FEE, 249, 300), "expected old value 249, found 250"),
        (ParameterChange(FEE, 250, 2**200), "uint16 expected"),
        (ParameterChange("model_fees.nothing", 0, 1), "no module has a parameter"),
        (ParameterChange("staking.commission_change_bps_max", 500, 5_001), "is above"),
        (ParameterChange("governance.voting_period_s", 6, 0), "1 to 2592000 allowed"),
    ],
)
def test_change_that_cannot_be_made_is_refused_with_the_reason(
    stage: Stage, change: ParameterChange, reason: str
) -> None:
    """What would fail later is refused at submission, as the preview says (gonka#1077)."""
    with stage.refuses(DryRunFailed, reason):
        propose(stage, change.parameter, change.expected, change.value)
    assert reason in stage.call(Governance, "preview", (change,))


def test_preview_of_sound_changes_is_empty(stage: Stage) -> None:
    """Nothing is said against changes that could be made."""
    changes = (ParameterChange(FEE, 250, 300), ParameterChange("staking.unbonding_s", 20, 30))
    assert "" == stage.call(Governance, "preview", changes)
    assert "twice" in stage.call(Governance, "preview", (*changes, changes[0]))


def test_spending_more_than_the_pool_is_refused(stage: Stage) -> None:
    """A spending is tried at submission too."""
    with stage.refuses(DryRunFailed):
        values = ("T", "", account(6), Wei(1))
        stage.call(Governance, "submit_spend", *values, sender=8, value_wei=DEPOSIT_WEI)


def test_cancelling_and_resuming_nothing_is_refused(stage: Stage) -> None:
    """What is not open cannot be cancelled, what is not paused cannot be resumed."""
    for name, what in (
        ("submit_cancel", 1),
        ("submit_cancel", 0),
        ("submit_resume", "staking"),
        ("submit_resume", "no such module"),
    ):
        with stage.refuses(DryRunFailed):
            stage.call(Governance, name, "T", "", what, sender=8, value_wei=DEPOSIT_WEI)


def test_proposer_cancels_at_a_price(stage: Stage) -> None:
    """A proposer may stop a proposal before it passed, and loses half of the deposit."""
    before_wei = stage.balance_wei(8)
    number = submit_text(stage, DEPOSIT_WEI)
    with stage.refuses(NotCanceller):
        stage.call(Governance, "cancel", number, sender=7)
    stage.call(Governance, "cancel", number, sender=8)
    assert stage.logged(StatusChanged(number, Status.CANCELLED, "by its proposer"))
    assert before_wei - DEPOSIT_WEI // 2 == stage.balance_wei(8)
    assert DEPOSIT_WEI // 2 == stage.host.burned_wei
    with stage.refuses(StatusWrong):
        stage.call(Governance, "cancel", number, sender=8)
    pass_time(stage, 10)
    assert Status.CANCELLED == status(stage, number)


def test_guardian_cancels_what_passed_and_the_proposer_no_more(stage: Stage) -> None:
    """In the timelock only the guardian stops a proposal; the deposit is back already."""
    number = propose(stage, FEE, 250, 300)
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 6)
    assert Status.TIMELOCK == status(stage, number)
    with stage.refuses(NotCanceller):
        stage.call(Governance, "cancel", number, sender=8)
    stage.call(Governance, "cancel", number, sender=GUARDIAN)
    pass_time(stage, 5)
    assert Status.CANCELLED == status(stage, number)
    assert 250 == stage.call(Governance, "parameter", FEE).value


def test_guardian_may_not_save_its_own_office(stage: Stage) -> None:
    """A proposal about the guardian is out of the guardian's reach, and about nothing else."""
    name, now = "governance.guardian", int.from_bytes(account(GUARDIAN), "big")
    number = propose(stage, name, now, 7)
    with stage.refuses(GuardianConcerned):
        stage.call(Governance, "cancel", number, sender=GUARDIAN)
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 9)
    assert account(7) == stage.call(Governance, "params").guardian
    both = (ParameterChange(name, 7, 6), ParameterChange(FEE, 250, 300))
    assert "alone" in stage.call(Governance, "preview", both)


def test_parameters_are_shown_with_their_bounds(stage: Stage) -> None:
    """A query says what a parameter is, what it may become, and when it changed last."""
    shown = stage.call(Governance, "parameter", FEE)
    assert (250, 0, 2_000, 500, Scope.NOW, 0) == (
        shown.value,
        shown.minimum,
        shown.maximum,
        shown.step,
        shown.scope,
        shown.changed_at_s,
    )
    names = [item.name for item in stage.call(Governance, "parameters", 0, 100)]
    assert FEE in names and "treasury.base_fee_burn_bps" in names
    assert names[2:4] == [p.name for p in stage.call(Governance, "parameters", 2, 2)]
    with stage.refuses(UnknownParameter):
        stage.call(Governance, "parameter", "no.such")
    with stage.refuses(UnknownParameter):
        stage.call(Governance, "history", "no.such", 0, 1)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("proposal", ()),
        ("proposal_params", ()),
        ("tally", ()),
        ("vote_of", (account(1),)),
        ("votes", (0, 1)),
        ("deposits_of", ()),
        ("deposit", ()),
        ("vote", (Option.YES,)),
        ("cancel", ()),
    ],
)
def test_unknown_proposals_are_refused(stage: Stage, name: str, values: tuple[object, ...]) -> None:
    """There is nothing to say or do about a proposal that is not there."""
    for number in (0, 1, 2**255):
        with stage.refuses(UnknownProposal):
            stage.call(Governance, name, number, *values)


def test_genesis_parameters_keep_their_bounds() -> None:
    """Genesis cannot set what no proposal could (scrtlabs#95, gno#5200)."""
    with pytest.raises(Malformed):
        Governance(five().host, NOBODY).genesis(
            GovernanceGenesis(replace(GOVERNANCE_PARAMS, voting_period_s=Seconds(0)))
        )


def test_missing_coins_pause_governance(stage: Stage) -> None:
    """Where less is held than was deposited, governance stops; forced coins stop nothing."""
    submit_text(stage, DEPOSIT_WEI)
    stage.host.mint(Governance.address, Wei(1))
    stage.next_block()
    stage.host.burn(Governance.address, Wei(2))
    stage.assembly.end_block(stage.host)
    assert Governance(stage.host, NOBODY).is_paused


def test_refusals_are_refusals() -> None:
    """Every reason on the page is a custom error for Solidity."""
    assert all(issubclass(refusal, Refusal) for refusal in Governance.refusals)
    assert DryRunFailed in Governance.refusals
