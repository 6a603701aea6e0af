"""
Paying for use in the call that asks: quoted, charged, split, counted, the rest sent back.

    units - free units --prices now--> charge --legs--> everybody's part
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from chain.types.primitives import Address, Wei
from modules.model_fees import demand, free_tier, payout, sessions, tariffs
from modules.model_fees.checks import check_referrers, check_tokens, check_units
from modules.model_fees.events import ModelUsed, UnitsPaid
from modules.model_fees.records import ModelStatus, Quote, Referrer, Use
from modules.model_fees.refusals import ChargeAboveLimit, PaymentTooSmall, StatusInvalid

if TYPE_CHECKING:
    from modules.model_fees.books import Books, InForce


class Sale(NamedTuple):
    """A model that is for sale, and all that a payment asks of it: read once."""

    author: Address
    now: InForce
    rates: tariffs.Rates


def for_sale(fees: Books, model_id: str) -> Sale:
    """Return what a model costs now; raises UnknownModel, or StatusInvalid where it is not sold."""
    author = fees.author_of(model_id)
    status = fees.registrations.field(model_id, "status")
    if status not in (ModelStatus.ACTIVE, ModelStatus.DEPRECATED):
        raise StatusInvalid(status)
    now = fees.in_force(model_id)
    return Sale(author, now, tariffs.rates_by(fees, model_id, now))


def quote(fees: Books, model_id: str, units: Sequence[int], referrers: Sequence[Referrer]) -> Quote:
    """Return what units of a model's meters cost now, before anybody's free units."""
    return quote_of(fees, for_sale(fees, model_id), units, referrers)


def quote_of(fees: Books, sale: Sale, units: Sequence[int], referrers: Sequence[Referrer]) -> Quote:
    """Return what units cost of a model that is for sale; raises as the checks of both do."""
    full = check_units(sale.rates, units)
    check_referrers(referrers)
    return _quote(fees, sale, full, referrers)


def _quote(fees: Books, sale: Sale, units: Sequence[int], referrers: Sequence[Referrer]) -> Quote:
    rates, now = sale.rates, sale.now
    total_wei = rates.cost_wei(units)
    legs = payout.legs_by(
        fees,
        sale.author,
        now.terms.split,
        now.conditions,
        total_wei,
        rates.fee_bps,
        referrers,
    )
    return Quote(rates.version, rates.fee_bps, Wei(total_wei), legs)


def pay(
    fees: Books,
    model_id: str,
    sale: Sale,
    units: Sequence[int],
    max_total_wei: Wei,
    referrers: Sequence[Referrer],
) -> Quote:
    """Pay for units as the caller, with the coins sent; the rest goes back."""
    payer, conditions = fees.sender, sale.now.conditions
    full = check_units(sale.rates, units)
    check_referrers(referrers)
    sessions.admit_under(fees, payer, conditions)
    free_tier.count_request(fees, model_id, conditions, payer)
    free = free_tier.take(fees, model_id, conditions, payer, full)
    charged = [most - gift for most, gift in zip(full, free, strict=True)]
    found = _quote(fees, sale, charged, referrers)
    if found.total_wei > max_total_wei:
        raise ChargeAboveLimit(max_total_wei, found.total_wei)
    if found.total_wei > fees.value_wei:
        raise PaymentTooSmall(found.total_wei, fees.value_wei)
    use = Use(1, 1, found.total_wei, full)
    payout.count_use(fees, model_id, sale.rates.model, use, found.legs, [(payer, 0)])
    demand.count_units_by(fees, model_id, sale.now.terms, conditions, charged)
    payout.pay_legs(fees, model_id, conditions, found.legs, "model_fee")
    fees.pay(payer, fees.value_wei - found.total_wei, "refund")
    if any(free) or any(full[2:]):
        fees.emit(UnitsPaid(payer, model_id, full, free, found.total_wei))
    return found


def pay_units(
    fees: Books,
    model_id: str,
    units: Sequence[int],
    max_total_wei: Wei,
    referrers: Sequence[Referrer],
) -> Wei:
    """Pay for units of a model's meters; return the charge."""
    sale = for_sale(fees, model_id)
    return pay(fees, model_id, sale, units, max_total_wei, referrers).total_wei


def pay_tokens(
    fees: Books,
    model_id: str,
    tokens: tuple[int, int],
    max_total_wei: Wei,
    referrers: Sequence[Referrer],
) -> Wei:
    """Pay for tokens read and written; return the charge."""
    sale = for_sale(fees, model_id)
    check_tokens(*tokens)
    found = pay(fees, model_id, sale, tokens, max_total_wei, referrers)
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
