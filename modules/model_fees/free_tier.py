"""
What a model's terms give away, and how fast it may be used: per account, period by period.

    free_units of a meter --one payment, or a session's start--> used in this period
    requests_max          --one payment--> counted in this window

Free units are owed nothing for, by nobody. A session takes what is left of the period's at its
start and keeps it; then they are deducted in the first lane of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Address
from modules.model_fees.books import account_key
from modules.model_fees.packing import PackedUse, pack_units, unpack_units
from modules.model_fees.records import METERS_MAX, Conditions
from modules.model_fees.refusals import TooManyRequests

if TYPE_CHECKING:
    from modules.model_fees.books import Books

UNLIMITED: Final = 2**256 - 1
NOTHING: Final = (0,) * METERS_MAX


def left(fees: Books, model_id: str, conditions: Conditions, account: Address) -> tuple[int, ...]:
    """Return the units of each meter that are free for an account in this period."""
    if not any(conditions.free_units):
        return NOTHING
    found = fees.free_used[account_key(model_id, account), _period(fees, conditions)]
    used = unpack_units(found.units_low, found.units_high)
    quota = (*conditions.free_units, *(0,) * (METERS_MAX - len(conditions.free_units)))
    return tuple(max(0, most - gone) for most, gone in zip(quota, used, strict=True))


def take(
    fees: Books, model_id: str, conditions: Conditions, account: Address, units: Sequence[int]
) -> tuple[int, ...]:
    """Use up to these units of what is free; return how many that is of each meter."""
    if not any(conditions.free_units):
        return NOTHING
    free = left(fees, model_id, conditions, account)
    taken = tuple(min(a, b) for a, b in zip(free, units, strict=True))
    if any(taken):
        key = (account_key(model_id, account), _period(fees, conditions))
        found = fees.free_used[key]
        used = unpack_units(found.units_low, found.units_high)
        words = pack_units([a + b for a, b in zip(used, taken, strict=True)])
        fees.free_used[key] = PackedUse(0, *words)
    return taken


def take_all(fees: Books, model_id: str, account: Address) -> tuple[int, ...]:
    """Use all that is free for an account now."""
    version = fees.version_at(model_id, fees.block.time_s)
    conditions = fees.conditions_at(model_id, version)
    free = left(fees, model_id, conditions, account)
    return take(fees, model_id, conditions, account, free)


def count_request(fees: Books, model_id: str, conditions: Conditions, account: Address) -> None:
    """Count one payment as one request; raises TooManyRequests."""
    if not conditions.requests_max:
        return
    window = fees.block.time_s // conditions.window_s
    key = (account_key(model_id, account), window)
    if fees.requests_used[key] >= conditions.requests_max:
        raise TooManyRequests(conditions.requests_max)
    fees.requests_used[key] += 1


def requests_left(fees: Books, model_id: str, conditions: Conditions, account: Address) -> int:
    """Return how many payments are still taken in this window; UNLIMITED where there is no rate."""
    if not conditions.requests_max:
        return UNLIMITED
    window = fees.block.time_s // conditions.window_s
    used = fees.requests_used[account_key(model_id, account), window]
    return max(0, conditions.requests_max - used)


def _period(fees: Books, conditions: Conditions) -> int:
    return fees.block.time_s // conditions.free_period_s
