"""What authors and payers may ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Seconds, Wei
from modules.model_fees.packing import REQUESTS_END
from modules.model_fees.params import LiveParams
from modules.model_fees.records import (
    BASES_MAX,
    DATA_MAX,
    METADATA_URI_BYTES_MAX,
    METER_NAME_BYTES_MAX,
    METER_SCALE_MAX,
    METERS_MAX,
    MODEL_ID_BYTES_MAX,
    NOTICE_AHEAD_S_MAX,
    REFERRERS_MAX,
    TOKEN_PRICE_WEI_MAX,
    TOKENS_MAX,
    UNITS_END,
    WHOLE_BPS,
    Band,
    Conditions,
    Prices,
    Referrer,
    RevenueSplit,
)
from modules.model_fees.refusals import (
    ConditionsRefused,
    MetadataTooLong,
    ModelIdInvalid,
    NothingUsed,
    NoticeTooLong,
    NoticeTooShort,
    PriceTooHigh,
    ReferrersInvalid,
    SplitInvalid,
    TooManyTokens,
    TooManyUnits,
)
from modules.model_fees.tariffs import Rates

if TYPE_CHECKING:
    from modules.model_fees.books import Books

WINDOW_S_MAX: Final = 86_400 * 366  # of requests that are counted together
_METER: Final = re.compile(rf"[a-z0-9_]{{1,{METER_NAME_BYTES_MAX}}}")
_MODEL_ID: Final = re.compile(rf"[a-z0-9._/-]{{1,{MODEL_ID_BYTES_MAX}}}")


def check_model_id(model_id: str) -> None:
    """Raise ModelIdInvalid where a name could be mistaken for another."""
    if not _MODEL_ID.fullmatch(model_id):
        raise ModelIdInvalid(model_id[:MODEL_ID_BYTES_MAX])


def check_metadata(metadata_uri: str) -> None:
    """Raise MetadataTooLong above METADATA_URI_BYTES_MAX bytes of UTF-8."""
    found = len(metadata_uri.encode())
    if found > METADATA_URI_BYTES_MAX:
        raise MetadataTooLong(METADATA_URI_BYTES_MAX, found)


def check_prices(prices: Prices) -> None:
    """Raise PriceTooHigh where a charge could grow out of all proportion."""
    highest = max(prices.input_token_price_wei, prices.output_token_price_wei)
    if highest > TOKEN_PRICE_WEI_MAX:
        raise PriceTooHigh(Wei(TOKEN_PRICE_WEI_MAX), highest)


def check_whole(split: RevenueSplit, conditions: Conditions) -> None:
    """Raise SplitInvalid where all shares together are not the whole, or nobody provides."""
    total = whole(split, conditions)
    if total != WHOLE_BPS or not any(split.infrastructure):
        raise SplitInvalid(total)


def whole(split: RevenueSplit, conditions: Conditions) -> int:
    """Return the sum of all shares of a model's revenue, in bps."""
    shares = [split.author_bps, split.infrastructure_bps, split.referrer_bps]
    shares += [base.share_bps for base in conditions.bases]
    return sum(shares) + sum(item.share_bps for item in conditions.data)


def check_conditions(fees: Books, model_id: str, conditions: Conditions) -> None:
    """Raise ConditionsRefused, UnknownModel or PriceTooHigh where they cannot be a model's."""
    _check_meters(conditions)
    _check_ancestors(fees, model_id, conditions)
    _check_band(conditions.band, fees.live)
    meters = 2 + len(conditions.meters)
    free = conditions.free_units
    if len(free) > meters or any(units >= UNITS_END for units in free):
        raise ConditionsRefused("free units of the model's meters, below 2**64 each, expected")
    if any(free) != (conditions.free_period_s > 0):
        raise ConditionsRefused("free units and their period, or neither, expected")
    if (conditions.requests_max > 0) != (conditions.window_s > 0):
        raise ConditionsRefused("a rate of requests and its window, or neither, expected")
    if conditions.requests_max >= REQUESTS_END or conditions.window_s > WINDOW_S_MAX:
        raise ConditionsRefused(f"fewer than 2**48 requests in {WINDOW_S_MAX} s expected")
    if conditions.policy and not fees.gate.has_policy(conditions.policy):
        raise ConditionsRefused(f"no policy {conditions.policy}")


