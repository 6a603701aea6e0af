"""
The way of a proposal: deposit, voting, timelock, end.

Its periods and thresholds are those that stood when it was submitted, so that no change of rules
shortens or decides what is under way. Whatever way it ends, no deposit stays behind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.assembly import REFUSED
from chain.types.primitives import Address, Height, Seconds, Wei
from modules.governance import actions
from modules.governance.closing import close, settle_deposits
from modules.governance.events import DepositAdded, ProposalSubmitted, StatusChanged, VotingStarted
from modules.governance.records import (
    DEPOSITORS_MAX,
    OPEN_PROPOSALS_MAX,
    WHOLE_BPS,
    Content,
    GovernanceParams,
    Kind,
    Progress,
    Status,
)
from modules.governance.refusals import DepositTooSmall, DryRunFailed, TooManyOpenProposals
from modules.governance.tally import outcome

if TYPE_CHECKING:
    from modules.governance.module import Governance

DEPOSIT_ENDS, VOTING_ENDS, TIMELOCK_ENDS = 1, 2, 3  # kinds of deadline


def submit(governance: Governance, content: Content) -> int:
    """Put a proposal on record with the coins sent as its first deposit; returns its number."""
    terms, now_s = governance.settings, governance.block.time_s
    if governance.open_count >= OPEN_PROPOSALS_MAX:
        raise TooManyOpenProposals(OPEN_PROPOSALS_MAX)
    needed_wei = initial_deposit_wei(terms)
    if governance.value_wei < needed_wei:
        raise DepositTooSmall(needed_wei, governance.value_wei)
    governance.count = number = governance.count + 1
    governance.open_count += 1
    governance.contents[number] = content
    governance.terms[number] = terms
    deposit_end_s = Seconds(now_s + terms.deposit_period_s)
    governance.progress[number] = Progress(Status.DEPOSIT, now_s, deposit_end_s, Wei(0))
    governance.timers.set(deposit_end_s, DEPOSIT_ENDS, number)
    governance.emit(ProposalSubmitted(number, content.proposer, content.kind, content.title))
    add_deposit(governance, number, governance.sender, governance.value_wei)
    reason = actions.rehearse(governance, number)
    if reason:
        raise DryRunFailed(reason)
    return number


def add_deposit(governance: Governance, number: int, depositor: Address, amount_wei: Wei) -> None:
    """Take coins that are already here as a deposit, and begin the vote when it is complete."""
    progress, terms = governance.progress[number], governance.terms[number]
    missing_wei = terms.deposit_wei_min - progress.deposit_wei
    needed_wei = min(least_deposit_wei(terms), missing_wei)
    if amount_wei < needed_wei:
        raise DepositTooSmall(Wei(needed_wei), amount_wei)
    governance.depositors[number].add(depositor)
    assert len(governance.depositors[number]) <= DEPOSITORS_MAX, "each brought a fair share"
    deposit_wei = Wei(governance.deposits[number, depositor] + amount_wei)
    governance.deposits[number, depositor] = deposit_wei
    total_wei = Wei(progress.deposit_wei + amount_wei)
    governance.progress[number] = replace(progress, deposit_wei=total_wei)
    governance.held_wei = Wei(governance.held_wei + amount_wei)
    governance.emit(DepositAdded(number, depositor, amount_wei, total_wei))
    if total_wei >= terms.deposit_wei_min:
        _begin_voting(governance, number)


def least_deposit_wei(terms: GovernanceParams) -> int:
    """Return the least single deposit, in wei: as many as may deposit complete it together."""
    return -(-terms.deposit_wei_min // DEPOSITORS_MAX)


def initial_deposit_wei(terms: GovernanceParams) -> Wei:
    """Return what a proposer must bring, in wei, rounded up; at least what any deposit must."""
    share_wei = -(-terms.deposit_wei_min * terms.initial_deposit_bps // WHOLE_BPS)
    return Wei(max(share_wei, least_deposit_wei(terms)))


def end_deposit(governance: Governance, number: int) -> None:
    """Let a proposal expire whose deposit was never completed."""
    if governance.progress[number].status == Status.DEPOSIT:
        burn_bps = governance.terms[number].expired_burn_bps
        close(governance, number, Status.EXPIRED, "deposit not completed", burn_bps)


def end_voting(governance: Governance, number: int) -> None:
    """Count the votes and go on as they decide."""
    progress, terms = governance.progress[number], governance.terms[number]
    if progress.status != Status.VOTING:
        return
    decided = outcome(governance.tallies[number], progress.total_power_wei, terms)
    if decided == Status.VETOED:
        close(governance, number, decided, "vetoed", WHOLE_BPS)
    elif decided != Status.TIMELOCK:
        close(governance, number, decided)
    elif governance.contents[number].kind == Kind.CANCEL:
        execute(governance, number)  # its target would not wait for a timelock
    else:
        _begin_timelock(governance, number)


def end_timelock(governance: Governance, number: int) -> None:
    """Carry a passed proposal out, unless its time passed while nothing could be done."""
    progress, terms = governance.progress[number], governance.terms[number]
    if progress.status != Status.TIMELOCK:
        return
    if governance.block.time_s > progress.timelock_end_s + terms.execution_grace_s:
        close(governance, number, Status.EXPIRED, "not carried out in time")
    else:
        execute(governance, number)


def execute(governance: Governance, number: int) -> None:
    """Carry a proposal out whole, or not at all."""
    mark = governance.host.snapshot()
    try:
        actions.perform(governance, number)
    except REFUSED as refusal:
        governance.host.revert(mark)
        close(governance, number, Status.FAILED, str(refusal))
    else:
        close(governance, number, Status.EXECUTED)


def _begin_voting(governance: Governance, number: int) -> None:
    """
    Open the vote to stake as it was at the end of the block before.

    Stake that is bonded in this block cannot answer to it, and stake that moves later counts once,
    where it was.
    A question on genesis, before which no block is, is refused by who knows the stake.
    """
    now_s, snapshot = governance.block.time_s, Height(max(governance.block.height - 1, 0))
    total_wei = governance.stakes.total_power_at(snapshot)
    voting_end_s = Seconds(now_s + governance.terms[number].voting_period_s)
    governance.progress[number] = replace(
        governance.progress[number],
        status=Status.VOTING,
        voting_start_s=now_s,
        voting_end_s=voting_end_s,
        snapshot_height=snapshot,
        total_power_wei=total_wei,
    )
    governance.timers.set(voting_end_s, VOTING_ENDS, number)
    governance.emit(VotingStarted(number, snapshot, total_wei, voting_end_s))


def _begin_timelock(governance: Governance, number: int) -> None:
    """Give deposits back and everyone time to act before the proposal is carried out."""
    settle_deposits(governance, number, 0)
    timelock_end_s = Seconds(governance.block.time_s + governance.terms[number].timelock_s)
    governance.progress[number] = replace(
        governance.progress[number], status=Status.TIMELOCK, timelock_end_s=timelock_end_s
    )
    governance.timers.set(timelock_end_s, TIMELOCK_ENDS, number)
    governance.emit(StatusChanged(number, Status.TIMELOCK, ""))
