"""How providers are paid and slashed: every leg named, every coin accounted for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.assembly import REFUSED
from chain.kit.usage import Leg, legs_of, tell
from chain.types.primitives import Wei
from modules.compute.bonds import free_bond, take_bond
from modules.compute.escrow import earn
from modules.compute.events import BondSlashed, EarningsPaid
from modules.compute.maths import Split, share_of, split_pay
from modules.compute.records import Reason

if TYPE_CHECKING:
    from modules.compute.module import Compute


def pay_earned(compute: Compute, number: int, gross_wei: int, reason: str) -> None:
    """Pay out of what the order's provider earned: its part, the burn, the treasury's part."""
    if gross_wei == 0:
        return
    earnings, rules = compute.earnings[number], compute.rules_of(number)
    split = split_pay(earnings.paid_wei, gross_wei, rules.take_bps, rules.take_burn_bps)
    compute.earnings[number] = replace(
        earnings,
        paid_wei=Wei(earnings.paid_wei + gross_wei),
        taken_wei=Wei(earnings.taken_wei + split.burned_wei + split.treasury_wei),
    )
    compute.earned_wei = Wei(compute.earned_wei - gross_wei)
    bid = compute.bids[compute.progress[number].bid]
    compute.pay(bid.provider, split.provider_wei, reason)
    compute.burn(split.burned_wei, "take_burned")
    compute.pay(compute.treasury.address, split.treasury_wei, "take")
    provider = compute.providers[bid.provider]
    paid_wei = Wei(provider.paid_wei + split.provider_wei)
    compute.providers[bid.provider] = replace(provider, paid_wei=paid_wei)
    _count(compute, gross_wei, split)
    _note_served(compute, bid.device, gross_wei, split.burned_wei)
    _tell(compute, number, split, uses=0 if earnings.paid_wei else 1)
    compute.emit(
        EarningsPaid(
            number, bid.provider, Wei(gross_wei), Wei(split.burned_wei), Wei(split.treasury_wei)
        )
    )


def pay_now(compute: Compute, number: int, gross_wei: int, reason: str) -> None:
    """Turn escrow into pay at once."""
    earn(compute, number, gross_wei)
    pay_earned(compute, number, gross_wei, reason)


def pay_all(compute: Compute, number: int) -> None:
    """Pay everything that the provider earned and was not paid yet."""
    earnings = compute.earnings[number]
    pay_earned(compute, number, earnings.earned_wei - earnings.paid_wei, "lease_pay")


def slash(compute: Compute, number: int, bps: int, reason: Reason) -> None:
    """Take a share of the winning bid's bond: for the requester, the rest for the treasury."""
    bid_number = compute.progress[number].bid
    bid, rules = compute.bids[bid_number], compute.rules_of(number)
    amount_wei = share_of(bid.bond_wei, bps)
    if amount_wei == 0:
        return
    take_bond(compute, bid_number, amount_wei)
    requester_wei = share_of(amount_wei, rules.slash_requester_bps)
    treasury_wei = Wei(amount_wei - requester_wei)
    compute.pay(compute.orders[number].requester, requester_wei, "bond_slashed")
    compute.pay(compute.treasury.address, treasury_wei, "bond_slashed")
    compute.emit(BondSlashed(number, bid.provider, requester_wei, treasury_wei, Wei(0), reason))


def forfeit(compute: Compute, number: int, lost_bps: int) -> Wei:
    """Hand the verifier the part of the bond that a ruling takes; return how much it is."""
    bid_number = compute.progress[number].bid
    bid, rules = compute.bids[bid_number], compute.rules_of(number)
    amount_wei = share_of(share_of(bid.bond_wei, rules.slash_fraud_bps), lost_bps)
    if amount_wei == 0:
        return Wei(0)
    take_bond(compute, bid_number, amount_wei)
    compute.pay(compute.verifier.address, amount_wei, "bond_forfeited")
    compute.emit(
        BondSlashed(number, bid.provider, Wei(0), Wei(0), amount_wei, Reason.NETWORK_RULED)
    )
    return amount_wei


def end_engagement(compute: Compute, number: int) -> None:
    """Let the winning bid go: its slot of capacity was freed before, now its bond is."""
    bid_number = compute.progress[number].bid
    bid = compute.bids[bid_number]
    free_bond(compute, bid_number, "bid_ends")
    provider = compute.providers[bid.provider]
    compute.providers[bid.provider] = replace(provider, ended=provider.ended + 1)
    compute.engaged[bid.provider].discard(number)


def _note_served(compute: Compute, device: int, gross_wei: int, burned_wei: int) -> None:
    """Tell who counts demand; what it thinks of the device cannot stop a payment."""
    if device == 0:
        return
    mark = compute.host.snapshot()
    try:
        compute.devices.note_served(device, Wei(gross_wei), Wei(burned_wei))
    except REFUSED:
        compute.host.revert(mark)


def _tell(compute: Compute, number: int, split: Split, uses: int) -> None:
    """Tell the book of a payment; an order is one use of each provider that it paid."""
    legs = legs_of(
        {
            Leg.SUPPLIER: split.provider_wei,
            Leg.TREASURY: split.treasury_wei,
            Leg.BURNED: split.burned_wei,
        }
    )
    payer = compute.orders[number].requester
    tell(compute, lambda: compute.usage.note_payment(payer, uses, legs))


def _count(compute: Compute, gross_wei: int, split: Split) -> None:
    revenue = compute.revenue_total
    compute.revenue_total = replace(
        revenue,
        gross_wei=Wei(revenue.gross_wei + gross_wei),
        burned_wei=Wei(revenue.burned_wei + split.burned_wei),
        treasury_wei=Wei(revenue.treasury_wei + split.treasury_wei),
    )