def _check_meters(conditions: Conditions) -> None:
    if len(conditions.meters) > METERS_MAX - 2:
        raise ConditionsRefused(f"at most {METERS_MAX - 2} meters besides tokens expected")
    for meter in conditions.meters:
        if not _METER.fullmatch(meter.name):
            raise ConditionsRefused("a meter's name of 1 to 32 characters a-z, 0-9, _ expected")
        if meter.price_wei > TOKEN_PRICE_WEI_MAX:
            raise PriceTooHigh(Wei(TOKEN_PRICE_WEI_MAX), meter.price_wei)
        if not 1 <= meter.scale <= METER_SCALE_MAX:
            raise ConditionsRefused(f"a price for 1 to {METER_SCALE_MAX} units expected")


def _check_ancestors(fees: Books, model_id: str, conditions: Conditions) -> None:
    """A base stood on the register before the model did, so no model is made of itself."""
    if len(conditions.bases) > BASES_MAX or len(conditions.data) > DATA_MAX:
        raise ConditionsRefused(f"at most {BASES_MAX} bases and {DATA_MAX} assets expected")
    for base in conditions.bases:
        fees.known(base.model_id)
        if fees.number_of[base.model_id] >= fees.number_of[model_id]:
            raise ConditionsRefused(f"a base older than the model expected: {base.model_id}")
    for item in conditions.data:
        if not fees.vaults.asset_exists(item.asset):
            raise ConditionsRefused(f"no asset {item.asset}")


def _check_band(band: Band, params: LiveParams) -> None:
    if not band.capacity_wei:
        if any(vars(band).values()):
            raise ConditionsRefused("a band with a capacity expected")
        return
    if not band.low_bps <= band.high_bps <= WHOLE_BPS:
        raise ConditionsRefused("a band of use from low to high expected")
    if not 1 <= band.step_bps <= params.factor_step_bps_max:
        raise ConditionsRefused(f"a step of 1 to {params.factor_step_bps_max} bps expected")
    lowest, highest = params.factor_bps_min, params.factor_bps_max
    if not lowest <= band.floor_bps <= WHOLE_BPS <= band.ceiling_bps <= highest:
        raise ConditionsRefused(f"{lowest} <= floor <= 10000 <= ceiling <= {highest} expected")


def check_units(rates: Rates, units: Sequence[int]) -> tuple[int, ...]:
    """Return units of all six meters; raises NothingUsed or TooManyUnits."""
    if not any(units):
        raise NothingUsed()
    if len(units) > len(rates.prices) or max(units) >= UNITS_END:
        raise TooManyUnits(len(rates.prices), len(units))
    return (*units, *(0,) * (METERS_MAX - len(units)))


def check_notice(effective_s: Seconds, earliest_s: Seconds, now_s: Seconds) -> None:
    """Raise NoticeTooShort or NoticeTooLong where terms would begin outside their window."""
    if effective_s < earliest_s:
        raise NoticeTooShort(earliest_s, effective_s)
    latest_s = Seconds(now_s + NOTICE_AHEAD_S_MAX)
    if effective_s > latest_s:
        raise NoticeTooLong(latest_s, effective_s)


def check_tokens(input_tokens: int, output_tokens: int) -> None:
    """Raise NothingUsed or TooManyTokens."""
    if input_tokens == 0 and output_tokens == 0:
        raise NothingUsed()
    highest = max(input_tokens, output_tokens)
    if highest > TOKENS_MAX:
        raise TooManyTokens(TOKENS_MAX, highest)


def check_referrers(referrers: Sequence[Referrer]) -> None:
    """Raise ReferrersInvalid where the referrers' shares are not the whole of their leg."""
    if not referrers:
        return
    total = sum(item.share_bps for item in referrers)
    is_named = all(any(item.account) for item in referrers)
    if len(referrers) > REFERRERS_MAX or not is_named or total != WHOLE_BPS:
        raise ReferrersInvalid(len(referrers), total)
