"""
Paying for use in the call that asks: quoted, charged, split, counted, the rest sent back.

    units - free units --prices now--> charge --legs--> everybody's part
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chain.types.primitives import ZERO_ADDRESS, Wei
from modules.model_fees import demand, free_tier, payout, sessions, tariffs
from modules.model_fees.checks import check_referrers, check_tokens, check_units
from modules.model_fees.events import ModelUsed, UnitsPaid
from modules.model_fees.records import ModelStatus, Quote, Referrer, Use
from modules.model_fees.refusals import ChargeAboveLimit, PaymentTooSmall, StatusInvalid

if TYPE_CHECKING:
    from modules.model_fees.books import Books


def quote(fees: Books, model_id: str, units: Sequence[int], referrers: Sequence[Referrer]) -> Quote:
    """Return what units of a model's meters cost now, before anybody's free units."""
    rates = for_sale(fees, model_id)
    full = check_units(rates, units)
    check_referrers(referrers)
    return _quote(fees, model_id, rates, full, referrers)


def for_sale(fees: Books, model_id: str) -> tariffs.Rates:
    """Return a model's rates now; raises UnknownModel, and StatusInvalid where it is not sold."""
    status = fees.known(model_id).status
    if status not in (ModelStatus.ACTIVE, ModelStatus.DEPRECATED):
        raise StatusInvalid(status)
    return tariffs.rates_now(fees, model_id)


def _quote(
    fees: Books,
    model_id: str,
    rates: tariffs.Rates,
    units: Sequence[int],
    referrers: Sequence[Referrer],
) -> Quote:
    total_wei = rates.cost_wei(units)
    legs = payout.legs_of(
        fees, model_id, rates.version, total_wei, rates.fee_bps, ZERO_ADDRESS, referrers
    )
    return Quote(rates.version, rates.fee_bps, Wei(total_wei), legs)


def pay(
    fees: Books,
    model_id: str,
    units: Sequence[int],
    max_total_wei: Wei,
    referrers: Sequence[Referrer],
) -> Quote:
    """Pay for units as the caller, with the coins sent; the rest goes back."""
    rates = for_sale(fees, model_id)
    full = check_units(rates, units)
    check_referrers(referrers)
    conditions = fees.conditions_at(model_id, rates.version)
    sessions.admit(fees, fees.sender, [model_id])
    free_tier.count_request(fees, model_id, conditions, fees.sender)
    free = free_tier.take(fees, model_id, conditions, fees.sender, full)
    charged = [most - gift for most, gift in zip(full, free, strict=True)]
    found = _quote(fees, model_id, rates, charged, referrers)
    if found.total_wei > max_total_wei:
        raise ChargeAboveLimit(max_total_wei, found.total_wei)
    if found.total_wei > fees.value_wei:
        raise PaymentTooSmall(found.total_wei, fees.value_wei)
    payout.count_use(
        fees, model_id, Use(1, 1, found.total_wei, full), found.legs, [(fees.sender, 0)]
    )
    demand.count_units(fees, model_id, charged)
    payout.pay_legs(fees, model_id, rates.version, found.legs, "model_fee")
    fees.pay(fees.sender, fees.value_wei - found.total_wei, "refund")
    if any(free) or any(full[2:]):
        fees.emit(UnitsPaid(fees.sender, model_id, full, free, found.total_wei))
    return found


def pay_tokens(
    fees: Books,
    model_id: str,
    tokens: tuple[int, int],
    max_total_wei: Wei,
    referrers: Sequence[Referrer],
) -> Wei:
    """Pay for tokens read and written; return the charge."""
    for_sale(fees, model_id)
    check_tokens(*tokens)
    found = pay(fees, model_id, tokens, max_total_wei, referrers)
    fees.emit(
        ModelUsed(
            fees.sender,
            model_id,
            model_id,
            found.version,
            found.protocol_fee_bps,
            *tokens,
            found.total_wei,
        )
    )
    return found.total_wei
