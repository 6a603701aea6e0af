"""What authors and payers may ask for."""

import re
from collections.abc import Sequence
from typing import Final

from chain.types.primitives import Seconds, Wei
from modules.model_fees.records import (
    METADATA_URI_BYTES_MAX,
    MODEL_ID_BYTES_MAX,
    NOTICE_AHEAD_S_MAX,
    REFERRERS_MAX,
    TOKEN_PRICE_WEI_MAX,
    TOKENS_MAX,
    WHOLE_BPS,
    MetadataTooLong,
    ModelIdInvalid,
    NothingUsed,
    NoticeTooLong,
    NoticeTooShort,
    Prices,
    PriceTooHigh,
    Referrer,
    ReferrersInvalid,
    RevenueSplit,
    SplitInvalid,
    TooManyTokens,
)

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


def check_split(split: RevenueSplit) -> None:
    """Raise SplitInvalid where the shares are not the whole, or nobody provides."""
    total = split.author_bps + split.infrastructure_bps + split.referrer_bps
    if total != WHOLE_BPS or not any(split.infrastructure):
        raise SplitInvalid(total)


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
    total = sum(item.share_bps for item in referrers)
    is_named = all(any(item.account) for item in referrers)
    if referrers and (len(referrers) > REFERRERS_MAX or not is_named or total != WHOLE_BPS):
        raise ReferrersInvalid(len(referrers), total)
