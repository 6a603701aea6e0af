"""
Prices that follow use: one step an epoch, inside the author's band and the chain's bounds.

    paid in the epoch, at list prices --of capacity--> below low | between | above high
                                                        -step        0          +step

Nothing runs at an epoch's end: the steps of all epochs that went by are taken when a model is next
touched. An epoch in which nothing was paid counts as unused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chain.types.primitives import Seconds, Wei
from modules.model_fees.events import FactorChanged
from modules.model_fees.records import WHOLE_BPS, Band, Conditions, Demand, Terms

if TYPE_CHECKING:
    from modules.model_fees.books import Books


def current(fees: Books, model_id: str, band: Band) -> Demand:
    """Return a model's use in this epoch and the factor that acts in it, as if written down."""
    now_s, epoch_s = fees.block.time_s, fees.live.epoch_s
    found = fees.demands[model_id]
    if found.since_s == 0:
        return Demand(now_s, Wei(0), clamped(band, WHOLE_BPS))
    epochs = (now_s - found.since_s) // epoch_s
    if epochs == 0:
        return Demand(found.since_s, found.value_wei, clamped(band, found.factor_bps))
    since_s = Seconds(found.since_s + epochs * epoch_s)
    return Demand(since_s, Wei(0), after(band, found, epochs))


def after(band: Band, demand: Demand, epochs: int) -> int:
    """Return the factor after some epochs, in the first of which the model was used as counted."""
    factor = clamped(band, demand.factor_bps)
    used_bps = demand.value_wei * WHOLE_BPS // band.capacity_wei
    if used_bps > band.high_bps:
        factor = clamped(band, factor + band.step_bps)
    elif used_bps < band.low_bps:
        factor = clamped(band, factor - band.step_bps)
    idle = epochs - 1 if band.low_bps else 0
    return clamped(band, factor - idle * band.step_bps)


def clamped(band: Band, factor_bps: int) -> int:
    """Return a factor inside a band's floor and ceiling."""
    return min(max(factor_bps, band.floor_bps), band.ceiling_bps)


def factor_bps(fees: Books, model_id: str, band: Band) -> int:
    """Return what of the list price new sessions pay now, in bps."""
    return current(fees, model_id, band).factor_bps if band.capacity_wei else WHOLE_BPS


def count(fees: Books, model_id: str, band: Band, value_wei: int) -> None:
    """Count use, in wei at list prices, in this epoch; take the steps that are due."""
    if not band.capacity_wei:
        return
    demand = current(fees, model_id, band)
    before = fees.demands[model_id]
    if before.since_s and before.factor_bps != demand.factor_bps:
        fees.emit(FactorChanged(model_id, demand.since_s, demand.factor_bps))
    value_wei += demand.value_wei
    fees.demands[model_id] = Demand(demand.since_s, Wei(value_wei), demand.factor_bps)


def count_units(fees: Books, model_id: str, units: Sequence[int]) -> None:
    """Count units that were paid for, at the list prices in force now."""
    now = fees.version_at(model_id, fees.block.time_s)
    conditions = fees.conditions_at(model_id, now)
    if conditions.band.capacity_wei:
        terms = fees.terms_of[model_id][now - 1]
        count_units_by(fees, model_id, terms, conditions, units)


def count_units_by(
    fees: Books, model_id: str, terms: Terms, conditions: Conditions, units: Sequence[int]
) -> None:
    """Count units that were paid for, at the prices of terms that were read before."""
    if conditions.band.capacity_wei:
        prices = list_prices(terms, conditions)
        value_wei = sum(p * n // s for (p, s), n in zip(prices, units, strict=False))
        count(fees, model_id, conditions.band, value_wei)


def list_prices(terms: Terms, conditions: Conditions) -> tuple[tuple[int, int], ...]:
    """Return (wei, units) of every meter: tokens first."""
    prices = terms.prices
    tokens = ((prices.input_token_price_wei, 1), (prices.output_token_price_wei, 1))
    return (*tokens, *((meter.price_wei, meter.scale) for meter in conditions.meters))


def count_value(fees: Books, model_id: str, value_wei: int) -> None:
    """Count what was paid without units: its value is its use."""
    now = fees.version_at(model_id, fees.block.time_s)
    count(fees, model_id, fees.conditions_at(model_id, now).band, value_wei)
