"""What must be true of all channels together: walks over everything, for tests and inspection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from modules.model_fees import sessions, tariffs
from modules.model_fees.batches import lane_key
from modules.model_fees.machines import DISPUTES
from modules.model_fees.packing import AMOUNT_END, lane_units
from modules.model_fees.records import LANES_PER_MODEL, Channel

if TYPE_CHECKING:
    from modules.model_fees.books import Books


def _channels(fees: Books) -> Iterator[Channel]:
    return (sessions.load(fees, number) for number in range(1, fees.channel_count + 1))


def deposits_match(fees: Books) -> bool:
    """Whether no channel overpaid and all that is left sums to the total."""
    found = list(_channels(fees))
    total_wei = sum(channel.left_wei for channel in found)
    return total_wei == fees.deposits_wei and all(
        channel.paid_wei <= channel.deposit_wei for channel in found
    )


def lanes_match(fees: Books) -> bool:
    """Whether a channel paid exactly what the lanes of its session redeemed."""
    for channel in _channels(fees):
        lanes = range(len(channel.tariffs) * LANES_PER_MODEL)
        heads = (fees.lanes[lane_key(channel.number, channel.epoch, n)].head for n in lanes)
        if channel.paid_wei != sum(head % AMOUNT_END for head in heads):
            return False
    return True


def prices_hold(fees: Books) -> bool:
    """Whether each lane's amount is within what its units cost at the session's prices."""
    for channel in _channels(fees):
        for place, tariff in enumerate(channel.tariffs):
            rates = tariffs.load(fees, tariff)
            for stream in range(LANES_PER_MODEL):
                lane = place * LANES_PER_MODEL + stream
                packed = fees.lanes[lane_key(channel.number, channel.epoch, lane)]
                if packed.head % AMOUNT_END > rates.cost_wei(lane_units(packed)):
                    return False
    return True


def incomes_match(fees: Books) -> bool:
    """Whether all incomes, and all that is held for assets that any terms name, are the total."""
    assets = {
        item.asset
        for number in range(1, fees.conditions_count + 1)
        for item in fees.conditions[number].data
    }
    total_wei = sum(fees.incomes[name] for name in fees.names)
    return total_wei + sum(fees.held_data[asset] for asset in sorted(assets)) == fees.incomes_wei


def bonds_match(fees: Books) -> bool:
    """Whether bonds sum to the total, and locks and stakes are those of open disputes."""
    total_wei = locked_wei = 0
    for provider in fees.bonded:
        bond = fees.bonds[provider]
        total_wei += bond.free_wei + bond.locked_wei + bond.leaving_wei
        locked_wei += bond.locked_wei
    every = (fees.disputes[number] for number in range(1, fees.dispute_count + 1))
    opened = [item for item in every if not DISPUTES.is_terminal(item.state)]
    return (
        total_wei == fees.bonds_wei
        and locked_wei == sum(item.locked_wei for item in opened)
        and fees.stakes_wei == sum(item.stake_wei for item in opened)
    )


def funds_match(fees: Books) -> bool:
    """Whether each fund's reserves are its recipients', and all funds sum to the total."""
    total_wei = 0
    for sender in fees.senders:
        fund = fees.funds[sender]
        reserved = (fees.reserves[sender, name] for name in fees.recipients[sender])
        if sum(reserved) != fund.reserved_wei:
            return False
        total_wei += fund.deposit_wei + fund.reserved_wei
    return total_wei == fees.tickets_wei
