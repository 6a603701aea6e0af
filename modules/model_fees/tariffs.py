"""
What a session pays, fixed at its start: a model's prices of one version, factor and fee.

    terms in force + factor + fee --lock--> tariff number --load--> Rates: what units cost

Equal tariffs are stored once and shared by all sessions that began under them. So prices announced
later never reach a session under way, and a batch of vouchers reads its tariff once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from eth_hash.auto import keccak

from chain.kit.abi import WORD
from chain.types.primitives import Bps, Hash32, Seconds, Wei
from modules.model_fees.demand import factor_bps, list_prices
from modules.model_fees.packing import (
    NUMBER_BITS,
    PRICE_BITS,
    REQUESTS_END,
    SCALE_BITS,
    PackedTariff,
    pack,
    unpack,
)
from modules.model_fees.records import METERS_MAX, WHOLE_BPS, Meter, Tariff
from modules.model_fees.refusals import UnknownTariff

if TYPE_CHECKING:
    from modules.model_fees.books import Books, InForce

BPS_BITS = 32
HEAD_BITS = (NUMBER_BITS, NUMBER_BITS, 16, BPS_BITS, 32, REQUESTS_END.bit_length() - 1, 8)
TOKEN_METERS = ("input_tokens", "output_tokens")


class Rates(NamedTuple):
    """A tariff in memory: `prices` are (wei, units) of each meter."""

    model: int
    version: int
    fee_bps: Bps
    factor_bps: int
    window_s: int
    requests_max: int
    prices: tuple[tuple[int, int], ...]

    def cost_wei(self, units: Sequence[int]) -> int:
        """Return what units of the meters cost, each meter rounded up to the wei."""
        total_wei = 0
        for (price, scale), count in zip(self.prices, units, strict=False):
            total_wei += count * price if scale == 1 else -(-count * price // scale)
        return total_wei

    def covers(self, units: Sequence[int]) -> bool:
        """Whether there are units of no other meters than the model prices."""
        return not any(units[len(self.prices) :])


def rates_now(fees: Books, model_id: str) -> Rates:
    """Return what a session of this model that starts in this block pays."""
    return rates_by(fees, model_id, fees.in_force(model_id))


def rates_by(fees: Books, model_id: str, now: InForce) -> Rates:
    """Return what a model's terms in force make of its prices."""
    conditions = now.conditions
    factor = factor_bps(fees, model_id, conditions.band)
    prices = list_prices(now.terms, conditions)
    if factor != WHOLE_BPS:
        prices = tuple((-(-price * factor // WHOLE_BPS), scale) for price, scale in prices)
    return Rates(
        fees.number_of[model_id],
        now.version,
        fees.live.protocol_fee_bps,
        factor,
        conditions.window_s,
        conditions.requests_max,
        prices,
    )


def lock(fees: Books, rates: Rates) -> int:
    """Return the number of a tariff, one for all sessions that pay the same."""
    packed = _packed(rates)
    words = (packed.head, packed.prices_low, packed.prices_mid, packed.prices_high)
    key = Hash32(keccak(b"".join(word.to_bytes(WORD, "big") for word in words)))
    number = fees.tariff_numbers[key]
    if not number:
        number = fees.tariff_count + 1
        fees.tariff_count, fees.tariff_numbers[key] = number, number
        fees.tariffs[number] = packed
    return number


def load(fees: Books, number: int) -> Rates:
    """Return a tariff that was locked; raises UnknownTariff."""
    if not 1 <= number <= fees.tariff_count:
        raise UnknownTariff(number)
    packed = fees.tariffs[number]
    model, version, fee_bps, factor, window_s, requests_max, meters = unpack(
        packed.head, *HEAD_BITS
    )
    prices: list[tuple[int, int]] = []
    for word in (packed.prices_low, packed.prices_mid, packed.prices_high):
        price, scale, second, second_scale = unpack(word, *(PRICE_BITS, SCALE_BITS) * 2)
        prices += [(price, scale), (second, second_scale)]
    bps = Bps(fee_bps)
    return Rates(model, version, bps, factor, window_s, requests_max, tuple(prices[:meters]))


def shown(fees: Books, rates: Rates) -> Tariff:
    """Return a tariff as queries show it."""
    model_id = fees.model_numbered(rates.model)
    meters = fees.conditions_at(model_id, rates.version).meters
    names = (*TOKEN_METERS, *(meter.name for meter in meters))
    prices = zip(names, rates.prices, strict=True)
    return Tariff(
        rates.model,
        model_id,
        rates.version,
        rates.fee_bps,
        rates.factor_bps,
        rates.requests_max,
        Seconds(rates.window_s),
        tuple(Meter(name, Wei(price), scale) for name, (price, scale) in prices),
    )


def _packed(rates: Rates) -> PackedTariff:
    head = (
        rates.model,
        rates.version,
        rates.fee_bps,
        rates.factor_bps,
        rates.window_s,
        rates.requests_max,
        len(rates.prices),
    )
    padded = (*rates.prices, *((0, 1),) * (METERS_MAX - len(rates.prices)))
    words = [
        pack(
            *((first[0], PRICE_BITS), (first[1], SCALE_BITS)),
            *((second[0], PRICE_BITS), (second[1], SCALE_BITS)),
        )
        for first, second in zip(padded[::2], padded[1::2], strict=True)
    ]
    return PackedTariff(pack(*zip(head, HEAD_BITS, strict=True)), *words)
