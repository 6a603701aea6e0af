"""
What a use costs and who gets it.

    charge = input tokens x price + output tokens x price
      - protocol fee, rounded down                            -> treasury
      - infrastructure_bps of the rest, rounded down          -> infrastructure
      - referrer_bps of the rest, each share rounded down     -> referrers, if any
      - each base's and each asset's part, rounded down       -> models and data it was made of
      = what is left, all dust included                       -> author
"""

from collections.abc import Sequence
from typing import NamedTuple

from chain.types.primitives import Address, Bps, Wei
from modules.model_fees.records import (
    WHOLE_BPS,
    Leg,
    LegKind,
    Prices,
    Referrer,
    RevenueSplit,
    Usage,
    Use,
)


class Ancestor(NamedTuple):
    """A model or an asset that a model was made of: who holds its part, and how much it is."""

    kind: LegKind
    recipient: Address
    share_bps: Bps


def charge_wei(prices: Prices, input_tokens: int, output_tokens: int) -> Wei:
    """Return what the tokens cost, in wei."""
    return Wei(
        prices.input_token_price_wei * input_tokens + prices.output_token_price_wei * output_tokens
    )


def share_wei(amount_wei: int, share_bps: int) -> Wei:
    """Return a share of an amount, rounded down to the wei."""
    return Wei(amount_wei * share_bps // WHOLE_BPS)


def split_legs(
    total_wei: Wei,
    protocol_fee_bps: Bps,
    split: RevenueSplit,
    author: Address,
    treasury: Address,
    referrers: Sequence[Referrer],
    ancestors: Sequence[Ancestor] = (),
) -> tuple[Leg, ...]:
    """Return every leg of a payment that is not zero; they sum to the whole of it."""
    fee_wei = share_wei(total_wei, protocol_fee_bps)
    rest_wei = total_wei - fee_wei
    infrastructure_wei = share_wei(rest_wei, split.infrastructure_bps)
    parts = [
        (LegKind.TREASURY, treasury, fee_wei),
        (LegKind.INFRASTRUCTURE, split.infrastructure, infrastructure_wei),
    ]
    referral_wei = share_wei(rest_wei, split.referrer_bps)
    for item in referrers:
        parts.append((LegKind.REFERRER, item.account, share_wei(referral_wei, item.share_bps)))
    for kind, recipient, share_bps in ancestors:
        parts.append((kind, recipient, share_wei(rest_wei, share_bps)))
    left_wei = Wei(total_wei - sum([part[2] for part in parts]))
    parts.append((LegKind.AUTHOR, author, left_wei))
    return tuple([Leg(*part) for part in parts if part[2]])


def usage_of(use: Use, legs: Sequence[Leg]) -> Usage:
    """Return what one use and its legs add to the use and revenue of a model."""
    paid_wei = [0] * len(LegKind)
    for leg in legs:
        paid_wei[leg.kind] += leg.amount_wei
    treasury_wei, infrastructure_wei, referrers_wei, author_wei, bases_wei, data_wei = paid_wei
    return Usage(
        use.payments,
        use.units[0],
        use.units[1],
        use.charged_wei,
        Wei(treasury_wei),
        Wei(infrastructure_wei),
        Wei(referrers_wei),
        Wei(author_wei),
        Wei(bases_wei),
        Wei(data_wei),
    )


def legs_sum_to_charge(usage: Usage) -> bool:
    """Return whether what was paid out is what was charged."""
    paid_wei = (
        usage.treasury_wei
        + usage.infrastructure_wei
        + usage.referrers_wei
        + usage.author_wei
        + usage.bases_wei
        + usage.data_wei
    )
    return paid_wei == usage.charged_wei
