"""
One ledger for all bonds: what is free, what is locked, and where each bond ends.

    deposit --> free --lock--> bond of a round --end--> returned | winner | jurors | auditors
                 |                                      | treasury | burnt
                 +--withdraw--> the account

What a bond becomes is paid straight to whose it is, so that every coin's way stands in CoinsMoved.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import ZERO_ADDRESS, Address, Wei
from modules.verification.events import BondMoved, Deposited, Withdrawn
from modules.verification.records import BondEnd
from modules.verification.refusals import DepositTooSmall, FeeMissing, NothingSent

if TYPE_CHECKING:
    from modules.verification.module import Verification

REASONS = {
    BondEnd.RETURNED: "bond_returned",
    BondEnd.WINNER: "bond_won",
    BondEnd.TREASURY: "bond_to_treasury",
    BondEnd.BURNT: "bond_burnt",
}


def deposit(v: Verification, account: Address, amount_wei: int) -> None:
    """Add coins that came with a call to what an account has free."""
    if amount_wei == 0:
        return
    v.free_wei[account] = Wei(v.free_wei[account] + amount_wei)
    add(v, free_wei=amount_wei)
    v.emit(Deposited(account, Wei(amount_wei)))


def withdraw(v: Verification, account: Address, amount_wei: Wei) -> None:
    """Pay free coins back; raises DepositTooSmall, NothingSent."""
    if amount_wei == 0:
        raise NothingSent()
    take_free(v, account, amount_wei)
    v.pay(account, amount_wei, "deposit_withdrawn")
    v.emit(Withdrawn(account, amount_wei))


def take_free(v: Verification, account: Address, amount_wei: int) -> None:
    """Take coins off what an account has free; raises DepositTooSmall."""
    found_wei = v.free_wei[account]
    if found_wei < amount_wei:
        raise DepositTooSmall(Wei(amount_wei), found_wei)
    v.free_wei[account] = Wei(found_wei - amount_wei)
    add(v, free_wei=-amount_wei)


def lock(v: Verification, account: Address, bond_wei: int, fee_wei: int = 0) -> None:
    """Turn free coins into a bond and a fee; raises DepositTooSmall."""
    take_free(v, account, bond_wei + fee_wei)
    add(v, bonds_wei=bond_wei, fees_wei=fee_wei)


def end_bond(
    v: Verification, claim: int, owner: Address, legs: dict[BondEnd, int], winner: Address
) -> None:
    """
    End a bond whole: pay each leg to whose it is.

    JURORS and AUDITORS legs go to the pot of the round's voters, who are paid from fees.
    """
    targets = {
        BondEnd.RETURNED: owner,
        BondEnd.WINNER: winner,
        BondEnd.TREASURY: v.treasury.address,
        BondEnd.BURNT: ZERO_ADDRESS,
    }
    add(v, bonds_wei=-sum(legs.values()))
    for end in BondEnd:
        amount_wei = legs.get(end, 0)
        if amount_wei == 0:
            continue
        target = targets.get(end, v.address)
        if end == BondEnd.BURNT:
            v.burn(amount_wei, REASONS[end])
        elif end in (BondEnd.JURORS, BondEnd.AUDITORS):
            add(v, fees_wei=amount_wei)
        else:
            v.pay(target, amount_wei, REASONS[end])
        v.emit(BondMoved(claim, owner, target, Wei(amount_wei), end))


def pay_fee(v: Verification, target: Address, amount_wei: int, reason: str) -> None:
    """Pay out of the fees that are held."""
    add(v, fees_wei=-amount_wei)
    v.pay(target, amount_wei, reason)


def take_fee(v: Verification, fee_wei: int) -> None:
    """Count a fee that an asker moved here; raises FeeMissing where it did not."""
    spare_wei = v.host.balance_wei(v.address) - owed_wei(v)
    if spare_wei < fee_wei:
        raise FeeMissing(Wei(fee_wei), Wei(max(spare_wei, 0)))
    add(v, fees_wei=fee_wei)


def owed_wei(v: Verification) -> int:
    """Return all that the module holds for others, in wei."""
    t = v.totals
    return t.free_wei + t.bonds_wei + t.members_wei + t.fees_wei + t.canary_wei


def add(v: Verification, **changes_wei: int) -> None:
    """Move running totals, each by its change."""
    before = v.totals
    v.totals = replace(
        before,
        **{name: Wei(getattr(before, name) + change) for name, change in changes_wei.items()},
    )
