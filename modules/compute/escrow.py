"""
An order's coins: who paid them in, what became of them, and what goes back to whom.

    deposits, first in first out --> earned | fees
                     what is left --> each funder, or the policy it came from

A payment changes one record. Which funder's coins it took follows from the order in which they
first paid in, and is written down only when the list is about to change or to be paid back. Of a
sole funder it is never written down: what became of its coins is what the order's ledger says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.usage import tell
from chain.types.primitives import Address, Wei
from modules.compute.events import PolicyRefunded, Refunded
from modules.compute.records import FUNDERS_MAX, DepositEntry, PolicyState
from modules.compute.refusals import TooManyFunders

if TYPE_CHECKING:
    from modules.compute.module import Compute


def deposit(compute: Compute, number: int, funder: Address, amount_wei: int, policy: int) -> None:
    """Book coins that are in the module's account already; raises TooManyFunders."""
    attribute(compute, number)
    entries = compute.deposits[number]
    for index in range(len(entries)):
        entry = entries[index]
        if entry.funder == funder and entry.policy == policy:
            entries[index] = replace(entry, deposited_wei=Wei(entry.deposited_wei + amount_wei))
            break
    else:
        if len(entries) >= FUNDERS_MAX:
            raise TooManyFunders(FUNDERS_MAX)
        if len(entries) == 1:
            entries[0] = stated(compute, number)[0]
        entries.append(DepositEntry(funder, policy, Wei(amount_wei), Wei(0), Wei(0)))
    ledger = compute.ledgers[number]
    compute.ledgers[number] = replace(ledger, deposited_wei=Wei(ledger.deposited_wei + amount_wei))
    compute.escrow_wei = Wei(compute.escrow_wei + amount_wei)


def earn(compute: Compute, number: int, amount_wei: int) -> None:
    """Turn escrow into what the present provider earned; below zero turns it back."""
    if amount_wei == 0:
        return
    ledger, earnings = compute.ledgers[number], compute.earnings[number]
    assert ledger.unspent_wei >= amount_wei, "an order pays what it has"
    compute.ledgers[number] = replace(ledger, earned_wei=Wei(ledger.earned_wei + amount_wei))
    compute.earnings[number] = replace(earnings, earned_wei=Wei(earnings.earned_wei + amount_wei))
    compute.escrow_wei = Wei(compute.escrow_wei - amount_wei)
    compute.earned_wei = Wei(compute.earned_wei + amount_wei)


def spend_fee(compute: Compute, number: int, target: Address, fee_wei: int, reason: str) -> None:
    """Pay a fee out of the reserve first, then out of what is unspent."""
    ledger = compute.ledgers[number]
    assert ledger.unspent_wei >= fee_wei, "a fee is paid of what is there"
    compute.ledgers[number] = replace(
        ledger,
        fees_wei=Wei(ledger.fees_wei + fee_wei),
        reserve_wei=Wei(max(0, ledger.reserve_wei - fee_wei)),
    )
    compute.escrow_wei = Wei(compute.escrow_wei - fee_wei)
    compute.pay(target, fee_wei, reason)


def fee_returned(compute: Compute, number: int, amount_wei: int) -> None:
    """Book what a verifier gave back of a fee; it is in the module's account already."""
    ledger = compute.ledgers[number]
    back_wei = min(amount_wei, ledger.fees_wei)
    compute.ledgers[number] = replace(ledger, fees_wei=Wei(ledger.fees_wei - back_wei))
    compute.escrow_wei = Wei(compute.escrow_wei + back_wei)
    compute.pay(compute.orders[number].requester, amount_wei - back_wei, "fee_refund")


def stated(compute: Compute, number: int) -> list[DepositEntry]:
    """Return an order's deposits as they are written down, a sole funder's as the ledger has it."""
    entries = list(compute.deposits[number])
    if len(entries) != 1:
        return entries
    ledger = compute.ledgers[number]
    spent_wei = Wei(ledger.earned_wei + ledger.fees_wei)
    return [replace(entries[0], spent_wei=spent_wei, refunded_wei=ledger.refunded_wei)]


def attribute(compute: Compute, number: int) -> None:
    """Write down whose coins were spent: the first funder's first, and given back last."""
    ledger, entries = compute.ledgers[number], compute.deposits[number]
    count = len(entries)
    if count == 1:
        return
    missing = ledger.earned_wei + ledger.fees_wei - sum(entry.spent_wei for entry in entries)
    for index in range(count) if missing >= 0 else range(count - 1, -1, -1):
        entry = entries[index]
        room = entry.deposited_wei - entry.spent_wei - entry.refunded_wei
        step = min(missing, room) if missing >= 0 else max(missing, -entry.spent_wei)
        if step:
            entries[index] = replace(entry, spent_wei=Wei(entry.spent_wei + step))
            missing -= step
    assert missing == 0, "what was spent was somebody's"


def refund(compute: Compute, number: int) -> None:
    """Give every funder back what of its coins is unspent."""
    attribute(compute, number)
    entries, total_wei = stated(compute, number), 0
    for index, entry in enumerate(entries):
        left_wei = Wei(entry.deposited_wei - entry.spent_wei - entry.refunded_wei)
        if left_wei:
            if len(entries) > 1:
                refunded_wei = Wei(entry.refunded_wei + left_wei)
                compute.deposits[number][index] = replace(entry, refunded_wei=refunded_wei)
            total_wei += left_wei
            _give_back(compute, number, entry, left_wei)
    ledger = compute.ledgers[number]
    assert total_wei == ledger.unspent_wei, "what is unspent is somebody's"
    compute.ledgers[number] = replace(
        ledger, refunded_wei=Wei(ledger.refunded_wei + total_wei), reserve_wei=Wei(0)
    )
    compute.escrow_wei = Wei(compute.escrow_wei - total_wei)
    revenue = compute.revenue_total
    compute.revenue_total = replace(revenue, refunded_wei=Wei(revenue.refunded_wei + total_wei))
    requester = compute.orders[number].requester
    if total_wei:
        tell(compute, lambda: compute.usage.note_refund(requester, Wei(total_wei)))


def _give_back(compute: Compute, number: int, entry: DepositEntry, amount_wei: Wei) -> None:
    """Coins of a policy go back behind it while it stands, to its owner afterwards."""
    policy = compute.policies[entry.policy] if entry.policy else None
    if policy and policy.state == PolicyState.ACTIVE:
        balance_wei = Wei(policy.balance_wei + amount_wei)
        compute.policies[entry.policy] = replace(policy, balance_wei=balance_wei)
        compute.policies_wei = Wei(compute.policies_wei + amount_wei)
        compute.emit(PolicyRefunded(entry.policy, number, amount_wei))
        return
    compute.pay(entry.funder, amount_wei, "order_refund")
    compute.emit(Refunded(number, entry.funder, amount_wei))
